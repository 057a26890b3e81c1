select evidence_id, cast(value as varchar) as sample from milestone_evidence where value is not null and metric is null
