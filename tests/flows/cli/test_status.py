"""`pressledger status`: how runs ended and why, and what is kept out."""

from datetime import datetime
from pathlib import Path

import pytest

from flows.cli.main import answer
from warehouse.lake import Lake, open_lake
from warehouse.runs import Run, at_work, finish_run

AT = datetime(2025, 8, 5, 6)
REJECTED = "INSERT INTO rejections (source_uri, stage, reason, detail, resolved_run_id, rejection_id) VALUES "


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return open_lake(tmp_path / "lake")


def told(lake: Lake, capsys: pytest.CaptureFixture[str], *flags: str) -> list[str]:
    assert answer(["status", "--lake", str(lake.folder), *flags]) == 0
    return capsys.readouterr().out.splitlines()


def test_a_failure_is_told_with_its_cause(lake: Lake, capsys: pytest.CaptureFixture[str]) -> None:
    finish_run(lake, Run("r1", AT, "1", "1", "failed", AT, cause="no space left for /data/lake"))
    [line] = [line for line in told(lake, capsys) if "failed" in line]
    assert line.endswith(": no space left for /data/lake")


def test_a_run_whose_process_is_gone_is_told_before_the_next_one(
    lake: Lake, capsys: pytest.CaptureFixture[str]
) -> None:
    finish_run(lake, Run("gone", AT, "1", "1", "running"))
    with at_work(lake, Run("alive", AT.replace(hour=7), "1", "1")):
        finish_run(lake, Run("later", AT.replace(hour=8), "1", "1", "running"))
        lines = [line for line in told(lake, capsys) if "2025-08-05 0" in line]
    assert [line.split("UTC")[1].split()[0] for line in lines] == ["died", "running", "died"]
    assert lines[0].endswith(": its process ended")


def test_rejections_are_grouped_by_reason_and_only_open_ones_are_told(
    lake: Lake, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        "('b.html', 'parse', 'login_wall', 'the page asks to log in', NULL, '1')",
        "('a.html', 'parse', 'login_wall', 'the page asks to log in', NULL, '2')",
        "('c.html', 'decode', 'undecodable', 'no encoding gives readable text', NULL, '3')",
        "('d.html', 'parse', 'empty', 'nothing in it', 'r2', '4')",
    ]
    lake.write(lambda connection: connection.execute(REJECTED + ", ".join(rows)))
    assert told(lake, capsys, "--rejections") == [
        "      2  parse: login_wall, e.g. a.html: the page asks to log in",
        "      1  decode: undecodable, e.g. c.html: no encoding gives readable text",
        "pressledger retry reads them again",
    ]
    assert any("login_wall 2 (parse), undecodable 1 (decode)" in line for line in told(lake, capsys))


def test_an_older_lake_still_has_a_status(lake: Lake, capsys: pytest.CaptureFixture[str]) -> None:
    finish_run(lake, Run("r1", AT, "1", "1", "failed", AT))
    lake.write(lambda connection: connection.execute("ALTER TABLE runs DROP COLUMN cause"))
    assert any("failed" in line for line in told(lake, capsys))
