select e.evidence_id, e.organization_id as sample
from milestone_evidence e
where not exists (from articles a where a.article_id = e.article_id)
  or (e.organization_id is not null and not exists (from organization_evidence o where o.article_id = e.article_id and o.organization_id = e.organization_id))
