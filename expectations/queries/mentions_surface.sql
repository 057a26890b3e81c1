-- DuckDB's substring counts code points from 1, as the spans do from 0.
select m.article_id, m.organization_id, m.field, m.char_start, m.surface as sample
from organization_mentions m join articles a using (article_id)
where substring(case m.field when 'title' then a.title when 'subtitle' then a.subtitle else a.body end, m.char_start + 1, m.char_end - m.char_start)
  is distinct from m.surface
