select evidence_id, coalesce(cast(amount as varchar), currency) as sample from grant_evidence where (amount is null) <> (currency is null)
