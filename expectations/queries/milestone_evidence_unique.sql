select evidence_id, cast(count(*) as varchar) as sample from milestone_evidence group by evidence_id having count(*) > 1
