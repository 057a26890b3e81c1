-- Facts that are new since a snapshot: put the snapshot_id of a run (SELECT run_id, snapshot_id FROM runs) for the 1, which
-- is the empty lake.
SELECT 'grant' AS fact, programme, recipient AS organization, kind AS what, coalesce(amount, quantity) AS figure, quote
FROM grant_facts ANTI JOIN (FROM grants AT (VERSION => 1)) USING (grant_id)
UNION ALL
SELECT 'milestone', programme, organization, event, value, quote
FROM milestone_facts ANTI JOIN (FROM milestones AT (VERSION => 1)) USING (milestone_id)
ORDER BY fact, programme, organization, what, figure
