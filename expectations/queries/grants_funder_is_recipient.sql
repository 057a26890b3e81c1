select evidence_id, funder_id as sample from grant_evidence where funder_id = recipient_id
