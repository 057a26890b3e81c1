"""Writers in processes of their own: several at once, and killed at the worst moments."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from articles import AT

from warehouse.errors import LakeBusy
from warehouse.lake import Lake, find_lake, open_lake
from warehouse.runs import Run, at_work
from warehouse.status import check

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


EACH = int(os.environ.get("PRESSLEDGER_WRITES", "1"))  # runs of each writer; each costs seconds


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / "writing.py"), str(folder), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)


def one(lake: Lake, query: str) -> object:
    with lake.reading() as connection:
        row = connection.execute(query).fetchone()
    return row[0] if row else None


def test_four_writers_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    writers = [start(tmp_path / "lake", name, str(EACH)) for name in "abcd"]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    lake = find_lake(tmp_path / "lake")
    assert one(lake, "SELECT count(*) FROM articles") == 4 * EACH
    assert one(lake, "SELECT count(*) FROM runs WHERE status = 'done'") == 4 * EACH
    assert one(lake, "SELECT count(*) FROM grant_evidence") == 4 * EACH
    assert one(lake, "SELECT article_count FROM grants") == 4 * EACH
    assert check(lake) == []


def test_a_writer_killed_inside_commit_leaves_the_last_published_state(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    assert start(folder, "before", "1").wait(timeout=60) == 0
    killed = start(folder, "killed", "5", "commit")
    assert killed.wait(timeout=60) == -signal.SIGKILL
    lake = find_lake(folder)
    assert one(lake, "SELECT count(*) FROM articles WHERE article_id = 'article-before-0'") == 1
    assert check(lake) == []
    assert start(folder, "after", "1").wait(timeout=60) == 0
    assert one(lake, "SELECT count(*) FROM articles WHERE article_id = 'article-after-0'") == 1
    assert one(lake, "SELECT count(*) FROM runs WHERE status = 'running'") == 0
    assert [path.name for path in lake.staging.iterdir() if path.name.startswith("killed")] == []


def test_a_hot_journal_is_recovered_before_reading(tmp_path: Path) -> None:
    lake = open_lake(tmp_path / "lake")
    script = (
        "import os, signal, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('CREATE TABLE half (x)')\n"
        "c.executemany('INSERT INTO half VALUES (?)', ((str(i) * 100,) for i in range(5000)))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(lake.catalog)], check=False)
    assert lake.catalog.with_name("catalog.sqlite-journal").stat().st_size > 0
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(f"file:{lake.catalog}?mode=ro", uri=True).execute("SELECT count(*) FROM half").fetchone()
    assert one(lake, "SELECT count(*) FROM articles") == 0
    assert check(lake) == []


def test_a_lock_held_too_long_is_told_in_one_line(tmp_path: Path) -> None:
    lake = open_lake(tmp_path / "lake")
    with lake.turn(), pytest.raises(LakeBusy, match="another run has been writing"):
        lake.write(lambda connection: None, wait=0.1)


def test_a_run_that_died_is_marked_and_its_staging_removed(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    lake = open_lake(folder)
    alive = Run("alive", AT, "1", "1")
    with at_work(lake, alive):
        killed = start(folder, "dead", "50", "4")
        assert killed.wait(timeout=60) == -signal.SIGKILL
        with at_work(lake, Run("next", AT, "1", "1")):
            pass
        assert one(lake, "SELECT status FROM runs WHERE run_id = 'alive'") == "running"
    assert one(lake, "SELECT count(*) FROM runs WHERE run_id LIKE 'dead%' AND status = 'running'") == 0
    assert [path.name for path in lake.staging.iterdir() if path.name.startswith("dead")] == []
