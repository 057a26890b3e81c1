select evidence_id, cast(quantity_max as varchar) as sample from grant_evidence where quantity_max < quantity
