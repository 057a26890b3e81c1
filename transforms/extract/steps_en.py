"""The steps that English sentences tell.

An event verb is a step by its own tense (selected, will open, were chosen), after a word of planning (expects to
start), or behind its noun (the factories chosen in December); a noun is one with a verb of aspect (face a review) or with is due. The date is the nearest in the clause, first behind the verb, then before it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.clauses import Clause
from transforms.extract.counts import figures_in
from transforms.extract.document import within
from transforms.extract.frames import Hit
from transforms.extract.goals import goals_of, word_of
from transforms.extract.passages import Figure, Happening, Passage, Step, passages_of
from transforms.extract.singled_en import bodies_in
from transforms.extract.timing import Clock, fits
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue, MoneyValue, PercentValue

COUNTED = ("application", "screening", "selection", "elimination")
FIGURE_MAX = 24  # code points between a verb and the figure that counts its object
DETERMINER = re.compile(r"\b(?:the|a|an|its|their|this|any)\s$", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|gets?|got)\s(?:(?:\w+ly|now|not|also|then|again)\s)?$")
DUE = re.compile(r"s?\s(?:is|are|was|were) (?:now )?due\b")
Told = tuple[Hit, str, str, Hit]
LEAD_MAX = 60  # code points before a verb that tell its modality


def steps_en(clock: Clock) -> Iterator[Step]:
    """Every step of an English body, in order."""
    latest: DateValue | None = None
    for passage in passages_of(clock.document, clock.frames):
        for clause in passage.clauses:
            if clock.frames.steps["business"].search(clause.text):
                continue
            for told in _told(clause, passage):
                step = _step(clause, told, passage, clock, latest)
                if step is not None:
                    latest = step.when or latest
                    yield step
    yield from aims(clock)


def _told(clause: Clause, passage: Passage) -> Iterator[Told]:
    """The words of a clause that name a step: (word, event, rule, verb)."""
    inside = [h for h in passage.hits if clause.start <= h.start and h.end <= clause.end]
    hits = [h for h in inside if h.voice != "nominal" and not _is_named(h, passage)]
    nouns = [
        *passage.nouns(clause.start, clause.end),
        *[h for h in inside if h.predicate.event and _is_named(h, passage)],
    ]
    opened = [n for n in nouns if n.predicate.event in ("call", "application")]
    for hit in hits:
        predicate = hit.predicate
        noun = _spoken_of(hit, nouns, hits, clause, passage) if predicate.aspect else None
        if noun:
            event = noun.predicate.event or "other"
            yield noun, event, f"event-{predicate.aspect}", hit
        elif predicate.lemma == "open" and (called := _argument(hit, opened, hits, passage)):
            yield called, "call", "event-hold", hit
        elif predicate.aspect == "drop" and _is_passive(hit, passage):
            yield hit, "elimination", "event-predicate", hit
        elif predicate.event and _is_finite(hit, clause, passage):
            yield hit, predicate.event, "event-predicate", hit
    for noun in nouns:
        due = DUE.match(passage.body, noun.end)
        if due or noun.predicate.lemma == "designation":
            yield noun, noun.predicate.event or "other", "event-due" if due else "event-noun", noun


def _spoken_of(verb: Hit, nouns: list[Hit], hits: list[Hit], clause: Clause, passage: Passage) -> Hit | None:
    """What a verb of aspect speaks of: its argument, the noun that opens the sentence, or the step delayed."""
    if noun := _argument(verb, nouns, hits, passage) or _head_noun(verb, clause, passage):
        return noun
    if verb.predicate.aspect != "delay":
        return None
    sentence = passage.document.sentences[clause.sentence]
    earlier = [h for h in passage.hits if sentence.start <= h.start < verb.start and h.predicate.event]
    return earlier[-1] if earlier else None


def _is_named(hit: Hit, passage: Passage) -> bool:
    """Whether a bare or -ing form behind an article is the noun of its spelling (the launch, by the end)."""
    bare = hit.inflection in ("stem", "gerund") and hit.predicate.lemma != "end"
    return bare and DETERMINER.search(passage.body[max(0, hit.start - 8) : hit.start]) is not None


def _is_passive(hit: Hit, passage: Passage) -> bool:
    """Whether a form of be stands right before a participle; was to have completed is active."""
    lead = passage.body[max(0, hit.start - 20) : hit.start]
    return hit.inflection in ("past", "participle") and PASSIVE.search(lead) is not None


def _head_noun(verb: Hit, clause: Clause, passage: Passage) -> Hit | None:
    """A review of ..., which ..., will be finished by May: the noun that opens the sentence of a passive verb."""
    sentence = passage.document.sentences[clause.sentence]
    if verb.voice != "passive" or clause.start == sentence.start:
        return None
    opening = passage.nouns(sentence.start, min(clause.start, sentence.start + FIGURE_MAX))
    return opening[0] if opening else None


def _argument(verb: Hit, nouns: list[Hit], hits: list[Hit], passage: Passage) -> Hit | None:
    """The noun behind an active verb of aspect, or before a passive or intransitive one."""
    after = [n for n in nouns if verb.end <= n.start <= verb.end + LEAD_MAX]
    earlier = [h for h in hits if h.end <= verb.start]
    before = [n for n in nouns if n.end <= verb.start and (verb.start - n.end < 12 or not earlier)]
    between = [h for h in hits if after and verb.end <= h.start < after[0].start]
    if after and not between and not _is_passive(verb, passage):
        return after[0]
    return before[0] if before else None


def _is_finite(hit: Hit, clause: Clause, passage: Passage) -> bool:
    """Whether a verb tells something: finite, a participle, or behind to and will; no bare stem, no gerund."""
    lead = passage.body[max(clause.start, hit.start - LEAD_MAX) : hit.start]
    if hit.inflection == "gerund":
        return hit.predicate.event == "target" and passage.frames.steps["plan"].search(lead) is not None
    ahead = passage.frames.steps["plan"].search(lead) or passage.frames.steps["overdue"].search(lead)
    return hit.inflection != "stem" or ahead is not None or _plural(lead)


def _plural(lead: str) -> bool:
    return re.search(r"(?:^|\s)\w+[^s]s\s$", lead) is not None


def _step(clause: Clause, told: Told, passage: Passage, clock: Clock, latest: DateValue | None) -> Step | None:
    hit, event, rule, verb = told
    lead = passage.body[max(clause.start, verb.start - LEAD_MAX) : verb.start]
    status = _status(verb, lead, rule, clause, passage)
    if status is None:
        return None
    when = _when(hit, clause, status, passage, clock, latest)
    if status == "":
        ahead = (
            when is not None
            and clock.document.published is not None
            and fits(when, "planned", clock.document.published)
        )
        status = "planned" if ahead and not _is_past(verb) else "achieved"
    happening = Happening(clause, event, status, hit, *_span(clause, hit, when), rule, (), when)
    if event == "target":
        figures: tuple[Figure, ...] = tuple(_aimed(clause, clock))
        if status == "achieved" or when is None:
            return None
        if status == "planned" and (rival := _goal_dropped(clause, hit, passage)):
            happening = replace(happening, status=rival)
    else:
        figures = tuple(_counts(happening, clock)) if event in COUNTED else ()
    return Step(happening, when, tuple(bodies_in(happening, passage)), figures)


def _goal_dropped(clause: Clause, hit: Hit, passage: Passage) -> str | None:
    """It dropped its goal of producing 500 tons: the aim is given up, or was missed."""
    verbs = [h for h in passage.hits if clause.start <= h.start < hit.start and h.predicate.aspect in ("drop", "fail")]
    return {"drop": "cancelled", "fail": "missed"}[verbs[-1].predicate.aspect or "drop"] if verbs else None


def aims(clock: Clock) -> Iterator[Step]:
    """The aims that goal, target and short of name."""
    for goal in goals_of(clock):
        aim = Happening(goal.clause, "target", goal.status, word_of(goal), goal.start, goal.end, "event-goal")
        passage = Passage((goal.clause,), (), clock.document, clock.frames)
        yield Step(aim, goal.when, tuple(bodies_in(aim, passage)), (), ((goal.when, goal.figure),))


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
    planned = steps["plan"].search(lead) or (clause.tense == "future" and clause.predicate is not None)
    scheduled = hit.predicate.lemma in ("plan", "schedule") and _is_passive(hit, passage)
    if rule == "event-delay" or scheduled or (planned and not (_is_past(hit) and hit.voice == "active")):
        return "planned"
    if clause.negated and clause.predicate is not None and clause.predicate.start == hit.start:
        return None
    return "achieved" if _is_past(hit) else ""


def _when(
    hit: Hit, clause: Clause, status: str, passage: Passage, clock: Clock, latest: DateValue | None
) -> DateValue | None:
    body, steps = passage.body, passage.frames.steps
    end = max(clause.end, _tail_end(clause, passage))
    dates = []
    for value in passage.dates(clause.start, end):
        before = body[max(0, value.start - 40) : value.start]
        if not (steps["saying"].search(before) or steps["compared"].search(before)):
            dates.append(value)
    verb = hit if hit.voice != "nominal" else _verb_of(hit, clause, passage)
    stop = next((h.start for h in passage.hits if h.start > max(hit.end, verb.end) and _rival(h)), end)
    after = [d for d in dates if hit.end <= d.start < stop]
    if verb.predicate.aspect == "delay":
        after = after[-1:]
    sentence = passage.document.sentences[clause.sentence]
    opening = [d for d in passage.dates(sentence.start, sentence.start + 40) if d not in dates]
    ordered = [*after, *[d for d in dates if d.start < hit.start][::-1], *(opening if status == "achieved" else [])]
    for value in ordered:
        moved = _moved(value, status, clock)
        if fits(moved, status, clock.document.published):
            return moved
    if status == "achieved" and latest and re.search(r"\b[Oo]n the same day\b|\b[Tt]hat day\b", sentence.text):
        return latest
    if status == "planned" and re.search(r"\bby then\b", clause.text):
        earlier = passage.dates(sentence.start, hit.start)
        return replace(earlier[-1], first=None, relation="by") if earlier else None
    return None


def _rival(hit: Hit) -> bool:
    """A finite verb of another step, whose dates are its own."""
    return hit.voice != "nominal" and bool(hit.predicate.event) and hit.inflection not in ("gerund", "stem")


def _verb_of(noun: Hit, clause: Clause, passage: Passage) -> Hit:
    """The verb of aspect beside a noun."""
    verbs = [
        h for h in passage.hits if h.predicate.aspect and h.voice != "nominal" and clause.start <= h.start < clause.end
    ]
    return min(verbs, key=lambda h: abs(h.start - noun.start), default=noun)


def _tail_end(clause: Clause, passage: Passage) -> int:
    """The end of verbless clauses behind this one, whose dates are still its own."""
    end = clause.end
    for later in passage.clauses:
        if later.start >= end and later.predicate is None:
            end = later.end
    return end


def _moved(value: DateValue, status: str, clock: Clock) -> DateValue:
    if not value.partial or fits(value, status, clock.document.published):
        return value
    tense = {"planned": "future", "achieved": "past"}.get(status)
    read = read_dates(value.text, clock.document.published, clock.lexicon, "en", tense)
    if not read:
        return value
    first = read[0]
    return DateValue(
        value.start, value.end, value.text, first.first, first.last, first.precision, first.relation, None, None, True
    )


def _span(clause: Clause, hit: Hit, when: DateValue | None) -> tuple[int, int]:
    start = min(clause.start, when.start) if when else clause.start
    return start, max(clause.end, when.end) if when else clause.end


def _counts(happening: Happening, clock: Clock) -> Iterator[Figure]:
    """The figure of the object right behind the verb, or right before a participle."""
    body, steps = clock.document.article.body, clock.frames.steps
    clause, hit = happening.clause, happening.hit
    for figure in figures_in(clock.document, clause.start, clause.end):
        if isinstance(figure, MoneyValue | PercentValue) or not steps["countable"].fullmatch(figure.unit):
            continue
        behind = 0 <= figure.start - hit.end <= FIGURE_MAX and hit.voice == "active"
        around = figure.start <= hit.start and hit.end <= figure.end + 2
        ahead = 0 <= hit.start - figure.end <= FIGURE_MAX and _is_past(hit)
        pool = steps["pool"].search(body[max(0, figure.start - 14) : figure.start])
        if ahead or ((behind or around) and not pool):
            yield figure
            return


def _aimed(clause: Clause, clock: Clock) -> Iterator[Figure]:
    for figure in figures_in(clock.document, clause.start, clause.end):
        dates = within(clock.document.dates.get("body", ()), clause.start, clause.end)
        if isinstance(figure, MoneyValue) or any(d.start < figure.end and figure.start < d.end for d in dates):
            continue
        yield figure
