"""What became of each file of a batch: its row of `sources`, and what was kept out of it, in `rejections`."""

import duckdb

from warehouse.merge import merge
from warehouse.tables import TABLES

# Of two sources that hold one article, that whose version is in the lake has the outcome "article". A source that was
# a duplicate stays one until that is asked.
_READ = """
CREATE TEMP TABLE read_sources AS
SELECT s.* REPLACE (if(s.outcome = 'article' AND t.outcome = 'duplicate', t.outcome, s.outcome) AS outcome)
FROM staged_sources s LEFT JOIN sources t USING (source_uri, source_sha256)
QUALIFY row_number() OVER (PARTITION BY s.source_uri, s.source_sha256 ORDER BY s.folder) = 1
"""
_HOLDERS = """
WITH listed AS (SELECT source_uri, source_sha256, unnest(article_ids) AS article_id FROM sources),
concerned AS (
    SELECT source_uri, source_sha256 FROM listed SEMI JOIN batch_articles USING (article_id)
    UNION SELECT source_uri, source_sha256 FROM read_sources),
claims AS MATERIALIZED (FROM listed SEMI JOIN concerned USING (source_uri, source_sha256)),
held AS (
    SELECT article_id, source_uri, source_sha256 FROM articles SEMI JOIN claims USING (article_id)),
right_ones AS (
    SELECT c.source_uri, c.source_sha256, if(bool_or(coalesce(a.source_sha256 = c.source_sha256
        AND starts_with(a.source_uri, c.source_uri), false)), 'article', 'duplicate') AS outcome
    FROM claims c LEFT JOIN held a USING (article_id) GROUP BY ALL)
UPDATE sources SET outcome = r.outcome FROM right_ones r
WHERE sources.source_uri = r.source_uri AND sources.source_sha256 = r.source_sha256 AND sources.outcome <> r.outcome
"""
# A row that was kept out belongs to a version of its article: only that of the version in the lake is shown. A version
# that was kept out as a whole is shown whatever came in its place.
_SHOWN = """
CREATE TEMP TABLE shown_rejections AS
SELECT r.* FROM staged_rejections r LEFT JOIN articles a USING (article_id)
WHERE coalesce(r.table_name, 'articles') = 'articles' OR a.article_id IS NULL
    OR (a.source_sha256 = r.source_sha256 AND a.source_uri = r.source_uri)
QUALIFY row_number() OVER (PARTITION BY rejection_id ORDER BY r.folder) = 1
"""
_OTHER_VERSIONS = """
DELETE FROM rejections r WHERE coalesce(table_name, 'articles') <> 'articles' AND EXISTS (
    FROM articles a JOIN batch_articles USING (article_id) WHERE a.article_id = r.article_id
        AND (a.source_sha256, a.source_uri) IS DISTINCT FROM (r.source_sha256, r.source_uri))
"""
_RESOLVED = """
UPDATE rejections SET resolved_run_id = ? WHERE resolved_run_id IS NULL
    AND rejection_id NOT IN (SELECT rejection_id FROM shown_rejections)
    AND EXISTS (FROM staged_sources s WHERE s.source_sha256 = rejections.source_sha256
        AND starts_with(rejections.source_uri, s.source_uri))
"""


def write_sources(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the sources of the batch, and set right which source holds which article."""
    connection.execute(_READ)
    table = TABLES["sources"]
    merge(connection, table.name, "read_sources", table.key, table.names, ("first_seen",), ("run_id",))
    connection.execute(_HOLDERS)


def write_rejections(connection: duckdb.DuckDBPyConnection, run_id: str) -> None:
    """Write what was kept out; what the same source no longer gives cause for is resolved by this run."""
    if (
        connection.execute("SELECT 1 FROM staged_rejections UNION ALL SELECT 1 FROM rejections LIMIT 1").fetchone()
        is None
    ):
        return
    connection.execute(_SHOWN)
    table = TABLES["rejections"]
    merge(connection, table.name, "shown_rejections", table.key, table.names, (), ("run_id", "rejected_at"))
    connection.execute(_OTHER_VERSIONS)
    connection.execute(_RESOLVED, [run_id])
