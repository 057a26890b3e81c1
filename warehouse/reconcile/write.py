"""Guarded writing: a row that is already as it should be makes no change in the lake."""

import duckdb
import pyarrow as pa

from warehouse.tables import TABLES


def merge(connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Insert the rows that are new, update those that differ; the others stay as they are."""
    key, *others = _key_first(table)
    connection.register("merged_rows", rows)
    differ = " OR ".join(f"t.{name} IS DISTINCT FROM s.{name}" for name in others)
    names = ", ".join(TABLES[table].names)
    matched = f"WHEN MATCHED AND ({differ}) THEN UPDATE SET {', '.join(f'{n} = s.{n}' for n in others)}"
    connection.execute(f"""
        MERGE INTO {table} t USING merged_rows s ON t.{key} = s.{key}
        {matched} WHEN NOT MATCHED THEN INSERT ({names}) VALUES ({", ".join(f"s.{n}" for n in TABLES[table].names)})
    """)  # noqa: S608
    connection.unregister("merged_rows")


def _key_first(table: str) -> tuple[str, ...]:
    (key,) = TABLES[table].key
    return (key, *(name for name in TABLES[table].names if name != key))


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
    connection.register("gone_rows", gone)
    connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM gone_rows)")  # noqa: S608
    connection.unregister("gone_rows")
