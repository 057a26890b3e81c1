"""What `validate` found is kept, run by run."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from expectations.verdict import Check
from flows.cli.main import answer
from flows.history import critical, note_checks
from warehouse.lake import open_lake
from warehouse.status import status_of

BEGAN = datetime(2025, 8, 5, 2, 30)
GOOD = Check("grants", "grants_unique", None, "critical", True, 0, ())
WARNED = Check("articles", "freshness", "published_at", "warning", False, 2, ("2025-01-01", "2025-02-01"))
BROKEN = Check("grants", "grants_parties", None, "critical", False, 1, ("gone",))


def test_each_validation_is_a_run_of_its_own_in_the_history(tmp_path: Path) -> None:
    lake = open_lake(tmp_path / "lake")
    first = note_checks(str(lake.folder), [GOOD, WARNED], BEGAN)
    second = note_checks(str(lake.folder), [BROKEN, WARNED], BEGAN.replace(day=6))
    with lake.reading() as connection:
        runs = connection.execute("SELECT run_id, status, started_at, cause FROM runs ORDER BY started_at").fetchall()
        checks = connection.execute(
            "SELECT run_id, expectation, success, unexpected_count, sample FROM checks ORDER BY run_id, expectation"
        ).fetchall()
    why = "1 critical expectations are not met: grants: grants_parties first"
    assert runs == [(first, "checked", BEGAN, None), (second, "checked", BEGAN.replace(day=6), why)]
    assert [row[:4] for row in checks] == [
        (first, "freshness", False, 2),
        (first, "grants_unique", True, 0),
        (second, "freshness", False, 2),
        (second, "grants_parties", False, 1),
    ]
    assert json.loads(checks[0][4]) == ["2025-01-01", "2025-02-01"]


def test_checking_is_no_ingest(tmp_path: Path) -> None:
    lake = open_lake(tmp_path / "lake")
    note_checks(str(lake.folder), [GOOD], BEGAN)
    assert status_of(lake).last_done_at is None


def test_only_critical_ones_are_a_cause() -> None:
    assert critical([GOOD, WARNED]) is None


def test_validate_keeps_what_it_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lake = open_lake(tmp_path / "lake")
    assert answer(["validate", "--lake", str(lake.folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    with lake.reading() as connection:
        [(run_id, count)] = connection.execute("SELECT run_id, count(*) FROM checks GROUP BY run_id").fetchall()
    assert told == [f"{count} expectations, 0 not met, 0 of these critical", f"kept as run {run_id}"]
