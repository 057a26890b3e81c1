select s.source_uri, s.source_sha256, a.article_id as sample
from sources s, unnest(s.article_ids) as a(article_id)
where s.outcome = 'article' and not exists (from articles b where b.article_id = a.article_id)
