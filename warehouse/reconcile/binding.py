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
MARKS = f"""
    SELECT DISTINCT coalesce(programme, '{UNNAMED}' || article_id) AS name, article_id,
        hash('grant', funder_id, coalesce(recipient_id, ''), currency, amount) AS mark,
        hash(amount) AS figure, length(rtrim(amount::HUGEINT::VARCHAR, '0')) AS digits,
        recipient_id IS NOT NULL OR digits > 1 AS telling, false AS day
    FROM grant_evidence WHERE amount IS NOT NULL AND funder_id IS NOT NULL
    UNION ALL
    SELECT DISTINCT coalesce(programme, '{UNNAMED}' || article_id), article_id,
        hash(event, coalesce(organization_id, ''), date_start, date_end, coalesce(value, -1)),
        hash(date_start, date_end), 0, organization_id IS NOT NULL AND date_start = date_end, date_start = date_end
    FROM milestone_evidence WHERE date_start IS NOT NULL AND date_end IS NOT NULL
"""  # noqa: S608


def programmes_bound(connection: duckdb.DuckDBPyConnection, apart: frozenset[frozenset[str]]) -> set[tuple[str, str]]:
    """Pairs of names under which different articles state the same facts.

    A pair that one article uses for two programmes (`apart`) is bound only by sums that are exact to three digits.
    """
    found = connection.execute(f"""
        WITH marks AS MATERIALIZED ({MARKS}),
        known AS (SELECT name, count(DISTINCT mark) AS marks FROM marks GROUP BY name),
        shared AS (
            SELECT mark FROM marks GROUP BY mark
            HAVING min(name) <> max(name) AND count(DISTINCT name) <= {COMMON}),
        few AS MATERIALIZED (SELECT * FROM marks SEMI JOIN shared USING (mark)),
        pairs AS (
            SELECT a.name AS one, b.name AS other, count(DISTINCT a.mark) AS marks,
                count(DISTINCT a.figure) FILTER (a.telling) AS figures,
                count(DISTINCT a.figure) FILTER (a.digits >= 3) AS sums,
                max(a.digits) AS digits, bool_or(a.day) AS day,
                list(DISTINCT a.article_id) AS one_articles, list(DISTINCT b.article_id) AS other_articles
            FROM few a JOIN few b ON a.mark = b.mark AND a.name < b.name AND a.article_id <> b.article_id
            GROUP BY a.name, b.name),
        weighed AS (
            SELECT p.*, p.marks >= {SHARE} * least(o.marks, t.marks) AS much,
                p.digits >= 4 AND p.marks = least(o.marks, t.marks) AS whole,
                starts_with(p.one, '{UNNAMED}') OR starts_with(p.other, '{UNNAMED}') AS unnamed
            FROM pairs p JOIN known o ON o.name = p.one JOIN known t ON t.name = p.other),
        stepped AS (SELECT * FROM weighed WHERE unnamed AND much AND marks >= 2 AND day),
        ones AS (
            SELECT DISTINCT one, other, organization_id
            FROM (SELECT one, other, unnest(one_articles) AS article_id FROM stepped)
            JOIN organization_evidence USING (article_id) WHERE kind <> 'media'),
        others AS (
            SELECT DISTINCT one, other, organization_id
            FROM (SELECT one, other, unnest(other_articles) AS article_id FROM stepped)
            JOIN organization_evidence USING (article_id)),
        met AS (
            SELECT one, other FROM ones JOIN others USING (one, other, organization_id)
            GROUP BY one, other HAVING count(*) >= 2)
        SELECT one, other, sums >= 2 OR whole AS sure FROM weighed LEFT JOIN met m USING (one, other)
        WHERE whole OR (much AND figures >= 2) OR m.one IS NOT NULL
    """).fetchall()  # noqa: S608
    return {(one, other) for one, other, sure in found if sure or frozenset((one, other)) not in apart}


def programmes_apart(connection: duckdb.DuckDBPyConnection) -> frozenset[frozenset[str]]:
    """Pairs of names that one article uses side by side."""
    found = connection.execute(f"""
        WITH said AS (SELECT DISTINCT article_id, name FROM (
            SELECT article_id, coalesce(programme, '{UNNAMED}' || article_id) AS name FROM grant_evidence UNION ALL
            SELECT article_id, coalesce(programme, '{UNNAMED}' || article_id) FROM milestone_evidence))
        SELECT DISTINCT a.name, b.name FROM said a JOIN said b USING (article_id) WHERE a.name < b.name
    """).fetchall()  # noqa: S608
    return frozenset(frozenset(pair) for pair in found)
