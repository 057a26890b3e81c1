"""The lake as one plain DuckDB file: the same tables, views and comments, swapped in whole."""

import os
from pathlib import Path

import duckdb

from warehouse.engine import quoted
from warehouse.errors import LakeFault
from warehouse.faults import told_plainly
from warehouse.lake import Lake
from warehouse.schema import VIEW_FILES, view_statements
from warehouse.tables import TABLES, VIEWS

STORAGE_VERSION = "v1.0.0"  # every DuckDB 1.x and 2.x reads it


def export(lake: Lake, target: Path) -> dict[str, int]:
    """Write the lake's newest snapshot to `target`; the rows of each table.

    Who reads an older file at that place keeps it; a killed run leaves that file, and a `.part` beside it.
    """
    target = target.absolute()
    part = target.with_name(f"{target.name}.part")
    if not target.parent.is_dir():
        raise LakeFault(f"there is no folder {target.parent}")
    with told_plainly(target.parent):
        part.unlink(missing_ok=True)
        with lake.still() as connection:
            rows = _write(connection, part)
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.replace(target)
    return rows


def _write(connection: duckdb.DuckDBPyConnection, part: Path) -> dict[str, int]:
    connection.execute(f"ATTACH {quoted(part)} AS export (STORAGE_VERSION {quoted(STORAGE_VERSION)})")
    rows = {}
    for table in TABLES.values():
        columns = ", ".join(f"{c.name} {c.sql_type}{' NOT NULL' * c.required}" for c in table.columns)
        connection.execute(f"CREATE TABLE export.{table.name} ({columns})")
        names, order = ", ".join(table.names), ", ".join(table.key)
        copied = connection.execute(
            f"INSERT INTO export.{table.name} SELECT {names} FROM lake.{table.name} ORDER BY {order}"  # noqa: S608
        ).fetchone()
        rows[table.name] = int(copied[0]) if copied else 0
        connection.execute(f"COMMENT ON TABLE export.{table.name} IS {quoted(table.description)}")
        for column in table.columns:
            connection.execute(f"COMMENT ON COLUMN export.{table.name}.{column.name} IS {quoted(column.comment)}")
    connection.execute("USE export")
    for statement in view_statements():
        connection.execute(statement)
    for view in (view for view in VIEWS.values() if (VIEW_FILES / f"{view.name}.sql").is_file()):
        connection.execute(f"COMMENT ON VIEW {view.name} IS {quoted(view.description)}")
    connection.execute("USE lake")
    connection.execute("DETACH export")
    return rows
