-- Total variation distance between the last run's distribution and that of all runs before it.
with last as (select run_id from runs where status = 'done' order by started_at desc limit 1),
rows as (
  select e.{column} as word, a.run_id = (from last) as fresh
  from {table} e join articles a using (article_id)
),
shares as (
  select word,
    count(*) filter (where fresh) / (select count(*) from rows where fresh) as now,
    count(*) filter (where not fresh) / (select count(*) from rows where not fresh) as before
  from rows group by word
)
select (from last) as run_id, cast(round(sum(abs(now - before)) / 2, 2) as varchar) as sample
from shares
having sum(abs(now - before)) / 2 > map_extract_value($drift, 'default')
  and (select count(*) from rows where fresh) >= map_extract_value($least_rows, 'default')
  and (select count(*) from rows where not fresh) >= map_extract_value($least_rows, 'default')
