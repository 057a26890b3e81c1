select e.evidence_id, cast(e.date_start as varchar) as sample
from milestone_evidence e join articles a using (article_id)
where e.status = 'achieved' and e.date_start > cast(a.published_at as date) + 1
