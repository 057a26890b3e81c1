select m.article_id, m.organization_id, m.field, m.char_start, m.surface as sample
from organization_mentions m
where not exists (from articles a where a.article_id = m.article_id)
  or not exists (from organization_evidence o where o.article_id = m.article_id and o.organization_id = m.organization_id)
