select f.milestone_id, f.organization_id as sample
from milestones f
where f.organization_id is not null and not exists (from organizations o where o.organization_id = f.organization_id)
