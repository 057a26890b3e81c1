"""What DuckDB, SQLite and the disk say when something fails -> one of our plain errors."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.errors import LakeBroken, LakeBusy, LakeFault, WarehouseError

# Words of the two engines, lower case. Taken when faults were made on purpose (tests/warehouse/test_faults.py).
_PASSING = ("database is locked", "transaction conflict", "conflict on", "table is locked")
_FULL = ("no space left", "disk is full", "database or disk is full", "file too large")
_DENIED = ("permission denied", "read-only file system", "readonly database", "unable to open database file")
_GONE = ("no such file",)
_DAMAGED = (
    "not a database",
    "malformed",
    "magic bytes",
    "footer",
    "corrupt",
    "invalid parquet",
    "tprotocolexception",
    "failed to read",
    "too small to be a parquet",
    "disk i/o error",
    "don't know what type",
    "no such table",
    "does not exist",
)
_LITTLE = 1 << 20  # bytes left on a disk on which SQLite's errors mean that it is full
_ENGINES = (duckdb.Error, sqlite3.Error, OSError)


def passing(error: BaseException) -> bool:
    """Whether the same transaction may succeed when it is replayed: another process was in the way."""
    return isinstance(error, duckdb.Error | sqlite3.Error) and _says(error, _PASSING)


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Inside, what the engines raise about the lake in `folder` leaves as a WarehouseError of one line."""
    try:
        yield
    except WarehouseError:
        raise
    except _ENGINES as error:
        if isinstance(error, duckdb.ProgrammingError) and not _says(error, (*_PASSING, *_DAMAGED)):
            raise  # a mistake of ours, not of the lake
        raise plain(error, folder) from error


def plain(error: Exception, folder: Path) -> WarehouseError:
    """The error in our words."""
    if not folder.is_dir():
        return LakeBroken(f"the lake folder {folder} is gone")
    if "disk i/o error" in str(error).lower() and shutil.disk_usage(folder).free < _LITTLE:
        return LakeFault(f"no space left for {folder}; nothing was published")
    if passing(error):
        return LakeBusy(f"{folder} is in use by another program: {first_line(error)}")
    if _says(error, _FULL) or getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return LakeFault(f"no space left for {folder}; nothing was published")
    if _says(error, _DENIED) or getattr(error, "errno", None) in (errno.EACCES, errno.EROFS, errno.EPERM):
        return LakeFault(f"{folder} cannot be written: {first_line(error)}")
    if _says(error, _GONE):
        return LakeBroken(f"a file of the lake {folder} is missing: {first_line(error)}")
    if isinstance(error, duckdb.FatalException | duckdb.InternalException) or _says(error, _DAMAGED):
        return LakeBroken(f"the lake {folder} is damaged: {first_line(error)}")
    return LakeFault(f"{folder}: {first_line(error)}")


def first_line(error: BaseException) -> str:
    """The first line of the message, cut to 300 characters."""
    return next(iter(str(error).strip().splitlines()), type(error).__name__)[:300]


def _says(error: BaseException, words: tuple[str, ...]) -> bool:
    text = str(error).lower()
    return any(word in text for word in words)
