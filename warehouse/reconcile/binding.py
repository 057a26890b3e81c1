"""What articles bind together: two programme names under which they state the same facts are one programme.

A fact tells by its funder, recipient and sum, or by its event, body and day. One can fall together by chance; two with
different figures hardly do, nor one sum exact to four digits that is all that a name has. An article that names no
programme is bound by steps of its own too, where it names the same bodies as the others.
"""

import duckdb

from warehouse.reconcile.programmes import UNNAMED

# So much of what the rarer name has must be the other's too.
SHARE = 0.25
# A mark that so many names share says nothing about any of them.
COMMON = 12
NAME = f"coalesce(programme, '{UNNAMED}' || article_id)"
# Names, articles and marks as hashes: all statements of the lake pass through here, few of them with a mark shared.
MARKS = f"""
    SELECT hash({NAME}) AS name, programme IS NULL AS unnamed, hash(article_id) AS article,
        hash('grant', funder_id, coalesce(recipient_id, ''), currency, amount) AS mark,
        amount, recipient_id IS NOT NULL AS body, NULL::DATE AS first, NULL::DATE AS last
    FROM grant_evidence WHERE amount IS NOT NULL AND funder_id IS NOT NULL
    UNION ALL
    SELECT hash({NAME}), programme IS NULL, hash(article_id),
        hash(event, coalesce(organization_id, ''), date_start, date_end, coalesce(value, -1)),
        NULL, organization_id IS NOT NULL, date_start, date_end
    FROM milestone_evidence WHERE date_start IS NOT NULL AND date_end IS NOT NULL
"""  # noqa: S608
PAIRS = f"""
    CREATE OR REPLACE TEMP TABLE weighed AS
    WITH marks AS MATERIALIZED ({MARKS}),
    used AS MATERIALIZED (SELECT DISTINCT name, mark FROM marks),
    known AS (SELECT name, count(*) AS marks FROM used GROUP BY name),
    shared AS (SELECT mark FROM used GROUP BY mark HAVING count(*) BETWEEN 2 AND {COMMON}),
    few AS MATERIALIZED (
        SELECT DISTINCT name, unnamed, article, mark, coalesce(hash(amount), hash(first, last)) AS figure,
            coalesce(length(rtrim(amount::HUGEINT::VARCHAR, '0')), 0) AS digits, coalesce(first = last, false) AS day,
            CASE WHEN amount IS NULL THEN body AND day ELSE body OR digits > 1 END AS telling
        FROM marks SEMI JOIN shared USING (mark)),
    -- what could ever bind two names: all else that they share only adds its weight
    possible AS (
        SELECT DISTINCT least(a.name, b.name) AS one, greatest(a.name, b.name) AS other
        FROM (FROM few WHERE telling OR digits >= 4 OR unnamed) a JOIN few b USING (mark)
        WHERE a.name <> b.name AND a.article <> b.article),
    pairs AS (
        SELECT one, other, count(DISTINCT a.mark) AS marks, bool_or(a.unnamed OR b.unnamed) AS unnamed,
            count(DISTINCT a.figure) FILTER (a.telling) AS figures,
            count(DISTINCT a.figure) FILTER (a.digits >= 3) AS sums,
            max(a.digits) AS digits, bool_or(a.day) AS day, list(DISTINCT [a.article, b.article]) AS articles
        FROM possible JOIN few a ON a.name = one JOIN few b ON b.name = other AND b.mark = a.mark
        WHERE a.article <> b.article GROUP BY one, other)
    SELECT p.*, p.marks >= {SHARE} * least(o.marks, t.marks) AS much,
        p.digits >= 4 AND p.marks = least(o.marks, t.marks) AS whole
    FROM pairs p JOIN known o ON o.name = p.one JOIN known t ON t.name = p.other
"""  # noqa: S608
BOUND = """
    WITH stepped AS (
        SELECT one, other, unnest(articles) AS pair FROM weighed WHERE unnamed AND much AND marks >= 2 AND day),
    named AS (
        SELECT DISTINCT one, other, hash(article_id) = pair[1] AS first, organization_id
        FROM (SELECT one, other, pair, unnest(pair) AS article FROM stepped)
        JOIN organization_evidence ON hash(article_id) = article WHERE kind <> 'media'),
    met AS (
        SELECT one, other FROM (
            SELECT one, other FROM named GROUP BY one, other, organization_id HAVING count(DISTINCT first) = 2)
        GROUP BY one, other HAVING count(*) >= 2)
    SELECT one, other, sums >= 2 OR whole FROM weighed LEFT JOIN met m USING (one, other)
    WHERE whole OR (much AND figures >= 2) OR m.one IS NOT NULL
"""


def programmes_bound(connection: duckdb.DuckDBPyConnection, apart: frozenset[frozenset[str]]) -> set[tuple[str, str]]:
    """Pairs of names under which different articles state the same facts.

    A pair that one article uses for two programmes (`apart`) is bound only by sums that are exact to three digits.
    """
    connection.execute(PAIRS)
    if not connection.execute("SELECT 1 FROM weighed LIMIT 1").fetchone():
        return set()
    found = connection.execute(BOUND).fetchall()
    names = dict(
        connection.execute(f"""
            SELECT DISTINCT hash({NAME}) AS key, {NAME}
            FROM (SELECT programme, article_id FROM grant_evidence
                UNION ALL SELECT programme, article_id FROM milestone_evidence)
            WHERE key IN (SELECT one FROM weighed UNION SELECT other FROM weighed)
        """).fetchall()  # noqa: S608
    )
    pairs = [(names[one], names[other], sure) for one, other, sure in found]
    return {
        (min(one, other), max(one, other)) for one, other, sure in pairs if sure or frozenset((one, other)) not in apart
    }


def programmes_apart(connection: duckdb.DuckDBPyConnection) -> frozenset[frozenset[str]]:
    """Pairs of names that one article uses side by side."""
    found = connection.execute(f"""
        WITH said AS (
            SELECT article_id, {NAME} AS name FROM (
                SELECT article_id, programme FROM grant_evidence UNION ALL
                SELECT article_id, programme FROM milestone_evidence) GROUP BY ALL),
        several AS (
            SELECT article_id, unnest(list(name)) AS name FROM said GROUP BY article_id HAVING count(*) > 1)
        SELECT DISTINCT a.name, b.name FROM several a JOIN several b USING (article_id) WHERE a.name < b.name
    """).fetchall()  # noqa: S608
    return frozenset(frozenset(pair) for pair in found)
