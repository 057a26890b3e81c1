"""The lake: where it lies, who may write, and how a transaction is replayed until it holds.

    lake/catalog.sqlite   the catalogue, SQL (and beside it SQLite's -wal and -shm)
    lake/data/            the tables, Parquet
    lake/raw/             the raw files, <sha256>.zst
    lake/staging/         what runs are working on
    lake/write.lock       held by whoever writes

Any number of readers; writers take turns by the lock. Each transaction has a connection of its own: after a failed
COMMIT nothing of it is left, so all of it is done again.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import duckdb

from warehouse.engine import connect, quoted
from warehouse.errors import LakeBroken, LakeBusy
from warehouse.faults import passing, told_plainly

WAIT = 600.0  # seconds that a writer waits for its turn
ATTEMPTS = 6
ROOM = 1 << 20  # bytes that the disk must have left for SQLite's shared files
NAME = "lake"
_NEVER_BEGUN = "creating a new DuckLake is explicitly disabled"  # DuckLake of a catalogue that it never wrote to
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lake:
    """A lake on a disk. It holds no connection: every use opens one and closes it."""

    folder: Path

    @property
    def catalog(self) -> Path:
        """The catalogue."""
        return self.folder / "catalog.sqlite"

    @property
    def data(self) -> Path:
        """The folder of the Parquet files."""
        return self.folder / "data"

    @property
    def raw(self) -> Path:
        """The folder of the raw files."""
        return self.folder / "raw"

    @property
    def staging(self) -> Path:
        """The folder in which runs work; each has a folder of its own there."""
        return self.folder / "staging"

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A read-only connection, for queries of our own (those of others go through `warehouse.query`)."""
        with (
            told_plainly(self.folder),
            self.readable() as catalog,
            closing(connect(self.staging / "spill")) as connection,
        ):
            attach_read_only(connection, self, catalog)
            yield connection

    @contextmanager
    def readable(self) -> Iterator[Path]:
        """The catalogue; a copy where SQLite cannot keep its shared files beside it (a disk read-only or full)."""
        if os.access(self.folder, os.W_OK) and shutil.disk_usage(self.folder).free >= ROOM:
            yield self.catalog
            return
        with TemporaryDirectory(prefix="pressledger-", ignore_cleanup_errors=True) as folder:
            for file in (self.catalog, self.catalog.with_name("catalog.sqlite-wal")):
                if file.exists():
                    shutil.copy(file, folder)
            copy = Path(folder) / self.catalog.name
            with closing(sqlite3.connect(copy)) as catalog:
                catalog.execute("PRAGMA journal_mode = DELETE").fetchall()
            yield copy

    def write(self, work: Callable[[duckdb.DuckDBPyConnection], T], wait: float = WAIT) -> T:
        """Do `work` in one transaction, under the lock, replayed whole when another program was in the way.

        `work` gets a connection inside BEGIN and may be called several times; it must change nothing but the lake.
        LakeBusy when the turn does not come within `wait` seconds or every replay fails.
        """
        import stamina  # noqa: PLC0415 (readers need neither this nor the lock)

        with told_plainly(self.folder), self.turn(wait):
            for attempt in stamina.retry_context(on=passing, attempts=ATTEMPTS, wait_initial=0.05, wait_max=2.0):
                with attempt:
                    return self._transaction(work)
        raise LakeBusy(f"{self.folder} is in use by another program")

    @contextmanager
    def still(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A read-only connection while nobody writes, for reading many tables as one state.

        A transaction of a reader would not do: when files are merged in the meantime, it finds neither the old nor the
        new ones (docs/decisions/0001).
        """
        with ExitStack() as stack:
            if os.access(self.folder, os.W_OK):
                stack.enter_context(self.turn())
            yield stack.enter_context(self.reading())

    @contextmanager
    def turn(self, wait: float = WAIT) -> Iterator[None]:
        """Hold the lock of the lake; LakeBusy when it does not come within `wait` seconds."""
        from filelock import FileLock, Timeout  # noqa: PLC0415

        with told_plainly(self.folder):
            try:
                lock = FileLock(self.folder / "write.lock")
                lock.acquire(timeout=wait)
            except Timeout:
                raise LakeBusy(f"another run has been writing to {self.folder} for {wait:.0f} s") from None
        try:
            yield
        finally:
            lock.release()

    def _transaction(self, work: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        with closing(connect(self.staging / "spill")) as connection:
            connection.execute(_attachment(self, self.catalog, "DATA_INLINING_ROW_LIMIT 0"))
            connection.execute(f"USE {NAME}")
            connection.execute("BEGIN")
            result = work(connection)
            connection.execute("COMMIT")
        return result


def attach_read_only(connection: duckdb.DuckDBPyConnection, lake: Lake, catalog: Path) -> None:
    """Attach the lake by its catalogue, or a copy of that; LakeBroken where no run has ever committed to it."""
    try:
        connection.execute(_attachment(lake, catalog, "READ_ONLY"))
    except duckdb.InvalidInputException as error:
        if _NEVER_BEGUN in str(error) and not any(lake.data.iterdir()):
            raise LakeBroken(f"the lake {lake.folder} is empty: `pressledger run` fills it") from None
        raise
    connection.execute(f"USE {NAME}")
    known = connection.execute("SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() LIMIT 1")
    if known.fetchone() is None:
        raise LakeBroken(f"the lake {lake.folder} is empty: `pressledger run` fills it")


def _attachment(lake: Lake, catalog: Path, option: str) -> str:
    """The ATTACH statement. The data path is given, so that a lake that was moved is found."""
    path = quoted(f"ducklake:sqlite:{catalog}")
    return f"ATTACH {path} AS {NAME} (DATA_PATH {quoted(f'{lake.data}/')}, OVERRIDE_DATA_PATH true, {option})"


def find_lake(uri: str | Path) -> Lake:
    """The lake at `uri`, a folder; LakeBroken where there is none."""
    lake = Lake(Path(uri).absolute())
    if not lake.catalog.is_file():
        raise LakeBroken(f"there is no lake at {uri}: `pressledger run` makes one")
    return lake


def open_lake(uri: str | Path) -> Lake:
    """The lake at `uri`, made where there is none, ready to be written by this version."""
    from warehouse import schema  # noqa: PLC0415 (readers need no Arrow)

    lake = Lake(Path(uri).absolute())
    with told_plainly(lake.folder.parent):
        for folder in (lake.data, lake.raw, lake.staging):
            folder.mkdir(parents=True, exist_ok=True)
        with lake.turn():
            if not lake.catalog.exists():
                _let_readers_read(lake.catalog)
    found = lake.write(schema.found_or_created)
    if found != (schema.VERSION, schema.fingerprint()):
        raise LakeBroken(f"{lake.folder} was made by another version of pressledger: run `pressledger upgrade`")
    return lake


def _let_readers_read(catalog: Path) -> None:
    """Make the catalogue with a write-ahead log: without one a reader's open transaction makes a COMMIT fail, and what
    DuckDB leaves of a failed COMMIT keeps the catalogue locked for all (docs/decisions/0001)."""
    with closing(sqlite3.connect(catalog)) as fresh:
        fresh.execute("PRAGMA journal_mode = WAL").fetchall()
