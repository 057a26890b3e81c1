"""Writers in processes of their own: several at once, and killed at the worst moments."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from articles import AT, ingest

from warehouse.errors import LakeBusy
from warehouse.lake import Lake, find_lake, open_lake
from warehouse.runs import Run, at_work, is_alive
from warehouse.status import check

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


EACH = int(os.environ.get("PRESSLEDGER_WRITES", "1"))  # runs of each writer; each costs seconds


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, str(HERE / "writing.py"), str(folder), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)


def size(file: Path) -> int:
    """The file's size; 0 where it is not there (any more)."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0


def killed_in_commit(folder: Path, name: str) -> None:
    """Start a writer and kill it while the catalogue's log holds pages, watched from outside."""
    writer = start(folder, name, "40")
    log = folder / "catalog.sqlite-wal"
    while writer.poll() is None and not size(log):
        pass
    writer.kill()
    assert writer.wait(timeout=60) == -signal.SIGKILL


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
    killed_in_commit(folder, "killed")
    lake = find_lake(folder)
    assert one(lake, "SELECT count(*) FROM articles WHERE article_id = 'article-before-0'") == 1
    assert check(lake) == []
    assert start(folder, "after", "1").wait(timeout=60) == 0
    assert one(lake, "SELECT count(*) FROM articles WHERE article_id = 'article-after-0'") == 1
    assert one(lake, "SELECT count(*) FROM runs WHERE status = 'running'") == 0
    assert [path.name for path in lake.staging.iterdir() if path.name.startswith("killed")] == []


def test_a_reader_in_the_middle_of_a_transaction_holds_nobody_up(lake: Lake) -> None:
    reader = subprocess.Popen(
        [sys.executable, "-c", READER, str(lake.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert reader.stdin
    assert reader.stdout
    assert reader.stdout.readline() == "0\n"
    ingest(lake, "a")
    ingest(lake, "b")
    out, _ = reader.communicate("go on\n", timeout=60)
    assert out == "0\n"
    assert one(lake, "SELECT count(*) FROM articles") == 2


READER = """
import sys
from warehouse.lake import find_lake
with find_lake(sys.argv[1]).reading() as connection:
    connection.execute("BEGIN")
    print(connection.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
    sys.stdin.readline()
    print(connection.execute("SELECT count(*) FROM articles").fetchone()[0], flush=True)
"""


def test_a_lock_held_too_long_is_told_in_one_line(lake: Lake) -> None:
    with lake.turn(), pytest.raises(LakeBusy, match="another run has been writing"):
        lake.write(lambda connection: None, wait=0.1)


def test_a_run_that_died_is_marked_and_its_staging_removed(tmp_path: Path) -> None:
    folder = tmp_path / "lake"
    lake = open_lake(folder)
    alive = Run("alive", AT, "1", "1")
    with at_work(lake, alive):
        assert start(folder, "dead", "50", "6").wait(timeout=120) == -signal.SIGKILL
        [dead] = [path.stem for path in lake.staging.glob("dead*.lock")]
        assert is_alive(lake, "alive")
        assert not is_alive(lake, dead)
        with at_work(lake, Run("next", AT, "1", "1")):
            pass
        assert one(lake, "SELECT status FROM runs WHERE run_id = 'alive'") == "running"
    assert one(lake, "SELECT count(*) FROM runs WHERE run_id LIKE 'dead%' AND status = 'running'") == 0
    assert one(lake, "SELECT cause FROM runs WHERE run_id LIKE 'dead%' AND status = 'died'") == "its process ended"
    assert [path.name for path in lake.staging.iterdir() if path.name.startswith("dead")] == []
