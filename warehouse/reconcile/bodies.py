"""organizations: one row for each body, worked out from what every reading said of it under any of its ids."""

import duckdb
import pyarrow as pa

from warehouse.reconcile.shape import corrected
from warehouse.reconcile.touched import ids
from warehouse.reconcile.verdicts import Verdicts
from warehouse.reconcile.write import delete, write_rows
from warehouse.tables import TABLES


def reconcile_organizations(
    connection: duckdb.DuckDBPyConnection, bodies: frozenset[str], articles: frozenset[str], decided: Verdicts
) -> None:
    """Work out anew the rows of organizations that the bodies or articles concern."""
    connection.register("concerned", ids(bodies))
    connection.register("batch", ids(articles))
    connection.execute("""
        CREATE OR REPLACE TEMP TABLE wanted AS
        SELECT DISTINCT CASE WHEN m.organization_id IS NULL THEN o.organization_id ELSE m.into_id END AS id FROM (
            SELECT organization_id FROM organization_evidence WHERE article_id IN (SELECT id FROM batch)
            UNION SELECT id FROM concerned) o
        LEFT JOIN organization_merges m USING (organization_id)
        UNION SELECT id FROM concerned
    """)
    connection.execute("DELETE FROM wanted WHERE id IS NULL")
    found = connection.execute(ORGANIZATION_ROWS).to_arrow_table().to_pylist()
    made = [corrected("organizations", row, row["organization_id"], decided) for row in found]
    rows = pa.Table.from_pylist(made, schema=TABLES["organizations"].schema)
    write_rows(connection, "organizations", rows)
    kept = set(rows.column("organization_id").to_pylist())
    wanted = connection.execute("FROM wanted").fetchall()
    delete(connection, "organizations", "organization_id", ids({one for (one,) in wanted} - kept))


# The name that most articles give it under its own id, in the lexicon's words where it is listed there.
ORGANIZATION_ROWS = """
    WITH known AS (
        SELECT id AS organization_id, id FROM wanted ANTI JOIN organization_merges m ON m.organization_id = wanted.id
        UNION ALL
        SELECT organization_id, into_id FROM organization_merges WHERE into_id IN (SELECT id FROM wanted)),
    said AS MATERIALIZED (
        SELECT o.* EXCLUDE (article_id), k.id, a.published_at, hash(coalesce(a.duplicate_of, a.article_id)) AS origin_id
        FROM organization_evidence o JOIN known k USING (organization_id) JOIN articles a USING (article_id)),
    named AS (
        SELECT id, name, count(DISTINCT origin_id) AS n, bool_or(origin = 'lexicon') AS listed
        FROM said GROUP BY id, name),
    kinds AS (
        SELECT id, kind, count(DISTINCT origin_id) AS n, bool_or(origin = 'lexicon') AS listed
        FROM said GROUP BY id, kind),
    best AS (SELECT id, arg_min(name, (NOT listed, -n, -length(name), name)) AS name FROM named GROUP BY id),
    best_kind AS (SELECT id, arg_min(kind, (NOT listed, kind = 'other', -n, kind)) AS kind FROM kinds GROUP BY id),
    forms AS (
        SELECT id, unnest(list_concat([name, name_en], aliases)) AS form
        FROM (SELECT DISTINCT id, name, name_en, aliases FROM said)),
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
