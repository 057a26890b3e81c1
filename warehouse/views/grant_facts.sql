CREATE OR REPLACE VIEW grant_facts AS
WITH first_words AS (
    SELECT e.grant_id, e.quote, a.url, a.publisher, a.published_at
    FROM grant_evidence e JOIN articles a USING (article_id)
    QUALIFY row_number() OVER (
        PARTITION BY e.grant_id ORDER BY a.published_at NULLS LAST, a.article_id, e.char_start, e.evidence_id) = 1
)
SELECT g.grant_id, g.programme, funder.name AS funder, recipient.name AS recipient, g.kind, g.amount, g.currency,
    g.quantity, g.quantity_max, g.unit, g.period, g.status, g.announced_on, g.article_count, g.has_conflict,
    w.quote, w.url, w.publisher, w.published_at, g.basis, g.purpose
FROM grants g
LEFT JOIN first_words w ON w.grant_id = g.grant_id
LEFT JOIN organizations funder ON funder.organization_id = g.funder_id
LEFT JOIN organizations recipient ON recipient.organization_id = g.recipient_id
