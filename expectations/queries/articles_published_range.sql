-- 1896 is the year of the first Korean daily (독립신문); five days after the run leaves room for zones and embargoes.
select article_id, cast(published_at as varchar) as sample
from articles
where published_at < timestamp '1896-01-01' or published_at > cast(ingested_at as timestamp) + interval 5 day
