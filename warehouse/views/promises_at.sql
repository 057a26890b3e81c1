CREATE OR REPLACE MACRO promises_at(as_of) AS TABLE
-- What was planned, and what had come of it by the day `as_of`, by the articles published until then. For each plan with
-- a date or figure of its own: the result that answers it, else the later plan that moved it, else the article that gave
-- it up. A result answers the plan that fell due nearest to it; one told in an article that still plans is of another.
WITH said AS (
    SELECT e.milestone_id AS id, e.status, e.article_id, a.published_at::DATE AS said_on, e.quote, e.char_start
    FROM milestone_evidence e JOIN articles a USING (article_id)
    WHERE a.published_at::DATE <= as_of::DATE AND a.duplicate_of IS NULL
), steps AS (
    -- a step belongs to its programme; where none is named, to the body; else to itself alone
    SELECT m.*, p.name AS body, coalesce(m.programme, 'body:' || m.organization_id, m.milestone_id) AS whose,
        -- the heads of the words: endings and particles hang behind them; names and words of time tell nothing
        list_filter(
            list_transform(
                regexp_extract_all(lower(concat_ws(' ', m.subject, s.quote)), '[가-힣]{2,}|[a-z]{3,}'),
                lambda w: CASE WHEN w >= '가' THEN left(w, 2) ELSE w END),
            lambda w: w NOT IN ('올해', '내년', '지난', '다음', '이달', '연말', '상반', '하반', '계획', '예정', '방침', '정부', '까지',
                '월까', '년까', '말까', 'the', 'and', 'will', 'year', 'end', 'that', 'for', 'its', 'with')
                AND NOT contains(lower(coalesce(m.programme, '')), w)) AS terms,
        list_distinct(regexp_extract_all(concat_ws(' ', m.subject, s.quote), '([0-9]+)(?:차|단계|호)', 1)) AS rounds
    FROM milestones m JOIN (
        SELECT id, arg_min(quote, (said_on, article_id, char_start)) AS quote FROM said GROUP BY id) s ON s.id = m.milestone_id
    LEFT JOIN organizations p ON p.organization_id = m.organization_id
), told AS (
    SELECT id, status, min(said_on) AS first_on, max(said_on) AS last_on,
        arg_min(article_id, (said_on, article_id)) AS article_id,
        arg_min(quote, (said_on, article_id, char_start)) AS quote
    FROM said GROUP BY id, status
), plans AS (
    SELECT s.*, t.first_on AS promised_on, t.article_id AS promised_article, t.quote AS promised_quote,
        -- an article that names the plan after it fell due looks back
        coalesce((SELECT max(said_on) FROM said x WHERE x.id = s.milestone_id AND x.status = 'planned'
            AND (s.date_end IS NULL OR x.said_on <= s.date_end)), t.first_on) AS still_planned_on,
        count(*) OVER (PARTITION BY s.whose, s.event, s.organization_id) AS rivals
    FROM steps s JOIN told t ON t.id = s.milestone_id AND t.status = 'planned'
    WHERE s.recurrence IS NULL AND (s.date_end IS NOT NULL OR s.value IS NOT NULL)
), results AS (
    SELECT s.*, t.first_on AS told_on, t.article_id, t.quote,
        coalesce(s.date_start, s.date_end) AS done_on,
        -- as many bodies as went through the step that day
        coalesce(s.value, count(*) FILTER (s.organization_id IS NOT NULL)
            OVER (PARTITION BY s.whose, s.event, s.date_start, s.date_end)) AS figure
    FROM steps s JOIN told t ON t.id = s.milestone_id AND t.status = 'achieved'
), answers AS (
    SELECT p.milestone_id AS plan, r.milestone_id AS result, r.done_on, r.told_on, r.value, r.article_id, r.quote,
        p.milestone_id = r.milestone_id AS itself,
        r.event = p.event AS own_event,
        r.organization_id IS NOT DISTINCT FROM p.organization_id AS same_body,
        CASE WHEN r.event <> p.event THEN r.done_on > p.date_end + 10
            ELSE coalesce(r.done_on > p.date_end, false) END AS late,
        len(list_intersect(p.terms, r.terms)) / greatest(1, least(len(list_distinct(p.terms)), len(list_distinct(r.terms))))
            AS likeness,
        coalesce(r.done_on BETWEEN coalesce(p.date_start, p.still_planned_on) AND p.date_end, false) AS in_window,
        abs(p.date_end - coalesce(r.done_on, r.told_on)) AS days
    FROM (
        -- who was chosen had applied and was judged
        SELECT *, unnest(CASE WHEN event IN ('application', 'screening', 'evaluation') THEN [event, 'selection', 'elimination']
            ELSE [event] END) AS answered_by
        FROM plans) p
    JOIN results r ON r.whose = p.whose AND r.event = p.answered_by
        AND (p.organization_id IS NULL OR p.organization_id = r.organization_id)
        AND (r.event = p.event OR r.done_on >= coalesce(p.date_start, p.date_end - 31))
    WHERE p.milestone_id = r.milestone_id OR (
        coalesce(r.date_end, r.told_on) > p.still_planned_on
        AND (r.done_on IS NOT NULL OR (r.told_on BETWEEN coalesce(p.date_start, p.still_planned_on) AND p.date_end + 31
            AND (p.value IS NULL OR r.value = p.value)))
        AND coalesce(r.done_on, r.told_on) <= p.date_end + CASE WHEN r.event = p.event THEN 183 ELSE 31 END
        AND (len(p.rounds) = 0 OR len(r.rounds) = 0 OR len(list_intersect(p.rounds, r.rounds)) > 0)
        AND (p.value IS NULL OR r.event <> p.event OR r.figure IN (p.value, 0) OR r.unit <> p.unit
            OR days <= 31 OR coalesce(r.done_on BETWEEN p.date_start AND p.date_end, false))
        AND (p.event NOT IN ('other', 'launch', 'target') OR likeness >= 0.4
            OR (p.event = 'launch' AND coalesce(r.done_on BETWEEN p.date_start AND p.date_end, false))))
), nearest AS (
    SELECT * FROM answers
    QUALIFY itself OR NOT own_event OR rank() OVER (
        PARTITION BY result, own_event ORDER BY itself DESC, in_window DESC, days) = 1
), outcomes AS (
    SELECT * FROM nearest
    QUALIFY row_number() OVER (PARTITION BY plan ORDER BY itself DESC, late, own_event DESC, same_body DESC, days, result) = 1
), failures AS (
    SELECT p.milestone_id AS plan, t.status, t.first_on, t.article_id, t.quote
    FROM plans p JOIN steps f ON f.whose = p.whose AND f.event = p.event
        AND (f.organization_id IS NOT DISTINCT FROM p.organization_id)
    JOIN told t ON t.id = f.milestone_id AND t.status IN ('missed', 'cancelled')
    WHERE f.milestone_id = p.milestone_id
        OR (f.date_end = p.date_end AND (f.value = p.value OR f.value IS NULL OR p.value IS NULL OR f.value = 0))
        -- given up without naming its day: the plan that was open, where there was one such or the words say which
        OR (f.date_end IS NULL AND f.date_start IS NULL AND t.last_on > p.still_planned_on AND t.first_on <= p.date_end + 183
            AND (f.value IS NULL OR f.value = p.value)
            AND (p.rivals = 1 OR len(list_intersect(p.terms, f.terms)) >= 2))
    QUALIFY row_number() OVER (PARTITION BY p.milestone_id ORDER BY t.first_on, t.status DESC, t.article_id) = 1
), moves AS (
    SELECT p.milestone_id AS plan, q.milestone_id AS moved_to, q.promised_on AS moved_on, q.promised_article AS article_id,
        q.promised_quote AS quote, q.value, q.date_end,
        len(list_intersect(p.terms, q.terms)) / greatest(1, least(len(list_distinct(p.terms)), len(list_distinct(q.terms))))
            AS likeness,
        -- 3: one sentence gives up the old date or names it beside the new one, 2: the words, the round or the figure are
        -- the same or nearly so, 1: one article does both
        CASE WHEN f.quote = q.promised_quote OR (p.date_precision = 'year' AND year(p.date_end) <> year(q.date_end)
                    AND contains(q.promised_quote, year(p.date_end)::VARCHAR))
                OR (p.date_precision <> 'year' AND month(p.date_end) <> month(q.date_end)
                    AND (regexp_matches(q.promised_quote, '(?:^|[^0-9])' || month(p.date_end) || '월')
                        OR contains(q.promised_quote, strftime(p.date_end, '%B')))) THEN 3
            WHEN likeness >= 0.4 OR len(list_intersect(p.rounds, q.rounds)) > 0 OR q.value = p.value
                OR (q.date_end = p.date_end AND q.value BETWEEN p.value / 2 AND p.value * 2) THEN 2
            WHEN f.article_id IS NOT NULL AND EXISTS (SELECT 1 FROM said x
                WHERE x.id = q.milestone_id AND x.status = 'planned' AND x.article_id = f.article_id) THEN 1
            ELSE 0 END AS sureness,
        abs(q.date_end - p.date_end) AS days
    FROM plans p JOIN plans q ON q.whose = p.whose AND q.event = p.event
        AND q.organization_id IS NOT DISTINCT FROM p.organization_id AND q.milestone_id <> p.milestone_id
    LEFT JOIN failures f ON f.plan = p.milestone_id
    WHERE q.promised_on > p.still_planned_on
        AND (q.unit IS NOT DISTINCT FROM p.unit) AND q.date_end IS NOT NULL AND p.date_end IS NOT NULL
        AND ((q.date_end <> p.date_end AND q.value IS NOT DISTINCT FROM p.value)
            OR (q.date_end = p.date_end AND q.value <> p.value))
        AND q.promised_on <= p.date_end + 366
        -- told in the same days as different, and by nobody as new: papers disagree, nothing was moved
        AND NOT (q.promised_on <= p.still_planned_on + 7 AND EXISTS (
            SELECT 1 FROM conflict_facts x JOIN conflict_facts y USING (conflict_id)
            WHERE x.fact_id = p.milestone_id AND y.fact_id = q.milestone_id))
        AND (len(p.rounds) = 0 OR len(q.rounds) = 0 OR len(list_intersect(p.rounds, q.rounds)) > 0)
), moved AS (
    SELECT * FROM (
        SELECT * FROM moves m JOIN plans p ON p.milestone_id = m.plan
        WHERE sureness > 0 OR (m.date_end > p.date_end
            AND p.event NOT IN ('other', 'target', 'launch', 'start', 'completion'))
        QUALIFY rank() OVER (PARTITION BY moved_to ORDER BY sureness DESC, days) = 1)
    QUALIFY row_number() OVER (
        PARTITION BY plan ORDER BY sureness DESC, moved_on, days, moved_to) = 1
), judged AS (
    SELECT p.*, o.done_on, o.value AS done_value, o.article_id AS done_article, o.quote AS done_quote, o.plan IS NOT NULL AS answered,
        o.late, o.own_event, o.told_on, f.status AS failure, f.first_on AS failed_on, f.article_id AS failed_article, f.quote AS failed_quote,
        v.moved_on, v.article_id AS moved_article, v.quote AS moved_quote, v.value AS moved_value,
        CASE
            WHEN v.plan IS NOT NULL AND (o.plan IS NULL
                OR (coalesce(o.done_on, o.told_on) >= v.moved_on + CASE WHEN o.own_event THEN 1 ELSE 0 END
                    AND (o.late OR v.sureness > 0))) THEN 'changed'
            WHEN o.plan IS NOT NULL AND NOT (f.status IS NOT DISTINCT FROM 'missed' AND coalesce(o.done_on > f.first_on, false))
                THEN CASE WHEN o.late THEN 'late' ELSE 'kept' END
            WHEN f.plan IS NOT NULL THEN f.status
            WHEN p.date_end < as_of::DATE THEN 'overdue'
            ELSE 'pending' END AS state
    FROM plans p LEFT JOIN outcomes o ON o.plan = p.milestone_id LEFT JOIN failures f ON f.plan = p.milestone_id
    LEFT JOIN moved v ON v.plan = p.milestone_id
), support AS (
    SELECT g.*, b.name AS body, coalesce(g.amount, g.quantity) AS figure,
        min(a.published_at::DATE) FILTER (e.status = 'planned') AS promised_on,
        arg_min(e.article_id, (a.published_at, a.article_id)) FILTER (e.status = 'planned') AS promised_article,
        arg_min(e.quote, (a.published_at, a.article_id)) FILTER (e.status = 'planned') AS promised_quote,
        min(a.published_at::DATE) FILTER (e.status IN ('awarded', 'disbursed')) AS given_on,
        arg_min(e.article_id, (a.published_at, a.article_id)) FILTER (e.status IN ('awarded', 'disbursed')) AS given_article,
        arg_min(e.quote, (a.published_at, a.article_id)) FILTER (e.status IN ('awarded', 'disbursed')) AS given_quote,
        min(a.published_at::DATE) FILTER (e.status = 'cancelled') AS dropped_on,
        arg_min(e.article_id, (a.published_at, a.article_id)) FILTER (e.status = 'cancelled') AS dropped_article,
        arg_min(e.quote, (a.published_at, a.article_id)) FILTER (e.status = 'cancelled') AS dropped_quote
    FROM grants g JOIN grant_evidence e USING (grant_id) JOIN articles a USING (article_id)
    LEFT JOIN organizations b ON b.organization_id = g.recipient_id
    WHERE a.published_at::DATE <= as_of::DATE AND a.duplicate_of IS NULL
    GROUP BY ALL
), settled AS (
    SELECT p.grant_id AS plan, n.given_on, n.given_article, n.given_quote, n.figure
    FROM support p JOIN support n ON n.programme = p.programme AND n.recipient_id = p.recipient_id AND n.kind = p.kind
        AND n.grant_id <> p.grant_id AND n.given_on > p.promised_on AND n.figure <> p.figure
        AND n.currency IS NOT DISTINCT FROM p.currency AND n.unit IS NOT DISTINCT FROM p.unit
        AND n.basis IS NOT DISTINCT FROM p.basis AND n.figure BETWEEN p.figure / 2 AND p.figure * 2
    QUALIFY row_number() OVER (PARTITION BY p.grant_id ORDER BY n.given_on, n.grant_id) = 1
)
SELECT milestone_id AS promise_id, 'milestones' AS table_name, programme, body AS organization, event AS what,
    rtrim(rtrim(value::VARCHAR, '0'), '.') AS promised_value, date_start AS due_start, date_end AS due_end, promised_on,
    promised_article AS promised_article_id, promised_quote, state,
    CASE state WHEN 'changed' THEN moved_on WHEN 'kept' THEN done_on WHEN 'late' THEN done_on
        WHEN 'missed' THEN failed_on WHEN 'cancelled' THEN failed_on END AS outcome_on,
    rtrim(rtrim((CASE state WHEN 'changed' THEN moved_value WHEN 'kept' THEN done_value WHEN 'late' THEN done_value END)::VARCHAR,
        '0'), '.') AS outcome_value,
    CASE state WHEN 'changed' THEN moved_article WHEN 'kept' THEN done_article WHEN 'late' THEN done_article
        WHEN 'missed' THEN failed_article WHEN 'cancelled' THEN failed_article END AS outcome_article_id,
    CASE state WHEN 'changed' THEN moved_quote WHEN 'kept' THEN done_quote WHEN 'late' THEN done_quote
        WHEN 'missed' THEN failed_quote WHEN 'cancelled' THEN failed_quote END AS outcome_quote,
    as_of::TIMESTAMP AS as_of
FROM judged
UNION ALL
SELECT g.grant_id, 'grants', g.programme, g.body, g.kind, rtrim(rtrim(g.figure::VARCHAR, '0'), '.'), NULL, NULL, g.promised_on,
    g.promised_article, g.promised_quote,
    CASE WHEN g.given_on IS NOT NULL THEN 'kept' WHEN s.plan IS NOT NULL THEN 'changed'
        WHEN g.dropped_on IS NOT NULL THEN 'cancelled' ELSE 'pending' END,
    coalesce(g.given_on, s.given_on, g.dropped_on),
    rtrim(rtrim((CASE WHEN g.given_on IS NOT NULL THEN g.figure ELSE s.figure END)::VARCHAR, '0'), '.'),
    coalesce(g.given_article, s.given_article, g.dropped_article), coalesce(g.given_quote, s.given_quote, g.dropped_quote),
    as_of::TIMESTAMP
FROM support g LEFT JOIN settled s ON s.plan = g.grant_id
WHERE g.promised_on IS NOT NULL
