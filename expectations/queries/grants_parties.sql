select f.grant_id, coalesce(f.funder_id, '') || ' ' || coalesce(f.recipient_id, '') as sample
from grants f
where (f.funder_id is not null and not exists (from organizations o where o.organization_id = f.funder_id))
  or (f.recipient_id is not null and not exists (from organizations o where o.organization_id = f.recipient_id))
