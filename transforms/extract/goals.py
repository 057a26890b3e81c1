"""Aims that the noun 목표 names: 200억달러 목표에 미치지 못했다, 올해 목표는 230억달러다."""

from collections.abc import Iterator
from dataclasses import dataclass

from transforms.extract.clauses import Clause, shifted
from transforms.extract.counts import figures_in
from transforms.extract.frames import Hit, hits_of
from transforms.extract.passages import Figure
from transforms.extract.sentences import Sentence
from transforms.extract.timing import Clock, usable
from transforms.normalize.values import DateValue, MoneyValue, PercentValue

NOT_UNITS = ("year", "month", "day", "week", "hour", "won")


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is somebody's aim, its date and what became of it."""

    clause: Clause
    figure: Figure
    when: DateValue | None
    status: str
    start: int
    end: int
    hit: Hit


def goals_of(clock: Clock) -> Iterator[Goal]:
    """The aims of the body's sentences; a status of "planned" where nothing is said of them."""
    steps = clock.frames.steps
    for index, sentence in enumerate(clock.document.sentences):
        if sentence.field != "body" or sentence.shape == "heading":
            continue
        if steps["goal"].search(sentence.text) or steps["failed"].search(sentence.text):
            clauses = [c for c in clock.document.clauses if c.sentence == index]
            yield from _in_sentence(sentence, clauses, clock)


def _in_sentence(sentence: Sentence, clauses: list[Clause], clock: Clock) -> Iterator[Goal]:
    text, steps = clock.document.article.body, clock.frames.steps
    dates = [d for d in usable(sentence.start, sentence.end, clock) if d.recurrence is None]
    hits = [shifted(h, sentence.start) for h in hits_of(sentence.text, clock.frames, clock.document.lang)]
    hit = next((h for h in hits if h.predicate.event == "target"), next(iter(hits), None))
    if hit is None:
        return
    for figure in figures_in(clock.document, sentence.start, sentence.end):
        if not isinstance(figure, MoneyValue | PercentValue) and figure.unit in NOT_UNITS:
            continue
        clause = next((c for c in clauses if c.start <= figure.start < c.end), None)
        before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
        named = steps["goal_of"].match(after) or steps["goal_is"].search(before)
        short = steps["short_of"].match(after) if not isinstance(figure, MoneyValue) else None
        if clause is None or steps["pool"].match(after) or not (named or short):
            continue
        status = "missed" if short or steps["failed"].search(after) else "planned"
        if steps["ended"].search(after):
            status = "cancelled"
        near = [d for d in dates if d.start < figure.start] or dates
        start = min([clause.start, *(d.start for d in near[-1:])])
        yield Goal(clause, figure, near[-1] if near else None, status, start, clause.end, hit)
