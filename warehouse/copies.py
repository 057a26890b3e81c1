"""Which articles are copies of another: near-duplicates by MinHash, found by bands of the signature.

Two articles are copies when most values of their signatures agree; what copies join is one group, and its original is
its earliest article, then the smallest id. The result is the same in whatever order the articles came: the group of
every article that a batch concerns is worked out anew.
"""

import duckdb
import pyarrow as pa

ROWS = 4  # values that make a band: two texts 60 % alike share one of 16 with probability 0.89, 80 % alike 0.9998
ALIKE = 0.6  # share of equal values from which two texts are copies; different articles agree on an eighth at most

# In a band of very many texts (one frame around different words) each is compared with so many after it, in the order
# of their signatures: all pairs would be their square.
CROWD = 50

# Texts with one signature are one text: `first` stands for them.
_SIGNED = """
CREATE TEMP TABLE signed AS
SELECT article_id, min(article_id) OVER (
    PARTITION BY CASE WHEN len(signature) > 0 THEN hash(signature) ELSE hash(article_id) END) AS first
FROM articles
"""
_SEEDS = """
SELECT DISTINCT first FROM signed WHERE article_id IN (
    FROM batch_articles UNION SELECT article_id FROM articles
    WHERE coalesce(duplicate_of, article_id) IN (FROM groups_before))
"""
_BANDS = f"""
CREATE TEMP VIEW bands AS
SELECT article_id, sample, hash(i, signature[i * {ROWS} + 1 : (i + 1) * {ROWS}]) AS band
FROM (
    SELECT article_id, signature, signature[1:-1:8] AS sample, unnest(range(len(signature) // {ROWS})) AS i
    FROM articles SEMI JOIN signed ON articles.article_id = signed.first WHERE len(signature) > 0)
"""  # noqa: S608
# Pairs that share a band, at least one of them `asked`. Every join is of equal keys.
_CANDIDATES = f"""
CREATE OR REPLACE TEMP TABLE copy_candidates AS
WITH own AS (SELECT DISTINCT band FROM bands SEMI JOIN asked USING (article_id)),
near AS MATERIALIZED (
    SELECT article_id, band, a.article_id IS NOT NULL AS mine,
        row_number() OVER (PARTITION BY band ORDER BY sample, article_id) AS place,
        count(*) OVER (PARTITION BY band) AS size
    FROM (FROM bands SEMI JOIN own USING (band)) b LEFT JOIN asked a USING (article_id)),
reach AS (
    SELECT article_id, band, mine, unnest(range(place + 1, least(place + {CROWD}, size) + 1)) AS place FROM near)
SELECT DISTINCT r.article_id AS one, n.article_id AS other
FROM reach r JOIN near n USING (band, place) WHERE r.mine OR n.mine
"""  # noqa: S608
# CASE, since equal lengths as a condition of their own are taken for the key of the join: all articles with all.
_ALIKE = f"""
SELECT one, other FROM copy_candidates
JOIN articles x ON x.article_id = one JOIN articles y ON y.article_id = other
WHERE CASE WHEN len(x.signature) = len(y.signature) THEN
    list_sum(list_transform(list_zip(x.signature, y.signature), lambda p: (p[1] = p[2])::INT))
        >= {ALIKE} * len(x.signature) ELSE false END
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
    connection.execute(_SIGNED)
    connection.execute(_BANDS)
    leaders: dict[str, str] = {}
    asked = {str(row[0]) for row in connection.execute(_SEEDS).fetchall()}
    while asked:
        leaders.update((article_id, article_id) for article_id in asked)
        connection.register("asked", pa.table({"article_id": pa.array(sorted(asked), pa.string())}))
        connection.execute(_CANDIDATES)
        pairs = connection.execute(_ALIKE).fetchall()
        asked = {article_id for pair in pairs for article_id in pair} - leaders.keys()
        for one, other in pairs:
            leaders[_leader(leaders, one)] = _leader(leaders, other)
    rows = pa.table({"first": list(leaders), "leader": [_leader(leaders, one) for one in leaders]})
    connection.register("found", rows.cast(pa.schema([("first", pa.string()), ("leader", pa.string())])))
    connection.execute("CREATE TEMP TABLE groups AS SELECT article_id, leader FROM signed JOIN found USING (first)")
    connection.execute(_MARK)
    return {str(row[0]) for row in connection.execute("SELECT article_id FROM groups").fetchall()}


def _leader(leaders: dict[str, str], article_id: str) -> str:
    """The article that stands for the group of this one, with the way to it made short."""
    leader = leaders.setdefault(article_id, article_id)
    while leader != leaders[leader]:
        leader = leaders[leader]
    leaders[article_id] = leader
    return leader
