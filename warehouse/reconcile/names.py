"""Programmes and bodies: which names are one, of the whole lake or of what shares a name with what a batch concerns."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from warehouse.reconcile.binding import programmes_apart, programmes_bound
from warehouse.reconcile.bodies import reconcile_organizations
from warehouse.reconcile.organizations import Body, Merge, joined
from warehouse.reconcile.programmes import UNNAMED, Named, renamed
from warehouse.reconcile.related import related
from warehouse.reconcile.touched import Touched, ids
from warehouse.reconcile.verdicts import Verdicts
from warehouse.reconcile.write import replace_all
from warehouse.tables import TABLES

Rows = dict[str, tuple[str | None, str, str | None]]  # name or id -> what it is, why, by which correction


@dataclass(frozen=True, slots=True)
class Renames:
    """The names and ids, as the evidence has them, that now mean another programme or body than before."""

    programmes: frozenset[str]
    bodies: frozenset[str]


def reconcile_names(connection: duckdb.DuckDBPyConnection, touched: Touched, decided: Verdicts) -> Renames:
    """Bring programme_names, organization_merges and organizations up to date."""
    programmes = _changed(connection, "programme_names", "name", "programme", _programmes(connection, decided))
    merges = _bodies(connection, related(connection, touched, decided), decided)
    bodies = _changed(connection, "organization_merges", "organization_id", "into_id", merges)
    reconcile_organizations(connection, touched.organizations | bodies, touched.articles, decided)
    return Renames(programmes, bodies)


def _changed(connection: duckdb.DuckDBPyConnection, table: str, key: str, value: str, rows: pa.Table) -> frozenset[str]:
    """Replace the table's rows; the keys whose value is another than before."""
    query = f"SELECT {key}, {value} FROM {table}"  # noqa: S608
    before = dict(connection.execute(query).fetchall())
    replace_all(connection, table, rows)
    after = dict(connection.execute(query).fetchall())
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _programmes(connection: duckdb.DuckDBPyConnection, decided: Verdicts) -> pa.Table:
    found = connection.execute(f"""
        WITH said AS (
            SELECT coalesce(programme, '{UNNAMED}' || article_id) AS name, article_id, funder_id FROM grant_evidence
            UNION ALL
            SELECT coalesce(programme, '{UNNAMED}' || article_id), article_id, NULL FROM milestone_evidence)
        SELECT name, list(DISTINCT funder_id) FILTER (funder_id IS NOT NULL), count(DISTINCT article_id)
        FROM said GROUP BY name
    """).fetchall()  # noqa: S608
    names = [Named(name, frozenset(funders or ()), articles) for name, funders, articles in found]
    apart = programmes_apart(connection)
    bound = {pair for pair in programmes_bound(connection, apart) if frozenset(pair) not in decided.apart}
    rows: Rows = {one.name: (one.programme, one.reason, None) for one in renamed(names, bound, apart | decided.apart)}
    given = replace(decided, joined=decided.joined | decided.renamed)
    return _decided("programme_names", {one.name for one in names}, rows, given)


def _bodies(connection: duckdb.DuckDBPyConnection, concerned: frozenset[str], decided: Verdicts) -> pa.Table:
    """The rows of organization_merges: those of the concerned bodies worked out anew, the others as they are."""
    connection.register("concerned", ids(concerned))
    found = connection.execute("""
        WITH said AS (
            SELECT DISTINCT organization_id, origin, kind, name, name_en, aliases FROM organization_evidence
            WHERE organization_id IN (SELECT id FROM concerned))
        SELECT organization_id, list(DISTINCT origin), list(DISTINCT kind), list(DISTINCT name),
            list(DISTINCT name_en) FILTER (name_en IS NOT NULL), list_distinct(flatten(list(aliases)))
        FROM said GROUP BY organization_id
    """).fetchall()
    bodies = [_body(*row) for row in found]
    apart = _bodies_apart(connection, joined(bodies, decided.apart)) | decided.apart
    rows: Rows = {one.organization_id: (one.into_id, one.reason, None) for one in joined(bodies, apart)}
    anew = _decided("organization_merges", {body.organization_id for body in bodies}, rows, decided)
    others = connection.execute(
        "FROM organization_merges WHERE organization_id NOT IN (SELECT id FROM concerned)"
    ).to_arrow_table()
    return pa.concat_tables([anew, others.select(anew.schema.names).cast(anew.schema)])


def _decided(table: str, known: Iterable[str], rows: Rows, decided: Verdicts) -> pa.Table:
    """The rows of a table of names, with what people joined, renamed and rejected."""
    for name in known:
        found = rows[name][0] if name in rows else name
        if found is None:
            continue
        source = found if found in decided.joined or found in decided.rejected else name
        if source in decided.rejected:
            why = decided.rejected[source]
            rows[name] = (None, why.reason, why.correction_id)
        elif source in decided.joined:
            why = decided.joined[source]
            rows[name] = (decided.end(source), why.reason, why.correction_id)
    schema = TABLES[table].schema
    listed = [(name, *row) for name, row in sorted(rows.items()) if row[0] != name]
    columns = list(zip(*listed, strict=True)) if listed else [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(list(c), f.type) for c, f in zip(columns, schema, strict=True)], schema=schema
    )


def _body(
    organization_id: str, origins: list[str], kinds: list[str], names: list[str], english: list[str], aliases: list[str]
) -> Body:
    origin = next(origin for origin in ("lexicon", "fact", "shape") if origin in origins)
    forms = frozenset(names) | frozenset(english or ())
    return Body(organization_id, origin, frozenset(kinds), forms, frozenset(aliases or ()) - forms)


def _bodies_apart(connection: duckdb.DuckDBPyConnection, merges: Iterable[Merge]) -> frozenset[frozenset[str]]:
    """Of the pairs that may be joined, those that one article names side by side."""
    groups: dict[str, set[str]] = {}
    for one in merges:
        groups.setdefault(one.into_id, {one.into_id}).add(one.organization_id)
    members = [(leader, member) for leader, group in groups.items() for member in group]
    if not members:
        return frozenset()
    connection.register("candidates", pa.table({"leader": [m[0] for m in members], "id": [m[1] for m in members]}))
    found = connection.execute("""
        WITH said AS (SELECT DISTINCT o.article_id, c.leader, c.id FROM organization_evidence o
            JOIN candidates c ON c.id = o.organization_id)
        SELECT DISTINCT a.id, b.id FROM said a JOIN said b USING (article_id, leader) WHERE a.id < b.id
    """).fetchall()
    connection.unregister("candidates")
    return frozenset(frozenset(pair) for pair in found)
