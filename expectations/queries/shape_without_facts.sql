with facts as (select article_id from grant_evidence union select article_id from milestone_evidence)
select a.publisher, cast(round(avg(cast(f.article_id is null as int)), 2) as varchar) as sample
from articles a left join facts f using (article_id)
where a.publisher is not null
group by a.publisher
having count(*) >= map_extract_value($least_articles, 'default')
  and avg(cast(f.article_id is null as int))
    > coalesce(map_extract_value($share_without_facts, a.publisher), map_extract_value($share_without_facts, 'default'))
