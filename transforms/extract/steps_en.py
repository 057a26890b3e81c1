"""The steps that English sentences tell.

An event verb is a step by its own tense (selected, will open, were chosen), after a word of planning (expects to
start), or behind its noun (the factories chosen in December); a noun is one with a verb of aspect (face a review) or
with is due. The date is the nearest in the clause, first behind the verb, then before it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from transforms.extract.clauses import Clause
from transforms.extract.counts import figures_in
from transforms.extract.document import within
from transforms.extract.frames import Hit
from transforms.extract.goals import Goal, goals_of, word_of
from transforms.extract.numbered_en import applications, counted_in
from transforms.extract.overdue_en import late_steps, unkept
from transforms.extract.passages import Figure, Happening, Passage, Step, passages_of
from transforms.extract.singled_en import bodies_in
from transforms.extract.timing import Clock, fits
from transforms.extract.timing_en import span_of, when_in
from transforms.extract.words_en import CONJUNCTION, LEAD_MAX, SCHEDULED, Told, is_passive, told_in
from transforms.normalize.values import DateValue, MoneyValue, QuantityValue

COUNTED = ("application", "screening", "selection", "elimination")
OLD = ("start", "launch", "completion", "agreement")
FIGURE_MAX = 24  # code points between a verb and the figure that counts its object


def steps_en(clock: Clock) -> Iterator[Step]:
    """Every step of an English body, in order."""
    yield from late_steps(_told(clock), clock)
    yield from applications(clock)
    yield from aims(clock)


def _told(clock: Clock) -> Iterator[Step]:
    latest: DateValue | None = None
    for passage in passages_of(clock.document, clock.frames):
        for clause in passage.clauses:
            if clock.frames.steps["business"].search(clause.text):
                continue
            for told in told_in(clause, passage):
                step = _step(clause, told, passage, clock, latest)
                if step is not None:
                    latest = step.when or latest
                    yield step


def _step(clause: Clause, told: Told, passage: Passage, clock: Clock, latest: DateValue | None) -> Step | None:
    hit, event, rule, verb = told
    lead = passage.body[max(clause.start, verb.start - LEAD_MAX) : verb.start]
    if _is_idle(hit, event, rule, lead, passage):
        return None
    status = _status(verb, lead, rule, clause, passage)
    if status is None:
        return None
    when = when_in(hit, verb, clause, status, passage, clock, latest)
    if status == "" and when is not None and when.partial and not _is_past(verb):
        status, when = "planned", when_in(hit, verb, clause, "planned", passage, clock, latest)
    if status in ("planned", ""):
        late = unkept(clause, verb.start, lead, passage, clock.document.published)
        status, when = ("missed", late) if late else (status, when)
    if status == "":
        ahead = (
            when is not None
            and clock.document.published is not None
            and fits(when, "planned", clock.document.published)
        )
        status = "planned" if ahead and not _is_past(verb) else "achieved"
    if when is not None and event == "application" and rule in ("event-close", "event-due"):
        when = replace(when, first=None, relation="by")
    happening = Happening(clause, event, status, hit, *span_of(clause, hit, when), rule, (), when)
    bodies = tuple(bodies_in(happening, verb, passage))
    if status == "achieved" and event in OLD and when is not None and when.precision == "year":
        return None  # the past of a body (founded in 1950)
    if event != "target":
        return Step(happening, when, bodies, tuple(_counts(happening, clock)) if event in COUNTED else ())
    published = clock.document.published
    if status == "achieved" or when is None or _is_over(when, status, published):
        return None
    if status == "planned" and (rival := _goal_dropped(clause, hit, passage)):
        happening = replace(happening, status=rival)
    return Step(happening, when, bodies, (), tuple(_aimed(happening, when, clock)))


def _is_idle(hit: Hit, event: str, rule: str, lead: str, passage: Passage) -> bool:
    """Whether a word tells no step: a list made known, an established scholar, a proposal withdrawn."""
    steps = passage.frames.steps
    made_known = event == "launch" and steps["no_launch"].match(passage.body, hit.end)
    adjective = (
        event in ("launch", "completion")
        and hit.inflection in ("past", "participle")
        and steps["adjectival"].search(lead)
    )
    out_of = hit.predicate.lemma == "come out" and passage.body.startswith(" of ", hit.end)
    passing = out_of or steps["ordinal_choice"].search(lead) or (event in OLD and steps["of_time"].search(lead))
    rolling = event == "application" and steps["rolling"].search(passage.body, hit.end, hit.end + LEAD_MAX * 2)
    return bool(made_known or adjective or passing or rolling or (event == "application" and rule == "event-drop"))


def _goal_dropped(clause: Clause, hit: Hit, passage: Passage) -> str | None:
    """It dropped its goal of producing 500 tons: the aim is given up, or was missed."""
    verbs = [h for h in passage.hits if clause.start <= h.start < hit.start and h.predicate.aspect in ("drop", "fail")]
    return {"drop": "cancelled", "fail": "missed"}[verbs[-1].predicate.aspect or "drop"] if verbs else None


def aims(clock: Clock) -> Iterator[Step]:
    """The aims that goal, target and short of name."""
    for goal in goals_of(clock):
        aim = Happening(
            goal.clause, "target", goal.status, word_of(goal, clock.document.lang), goal.start, goal.end, "event-goal"
        )
        passage = Passage((goal.clause,), (), clock.document, clock.frames)
        bodies = bodies_in(aim, _wanting(goal, clock) or aim.hit, passage)
        yield Step(aim, goal.when, tuple(bodies), (), ((goal.when, goal.figure),))


def _wanting(goal: Goal, clock: Clock) -> Hit | None:
    """The verb of wanting before an aim's figure, whose subject has the aim (METI wants ten sites)."""
    words = list(
        clock.frames.steps["wants"].finditer(clock.document.article.body, goal.clause.start, goal.figure.start)
    )
    aim = word_of(goal, clock.document.lang).predicate
    return Hit(words[0].start(), words[0].end(), words[0].end(), aim, "active", "third") if words else None


