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
    do not cause one (who brought the row, and when).
    """
    key, columns = tuple(key), tuple(columns)
    updated = [name for name in columns if name not in {*key, *kept}]
    guarded = [name for name in updated if name not in set(unguarded)]
    connection.execute(f"""
        MERGE INTO {table} t USING (SELECT {", ".join(columns)} FROM {source}) s
        ON {" AND ".join(f"t.{name} = s.{name}" for name in key)}
        WHEN MATCHED AND ({" OR ".join(f"t.{name} IS DISTINCT FROM s.{name}" for name in guarded)})
            THEN UPDATE SET {", ".join(f"{name} = s.{name}" for name in updated)}
        WHEN NOT MATCHED THEN INSERT ({", ".join(columns)}) VALUES ({", ".join(f"s.{name}" for name in columns)})
    """)  # noqa: S608
