select evidence_id, cast(count(*) as varchar) as sample from grant_evidence group by evidence_id having count(*) > 1
