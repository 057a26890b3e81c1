"""What the gate for SQL lets in: exactly one SELECT that reads the lake's own tables and pure functions.

The parser's own tree is judged (json_serialize_sql), so comments, quoting and nesting hide nothing. It is the first of
three walls: behind it stand a connection that is read-only and cut off, and a process that cannot write.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import duckdb

from warehouse.engine import quoted
from warehouse.errors import QueryFailed, QueryRefused
from warehouse.faults import first_line

LONGEST = 100_000  # characters of a query
TABLE_FUNCTIONS = frozenset(
    {
        "range", "generate_series", "unnest", "repeat", "json_each", "json_tree",  # pure
        "promises_at",  # our own macros
        "ducklake_snapshots", "ducklake_current_snapshot", "ducklake_table_changes", "ducklake_table_insertions",
        "ducklake_table_deletions", "snapshots", "table_changes", "table_insertions", "table_deletions",
        "current_snapshot",
        "duckdb_tables", "duckdb_columns", "duckdb_views",  # what there is to query, with its comments
    }
)  # fmt: skip
# Scalar functions that see or touch more than their arguments.
SCALAR_REFUSED = frozenset(
    {
        "getenv", "current_setting", "set_config", "getvariable", "write_log", "pg_sleep", "sleep_ms", "nextval",
        "currval", "setseed", "current_query", "json_execute_serialized_sql", "query", "query_table", "which_secret",
    }
)  # fmt: skip
NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
SHOWN = frozenset({'"tables"', "__show_tables_expanded"})
SYSTEM = ("duckdb_", "pragma_", "pg_", "sqlite_", "ducklake_", "__ducklake")
_CATALOGS = frozenset({"", "lake"})
_SCHEMAS = frozenset({"", "lake", "main", "information_schema"})
_FILE_LIKE = re.compile(r"[/\\\\:*?]|\.\w+$")  # DuckDB would read a name like this as a file
_EXPLAIN = re.compile(r"\s*explain\s+(?=select\b|from\b|with\b)", re.IGNORECASE)


def admit(sql: str) -> str:
    """The statement to run; QueryRefused with the reason in words, QueryFailed where it does not parse."""
    if len(sql) > LONGEST:
        raise QueryRefused(f"a query has at most {LONGEST} characters")
    explained = _EXPLAIN.match(sql)
    tree = _tree(sql[explained.end() :] if explained else sql)
    for node in _nodes(tree):
        _judge(node)
    return sql


def _tree(sql: str) -> Any:
    """The syntax tree of the one SELECT."""
    try:
        statements = duckdb.extract_statements(sql)
    except (duckdb.Error, UnicodeError) as error:
        raise QueryFailed(first_line(error)) from None
    if not statements:
        raise QueryFailed("there is no query")
    kinds = [statement.type.name for statement in statements]
    if kinds[-1] == "SELECT" and "CREATE" in kinds and "pivot" in sql.lower():
        raise QueryRefused("PIVOT needs its values: PIVOT ... ON column IN (values)")
    if len(kinds) > 1:
        raise QueryRefused("one query at a time")
    if kinds != ["SELECT"]:
        raise QueryRefused(f"only SELECT may be asked here, not {kinds[0]}")
    with duckdb.connect(":memory:") as parser:
        row = parser.execute(
            f"SELECT json_serialize_sql({quoted(sql)})"
        ).fetchone()  # a parameter would import pandas: 1 s
    tree: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
    if tree["error"] or len(tree["statements"]) != 1:
        raise QueryRefused("only a plain SELECT may be asked here")
    return tree["statements"][0]


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree, without recursion: a hostile query may be nested deeply."""
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            yield here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)


def _judge(node: dict[str, Any]) -> None:
    kind = str(node.get("type", ""))
    if kind == "TABLE_FUNCTION":
        name = str(node["function"].get("function_name", "")).lower()
        if name not in TABLE_FUNCTIONS:
            raise QueryRefused(f"the table function {name} may not be used here")
    elif kind == "BASE_TABLE":
        _judge_table(node)
    elif kind == "SHOW_REF":
        if node.get("show_type") not in ("DESCRIBE", "SUMMARY") and node.get("table_name") not in SHOWN:
            raise QueryRefused("of SHOW only SHOW TABLES may be used here")
    elif kind.endswith("_NODE") and kind not in NODES:
        raise QueryRefused("only a plain SELECT may be asked here")
    elif node.get("class") == "FUNCTION" and str(node.get("function_name", "")).lower() in SCALAR_REFUSED:
        raise QueryRefused(f"the function {node['function_name']} may not be used here")


def _judge_table(node: dict[str, Any]) -> None:
    catalog, schema, table = (str(node.get(part, "")).lower() for part in ("catalog_name", "schema_name", "table_name"))
    if _FILE_LIKE.search(table):
        raise QueryRefused("files may not be read here")
    views = ("duckdb_tables", "duckdb_columns", "duckdb_views")
    if catalog not in _CATALOGS or schema not in _SCHEMAS or (table.startswith(SYSTEM) and table not in views):
        raise QueryRefused(f"{'.'.join(part for part in (catalog, schema, table) if part)} is not a table of the lake")
