select e.evidence_id, coalesce(e.funder_id, '') || ' ' || coalesce(e.recipient_id, '') as sample
from grant_evidence e
where not exists (from articles a where a.article_id = e.article_id)
  or (e.funder_id is not null and not exists (from organization_evidence o where o.article_id = e.article_id and o.organization_id = e.funder_id))
  or (e.recipient_id is not null and not exists (from organization_evidence o where o.article_id = e.article_id and o.organization_id = e.recipient_id))
