select evidence_id, cast(coalesce(quantity, quantity_max) as varchar) as sample
from grant_evidence where coalesce(quantity, quantity_max) is not null and unit is null
