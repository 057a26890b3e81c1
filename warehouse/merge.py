"""Guarded writing in SQL: a row that is already as it should be makes no change in the lake (docs/decisions/0001)."""

from collections.abc import Iterable

import duckdb


def merge(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    source: str,
    key: Iterable[str],
    columns: Iterable[str],
    kept: Iterable[str] = (),
    unguarded: Iterable[str] = (),
) -> None:
    """Bring the rows of `source`, unique by `key`, into `table`: insert what is new, update what differs.

    `kept` columns are written once, with the row, and never updated. `unguarded` ones are written with an update, but
    do not cause one (who brought the row, and when). Only keys are looked up unless a row is there already: new rows
    cost the same whatever the table holds beside them.
    """
    key, columns = tuple(key), tuple(columns)
    updated = [name for name in columns if name not in {*key, *kept}]
    guarded = [name for name in updated if name not in set(unguarded)]
    listed, keys = ", ".join(columns), ", ".join(key)
    connection.execute(f"CREATE OR REPLACE TEMP TABLE merged_rows AS SELECT {listed} FROM {source}")  # noqa: S608
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE held_keys AS SELECT {keys} FROM {table} SEMI JOIN merged_rows USING ({keys})"  # noqa: S608
    )
    new = f"SELECT {listed} FROM merged_rows ANTI JOIN held_keys USING ({keys})"  # noqa: S608
    connection.execute(f"INSERT INTO {table} ({listed}) {new}")
    if connection.execute("FROM held_keys LIMIT 1").fetchone():
        connection.execute(f"""
            MERGE INTO {table} t USING (FROM merged_rows SEMI JOIN held_keys USING ({keys})) s
            ON {" AND ".join(f"t.{name} = s.{name}" for name in key)}
            WHEN MATCHED AND ({" OR ".join(f"t.{name} IS DISTINCT FROM s.{name}" for name in guarded)})
                THEN UPDATE SET {", ".join(f"{name} = s.{name}" for name in updated)}
        """)
