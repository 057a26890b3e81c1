select article_id, cast(count(*) as varchar) as sample from articles group by article_id having count(*) > 1
