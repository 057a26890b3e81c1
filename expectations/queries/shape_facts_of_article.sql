select a.article_id, cast(count(*) as varchar) as sample
from articles a
join (select article_id from grant_evidence union all select article_id from milestone_evidence) e using (article_id)
group by a.article_id
having count(*) > map_extract_value($facts_of_article, 'default')