def _is_over(when: DateValue, status: str, published: date | None) -> bool:
    """Whether an aim's day has passed, and nothing says that it was missed."""
    return status != "missed" and when.last is not None and published is not None and when.last <= published


def _is_past(hit: Hit) -> bool:
    return hit.inflection in ("past", "participle")


def _status(hit: Hit, lead: str, rule: str, clause: Clause, passage: Passage) -> str | None:
    """achieved | planned | missed | cancelled, "" where the date must tell, None where it is only a condition."""
    steps = passage.frames.steps
    if steps["undone"].search(lead):
        return None
    if rule in ("event-drop", "event-fail"):
        return "cancelled" if rule == "event-drop" else "missed"
    if steps["overdue"].search(lead):
        return "missed"
    bare = hit.inflection == "stem" or passage.body.startswith("be ", hit.start)
    if bare and CONJUNCTION.fullmatch(lead):
        before = [c for c in passage.clauses if c.end <= clause.start]
        ahead = bool(before) and (before[-1].tense == "future" or before[-1].modality == "plan")
        return "planned" if ahead else ""
    planned = steps["plan"].search(lead) or (clause.tense == "future" and clause.predicate is not None)
    scheduled = hit.predicate.lemma in SCHEDULED and is_passive(hit, passage)
    if rule == "event-delay" or scheduled or (planned and not (_is_past(hit) and hit.voice == "active")):
        return "planned"
    if clause.negated and clause.predicate is not None and clause.predicate.start == hit.start:
        return None
    return "achieved" if _is_past(hit) else ""


def _counts(happening: Happening, clock: Clock) -> Iterator[Figure]:
    """The figure of the object right behind the verb, or right before a participle."""
    body, steps = clock.document.article.body, clock.frames.steps
    clause, hit = happening.clause, happening.hit
    for figure in counted_in(clock, clause.start, clause.end):
        if steps["uncountable"].fullmatch(figure.unit):
            continue
        behind = 0 <= figure.start - hit.end <= FIGURE_MAX and hit.voice == "active"
        around = figure.start <= hit.start and hit.end <= figure.end + 2
        ahead = 0 <= hit.start - figure.end <= FIGURE_MAX and _is_past(hit)
        pool = steps["pool"].search(body[max(0, figure.start - 14) : figure.start])
        if ahead or ((behind or around) and not pool):
            yield figure
            return


def _aimed(happening: Happening, when: DateValue, clock: Clock) -> Iterator[tuple[DateValue, Figure]]:
    """The figures of a plan, each with the date behind it (100 megawatts in 2027 and one gigawatt in 2030)."""
    clause = happening.clause
    dates = [d for d in within(clock.document.dates.get("body", ()), clause.start, clause.end) if d.first or d.last]
    others = [f for f in figures_in(clock.document, clause.start, clause.end) if not isinstance(f, QuantityValue)]
    for figure in sorted([*others, *counted_in(clock, clause.start, clause.end)], key=lambda f: f.start):
        if isinstance(figure, MoneyValue) or any(d.start < figure.end and figure.start < d.end for d in dates):
            continue
        behind = [d for d in dates if d.start >= figure.end and fits(d, happening.status, clock.document.published)]
        yield (behind[0] if len(dates) > 1 and behind else when), figure
