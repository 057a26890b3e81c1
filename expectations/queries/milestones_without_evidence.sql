select f.milestone_id, f.programme as sample from milestones f where not exists (from milestone_evidence e where e.milestone_id = f.milestone_id)
