select publisher, cast(round(avg(cast(published_at is null as int)), 2) as varchar) as sample
from articles
where publisher is not null
group by publisher
having count(*) >= map_extract_value($least_articles, 'default')
  and avg(cast(published_at is null as int))
    > coalesce(map_extract_value($share_without_date, publisher), map_extract_value($share_without_date, 'default'))
