CREATE OR REPLACE VIEW conflicts AS
-- A row for each article and the value that it claims, of the facts that conflict_facts links. None of them wins.
WITH claims AS (
    SELECT c.conflict_id, c.table_name, c.fact_id, g.programme, g.recipient_id AS organization_id, c.field,
        CASE c.field WHEN 'amount' THEN g.amount ELSE g.quantity END AS figure, NULL::DATE AS day,
        e.article_id, e.quote, e.char_start, e.evidence_id
    FROM conflict_facts c JOIN grants g ON g.grant_id = c.fact_id JOIN grant_evidence e ON e.grant_id = g.grant_id
    UNION ALL
    SELECT c.conflict_id, c.table_name, c.fact_id, m.programme, m.organization_id, c.field,
        CASE c.field WHEN 'value' THEN m.value END, CASE c.field WHEN 'date_start' THEN m.date_start WHEN 'date_end' THEN m.date_end END,
        e.article_id, e.quote, e.char_start, e.evidence_id
    FROM conflict_facts c JOIN milestones m ON m.milestone_id = c.fact_id
    JOIN milestone_evidence e ON e.milestone_id = m.milestone_id
)
SELECT c.conflict_id, c.table_name, c.fact_id, c.programme, o.name AS organization, c.field,
    coalesce(c.day::VARCHAR, rtrim(rtrim(c.figure::VARCHAR, '0'), '.')) AS value,
    c.article_id, a.publisher, a.published_at, c.quote, a.url
FROM claims c JOIN articles a USING (article_id)
LEFT JOIN organizations o ON o.organization_id = c.organization_id
WHERE a.duplicate_of IS NULL
QUALIFY row_number() OVER (PARTITION BY c.conflict_id, c.fact_id, c.article_id ORDER BY c.char_start, c.evidence_id) = 1
ORDER BY c.conflict_id, a.published_at, c.article_id
