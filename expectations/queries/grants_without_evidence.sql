select f.grant_id, f.programme as sample from grants f where not exists (from grant_evidence e where e.grant_id = f.grant_id)
