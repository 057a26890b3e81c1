select e.evidence_id, e.milestone_id as sample
from milestone_evidence e
where not exists (from milestones f where f.milestone_id = e.milestone_id)
  and not exists (from corrections c where c.revoked_at is null and c.target in (e.milestone_id, e.evidence_id))
