select o.article_id, o.organization_id, o.name as sample
from organization_evidence o
where not exists (from articles a where a.article_id = o.article_id)
