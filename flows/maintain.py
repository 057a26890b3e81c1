"""The flows that look after a lake: checked nightly, compacted weekly. Parameters are plain, as those of ingest."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_link_artifact, create_markdown_artifact
from prefect.cache_policies import NO_CACHE

from expectations.verdict import Check
from flows.clock import now
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
    docs = Path(lake) / "docs"
    failed = [check for check in check_lake(lake, docs) if not check.success]
    create_markdown_artifact(_markdown(failed), key=ARTIFACT, description="Expectations that are not met")
    create_link_artifact((docs / "index.html").absolute().as_uri(), key=DOCS_ARTIFACT, link_text="Data Docs")
    critical = [check for check in failed if check.severity == "critical"]
    if critical:
        raise ValueError(f"{len(critical)} critical expectations are not met: {critical[0].expectation} first")
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


def _markdown(failed: Sequence[Check]) -> str:
    rows = [f"| {c.severity} | {c.table_name} | {c.expectation} | {c.unexpected_count} |" for c in failed]
    return "\n".join(["| severity | table | expectation | rows |", "| --- | --- | --- | ---: |", *rows])
