"""Bounded maintenance under the lock: small files merged, old snapshots let go, older lakes brought up to date.

Merging comes before expiry (ducklake#536) and goes in steps, each a transaction of its own, so that a kill costs one
step and other writers get their turn between two. Readers go on reading.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from warehouse import schema
from warehouse.engine import quoted
from warehouse.errors import LakeBroken
from warehouse.faults import told_plainly
from warehouse.lake import Lake
from warehouse.tables import TABLES

STEP = 20  # files that one step makes at most
GRACE = timedelta(days=1)  # a reader may still hold a file that the catalogue let go this recently


@dataclass(frozen=True, slots=True)
class Compacted:
    """The data files of the lake before and after, and how many snapshots were let go."""

    files_before: int
    files_after: int
    snapshots_expired: int


@dataclass(frozen=True, slots=True)
class Upgraded:
    """Where the catalogue as it was is kept (None where nothing was to do), and the tables and columns added."""

    backup: Path | None
    added: tuple[str, ...]


def compact(lake: Lake, now: datetime, retention: timedelta) -> Compacted:
    """Merge small files and let go of snapshots older than `retention`, but none that a run within it cites.

    `now` is UTC without zone. The change feed and AT (VERSION => n) hold for every snapshot that is kept.
    """
    with lake.reading() as connection:  # which says so where there is nothing to do anything with
        before = _file_count(connection)
    for table in TABLES:
        while any(lake.write(lambda connection, table=table: _merge(connection, table))):  # type: ignore[misc]
            pass
        lake.write(lambda connection, table=table: _rewrite(connection, table))  # type: ignore[misc]
    expired = lake.write(lambda connection: _expire(connection, now - retention))
    lake.write(lambda connection: _clean(connection, now - GRACE))
    return Compacted(before, lake.write(_file_count), expired)


def upgrade(lake: Lake) -> Upgraded:
    """Bring a lake of an older pressledger to this one's contract, after a backup of its catalogue."""
    with lake.reading() as connection:
        if schema.found_version(connection) == (schema.VERSION, schema.fingerprint()):
            return Upgraded(None, ())
    backup = _free_name(lake.catalog)
    with (
        told_plainly(lake.folder),
        lake.turn(),
        closing(sqlite3.connect(lake.catalog)) as held,
        closing(sqlite3.connect(backup)) as copy,
    ):
        held.backup(copy)
    return Upgraded(backup, tuple(lake.write(_migrate)))


def _migrate(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = schema.found_version(connection)
    if found and found[0] > schema.VERSION:
        raise LakeBroken(f"the lake is of a newer pressledger (schema {found[0]}): upgrade pressledger instead")
    return schema.migrate(connection)


def _merge(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[object]:
    query = f"CALL ducklake_merge_adjacent_files('lake', {quoted(table)}, max_compacted_files => {STEP})"
    return iter(connection.execute(query).fetchall())


def _rewrite(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Write files anew of which most rows were deleted."""
    connection.execute(f"CALL ducklake_rewrite_data_files('lake', {quoted(table)}, delete_threshold => 0.5)")


def _expire(connection: duckdb.DuckDBPyConnection, oldest: datetime) -> int:
    """Let go of snapshots older than `oldest`; the current one stays, and those that runs since then cite."""
    rows = connection.execute(f"""
        SELECT snapshot_id FROM ducklake_snapshots('lake')
        WHERE snapshot_time < {_moment(oldest)}
            AND snapshot_id < (SELECT max(snapshot_id) FROM ducklake_snapshots('lake'))
            AND snapshot_id NOT IN (SELECT snapshot_id FROM runs WHERE snapshot_id IS NOT NULL
                AND coalesce(finished_at, started_at) >= {quoted(oldest)}::TIMESTAMP)
    """).fetchall()  # noqa: S608
    if rows:
        versions = ", ".join(str(int(row[0])) for row in rows)
        connection.execute(f"CALL ducklake_expire_snapshots('lake', versions => [{versions}])")
    return len(rows)


def _clean(connection: duckdb.DuckDBPyConnection, oldest: datetime) -> None:
    """Delete the files that the catalogue let go, and those that killed writers left, where no reader can hold them."""
    connection.execute(f"CALL ducklake_cleanup_old_files('lake', older_than => {_moment(oldest)})")
    connection.execute(f"CALL ducklake_delete_orphaned_files('lake', older_than => {_moment(oldest)})")


def _moment(utc: datetime) -> str:
    return f"{quoted(f'{utc.isoformat()}+00:00')}::TIMESTAMPTZ"


def _file_count(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("SELECT sum(file_count) FROM ducklake_table_info('lake')").fetchone()
    return int(row[0] or 0) if row else 0


def _free_name(catalog: Path) -> Path:
    number = 1
    while (name := catalog.with_name(f"catalog-before-upgrade-{number}.sqlite")).exists():
        number += 1
    return name
