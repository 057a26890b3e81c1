"""`pressledger` with a hook: it notes in a file whether it is in a transaction, and can kill itself there.

usage: KILL_NOTE=FILE [KILL_AT=begin|commit KILL_NTH=N KILL_DELAY=SECONDS] python -m benchmarks.killed COMMAND...

The kill is a SIGKILL from a thread, KILL_DELAY seconds after DuckDB was given the word KILL_AT of the process's Nth
transaction; DuckDB works meanwhile without Python's lock, so that the signal lands inside of its work.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from flows.cli.main import main
from warehouse import lake

PLACES = ("outside of a transaction", "in a transaction", "in COMMIT")
STEPS = {"BEGIN": 1, "COMMIT": 2}


class Hook:
    """Counts the transactions of this process and kills it in one of them."""

    def __init__(self, note: Path, word: str, nth: int, delay: float) -> None:
        self._note = os.open(note, os.O_WRONLY)
        self._word = word
        self._left = nth
        self._delay = delay

    @contextmanager
    def around(self, word: str) -> Iterator[None]:
        """`word` is given to DuckDB in the body."""
        os.pwrite(self._note, bytes([STEPS[word]]), 0)
        if word == self._word:
            self._left -= 1
            if self._left == 0:
                threading.Thread(target=self._kill, daemon=True).start()
        yield
        if word == "COMMIT":
            os.pwrite(self._note, bytes([0]), 0)

    def _kill(self) -> None:
        time.sleep(self._delay)
        os.kill(os.getpid(), signal.SIGKILL)


class Watched:
    """A connection that tells the hook of BEGIN and COMMIT."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, hook: Hook) -> None:
        self._connection = connection
        self._hook = hook

    def execute(self, query: str, *parameters: Any) -> Any:
        """As the connection's own."""
        if query not in STEPS:
            return self._connection.execute(query, *parameters)
        with self._hook.around(query):
            return self._connection.execute(query, *parameters)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def arm(hook: Hook) -> None:
    """Put the hook between the lake and its connections."""
    connect = lake.connect

    def watched(spill: Path | None = None) -> Any:
        return Watched(connect(spill), hook)

    lake.connect = watched


if __name__ == "__main__":
    arm(
        Hook(
            Path(os.environ["KILL_NOTE"]),
            os.environ.get("KILL_AT", "").upper(),
            int(os.environ.get("KILL_NTH", "0")),
            float(os.environ.get("KILL_DELAY", "0")),
        )
    )
    main()
