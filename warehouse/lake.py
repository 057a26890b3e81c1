"""The lake: where it lies, who may write, and how a transaction is replayed until it holds.

    lake/catalog.sqlite   the catalogue, SQL
    lake/data/            the tables, Parquet
    lake/raw/             the raw files, <sha256>.zst
    lake/staging/         what runs are working on
    lake/write.lock       held by whoever writes

Any number of readers; writers take turns by the lock. Each transaction has a connection of its own: after a failed
COMMIT nothing of it is left, so all of it is done again.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import duckdb

from warehouse.engine import connect, quoted
from warehouse.errors import LakeBroken, LakeBusy
from warehouse.faults import passing, told_plainly

WAIT = 600.0  # seconds that a writer waits for its turn
ATTEMPTS = 6
NAME = "lake"
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
        with told_plainly(self.folder):
            self.recover()
            with closing(self._connect("READ_ONLY")) as connection:
                yield connection

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

    def recover(self) -> None:
        """Undo what a killed writer left half done, so that readers who may not write can read.

        SQLite does it when the catalogue is opened for writing. A journal whose writer lives is left alone.
        """
        if not self.catalog.with_name("catalog.sqlite-journal").exists():
            return
        try:
            with self.turn(0), closing(sqlite3.connect(self.catalog)) as catalog:
                catalog.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except LakeBusy:
            return

    def _transaction(self, work: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
        with closing(self._connect("DATA_INLINING_ROW_LIMIT 0")) as connection:
            connection.execute("BEGIN")
            result = work(connection)
            connection.execute("COMMIT")
        return result

    def _connect(self, option: str) -> duckdb.DuckDBPyConnection:
        connection = connect(self.staging / "spill")
        try:
            connection.execute(attachment(self, option))
            connection.execute(f"USE {NAME}")
        except BaseException:
            connection.close()
            raise
        return connection


def attachment(lake: Lake, option: str) -> str:
    """The ATTACH statement. The data path is given, so that a lake that was moved is found."""
    path = quoted(f"ducklake:sqlite:{lake.catalog}")
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
    found = lake.write(schema.found_or_created)
    if found != (schema.VERSION, schema.fingerprint()):
        raise LakeBroken(f"{lake.folder} was made by another version of pressledger: run `pressledger upgrade`")
    return lake
