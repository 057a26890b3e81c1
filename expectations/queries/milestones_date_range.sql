select e.evidence_id, cast(coalesce(e.date_start, e.date_end) as varchar) as sample
from milestone_evidence e join articles a using (article_id)
where abs(date_diff('year', cast(a.published_at as date), coalesce(e.date_start, e.date_end))) > 30
