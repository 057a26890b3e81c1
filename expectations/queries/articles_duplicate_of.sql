select a.article_id, a.duplicate_of as sample
from articles a
where a.duplicate_of is not null and not exists (from articles b where b.article_id = a.duplicate_of)
