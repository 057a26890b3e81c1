"""Staged units -> the lake, in one transaction: articles, evidence, facts, sources, rejections, checks, runs.

Readers see the lake before it or after it. What is already as stated stays untouched, so the same input twice changes
no row of a data table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from warehouse.copies import mark_copies, note_groups
from warehouse.lake import Lake
from warehouse.merge import merge
from warehouse.outcomes import write_rejections, write_sources
from warehouse.reconcile import reconcile, touched_by
from warehouse.runs import Run, write_run
from warehouse.stage import Staged
from warehouse.tables import STAGED, TABLES, Table
from warehouse.versions import choose

# Staged tables whose rows belong to an article, with the columns that reconciling sets.
_STATEMENTS = {
    "organizations": (),
    "organization_mentions": (),
    "grant_evidence": ("grant_id",),
    "milestone_evidence": ("milestone_id",),
}

# What a person wants to see growing; counting costs some milliseconds a table.
COUNTED = (
    *("articles", "organizations", "organization_mentions", "grants", "grant_evidence", "milestones"),
    *("milestone_evidence", "sources", "rejections"),
)


@dataclass(frozen=True, slots=True)
class Published:
    """The snapshot after it, and the rows that each table of COUNTED gained (or lost)."""

    snapshot_id: int
    added: dict[str, int]


def publish(
    lake: Lake, units: Sequence[Staged], run: Run, checks: Sequence[Mapping[str, object]] = (), message: str = ""
) -> Published:
    """Publish all of the units, or nothing. `checks` are rows of `checks` without run_id.

    LakeBusy, LakeFault or LakeBroken when it could not: the lake is as before, the staged units are still there.
    """
    return lake.write(lambda connection: _publish(connection, units, run, checks, message))


def _publish(
    connection: duckdb.DuckDBPyConnection,
    units: Sequence[Staged],
    run: Run,
    checks: Sequence[Mapping[str, object]],
    message: str,
) -> Published:
    before = _counts(connection) if units else {}
    if units:
        choose(connection, [unit.folder for unit in units])
        _articles(connection)
        _statements_and_facts(connection, run.run_id)
        write_sources(connection)
        write_rejections(connection, run.run_id)
    _checks(connection, run.run_id, checks)
    snapshot = next_snapshot(connection)
    write_run(
        connection, run, snapshot, *(sum(unit.rows[name] for unit in units) for name in ("articles", "rejections"))
    )
    connection.execute(
        "CALL lake.set_commit_message(?, ?, extra_info => ?)",
        ["pressledger", message or f"run {run.run_id}", f"code {run.code_version}, lexicon {run.lexicon_version}"],
    )
    after = _counts(connection) if units else {}
    return Published(snapshot, {name: after[name] - before[name] for name in after})


def _articles(connection: duckdb.DuckDBPyConnection) -> None:
    note_groups(connection)
    table = TABLES["articles"]
    source = "(FROM staged_articles SEMI JOIN batch_chosen USING (article_id, folder))"
    merge(connection, table.name, source, table.key, table.names, ("duplicate_of",), ("ingested_at", "run_id"))
    connection.execute("DELETE FROM articles WHERE article_id IN (FROM batch_gone)")


def _statements_and_facts(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    looked_at = mark_copies(connection)
    concerned = {str(row[0]) for row in connection.execute("FROM batch_articles").fetchall()}
    touched = touched_by(connection, concerned | looked_at, run_id)
    for name, set_later in _STATEMENTS.items():
        _statements(connection, f"staged_{name}", STAGED[name], set_later)
    reconcile(connection, touched)


def _statements(connection: duckdb.DuckDBPyConnection, staged: str, table: Table, set_later: tuple[str, ...]) -> None:
    """Replace what the concerned articles state: equal rows stay, others are updated, those no longer stated go."""
    connection.execute(
        f"CREATE TEMP TABLE stated_{table.name} AS FROM {staged} SEMI JOIN batch_chosen USING (article_id, folder) "
        f"QUALIFY row_number() OVER (PARTITION BY {', '.join(table.key)} ORDER BY {', '.join(table.names)}) = 1"
    )
    merge(connection, table.name, f"stated_{table.name}", table.key, table.names, set_later)
    same = " AND ".join(f"s.{name} = t.{name}" for name in table.key)
    connection.execute(
        f"DELETE FROM {table.name} t WHERE t.article_id IN (FROM batch_articles) "  # noqa: S608
        f"AND NOT EXISTS (FROM stated_{table.name} s WHERE {same})"
    )


def _checks(connection: duckdb.DuckDBPyConnection, run_id: str, checks: Sequence[Mapping[str, object]]) -> None:
    if checks:
        rows = [{**check, "run_id": run_id} for check in checks]
        connection.register("new_checks", pa.Table.from_pylist(rows, schema=TABLES["checks"].schema))
        connection.execute("INSERT INTO checks FROM new_checks")


def next_snapshot(connection: duckdb.DuckDBPyConnection) -> int:
    """The snapshot that the open transaction will make; true because its writer holds the lock."""
    row = connection.execute("FROM ducklake_current_snapshot('lake')").fetchone()
    return int(row[0]) + 1 if row else 1


def _counts(connection: duckdb.DuckDBPyConnection) -> dict[str, int]:
    query = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in COUNTED)  # noqa: S608
    return dict(connection.execute(query).fetchall())
