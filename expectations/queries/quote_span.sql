-- DuckDB's substring counts code points from 1, as the spans do from 0.
select e.evidence_id, e.quote as sample
from {table} e join articles a using (article_id)
where substring(case e.field when 'title' then a.title when 'subtitle' then a.subtitle else a.body end, e.char_start + 1, e.char_end - e.char_start)
  is distinct from e.quote
