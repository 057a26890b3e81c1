select m.article_id, m.organization_id, m.field, m.char_start, m.surface as sample
from organization_mentions m
where not exists (from articles a where a.article_id = m.article_id)
  or not exists (from organizations o where o.organization_id = m.organization_id)
