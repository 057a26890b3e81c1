"""The history of checks: each judgement of the whole lake is a row of `runs`, with a row of `checks` for each rule."""

import os
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from expectations.verdict import Check
from flows.clock import now
from flows.jsonlines import dumps
from flows.work import new_run
from warehouse.lake import open_lake
from warehouse.publish import publish


def note_checks(lake: str, checks: Sequence[Check], began: datetime) -> str | None:
    """Write down what was found of the lake; the run's name. None, and nothing, where the disk is read-only."""
    if not os.access(lake, os.W_OK):
        return None
    run = replace(new_run(began), status="checked", finished_at=now(), cause=critical(checks))
    publish(open_lake(lake), [], run, [row_of(check) for check in checks], "validate")
    return run.run_id


def critical(checks: Sequence[Check]) -> str | None:
    """How many critical expectations are not met, in a line; None where all are."""
    failed = [check for check in checks if check.severity == "critical" and not check.success]
    if not failed:
        return None
    return f"{len(failed)} critical expectations are not met: {failed[0].table_name}: {failed[0].expectation} first"


def row_of(check: Check) -> dict[str, object]:
    """The check as a row of `checks`, but for its run."""
    row = asdict(check)
    return row | {"sample": dumps(check.sample).decode()}
