"""Blocks: the claims that can be of one fact at all, read together, and nothing else.

Grants are compared within one programme and recipient, milestones within one programme, body and event. What names
neither programme nor body is compared within its own article alone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.reconcile.claims import GrantClaim, MilestoneClaim, Source
from warehouse.reconcile.programmes import UNNAMED
from warehouse.reconcile.touched import ids


@dataclass(frozen=True, slots=True)
class Kind:
    """Where the evidence of one kind of fact lies, and which columns make its block."""

    table: str
    evidence: str
    key: str
    bodies: tuple[str, ...]
    block: tuple[str, ...]
    columns: tuple[str, ...]


GRANT = Kind(
    "grants",
    "grant_evidence",
    "grant_id",
    ("funder_id", "recipient_id"),
    ("programme", "recipient_id"),
    ("kind", "amount", "currency", "quantity", "quantity_max", "unit", "period", "status", "announced_on", "basis",
     "purpose", "bound", "quote", "amount_raw"),
)  # fmt: skip
MILESTONE = Kind(
    "milestones",
    "milestone_evidence",
    "milestone_id",
    ("organization_id",),
    ("programme", "organization_id", "event"),
    ("event", "date_start", "date_end", "date_precision", "recurrence", "metric", "value", "unit", "status", "subject",
     "bound", "quote", "value_raw"),
)  # fmt: skip


def resolve(connection: duckdb.DuckDBPyConnection, kind: Kind) -> None:
    """Make the temporary view `resolved`: the evidence with programmes and bodies resolved, and its block."""
    bodies = ", ".join(
        f"CASE WHEN m{n}.organization_id IS NULL THEN e.{body} ELSE m{n}.into_id END AS {body}"
        for n, body in enumerate(kind.bodies)
    )
    joins = " ".join(
        f"LEFT JOIN organization_merges m{n} ON m{n}.organization_id = e.{body}" for n, body in enumerate(kind.bodies)
    )
    owner = " AND ".join(f"{name} IS NULL" for name in kind.block[:2])
    parts = ", chr(31), ".join(f"coalesce({name}, '')" for name in kind.block)
    columns = ", ".join(f"e.{name}" for name in kind.columns)
    connection.execute(f"""
        CREATE OR REPLACE TEMP VIEW resolved AS
        SELECT *, concat({parts}, chr(31), CASE WHEN {owner} THEN origin ELSE '' END) AS block FROM (
            SELECT e.evidence_id, e.{kind.key} AS fact_id, e.article_id,
                coalesce(a.duplicate_of, a.article_id) AS origin, a.published_at,
                CASE WHEN p.name IS NULL THEN e.programme ELSE p.programme END AS programme, {bodies}, {columns}
            FROM {kind.evidence} e JOIN articles a ON a.article_id = e.article_id
            LEFT JOIN programme_names p ON p.name = coalesce(e.programme, '{UNNAMED}' || e.article_id) {joins})
    """)  # noqa: S608


def blocks_of(connection: duckdb.DuckDBPyConnection, articles: Iterable[str], facts: Iterable[str]) -> frozenset[str]:
    """The blocks of `resolved` that hold statements of the articles, or of the facts."""
    connection.register("wanted_articles", ids(articles))
    connection.register("wanted_facts", ids(facts))
    found = connection.execute("""
        SELECT DISTINCT block FROM resolved
        WHERE article_id IN (SELECT id FROM wanted_articles) OR fact_id IN (SELECT id FROM wanted_facts)
    """).fetchall()
    return frozenset(str(row[0]) for row in found)


def claims_in(connection: duckdb.DuckDBPyConnection, kind: Kind, blocks: Iterable[str]) -> dict[str, list[Any]]:
    """The claims of each block."""
    connection.register("wanted_blocks", ids(blocks))
    columns = ", ".join((*kind.bodies, *kind.columns))
    rows = connection.execute(f"""
        SELECT block, article_id, origin, published_at, evidence_id, fact_id, programme, {columns}
        FROM resolved WHERE block IN (SELECT id FROM wanted_blocks)
    """).fetchall()  # noqa: S608
    make: Any = GrantClaim if kind is GRANT else MilestoneClaim
    found: dict[str, list[Any]] = defaultdict(list)
    sources: dict[str, Source] = {}
    for block, article_id, origin, published_at, evidence_id, fact_id, *rest in rows:
        source = sources.setdefault(article_id, Source(article_id, origin, published_at))
        found[block].append(make(evidence_id, fact_id, source, *rest))
    return found
