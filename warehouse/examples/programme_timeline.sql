-- The life of one programme: what was given and what happened, by day. Put another name where it says which programme;
-- as it stands, it is the one that most articles write about.
WITH chosen AS (
    SELECT programme FROM (
        SELECT programme, article_count FROM grants UNION ALL SELECT programme, article_count FROM milestones)
    WHERE programme IS NOT NULL
    GROUP BY programme ORDER BY sum(article_count) DESC, programme LIMIT 1
), steps AS (
    SELECT programme, coalesce(date_start, date_end) AS day, event AS step, organization, status,
        concat_ws(' ', rtrim(rtrim(value::VARCHAR, '0'), '.'), unit) AS figure, quote
    FROM milestone_facts
    UNION ALL
    SELECT programme, published_at::DATE, 'grant: ' || kind, recipient, status,
        concat_ws(' ', rtrim(rtrim(coalesce(amount, quantity)::VARCHAR, '0'), '.'), coalesce(currency, unit)), quote
    FROM grant_facts
)
SELECT day, step, organization, figure, status, quote
FROM steps SEMI JOIN chosen USING (programme)
WHERE day IS NOT NULL
ORDER BY day, step, organization NULLS FIRST, figure
