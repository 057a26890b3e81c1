"""Wrong use and faults: one plain line on stderr, and the exit code that says which."""

from pathlib import Path

import pytest

from flows.cli.main import COMMANDS, answer
from warehouse.lake import open_lake


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("tokens", "told"),
    [
        (["rnu"], "rnu"),
        (["run"], "PATHS"),
        (["run", "nowhere"], "nowhere: there is no such file or folder"),
        (["run", ".", "--worker", "1"], "--worker"),
        (["run", ".", "--workers", "0"], "workers = 0"),
        (["extract", "nowhere"], "nowhere"),
        (["annotate", "nowhere"], "nowhere"),
        (["sql", "SELECT 1"], "there is no lake at ./lake"),
        (["sql", "SELECT 1", "-f", "q.sql"], "not both"),
        (["sql", "-f", "nowhere.sql"], "nowhere.sql"),
        (["sql", "SELECT 1", "--format", "xml"], "format"),
        (["status", "--lake", "nowhere"], "there is no lake at nowhere"),
        (["diff", "1"], "there is no lake"),
        (["correct", "c.txt"], "c.txt: corrections are a .yaml or .csv file"),
        (["export", "."], "not a file"),
        (["backfill", "--since", "someday"], "since"),
        (["schedule", "inbox"], "--cron"),
        (["schedule", "inbox", "--every", "soon"], "--every 'soon'"),
        (["schedule", "list"], "there is no schedule"),
    ],
)
def test_wrong_use_is_told_in_one_line(tokens: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(tokens) == 2
    out, err = capsys.readouterr()
    assert told in err
    assert err.count("\n") == 1
    assert err.startswith("pressledger: ")
    assert out == ""


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_explains_itself_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer([command, "--help"]) == 0
    out, _ = capsys.readouterr()
    assert f"pressledger {command}" in out.split("For example:")[1]


def test_a_damaged_lake_is_a_fault_outside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lake = open_lake(tmp_path / "lake")
    lake.catalog.write_bytes(b"no database" * 1000)
    for command in ("status", "diff", "compact"):  # `sql` shuts its process in: it has tests of its own
        assert answer([command, "--lake", str(lake.folder)]) == 3
        assert capsys.readouterr().err.count("\n") == 1


def test_settings_are_shown_with_where_they_are_from(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pressledger.toml").write_text("workers = 3\n")
    monkeypatch.setenv("PRESSLEDGER_LAKE", "/data/lake")
    assert answer(["config"]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line}
    assert "pressledger.toml" in lines["workers"]
    assert "/data/lake" in lines["lake"]
    assert "environment" in lines["lake"]
    assert "default" in lines["sql_rows"]
