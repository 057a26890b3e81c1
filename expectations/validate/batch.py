"""The gate of a staged unit: which of its rows may not be published, and whether any may."""

from pathlib import Path

from expectations import keys, suites
from expectations.validate.judge import check_of, failed_of, judge
from expectations.verdict import Check, FailedRow, Verdict
from warehouse.frames import Frames, staged

FACTS = ("grant_evidence", "milestone_evidence")
FAILED_SHARE = 0.5  # a unit with more than half its facts failing is kept out whole (docs/checks.md)


def validate_batch(folder: Path) -> Verdict:
    """Judge the staged tables of `folder` (one Parquet file a table) by every rule whose table is there."""
    checks: list[Check] = []
    failed: list[FailedRow] = []
    with staged(folder) as frames:
        for judged in judge(frames, suites.BATCH):
            checks.append(check_of(judged))
            if judged.rule.severity == "critical":
                failed.extend(failed_of(judged))
        facts = sum(_count(frames, table) for table in FACTS if table in frames.tables)
    return Verdict(tuple(checks), tuple(failed), _kept_out(failed, facts))


def _count(frames: Frames, table: str) -> int:
    return int(frames.rows(f"select count(*) as n from {table}")["n"][0].as_py())  # noqa: S608 (names are our own)


def _kept_out(failed: list[FailedRow], facts: int) -> str | None:
    doubled = sorted({row.table_name for row in failed if row.expectation in keys.BATCH})
    if doubled:
        return f"duplicate ids in {', '.join(doubled)}"
    refused = len({(row.table_name, row.key) for row in failed if row.table_name in FACTS})
    if facts and refused > facts * FAILED_SHARE:
        return f"{refused} of {facts} facts fail a critical check"
    return None
