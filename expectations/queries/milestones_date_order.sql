select evidence_id, cast(date_start as varchar) || ' > ' || cast(date_end as varchar) as sample
from milestone_evidence where date_end < date_start
