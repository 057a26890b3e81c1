CREATE OR REPLACE VIEW milestone_facts AS
WITH first_words AS (
    SELECT e.milestone_id, e.quote, a.url, a.publisher, a.published_at
    FROM milestone_evidence e JOIN articles a USING (article_id)
    QUALIFY row_number() OVER (
        PARTITION BY e.milestone_id ORDER BY a.published_at NULLS LAST, a.article_id, e.char_start, e.evidence_id) = 1
)
SELECT m.milestone_id, m.programme, o.name AS organization, m.event, m.date_start, m.date_end, m.date_precision,
    m.recurrence, m.metric, m.value, m.unit, m.status, m.article_count, m.has_conflict,
    w.quote, w.url, w.publisher, w.published_at, m.subject
FROM milestones m
LEFT JOIN first_words w ON w.milestone_id = m.milestone_id
LEFT JOIN organizations o ON o.organization_id = m.organization_id
