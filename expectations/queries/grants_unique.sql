select grant_id, cast(count(*) as varchar) as sample from grants group by grant_id having count(*) > 1
