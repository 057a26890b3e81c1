"""A schedule with a real Prefect server: ticks, a kill, a restart, a pause; nothing doubled."""

import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.end_to_end.conftest import COMMAND, ROOT, environment
from warehouse.errors import WarehouseError
from warehouse.lake import find_lake

READY_SECONDS = TICK_SECONDS = 120  # on a busy machine; docs/operations.md has what was measured on a quiet one
NAMES = ("naicc-2025-06-no-bid.txt", "sovereign-ai-2025-08-five-teams.txt", "sovereign-ai-2026-02-motif.txt")
ARTICLES = tuple(ROOT / "samples" / name for name in NAMES)


@contextmanager
def served(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """`pressledger schedule inbox --every 5s`, ready."""
    command = [*COMMAND, "schedule", "inbox", "--every", "5s"]
    env = environment(folder, PRESSLEDGER_STILL_SECONDS="0.5")
    log = (folder / "schedule.log").open("w")
    process = subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log, text=True)
    try:
        until(lambda: "Ctrl-C ends it" in (folder / "schedule.log").read_text(), READY_SECONDS, process)
        yield process
    finally:
        process.kill()
        process.wait()
        log.close()


def until(true: Callable[[], bool], seconds: float, process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert process.poll() is None, f"ended with {process.returncode}"
        assert time.monotonic() < deadline, "waited too long"
        time.sleep(0.2)


def read(folder: Path) -> list[str]:
    """The files that are in the lake, with doubles."""
    try:
        with find_lake(folder / "lake").reading() as connection:
            return sorted(Path(row[0]).name for row in connection.execute("SELECT source_uri FROM sources").fetchall())
    except WarehouseError:
        return []


def command(folder: Path, *words: str) -> str:
    done = subprocess.run(
        [*COMMAND, "schedule", *words], cwd=folder, env=environment(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def drop(folder: Path, article: Path) -> None:
    """As a careful writer does: under another name, then renamed."""
    part = folder / "inbox" / f"{article.name}.part"
    part.write_bytes(article.read_bytes())
    part.rename(folder / "inbox" / article.name)


def test_ticks_go_on_over_a_kill_and_nothing_is_doubled(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    first, second, missed = ARTICLES
    drop(tmp_path, first)
    (tmp_path / "inbox" / "unfinished.html.part").write_text("half")
    with served(tmp_path) as process:
        until(lambda: read(tmp_path) == [first.name], TICK_SECONDS, process)
        drop(tmp_path, second)
        until(lambda: read(tmp_path) == sorted([first.name, second.name]), TICK_SECONDS, process)
        assert "every 5 s, next 20" in command(tmp_path, "list")
        server = children(process.pid)
        process.kill()
    deadline = time.monotonic() + 20
    while any(Path(f"/proc/{pid}/status").exists() for pid in server) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not [pid for pid in server if "Z" not in _state(pid)], "the server outlived its schedule"
    drop(tmp_path, missed)
    everything = sorted([first.name, second.name, missed.name])
    with served(tmp_path) as process:
        until(lambda: read(tmp_path) == everything, TICK_SECONDS, process)
        command(tmp_path, "pause")
        assert "paused" in command(tmp_path, "list")
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
    assert read(tmp_path) == everything
    assert "Traceback" not in (tmp_path / "schedule.log").read_text()
    assert sorted(file.name for file in (tmp_path / "inbox").iterdir()) == sorted([*everything, "unfinished.html.part"])


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"
