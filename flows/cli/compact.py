"""`pressledger compact`: bounded maintenance of the lake."""

from datetime import timedelta
from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag
from flows.clock import now
from flows.settings import existing_lake, load
from warehouse.lake import find_lake
from warehouse.maintain import compact as compact_lake


def compact(
    *,
    retention_days: Annotated[int | None, Parameter(help="keep snapshots younger than this [default: 30]")] = None,
    lake: LakeFlag = None,
) -> int:
    """Merge small files and let old snapshots go, in bounded steps; readers go on reading, writers wait a step.

    A snapshot that a run within the retention cites is kept, so that its figures can still be looked up.

    For example:

        pressledger compact

        pressledger compact --retention-days 90 --lake /data/lake
    """
    settings = load(lake=lake, retention_days=retention_days)
    done = compact_lake(find_lake(existing_lake(settings)), now(), timedelta(days=settings.retention_days))
    print(f"files {done.files_before} -> {done.files_after}, snapshots let go {done.snapshots_expired}")
    return 0
