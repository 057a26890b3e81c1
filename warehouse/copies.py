"""Which articles are copies of another: near-duplicates by MinHash, found by bands of the signature.

Two articles are copies when most values of their signatures agree; what copies join is one group, and its original is
its earliest article, then the smallest id. A batch is compared with what shares a band with it, and the groups that
its articles stood in are worked out anew; a group that it did not touch is as it was, and joins as a whole.
"""

from collections.abc import Sequence
from hashlib import blake2b

import duckdb
import pyarrow as pa

ROWS = 4  # values that make a band: two texts 60 % alike share one of 16 with probability 0.89, 80 % alike 0.9998
ALIKE = 0.6  # share of equal values from which two texts are copies; different articles agree on an eighth at most

# All pairs of a band of very many texts would be their square: each is compared with so many beside it, in an order of
# the ids. Copies without number are found all the same, each by the next; where it is one frame around different
# words that makes the band, copies share other bands too.
CROWD = 50
BESIDE = 5

# The batch, and what stood in one group with any article of it.
_ASKED = """
CREATE TEMP TABLE asked AS SELECT article_id FROM articles WHERE article_id IN (FROM batch_articles)
    OR coalesce(duplicate_of, article_id) IN (SELECT original FROM groups_before)
"""
# Pairs that share a band, at least one of them asked. Every join is of equal keys.
_CANDIDATES = f"""
CREATE TEMP TABLE copy_candidates AS
WITH banded AS (SELECT article_id, unnest(bands) AS band FROM articles),
own AS (SELECT DISTINCT unnest(bands) AS band FROM articles SEMI JOIN asked USING (article_id)),
near AS MATERIALIZED (
    SELECT article_id, band, row_number() OVER (PARTITION BY band ORDER BY hash(article_id)) AS place,
        count(*) OVER (PARTITION BY band) AS size
    FROM banded SEMI JOIN own USING (band)),
reach AS (
    SELECT article_id, band, unnest(CASE WHEN size <= {CROWD} THEN range(1, size + 1)
        ELSE range(place - {BESIDE}, place + {BESIDE} + 1) END) AS place
    FROM near SEMI JOIN asked USING (article_id))
SELECT DISTINCT r.article_id AS one, n.article_id AS other
FROM reach r JOIN near n USING (band, place) WHERE r.article_id <> n.article_id
"""  # noqa: S608
_COMPARED = """
CREATE TEMP TABLE compared AS SELECT article_id, signature FROM articles
SEMI JOIN (SELECT one AS article_id FROM copy_candidates UNION SELECT other FROM copy_candidates) USING (article_id)
"""
# CASE, since equal lengths as a condition of their own are taken for the key of the join: all articles with all.
_ALIKE = f"""
CREATE TEMP TABLE alike AS SELECT one, other FROM copy_candidates
JOIN compared x ON x.article_id = one JOIN compared y ON y.article_id = other
WHERE CASE WHEN len(x.signature) = len(y.signature) THEN
    list_sum(list_transform(list_zip(x.signature, y.signature), lambda p: (p[1] = p[2])::INT))
        >= {ALIKE} * len(x.signature) ELSE false END
"""  # noqa: S608
# The groups that the batch did not touch and is alike to, each with all that is in it.
_WHOLE = """
WITH grouped AS (
    SELECT article_id, coalesce(duplicate_of, article_id) AS original FROM articles ANTI JOIN asked USING (article_id))
SELECT original, article_id FROM grouped
WHERE original IN (SELECT original FROM grouped WHERE article_id IN (SELECT other FROM alike))
"""
_CHANGED = """
CREATE TEMP TABLE recopied AS
WITH originals AS (
    SELECT g.article_id, a.duplicate_of, first_value(a.article_id) OVER (
        PARTITION BY g.leader ORDER BY a.published_at NULLS LAST, a.article_id) AS original
    FROM groups g JOIN articles a USING (article_id))
SELECT article_id, nullif(original, article_id) AS now FROM originals
WHERE duplicate_of IS DISTINCT FROM nullif(original, article_id)
"""
_MARK = """
UPDATE articles SET duplicate_of = r.now FROM recopied r WHERE articles.article_id = r.article_id
"""


def bands(signature: Sequence[int]) -> list[int]:
    """The key of each band of a signature, the same on any machine; texts with one key share the band's values."""
    starts = range(0, len(signature) - ROWS + 1, ROWS)
    return [
        int.from_bytes(blake2b(repr((start, *signature[start : start + ROWS])).encode(), digest_size=8).digest()) >> 1
        for start in starts
    ]


def note_groups(connection: duckdb.DuckDBPyConnection) -> None:
    """Remember the groups of the batch's articles, before these are replaced or deleted."""
    connection.execute(
        "CREATE TEMP TABLE groups_before AS SELECT DISTINCT coalesce(duplicate_of, article_id) AS original "
        "FROM articles SEMI JOIN batch_articles USING (article_id)"
    )


def mark_copies(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Set `duplicate_of` of all that a batch concerns; the ids of the articles for which it is another than before."""
    for statement in (_ASKED, _CANDIDATES, _COMPARED, _ALIKE):
        connection.execute(statement)
    leaders: dict[str, str] = {}
    pairs = [
        *connection.execute("SELECT article_id, article_id FROM asked").fetchall(),
        *connection.execute(_WHOLE).fetchall(),
        *connection.execute("SELECT one, other FROM alike").fetchall(),
    ]
    for one, other in pairs:
        leaders[_leader(leaders, one)] = _leader(leaders, other)
    rows = {"article_id": list(leaders), "leader": [_leader(leaders, one) for one in leaders]}
    text = pa.string()
    connection.register("groups", pa.table(rows, schema=pa.schema([("article_id", text), ("leader", text)])))
    connection.execute(_CHANGED)
    connection.unregister("groups")
    changed = {str(row[0]) for row in connection.execute("SELECT article_id FROM recopied").fetchall()}
    if changed:
        connection.execute(_MARK)
    return changed


def _leader(leaders: dict[str, str], article_id: str) -> str:
    """The article that stands for the group of this one, with the way to it made short."""
    leader = leaders.setdefault(article_id, article_id)
    while leader != leaders[leader]:
        leader = leaders[leader]
    leaders[article_id] = leader
    return leader
