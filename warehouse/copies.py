"""Which articles are copies of another: near-duplicates by MinHash, found by bands of the signature.

Two articles are copies when most values of their signatures agree; what copies join is one group, and its original is
its earliest article, then the smallest id. The result is the same in whatever order the articles came: the group of
every article that a batch concerns is worked out anew.
"""

import duckdb
import pyarrow as pa

ROWS = 4  # values that make a band: of two texts 80 % alike, 64 values share one of 16 bands with probability 0.9998
ALIKE = 0.8  # share of equal values from which two texts are copies of each other

_BANDS = f"""
CREATE TEMP VIEW bands AS
SELECT article_id, i AS band, hash(signature[i * {ROWS} + 1 : (i + 1) * {ROWS}]) AS value
FROM (SELECT article_id, signature, unnest(range(len(signature) // {ROWS})) AS i FROM articles WHERE len(signature) > 0)
"""  # noqa: S608
_SEEDS = """
SELECT article_id FROM articles
WHERE article_id IN (FROM batch_articles) OR coalesce(duplicate_of, article_id) IN (FROM groups_before)
"""
# From the articles `asked` to all that are alike to one of them.
_ALIKE = f"""
WITH own AS (FROM bands SEMI JOIN asked USING (article_id)),
candidates AS (
    SELECT DISTINCT o.article_id AS one, b.article_id AS other
    FROM bands b JOIN own o USING (band, value) WHERE o.article_id <> b.article_id)
SELECT one, other FROM candidates
JOIN articles x ON x.article_id = one JOIN articles y ON y.article_id = other
WHERE len(x.signature) = len(y.signature)
    AND list_sum(list_transform(list_zip(x.signature, y.signature), lambda p: (p[1] = p[2])::INT))
        >= {ALIKE} * len(x.signature)
"""  # noqa: S608
_MARK = """
WITH originals AS (
    SELECT g.article_id, first_value(a.article_id) OVER (
        PARTITION BY g.leader ORDER BY a.published_at NULLS LAST, a.article_id) AS original
    FROM groups g JOIN articles a USING (article_id))
UPDATE articles SET duplicate_of = nullif(original, articles.article_id) FROM originals o
WHERE articles.article_id = o.article_id AND articles.duplicate_of IS DISTINCT FROM nullif(original, o.article_id)
"""


def note_groups(connection: duckdb.DuckDBPyConnection) -> None:
    """Remember the groups of the batch's articles, before these are replaced or deleted."""
    connection.execute(
        "CREATE TEMP TABLE groups_before AS SELECT DISTINCT coalesce(duplicate_of, article_id) AS original "
        "FROM articles SEMI JOIN batch_articles USING (article_id)"
    )


def mark_copies(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Set `duplicate_of` of all that a batch concerns; the ids of the articles that it looked at."""
    connection.execute(_BANDS)
    leaders: dict[str, str] = {}
    asked = {str(row[0]) for row in connection.execute(_SEEDS).fetchall()}
    while asked:
        leaders.update((article_id, article_id) for article_id in asked)
        connection.register("asked", pa.table({"article_id": pa.array(sorted(asked), pa.string())}))
        pairs = connection.execute(_ALIKE).fetchall()
        asked = {other for _, other in pairs} - leaders.keys()
        for one, other in pairs:
            leaders[_leader(leaders, one)] = _leader(leaders, other)
    rows = pa.table({"article_id": list(leaders), "leader": [_leader(leaders, one) for one in leaders]})
    connection.register("groups", rows.cast(pa.schema([("article_id", pa.string()), ("leader", pa.string())])))
    connection.execute(_MARK)
    return set(leaders)


def _leader(leaders: dict[str, str], article_id: str) -> str:
    """The article that stands for the group of this one, with the way to it made short."""
    leader = leaders.setdefault(article_id, article_id)
    while leader != leaders[leader]:
        leader = leaders[leader]
    leaders[article_id] = leader
    return leader
