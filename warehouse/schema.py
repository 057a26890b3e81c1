"""The lake as DDL: tables, views and comments, made from `warehouse/tables` and `warehouse/views`."""

import hashlib
from functools import cache
from pathlib import Path

import duckdb

from warehouse.engine import quoted
from warehouse.tables import TABLES, VIEWS, Table

VERSION = 1  # raised when a change of the contract needs more than new columns, views or words
VIEW_FILES = Path(__file__).parent / "views"


def found_or_created(connection: duckdb.DuckDBPyConnection) -> tuple[int, str]:
    """The version and fingerprint of the lake, which is created where it is empty."""
    if (found := found_version(connection)) is None:
        create(connection)
        return (VERSION, fingerprint())
    return found


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """All DDL into an empty lake; the caller holds the lock and the transaction."""
    connection.execute("CREATE SCHEMA meta")
    connection.execute("CREATE TABLE meta.schema_version (version INTEGER, fingerprint VARCHAR)")
    for table in TABLES.values():
        _create_table(connection, table)
    refresh(connection)


def migrate(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Bring an older lake to this contract: what was added to it, by name."""
    held = columns(connection)
    added = []
    for table in TABLES.values():
        if table.name not in held:
            _create_table(connection, table)
            added.append(table.name)
            continue
        for column in table.columns:
            if column.name not in held[table.name]:
                connection.execute(f"ALTER TABLE {table.name} ADD COLUMN {column.name} {column.sql_type}")
                added.append(f"{table.name}.{column.name}")
    refresh(connection)
    return added


def columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """The stored tables of the lake and their columns, in order."""
    rows = connection.execute(
        "SELECT table_name, list(column_name ORDER BY column_index) FROM duckdb_columns() "
        "WHERE database_name = current_database() AND schema_name = 'main' GROUP BY table_name"
    )
    return dict(rows.fetchall())


def refresh(connection: duckdb.DuckDBPyConnection) -> None:
    """Views, macros and comments as this version has them, and the mark that says so."""
    for statement in view_statements():
        connection.execute(statement)
    for table in TABLES.values():
        connection.execute(f"COMMENT ON TABLE {table.name} IS {quoted(table.description)}")
        for column in table.columns:
            connection.execute(f"COMMENT ON COLUMN {table.name}.{column.name} IS {quoted(column.comment)}")
    made = {file.stem for file in VIEW_FILES.glob("*.sql")}
    for view in VIEWS.values():
        if view.name in made:
            connection.execute(f"COMMENT ON VIEW {view.name} IS {quoted(view.description)}")
    connection.execute("DELETE FROM meta.schema_version")
    connection.execute("INSERT INTO meta.schema_version VALUES (?, ?)", [VERSION, fingerprint()])


def found_version(connection: duckdb.DuckDBPyConnection) -> tuple[int, str] | None:
    """(version, fingerprint) of the lake, None where nothing was created yet."""
    known = connection.execute(
        "SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'meta'"
    ).fetchone()
    if not known:
        return None
    row = connection.execute("SELECT version, fingerprint FROM meta.schema_version").fetchone()
    return (int(row[0]), str(row[1])) if row else None


@cache
def fingerprint() -> str:
    """A key of the whole contract as this code has it."""
    words = [f"{table}" for table in (*TABLES.values(), *VIEWS.values())] + list(view_statements())
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]


@cache
def view_statements() -> tuple[str, ...]:
    """The statements of `views/*.sql`, each CREATE OR REPLACE: table macros first, since views call them."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(VIEW_FILES.glob("*.sql"))]
    return tuple(sorted(texts, key=lambda text: "CREATE OR REPLACE MACRO" not in text.upper()))


def _create_table(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    parts = [f"{column.name} {column.sql_type}{' NOT NULL' * column.required}" for column in table.columns]
    connection.execute(f"CREATE TABLE {table.name} ({', '.join(parts)})")
    if table.sorted_by:
        connection.execute(f"ALTER TABLE {table.name} SET SORTED BY ({table.sorted_by})")
