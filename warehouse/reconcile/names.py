"""Programmes and bodies of the whole lake: which names are one. Cheap, since names are few beside statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from warehouse.reconcile.organizations import Body, Merge, joined
from warehouse.reconcile.programmes import Named, renamed
from warehouse.reconcile.touched import Touched, ids
from warehouse.reconcile.write import delete, replace_all, write_rows
from warehouse.tables import TABLES


@dataclass(frozen=True, slots=True)
class Renames:
    """The names and ids, as the evidence has them, that now mean another programme or body than before."""

    programmes: frozenset[str]
    bodies: frozenset[str]


def reconcile_names(connection: duckdb.DuckDBPyConnection, touched: Touched) -> Renames:
    """Bring programme_names, organization_merges and organizations up to date."""
    programmes = _changed(connection, "programme_names", "name", "programme", _programmes(connection))
    bodies = _changed(connection, "organization_merges", "organization_id", "into_id", _bodies(connection))
    _organizations(connection, touched.organizations | bodies, touched.articles)
    return Renames(programmes, bodies)


def _changed(connection: duckdb.DuckDBPyConnection, table: str, key: str, value: str, rows: pa.Table) -> frozenset[str]:
    """Replace the table's rows; the keys whose value is another than before."""
    query = f"SELECT {key}, {value} FROM {table}"  # noqa: S608
    before = dict(connection.execute(query).fetchall())
    replace_all(connection, table, rows)
    after = dict(connection.execute(query).fetchall())
    return frozenset(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def _programmes(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    found = connection.execute("""
        WITH said AS (
            SELECT programme, article_id, funder_id FROM grant_evidence
            UNION ALL SELECT programme, article_id, NULL FROM milestone_evidence)
        SELECT programme, list(DISTINCT funder_id) FILTER (funder_id IS NOT NULL), count(DISTINCT article_id)
        FROM said WHERE programme IS NOT NULL GROUP BY programme
    """).fetchall()
    names = [Named(name, frozenset(funders or ()), articles) for name, funders, articles in found]
    rows = [(one.name, one.programme, one.reason, None) for one in renamed(names, _programmes_apart(connection))]
    return _rows("programme_names", rows)


def _programmes_apart(connection: duckdb.DuckDBPyConnection) -> Iterable[frozenset[str]]:
    """Pairs of names, one inside the other, that one article uses for two programmes."""
    found = connection.execute("""
        WITH said AS (SELECT DISTINCT article_id, programme FROM (
            SELECT article_id, programme FROM grant_evidence UNION ALL
            SELECT article_id, programme FROM milestone_evidence) WHERE programme IS NOT NULL)
        SELECT DISTINCT a.programme, b.programme FROM said a JOIN said b USING (article_id)
        WHERE length(a.programme) < length(b.programme)
    """).fetchall()
    return {frozenset(pair) for pair in found}


def _bodies(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    found = connection.execute("""
        SELECT organization_id, list(DISTINCT origin), list(DISTINCT kind), list(DISTINCT name),
            list(DISTINCT name_en) FILTER (name_en IS NOT NULL), list_distinct(flatten(list(aliases)))
        FROM organization_evidence GROUP BY organization_id
    """).fetchall()
    bodies = [_body(*row) for row in found]
    merges = joined(bodies, _bodies_apart(connection, joined(bodies, ())))
    return _rows("organization_merges", [(one.organization_id, one.into_id, one.reason, None) for one in merges])


def _body(
    organization_id: str, origins: list[str], kinds: list[str], names: list[str], english: list[str], aliases: list[str]
) -> Body:
    origin = next(origin for origin in ("lexicon", "fact", "shape") if origin in origins)
    forms = frozenset(names) | frozenset(english or ())
    return Body(organization_id, origin, frozenset(kinds), forms, frozenset(aliases or ()) - forms)


def _bodies_apart(connection: duckdb.DuckDBPyConnection, merges: Iterable[Merge]) -> set[frozenset[str]]:
    """Of the pairs that may be joined, those that one article names side by side."""
    groups: dict[str, set[str]] = {}
    for one in merges:
        groups.setdefault(one.into_id, {one.into_id}).add(one.organization_id)
    members = [(leader, member) for leader, group in groups.items() for member in group]
    connection.register("candidates", pa.table({"leader": [m[0] for m in members], "id": [m[1] for m in members]}))
    found = connection.execute("""
        WITH said AS (SELECT DISTINCT o.article_id, c.leader, c.id FROM organization_evidence o
            JOIN candidates c ON c.id = o.organization_id)
        SELECT DISTINCT a.id, b.id FROM said a JOIN said b USING (article_id, leader) WHERE a.id < b.id
    """).fetchall()
    connection.unregister("candidates")
    return {frozenset(pair) for pair in found}


def _organizations(connection: duckdb.DuckDBPyConnection, bodies: frozenset[str], articles: frozenset[str]) -> None:
    """Work out anew the rows of organizations that the bodies or articles concern."""
    connection.register("concerned", ids(bodies))
    connection.register("batch", ids(articles))
    connection.execute("""
        CREATE OR REPLACE TEMP VIEW said_of_bodies AS
        SELECT o.*, coalesce(m.into_id, o.organization_id) AS id, a.published_at,
            coalesce(a.duplicate_of, a.article_id) AS origin_id
        FROM organization_evidence o JOIN articles a USING (article_id)
        LEFT JOIN organization_merges m ON m.organization_id = o.organization_id
    """)
    wanted = connection.execute("""
        SELECT DISTINCT id FROM said_of_bodies
        WHERE organization_id IN (SELECT id FROM concerned) OR article_id IN (SELECT id FROM batch)
        UNION SELECT id FROM concerned
    """).to_arrow_table()
    connection.register("wanted", wanted)
    rows = connection.execute(ORGANIZATION_ROWS).to_arrow_table()
    write_rows(connection, "organizations", rows)
    kept = set(rows.column("organization_id").to_pylist())
    delete(connection, "organizations", "organization_id", ids(set(wanted.column("id").to_pylist()) - kept))


# The name that most articles give it under its own id, in the lexicon's words where it is listed there.
ORGANIZATION_ROWS = """
    WITH said AS (SELECT * FROM said_of_bodies WHERE id IN (SELECT id FROM wanted)),
    named AS (
        SELECT id, name, count(DISTINCT origin_id) AS n, bool_or(origin = 'lexicon') AS listed
        FROM said GROUP BY id, name),
    kinds AS (
        SELECT id, kind, count(DISTINCT origin_id) AS n, bool_or(origin = 'lexicon') AS listed
        FROM said GROUP BY id, kind),
    best AS (SELECT id, arg_min(name, (NOT listed, -n, -length(name), name)) AS name FROM named GROUP BY id),
    best_kind AS (SELECT id, arg_min(kind, (NOT listed, kind = 'other', -n, kind)) AS kind FROM kinds GROUP BY id),
    forms AS (
        SELECT id, unnest(list_concat([name], list_concat(aliases, [name_en]))) AS form FROM said),
    aliases AS (
        SELECT f.id, list(DISTINCT f.form ORDER BY f.form) AS aliases FROM forms f JOIN best b USING (id)
        WHERE f.form IS NOT NULL AND f.form <> b.name GROUP BY f.id),
    whole AS (
        SELECT id, min(name_en) AS name_en, min(country) AS country, count(DISTINCT origin_id) AS article_count,
            min(published_at)::DATE AS first_published, max(published_at)::DATE AS last_published,
            CASE WHEN bool_or(origin = 'lexicon') THEN 'lexicon' WHEN bool_or(origin = 'fact') THEN 'fact'
                ELSE 'shape' END AS origin
        FROM said GROUP BY id)
    SELECT w.id AS organization_id, b.name, w.name_en, coalesce(a.aliases, []::VARCHAR[]) AS aliases, k.kind, w.country,
        w.article_count, w.first_published, w.last_published, w.origin, NULL::VARCHAR AS succeeded_by
    FROM whole w JOIN best b USING (id) JOIN best_kind k USING (id) LEFT JOIN aliases a USING (id)
"""


def _rows(table: str, rows: Sequence[tuple[str, str, str, str | None]]) -> pa.Table:
    schema = TABLES[table].schema
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    return pa.Table.from_arrays(
        [pa.array(list(c), f.type) for c, f in zip(columns, schema, strict=True)], schema=schema
    )
