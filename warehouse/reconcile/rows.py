"""Facts of the touched blocks -> rows of grants, milestones and conflict_facts, and each statement's place in them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.reconcile.blocks import GRANT, Kind, blocks_of, claims_in, resolve
from warehouse.reconcile.claims import most_said
from warehouse.reconcile.conflicts import Conflict, conflicted, grant_conflicts, milestone_conflicts
from warehouse.reconcile.grants import GrantFact, grant_facts
from warehouse.reconcile.milestones import MilestoneFact, milestone_facts
from warehouse.reconcile.names import Renames
from warehouse.reconcile.touched import Touched, ids
from warehouse.reconcile.write import delete, write_rows
from warehouse.tables import TABLES

Fact = GrantFact | MilestoneFact


def reconcile_facts(connection: duckdb.DuckDBPyConnection, kind: Kind, touched: Touched, renames: Renames) -> None:
    """Work out anew the facts of one kind in every block that the batch or a change of names touches."""
    resolve(connection, kind)
    held = touched.grants if kind is GRANT else touched.milestones
    held |= _renamed_facts(connection, kind, renames)
    blocks = blocks_of(connection, touched.articles, held)
    while True:
        claims = claims_in(connection, kind, blocks)
        before = {claim.fact_id for group in claims.values() for claim in group}
        more = blocks_of(connection, (), before - held)
        held |= before
        if more <= blocks:
            break
        blocks |= more
    facts: list[Fact] = []
    conflicts: list[Conflict] = []
    for _, group in sorted(claims.items()):
        found: Any = grant_facts(group) if kind is GRANT else milestone_facts(group)
        conflicts += grant_conflicts(found) if kind is GRANT else milestone_conflicts(found)
        facts += found
    _write(connection, kind, facts, conflicts, held, touched.run_id)


def _renamed_facts(connection: duckdb.DuckDBPyConnection, kind: Kind, renames: Renames) -> frozenset[str]:
    connection.register("renamed_programmes", ids(renames.programmes))
    connection.register("renamed_bodies", ids(renames.bodies))
    bodies = " OR ".join(f"{body} IN (FROM renamed_bodies)" for body in kind.bodies)
    found = connection.execute(f"""
        SELECT DISTINCT {kind.key} FROM {kind.evidence}
        WHERE programme IN (FROM renamed_programmes) OR {bodies}
    """).fetchall()  # noqa: S608
    return frozenset(str(row[0]) for row in found)


def _write(
    connection: duckdb.DuckDBPyConnection,
    kind: Kind,
    facts: Sequence[Fact],
    conflicts: Sequence[Conflict],
    held: frozenset[str],
    run_id: str,
) -> None:
    at_odds = conflicted(conflicts)
    rows = [_grant_row(f, at_odds) if isinstance(f, GrantFact) else _milestone_row(f, at_odds) for f in facts]
    write_rows(connection, kind.table, pa.Table.from_pylist(rows, schema=TABLES[kind.table].schema))
    _place(connection, kind, facts)
    current = {fact.fact_id for fact in facts}
    _remember(connection, kind, facts, held - current, run_id)
    delete(connection, kind.table, kind.key, ids(held - current))
    _write_conflicts(connection, conflicts, held | current)


def _place(connection: duckdb.DuckDBPyConnection, kind: Kind, facts: Iterable[Fact]) -> None:
    """Give every statement the id of its fact, where it has another."""
    moved = [(c.evidence_id, f.fact_id) for f in facts for c in f.claims if c.fact_id != f.fact_id]
    connection.register("moved", pa.table({"id": [m[0] for m in moved], "fact_id": [m[1] for m in moved]}))
    if moved:
        connection.execute(f"""
            MERGE INTO {kind.evidence} t USING moved s ON t.evidence_id = s.id
            WHEN MATCHED AND t.{kind.key} IS DISTINCT FROM s.fact_id THEN UPDATE SET {kind.key} = s.fact_id
        """)
    connection.unregister("moved")


def _remember(
    connection: duckdb.DuckDBPyConnection, kind: Kind, facts: Iterable[Fact], gone: frozenset[str], run_id: str
) -> None:
    """Note for each published id that went which fact holds most of its statements now."""
    connection.register("gone_ids", ids(gone))
    query = f"SELECT {kind.key} FROM {kind.table} WHERE {kind.key} IN (SELECT id FROM gone_ids)"  # noqa: S608
    published = {str(row[0]) for row in connection.execute(query).fetchall()}
    heirs: dict[str, Counter[str]] = {fact_id: Counter() for fact_id in published}
    for fact in facts:
        for claim in fact.claims:
            if claim.fact_id in heirs:
                heirs[claim.fact_id][fact.fact_id] += 1
    rows = [
        {
            "old_id": old,
            "new_id": max(counts, key=lambda new: (counts[new], new)) if counts else None,
            "reason": "joined or parted by later articles" if counts else "no article states it any more",
            "run_id": run_id,
        }
        for old, counts in sorted(heirs.items())
    ]
    delete(connection, "id_history", "old_id", ids({*published, *(fact.fact_id for fact in facts)}))
    if rows:
        connection.register("history", pa.Table.from_pylist(rows, schema=TABLES["id_history"].schema))
        connection.execute("INSERT INTO id_history SELECT * FROM history")
        connection.unregister("history")


def _write_conflicts(
    connection: duckdb.DuckDBPyConnection, conflicts: Iterable[Conflict], facts: frozenset[str]
) -> None:
    rows = [
        {"conflict_id": one.conflict_id, "table_name": one.table, "field": one.field, "fact_id": fact}
        for one in conflicts
        for fact in one.facts
    ]
    connection.register("right", pa.Table.from_pylist(rows, schema=TABLES["conflict_facts"].schema))
    connection.register("worked_out", ids(facts))
    connection.execute("""
        DELETE FROM conflict_facts WHERE fact_id IN (SELECT id FROM worked_out)
        AND (conflict_id, fact_id) NOT IN (SELECT (conflict_id, fact_id) FROM "right")
    """)
    connection.execute("""
        INSERT INTO conflict_facts SELECT * FROM "right"
        WHERE (conflict_id, fact_id) NOT IN (SELECT (conflict_id, fact_id) FROM conflict_facts)
    """)
    connection.unregister("right")


def _grant_row(fact: GrantFact, at_odds: set[str]) -> dict[str, Any]:
    head, claims = fact.head, fact.claims
    return {
        "grant_id": fact.fact_id,
        "programme": head.programme,
        "funder_id": head.funder,
        "recipient_id": head.recipient,
        "kind": fact.kind,
        "amount": head.amount,
        "currency": head.currency,
        "quantity": head.quantity,
        "quantity_max": head.quantity_max,
        "unit": head.unit,
        "period": most_said(claim.period for claim in claims),
        "status": fact.status,
        "announced_on": min((claim.announced_on for claim in claims if claim.announced_on), default=None),
        "article_count": len(fact.articles),
        "has_conflict": fact.fact_id in at_odds,
        "basis": most_said(claim.basis for claim in claims),
        "purpose": most_said(claim.purpose for claim in claims),
    }


def _milestone_row(fact: MilestoneFact, at_odds: set[str]) -> dict[str, Any]:
    head, claims = fact.head, fact.claims
    return {
        "milestone_id": fact.fact_id,
        "programme": head.programme,
        "organization_id": head.organization,
        "event": head.event,
        "date_start": head.date_start,
        "date_end": head.date_end,
        "date_precision": head.date_precision,
        "recurrence": head.recurrence,
        "metric": head.metric or most_said(claim.metric for claim in claims),
        "value": head.value,
        "unit": head.unit,
        "status": fact.status,
        "article_count": len(fact.articles),
        "has_conflict": fact.fact_id in at_odds,
        "subject": head.subject or most_said(claim.subject for claim in claims),
    }
