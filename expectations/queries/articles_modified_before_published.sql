-- A minute's slack: publishers round the two differently.
select article_id, cast(modified_at as varchar) as sample
from articles
where modified_at < published_at - interval 1 minute and published_precision in ('second', 'minute')
