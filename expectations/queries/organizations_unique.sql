select organization_id, cast(count(*) as varchar) as sample from organizations group by organization_id having count(*) > 1
