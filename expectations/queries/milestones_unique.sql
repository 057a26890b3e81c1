select milestone_id, cast(count(*) as varchar) as sample from milestones group by milestone_id having count(*) > 1
