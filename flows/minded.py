"""Ends a process whose parent is gone: work that nobody minds any more would stand in the way of the next."""

import os
import threading
import time

SECONDS = 1.0  # between two looks


def end_with_parent() -> None:
    """Watch the parent in the background; when it is gone, this process ends at once, as by a kill: nothing is lost."""
    threading.Thread(target=_watch, args=(os.getppid(),), name="minded", daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS)
    os._exit(1)
