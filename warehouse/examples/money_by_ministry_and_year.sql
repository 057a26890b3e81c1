-- Money announced against money paid out, by funder, year of the first report and currency. A programme's whole budget and
-- its parts are not counted twice: of each programme it is the larger of the largest sum for nobody in particular and the
-- sum of what the named recipients get. Shares and yearly rates of a sum are left out; so is what was taken back. Where
-- papers disagree, the figure that more of them give counts (`disagreements.sql` shows them all).
WITH sums AS (
    SELECT g.*, year(published_at) AS year,
        row_number() OVER (
            PARTITION BY coalesce(c.conflict_id, g.grant_id) ORDER BY article_count DESC, published_at, grant_id) AS choice
    FROM grant_facts g LEFT JOIN conflict_facts c ON c.fact_id = g.grant_id AND c.field = 'amount'
    WHERE amount IS NOT NULL AND status <> 'cancelled' AND coalesce(basis, 'total') NOT IN ('share', 'per_year')
), recipients AS (
    SELECT funder, year, currency, programme, recipient, max(amount) AS announced,
        max(amount) FILTER (status = 'disbursed') AS disbursed
    FROM sums WHERE choice = 1 GROUP BY ALL
), programmes AS (
    SELECT funder, year, currency, programme,
        greatest(max(announced) FILTER (recipient IS NULL), sum(announced) FILTER (recipient IS NOT NULL)) AS announced,
        greatest(max(disbursed) FILTER (recipient IS NULL), sum(disbursed) FILTER (recipient IS NOT NULL)) AS disbursed
    FROM recipients GROUP BY ALL
)
SELECT coalesce(funder, '(not named)') AS funder, year, currency, count(*) AS programmes, sum(announced) AS announced,
    coalesce(sum(disbursed), 0) AS disbursed
FROM programmes
GROUP BY ALL
ORDER BY year, currency, announced DESC, funder
