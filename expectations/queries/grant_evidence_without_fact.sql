select e.evidence_id, e.grant_id as sample
from grant_evidence e
where not exists (from grants f where f.grant_id = e.grant_id)
  and not exists (from corrections c where c.revoked_at is null and c.target in (e.grant_id, e.evidence_id))
