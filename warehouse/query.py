"""The one gate through which others query the lake: it reads, within limits, and can do nothing else.

Three walls, attacked in tests/attacks: `admission` lets in one SELECT of known parts; the
connection is read-only, cut off from files, network, extensions and settings; on Linux the process itself cannot write.
"""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from warehouse.admission import admit
from warehouse.engine import connect, quoted
from warehouse.errors import QueryFailed
from warehouse.faults import first_line, passing, told_plainly
from warehouse.lake import NAME, Lake, attachment, find_lake
from warehouse.shut_in import limit_memory, shut_in

if TYPE_CHECKING:
    import pyarrow as pa

LIMIT = 100_000  # rows of an answer
TIMEOUT = 60.0  # seconds of a query
MEMORY = 1_024  # MiB of a query
_PIECE = 2_048  # rows fetched at once
_BUSY_TRIES = 20


class Answer:
    """The rows of a query, asked for once: as `rows` or as `batches`. Then `cut` tells whether there were more."""

    def __init__(self, result: duckdb.DuckDBPyConnection, limit: int, clock: threading.Timer, timeout: float) -> None:
        self._result = result
        self._limit = limit
        self._clock = clock
        self._timeout = timeout
        self.columns = tuple(str(column[0]) for column in result.description or ())
        self.types = tuple(str(column[1]) for column in result.description or ())
        self.cut = False

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The rows, at most the limit; QueryFailed when the time or the memory is up."""
        with self._timed():
            left = self._limit
            while piece := self._result.fetchmany(min(_PIECE, left + 1)):
                yield from piece[:left]
                self.cut = len(piece) > left
                left -= len(piece)
                if left < 0:
                    return

    def batches(self) -> "Iterator[pa.RecordBatch]":
        """The same as Arrow, piece by piece."""
        with self._timed():
            left = self._limit
            for batch in self._result.to_arrow_reader(_PIECE):
                self.cut = batch.num_rows > left
                yield batch.slice(0, left)
                left -= batch.num_rows
                if self.cut:
                    return

    @contextmanager
    def _timed(self) -> Iterator[None]:
        try:
            with _explained(self._timeout):
                yield
        finally:
            self._clock.cancel()


class Gate:
    """An open gate to one lake. `ask` may be called again and again, one question after the other."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, lake: Lake) -> None:
        self._connection = connection
        self._lake = lake

    def ask(self, sql: str, limit: int = LIMIT, timeout: float = TIMEOUT) -> Answer:
        """Run one SELECT. QueryRefused or QueryFailed say in one line why there is no answer."""
        statement = admit(sql)
        clock = threading.Timer(timeout, self._connection.interrupt)
        clock.daemon = True
        clock.start()
        try:
            with _explained(timeout):
                return Answer(self._started(statement), limit, clock, timeout)
        except BaseException:
            clock.cancel()
            raise

    def _started(self, statement: str) -> duckdb.DuckDBPyConnection:
        """The running query; begun again where the catalogue was locked by a writer just then."""
        for _ in range(_BUSY_TRIES):
            try:
                return self._connection.execute(statement)
            except duckdb.Error as error:
                if not passing(error):
                    raise
                threading.Event().wait(0.05)
        return self._connection.execute(statement)


@contextmanager
def open_gate(uri: str | Path, memory: int = MEMORY) -> Iterator[Gate]:
    """Shut this process in and open the gate; `memory` in MiB. From here on the process can write nothing."""
    lake = find_lake(uri)
    lake.recover()
    shut_in((lake.catalog, lake.data, lake.folder))
    with told_plainly(lake.folder):
        connection = _cut_off(lake, memory)
    limit_memory(2 * memory * 2**20)
    with closing(connection):
        yield Gate(connection, lake)


@contextmanager
def run_query(
    uri: str | Path, sql: str, limit: int = LIMIT, timeout: float = TIMEOUT, memory: int = MEMORY
) -> Iterator[Answer]:
    """One question through a gate of its own, in a process that serves nothing else."""
    with open_gate(uri, memory) as gate:
        yield gate.ask(sql, limit, timeout)


def _cut_off(lake: Lake, memory: int) -> duckdb.DuckDBPyConnection:
    connection = connect(memory=f"{memory}MB")
    connection.execute(attachment(lake, "READ_ONLY"))
    connection.execute(f"USE {NAME}")
    for setting, value in (
        ("preserve_insertion_order", "true"),
        ("allowed_directories", f"[{quoted(f'{lake.data}/')}]"),
        ("python_enable_replacements", "false"),
        ("python_scan_all_frames", "false"),
        ("enable_external_access", "false"),
        ("allow_community_extensions", "false"),
        ("lock_configuration", "true"),
    ):
        connection.execute(f"SET {setting} = {value}")
    return connection


@contextmanager
def _explained(timeout: float) -> Iterator[None]:
    try:
        yield
    except duckdb.InterruptException:
        raise QueryFailed(f"the query took longer than {timeout:g} s") from None
    except (duckdb.OutOfMemoryException, MemoryError):
        raise QueryFailed("the query needs more memory than it may have") from None
    except duckdb.Error as error:
        raise QueryFailed(first_line(error)) from None
