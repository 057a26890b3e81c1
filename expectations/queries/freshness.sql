-- Against the newest article of the lake, not the clock: the same lake gives the same answer.
select publisher, cast(max(published_at) as varchar) as sample
from articles
where publisher is not null and published_at is not null
group by publisher
having count(*) >= map_extract_value($least_articles, 'default')
  and date_diff('day', max(published_at), (select max(published_at) from articles where published_at <= ingested_at))
    > coalesce(map_extract_value($fresh_days, publisher), map_extract_value($fresh_days, 'default'))
