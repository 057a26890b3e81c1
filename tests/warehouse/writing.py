"""A process that writes: `python writing.py LAKE NAME COUNT [KILL_AT]` publishes COUNT articles, one run each.

With KILL_AT it kills itself (SIGKILL) after that many seconds.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from articles import AT, facts, source, stamp

from warehouse.lake import open_lake
from warehouse.publish import publish
from warehouse.runs import Run, at_work
from warehouse.stage import stage


def main(folder: str, name: str, count: str, kill_at: str = "") -> None:
    lake = open_lake(folder)
    if kill_at:
        threading.Thread(target=_kill, args=(kill_at,), daemon=True).start()
    for number in range(int(count)):
        run_id = f"{name}-{number}"
        run = Run(run_id, AT, "1", "1")
        one = facts(run_id)
        with at_work(lake, run) as staging:
            unit = stage([one], [source(one)], staging / "0", stamp(run_id))
            publish(lake, [unit], Run(run_id, AT, "1", "1", "done", AT))


def _kill(kill_at: str) -> None:
    time.sleep(float(kill_at))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
