select article_id, organization_id, cast(count(*) as varchar) as sample
from organization_evidence group by article_id, organization_id having count(*) > 1
