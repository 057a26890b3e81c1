"""When an English step happens: the nearest date behind its verb, else before it, else that of the sentence."""

import re
from dataclasses import replace

from transforms.extract.clauses import Clause
from transforms.extract.frames import Hit
from transforms.extract.passages import Passage
from transforms.extract.timing import Clock, fits
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

CHOSEN = ("selection", "elimination", "screening")


def when_in(
    hit: Hit, verb: Hit, clause: Clause, status: str, passage: Passage, clock: Clock, latest: DateValue | None
) -> DateValue | None:
    """The date of the step that `hit` names and `verb` tells; `latest` is that of the step before (that day)."""
    body, steps = passage.body, passage.frames.steps
    end = max(clause.end, _tail_end(clause, passage))
    dates = []
    for value in passage.dates(clause.start, end):
        before = body[max(0, value.start - 40) : value.start]
        if not (steps["saying"].search(before) or steps["compared"].search(before)):
            dates.append(value)
    stop = next((h.start for h in passage.hits if h.start > max(hit.end, verb.end) and _rival(h)), end)
    after = [d for d in dates if hit.end <= d.start < stop]
    if verb.predicate.aspect == "delay":
        after = after[-1:]
    sentence = passage.document.sentences[clause.sentence]
    opening = [d for d in passage.dates(sentence.start, sentence.start + 40) if d not in dates]
    ordered = [*after, *[d for d in dates if d.start < hit.start][::-1], *(opening if status == "achieved" else [])]
    if status == "planned" and re.search(r"\bby then\b", body[hit.end : clause.end]):
        earlier = passage.dates(sentence.start, hit.start)
        return replace(earlier[-1], first=None, relation="by") if earlier else None
    for value in ordered:
        told = moved(value, status, clock)
        if fits(told, status, clock.document.published):
            return told
    if status == "achieved" and hit.predicate.event in CHOSEN and clause.tense == "past":
        saying = steps["told_on"]
        days = [d for d in passage.dates(sentence.start, clause.start) if saying.search(body[: d.start][-40:])]
        if days:
            return days[-1]
    if status == "achieved" and latest and re.search(r"\b[Oo]n the same day\b|\b[Tt]hat day\b", sentence.text):
        return latest
    return None


def _tail_end(clause: Clause, passage: Passage) -> int:
    """The end of verbless clauses behind this one, whose dates are still its own."""
    end = clause.end
    for later in passage.clauses:
        if later.start >= end and later.predicate is None:
            end = later.end
    return end


def _rival(hit: Hit) -> bool:
    """A finite verb of another step, whose dates are its own."""
    return hit.voice != "nominal" and bool(hit.predicate.event) and hit.inflection not in ("gerund", "stem")


def moved(value: DateValue, status: str, clock: Clock) -> DateValue:
    """A date without year or month of its own, read once more in the tense of its step."""
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


def span_of(clause: Clause, hit: Hit, when: DateValue | None) -> tuple[int, int]:
    """The words that state a step: its clause, with its date."""
    start = min(clause.start, when.start) if when else clause.start
    return start, max(clause.end, when.end) if when else clause.end
