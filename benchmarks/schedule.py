"""From an empty home to a served schedule, and from a tick to the lake.

usage: python -m benchmarks.schedule [TICKS]        (3 by default; a minute each)

`pressledger schedule` is started in a new folder with a tick each minute; ten seconds before each tick a file is
dropped into the inbox, and the lake is asked until the article is there. On a machine that others work on, run it
under `chrt -r 1`: what is asked is how long the schedule takes, not how long it waits for a processor.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.runs import ROOT
from warehouse.errors import WarehouseError
from warehouse.lake import find_lake

COMMAND = [sys.executable, "-c", "from flows.cli.main import main; main()"]
BEFORE = 10  # seconds before a tick at which a file is dropped
PATIENCE = 180


def until(true: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    """Wait until it is so; the program ends when it never is."""
    deadline = time.time() + PATIENCE
    while not true():
        if process.poll() is not None or time.time() > deadline:
            sys.exit(f"waited in vain; the schedule's exit code is {process.poll()}")
        time.sleep(0.1)


def is_read(folder: Path, name: str) -> bool:
    """Whether an article of the file is in the lake."""
    try:
        with find_lake(folder / "lake").reading() as connection:
            query = "SELECT count(*) FROM articles WHERE ends_with(source_uri, ?)"
            return connection.execute(query, [name]).fetchone() == (1,)
    except WarehouseError:
        return False


def measure(folder: Path, ticks: int) -> tuple[float, list[float]]:
    """Seconds until it was ready, and from each tick until the file dropped before it was in the lake."""
    log = folder / "log"
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    (folder / "inbox").mkdir()
    start = time.time()
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*COMMAND, "schedule", "inbox", "--cron", "* * * * *"], cwd=folder, env=env, stdout=out, stderr=out
        )
    try:
        until(lambda: "Ctrl-C ends it" in log.read_text(), process)
        ready = time.time() - start
        return ready, [after_tick(folder, number, process) for number in range(ticks)]
    finally:
        process.terminate()
        process.wait()


def after_tick(folder: Path, number: int, process: "subprocess.Popen[bytes]") -> float:
    """Drop a file before the next tick; the seconds from the tick until it was read."""
    tick = (time.time() // 60 + 1) * 60
    if tick - time.time() < BEFORE:
        tick += 60
    time.sleep(tick - BEFORE - time.time())
    text = (ROOT / "samples" / "sovereign-ai-2025-08-five-teams.txt").read_text(encoding="utf-8")
    (folder / "inbox" / f"{number}.txt").write_text(f"{text}\n\n{number}번째 기사다.\n", encoding="utf-8")
    time.sleep(tick - time.time())
    until(lambda: is_read(folder, f"{number}.txt"), process)
    return time.time() - tick


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        ready, after = measure(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 3)
    print(f"ready after {ready:.1f} s; in the lake {', '.join(f'{seconds:.1f}' for seconds in after)} s after the tick")


if __name__ == "__main__":
    main()
