with done as (
  select run_id, articles, files_seen - files_skipped as files, row_number() over (order by started_at desc) as age
  from runs where status = 'done'
)
select run_id, cast(articles as varchar) as sample
from done
where age = 1 and files > 0
  and articles < map_extract_value($least_volume, 'default')
    * (select median(articles) from done where age between 2 and 11 and articles > 0)
