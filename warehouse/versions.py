"""Which version of each article the lake holds after a batch (DESIGN.md, Identity), as temporary tables.

- staged_<table>: the staged rows of all units of the batch, with their `folder`
- batch_chosen (article_id, folder): the articles of the batch that the lake takes
- batch_gone (article_id): what a source that was read again no longer holds
- batch_articles (article_id): all of these
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from warehouse.engine import quoted
from warehouse.tables import STAGED

# The better version is the first: latest stated modification, longest body, smallest sha256, smallest place. A source
# that is read again speaks for itself alone: what it said before does not compete.
_CHOOSE = """
CREATE TEMP TABLE batch_chosen AS
WITH held AS (
    SELECT a.article_id, '' AS folder, a.modified_at, length(a.body) AS size, a.source_sha256, a.source_uri
    FROM articles a SEMI JOIN staged_articles s USING (article_id)
    WHERE NOT EXISTS (FROM reread r WHERE r.article_id = a.article_id)),
versions AS (
    FROM held UNION ALL BY NAME
    SELECT article_id, folder, modified_at, length(body) AS size, source_sha256, source_uri FROM staged_articles)
SELECT article_id, folder FROM versions
QUALIFY row_number() OVER (
    PARTITION BY article_id ORDER BY modified_at DESC NULLS LAST, size DESC, source_sha256, source_uri, folder) = 1
"""
_REREAD = """
CREATE TEMP TABLE reread AS
SELECT DISTINCT a.article_id FROM articles a JOIN staged_sources s
ON a.source_sha256 = s.source_sha256 AND starts_with(a.source_uri, s.source_uri)
    AND a.source_uri[length(s.source_uri) + 1] IN ('', '!', '#')
"""


def choose(connection: duckdb.DuckDBPyConnection, folders: Sequence[Path]) -> None:
    """Make the temporary tables that this module's docstring names."""
    for name in STAGED:
        files = ", ".join(quoted(folder / f"{name}.parquet") for folder in folders)
        connection.execute(
            f"CREATE TEMP VIEW staged_{name} AS SELECT * EXCLUDE (filename), parse_dirpath(filename) AS folder "  # noqa: S608
            f"FROM read_parquet([{files}], filename = true)"
        )
    connection.execute(_REREAD)
    connection.execute(_CHOOSE)
    connection.execute("DELETE FROM batch_chosen WHERE folder = ''")
    connection.execute(
        "CREATE TEMP TABLE batch_gone AS FROM reread WHERE article_id NOT IN (SELECT article_id FROM batch_chosen)"
    )
    connection.execute("CREATE TEMP TABLE batch_articles AS SELECT article_id FROM batch_chosen UNION FROM batch_gone")
