"""The one gate through which others query the lake: it reads, within limits, and can do nothing else.

Three walls, attacked in tests/attacks: `admission` lets in one SELECT of known parts; the
connection is read-only, cut off from files, network, extensions and settings; on Linux the process itself cannot write.
"""

import fcntl
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
from warehouse.lake import Lake, attach_read_only, find_lake
from warehouse.shut_in import limit_memory, shut_in

if TYPE_CHECKING:
    import pyarrow as pa

LIMIT = 100_000  # rows of an answer
TIMEOUT = 60.0  # seconds of a query
MEMORY = 1_024  # MiB of a query
_PIECE = 2_048  # rows fetched at once
_BUSY_TRIES = 20
_SHARED_LOCK = (510, 0x40000002)  # length and place of SQLite's shared lock (sqlite.org/fileformat2.html, os_unix.c)
_WITH_LOG = b"\x02"  # byte 18 of a catalogue that has a write-ahead log


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
            self._result.execute("SELECT 1").fetchall()  # lets go of what was not fetched


class Gate:
    """An open gate to one lake. `ask` may be called again and again, one question after the other."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

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
    with told_plainly(lake.folder), lake.readable() as catalog, _held(catalog) as shared:
        shut_in((catalog.parent, lake.data), shared)
        with closing(_cut_off(lake, catalog, memory)) as connection:
            limit_memory(2 * memory * 2**20)
            yield Gate(connection)


@contextmanager
def run_query(
    uri: str | Path, sql: str, limit: int = LIMIT, timeout: float = TIMEOUT, memory: int = MEMORY
) -> Iterator[Answer]:
    """One question through a gate of its own, in a process that serves nothing else."""
    with open_gate(uri, memory) as gate:
        yield gate.ask(sql, limit, timeout)


@contextmanager
def _held(catalog: Path) -> Iterator[list[Path]]:
    """The files beside the catalogue in which SQLite's readers mark what they read: all that this process may write.

    They are made where they are not there, and SQLite's own shared lock is held so that no writer, done with its work,
    takes them away before DuckDB has opened them. (Not through Python's sqlite3: two copies of SQLite in one process
    undo each other's locks.)
    """
    beside = [catalog.with_name(catalog.name + end) for end in ("-wal", "-shm")]
    with catalog.open("rb") as file:
        fcntl.lockf(file, fcntl.LOCK_SH, *_SHARED_LOCK)
        if file.read(19)[18:] != _WITH_LOG:
            yield []
            return
        for path in beside:
            path.touch()
        yield beside


def _cut_off(lake: Lake, catalog: Path, memory: int) -> duckdb.DuckDBPyConnection:
    connection = connect(memory=f"{memory}MB")
    attach_read_only(connection, lake, catalog)
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
