"""Facts of the touched blocks -> rows of grants, milestones and conflict_facts, and each statement's place in them."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.reconcile.blocks import GRANT, Kind, claims_in, resolve, touched_blocks
from warehouse.reconcile.conflicts import conflicted
from warehouse.reconcile.facts import Worked, worked_grants, worked_milestones
from warehouse.reconcile.grants import GrantFact
from warehouse.reconcile.linked import Conflict
from warehouse.reconcile.milestones import MilestoneFact
from warehouse.reconcile.names import Renames
from warehouse.reconcile.programmes import UNNAMED
from warehouse.reconcile.shape import corrected, grant_row, milestone_row
from warehouse.reconcile.touched import Touched, ids
from warehouse.reconcile.verdicts import Verdicts
from warehouse.reconcile.write import delete, write_rows
from warehouse.tables import TABLES


def reconcile_facts(
    connection: duckdb.DuckDBPyConnection, kind: Kind, touched: Touched, renames: Renames, decided: Verdicts
) -> None:
    """Work out anew the facts of one kind in every block that the batch or a change of names touches."""
    resolve(connection, kind)
    held = touched.grants if kind is GRANT else touched.milestones
    held |= _renamed_facts(connection, kind, renames)
    touched_blocks(connection, kind, touched.articles, held)
    claims = claims_in(connection, kind)
    concerned = held
    held |= {claim.fact_id for group in claims.values() for claim in group}
    worked: Worked[Any] = worked_grants(claims, decided) if kind is GRANT else worked_milestones(claims, decided)
    at_odds = conflicted(worked.conflicts)
    current = {fact.fact_id for fact in worked.facts}
    concerned |= {before for _, before, now in worked.places if before != now}
    concerned |= at_odds | _write_conflicts(connection, worked.conflicts, held | current)
    changed = [fact for fact in worked.facts if fact.fact_id in concerned or _moved(fact, touched.articles)]
    make = grant_row if kind is GRANT else milestone_row
    rows = [corrected(kind.table, make(fact, at_odds), fact.fact_id, decided) for fact in changed]
    write_rows(connection, kind.table, pa.Table.from_pylist(rows, schema=TABLES[kind.table].schema))
    _place(connection, kind, worked)
    _remember(connection, kind, worked, held - current, touched.run_id)
    delete(connection, kind.table, kind.key, ids(held - current))


def _moved(fact: GrantFact | MilestoneFact, articles: frozenset[str]) -> bool:
    """Whether any statement of the fact is of the batch, or belonged to another fact: else its row is as it was."""
    return any(claim.fact_id != fact.fact_id or claim.source.article_id in articles for claim in fact.claims)


def _renamed_facts(connection: duckdb.DuckDBPyConnection, kind: Kind, renames: Renames) -> frozenset[str]:
    if not renames.programmes and not renames.bodies:
        return frozenset()
    connection.register("renamed_programmes", ids(renames.programmes))
    connection.register("renamed_bodies", ids(renames.bodies))
    bodies = " OR ".join(f"{body} IN (FROM renamed_bodies)" for body in kind.bodies)
    found = connection.execute(f"""
        SELECT DISTINCT {kind.key} FROM {kind.evidence}
        WHERE coalesce(programme, '{UNNAMED}' || article_id) IN (FROM renamed_programmes) OR {bodies}
    """).fetchall()  # noqa: S608
    return frozenset(str(row[0]) for row in found)


def _place(connection: duckdb.DuckDBPyConnection, kind: Kind, worked: Worked[Any]) -> None:
    """Give every statement the id of its fact, where it has another."""
    moved = [(evidence, now) for evidence, before, now in worked.places if before != now]
    if not moved:
        return
    connection.register("moved", pa.table({"id": [m[0] for m in moved], "fact_id": [m[1] for m in moved]}))
    connection.execute(f"""
        MERGE INTO {kind.evidence} t USING moved s ON t.evidence_id = s.id
        WHEN MATCHED AND t.{kind.key} IS DISTINCT FROM s.fact_id THEN UPDATE SET {kind.key} = s.fact_id
    """)
    connection.unregister("moved")


def _remember(
    connection: duckdb.DuckDBPyConnection, kind: Kind, worked: Worked[Any], gone: frozenset[str], run_id: str
) -> None:
    """Note for each published id that went which fact holds most of its statements now."""
    connection.register("gone_ids", ids(gone))
    query = f"SELECT {kind.key} FROM {kind.table} WHERE {kind.key} IN (FROM gone_ids)"  # noqa: S608
    published = {str(row[0]) for row in connection.execute(query).fetchall()}
    current = {fact.fact_id for fact in worked.facts}
    heirs: dict[str, Counter[str]] = {fact_id: Counter() for fact_id in published}
    for _, before, now in worked.places:
        if before in heirs and now in current:
            heirs[before][now] += 1
    rows = [
        {
            "old_id": old,
            "new_id": max(counts, key=lambda new: (counts[new], new)) if counts else None,
            "reason": "its statements belong to that fact now" if counts else "nothing states it any more",
            "run_id": run_id,
        }
        for old, counts in sorted(heirs.items())
    ]
    delete(connection, "id_history", "old_id", ids(published | current))
    if rows:
        connection.register("history", pa.Table.from_pylist(rows, schema=TABLES["id_history"].schema))
        connection.execute("INSERT INTO id_history SELECT * FROM history")
        connection.unregister("history")


def _write_conflicts(
    connection: duckdb.DuckDBPyConnection, conflicts: Iterable[Conflict], facts: set[str] | frozenset[str]
) -> set[str]:
    """Bring conflict_facts up to date for the facts that were worked out; those that stood in one before."""
    connection.register("worked_out", ids(facts))
    names = TABLES["conflict_facts"].names
    query = f"SELECT {', '.join(names)} FROM conflict_facts WHERE fact_id IN (SELECT id FROM worked_out)"  # noqa: S608
    before = {tuple(row) for row in connection.execute(query).fetchall()}
    now = {(one.conflict_id, one.table, one.field, fact) for one in conflicts for fact in one.facts}
    if before - now:
        connection.register("gone", pa.table({"key": sorted(row[0] + row[-1] for row in before - now)}))
        connection.execute("DELETE FROM conflict_facts WHERE conflict_id || fact_id IN (SELECT key FROM gone)")
    if now - before:
        columns = {name: [row[place] for row in sorted(now - before)] for place, name in enumerate(names)}
        connection.register("new", pa.table(columns, schema=TABLES["conflict_facts"].schema))
        connection.execute(f"INSERT INTO conflict_facts ({', '.join(names)}) FROM new")
    return {str(row[-1]) for row in before}
