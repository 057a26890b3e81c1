"""The flows that look after a lake: checked nightly, compacted weekly. Parameters are plain, as those of ingest."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_link_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE

from expectations.verdict import Check
from flows.clock import now
from flows.events import tell_failed
from flows.history import critical, note_checks
from flows.ingest import told
from flows.settings import load
from warehouse.lake import find_lake
from warehouse.maintain import Compacted
from warehouse.maintain import compact as compact_lake

ARTIFACT = "pressledger-checks"
DOCS_ARTIFACT = "pressledger-data-docs"


@task(name="validate-lake", cache_policy=NO_CACHE, persist_result=False)
def check_lake(lake: str, docs: Path) -> tuple[Check, ...]:
    """Every expectation on the lake as it stands; Great Expectations is imported only here."""
    from expectations.validate import validate_lake  # noqa: PLC0415 - takes seconds

    return validate_lake(lake, docs)


@flow(name="validate", description="The whole lake against every expectation.", persist_result=False, on_failure=[told])
def validate(lake: str = "./lake") -> int:
    """Check the whole lake; fails when a critical expectation does, so that whoever watches the flow is told.

    Args:
        lake: The folder of the lake.
    """
    docs, began = Path(lake) / "docs", now()
    checks = check_lake(lake, docs)
    run_id = note_checks(lake, checks, began)
    failed = [check for check in checks if not check.success]
    create_table_artifact(_table(checks), key=ARTIFACT, description=f"{len(failed)} of {len(checks)} are not met")
    page = (docs / "index.html").absolute()  # named, since a browser opens no file from a page of the web
    create_link_artifact(page.as_uri(), key=DOCS_ARTIFACT, link_text=f"Data Docs: {page}")
    tell_failed(lake, run_id, failed)
    if why := critical(checks):
        raise ValueError(why)
    return len(failed)


@flow(name="compact", description="Small files merged, old snapshots let go.", persist_result=False, on_failure=[told])
def compact(lake: str = "./lake", retention_days: int | None = None) -> Compacted:
    """Merge small files and expire snapshots, in bounded steps under the writer lock; readers go on reading.

    Args:
        lake: The folder of the lake.
        retention_days: Snapshots younger than this are kept, and those that runs within it cite.
    """
    settings = load(lake=lake, retention_days=retention_days)
    return compact_lake(find_lake(lake), now(), timedelta(days=settings.retention_days))


def _table(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Every expectation, those that are not met first."""
    return [
        {
            "met": "yes" if check.success else "NO",
            "severity": check.severity,
            "table": check.table_name,
            "expectation": check.expectation,
            "rows": check.unexpected_count,
            "for example": check.sample[0] if check.sample else "",
        }
        for check in sorted(checks, key=lambda check: check.success)
    ]
