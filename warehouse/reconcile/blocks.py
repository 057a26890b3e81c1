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
    """Make the temporary table `placed`: the block of every statement by the names as they are now, and no words.

    Its `article` and `fact` are hashes: at worst a block too many is worked out anew.
    """
    parts = ", ".join(f"coalesce({name}, '')" for name in kind.block)
    owner = " AND ".join(f"{name} IS NULL" for name in kind.block[:2])
    event = ", e.event" if "event" in kind.block else ""
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE placed AS
        SELECT evidence_id, hash(article_id) AS article, hash(fact_id) AS fact,
            hash({parts}, CASE WHEN {owner} THEN origin ELSE '' END) AS block
        FROM (
            SELECT e.evidence_id, e.{kind.key} AS fact_id, e.article_id{event},
                coalesce(d.duplicate_of, e.article_id) AS origin, {_names(kind)}
            FROM {kind.evidence} e
            LEFT JOIN (SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL) d
                ON d.article_id = e.article_id
            {_joins(kind)})
    """)  # noqa: S608


def touched_blocks(
    connection: duckdb.DuckDBPyConnection, kind: Kind, articles: Iterable[str], facts: Iterable[str]
) -> None:
    """Make the temporary table `touched_blocks`: those with statements of the articles or of the facts.

    A fact whose statements have come to lie in several blocks brings all of these. One that nothing states any more has
    left its row, which tells its block.
    """
    parts = ", ".join(f"coalesce({name}, '')" for name in kind.block)
    connection.register("wanted_articles", ids(articles))
    connection.register("wanted_facts", ids(facts))
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE touched_blocks AS
        WITH RECURSIVE torn AS MATERIALIZED (
            SELECT DISTINCT fact, block FROM placed SEMI JOIN (
                SELECT fact FROM placed GROUP BY fact HAVING min(block) <> max(block)) USING (fact)),
        found AS (
            SELECT block FROM placed WHERE article IN (SELECT hash(id) FROM wanted_articles)
                OR fact IN (SELECT hash(id) FROM wanted_facts)
            UNION
            SELECT hash({parts}, '') FROM {kind.table} WHERE {kind.key} IN (SELECT id FROM wanted_facts)
            UNION
            SELECT other.block FROM found f JOIN torn t ON t.block = f.block JOIN torn other ON other.fact = t.fact)
        SELECT DISTINCT block FROM found
    """)  # noqa: S608


def claims_in(connection: duckdb.DuckDBPyConnection, kind: Kind) -> dict[int, list[Any]]:
    """The claims of each of the `touched_blocks`."""
    columns = ", ".join(f"e.{name}" for name in kind.columns)
    rows = connection.execute(f"""
        WITH here AS MATERIALIZED (FROM placed SEMI JOIN touched_blocks USING (block))
        SELECT here.block, e.article_id, coalesce(a.duplicate_of, a.article_id), a.published_at, e.evidence_id,
            e.{kind.key}, {_names(kind)}, {columns}
        FROM here JOIN {kind.evidence} e USING (evidence_id) JOIN articles a ON a.article_id = e.article_id
        {_joins(kind)}
    """).fetchall()  # noqa: S608
    make: Any = GrantClaim if kind is GRANT else MilestoneClaim
    found: dict[int, list[Any]] = defaultdict(list)
    sources: dict[str, Source] = {}
    for block, article_id, origin, published_at, evidence_id, fact_id, *rest in rows:
        source = sources.get(article_id) or sources.setdefault(article_id, Source(article_id, origin, published_at))
        found[block].append(make(evidence_id, fact_id, source, *rest))
    return found


def _names(kind: Kind) -> str:
    """SQL columns: the programme and the bodies of a statement `e`, under the names that they have now."""
    bodies = (
        f"CASE WHEN m{n}.organization_id IS NULL THEN e.{body} ELSE m{n}.into_id END AS {body}"
        for n, body in enumerate(kind.bodies)
    )
    return ", ".join(("CASE WHEN p.name IS NULL THEN e.programme ELSE p.programme END AS programme", *bodies))


def _joins(kind: Kind) -> str:
    """SQL joins that `_names` needs."""
    bodies = (
        f"LEFT JOIN organization_merges m{n} ON m{n}.organization_id = e.{body}" for n, body in enumerate(kind.bodies)
    )
    programmes = f"LEFT JOIN programme_names p ON p.name = coalesce(e.programme, '{UNNAMED}' || e.article_id)"
    return " ".join((programmes, *bodies))
