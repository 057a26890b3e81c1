"""Guarded writing: a row that is already as it should be makes no change in the lake."""

import duckdb
import pyarrow as pa

from warehouse.merge import merge
from warehouse.tables import TABLES


def write_rows(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Insert the rows that are new, update those that differ; the others stay as they are."""
    if not rows.num_rows:
        return
    connection.register("right_rows", rows)
    merge(connection, table, "right_rows", TABLES[table].key, TABLES[table].names)
    connection.unregister("right_rows")


def replace_all(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Make the small table hold these rows and no others, and touch none that it holds already."""
    names = ", ".join(TABLES[table].names)
    connection.register("right_rows", rows.select(TABLES[table].names))
    same = " AND ".join(f"t.{name} IS NOT DISTINCT FROM s.{name}" for name in TABLES[table].names)
    connection.execute(f"DELETE FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM right_rows s WHERE {same})")  # noqa: S608
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM right_rows s WHERE NOT EXISTS "  # noqa: S608
        f"(SELECT 1 FROM {table} t WHERE {same})"
    )
    connection.unregister("right_rows")


def delete(connection: duckdb.DuckDBPyConnection, table: str, column: str, gone: pa.Table) -> None:
    """Delete the rows whose `column` is among the ids of `gone`."""
    if not gone.num_rows:
        return
    connection.register("gone_rows", gone)
    connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM gone_rows)")  # noqa: S608
    connection.unregister("gone_rows")
