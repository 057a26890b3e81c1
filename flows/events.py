"""What automations can hang on: an event for each table that a run wrote to, and for each expectation that is not met.

Seen on the events page of the Prefect server. docs/operations.md has an automation for a critical expectation.
"""

from collections.abc import Iterable, Mapping

from prefect.events import emit_event

from expectations.verdict import Check

WRITTEN = "pressledger.table.written"
FAILED = "pressledger.check.failed"


def tell_written(lake: str, run_id: str, added: Mapping[str, int]) -> None:
    """One event a table whose number of rows changed; `added` is by table, negative where rows went."""
    for table, count in added.items():
        if count:
            emit_event(WRITTEN, _resource(lake, table), payload={"run_id": run_id, "rows_added": count})


def tell_failed(lake: str, run_id: str | None, checks: Iterable[Check]) -> None:
    """One event an expectation that is not met. Its severity is a label of the resource, so that triggers can ask."""
    for check in checks:
        if not check.success:
            labels = {"pressledger.severity": check.severity, "pressledger.expectation": check.expectation}
            payload = {"run_id": run_id, "rows": check.unexpected_count, "sample": list(check.sample)}
            emit_event(FAILED, _resource(lake, check.table_name) | labels, payload=payload)


def _resource(lake: str, table: str) -> dict[str, str]:
    return {
        "prefect.resource.id": f"pressledger.table.{table}",
        "prefect.resource.name": table,
        "pressledger.lake": lake,
    }
