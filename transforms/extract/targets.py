"""Measurable targets: the figures that a plan or an aim names, each with its date.

A figure is a target where its verb is one of reaching or making (확보하다) or 목표 stands beside it, and where
it has a date ahead, a recurrence or the word 목표. Money is a target only as the size of a fund or of trade.
"""

from collections.abc import Iterator

from transforms.extract.counts import figures_in, mark_after
from transforms.extract.document import Document
from transforms.extract.passages import Figure, Happening
from transforms.extract.timing import Clock, usable, when_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue, MoneyValue, PercentValue

REACHED = (",", "을", "를", "으로", "로", "다", "까지", None)
NEAR = 60  # code points behind a clause in which 목표 may stand


def targets_of(happening: Happening, clock: Clock) -> Iterator[tuple[DateValue | None, Figure]]:
    """The pairs (date, figure) of a happening of the kind "target"; a date is None where the words give none."""
    if happening.status == "achieved":
        return
    document, clause = clock.document, happening.clause
    figures = [
        f for f in figures_in(document, clause.start, clause.end) if _aimed(f, happening, document, clock.frames)
    ]
    dates = [*happening.carried, *usable(clause.start, clause.end, clock)]
    dates = [d for d in dates if _ahead(d, happening, document)]
    if happening.rule == "event-delay":
        dates = []
    fallback = when_of(happening, clock, None) or _before(happening, clock)
    for figure in figures:
        before = [d for d in dates if d.end <= figure.start]
        when = before[-1] if before else (dates[0] if dates else fallback)
        if when or _goal(happening, document, clock.frames):
            yield when, figure


def _before(happening: Happening, clock: Clock) -> DateValue | None:
    """2025년까지 1만대를 보급하고 충전소 24곳을 세운다: the date of an earlier clause of the plan."""
    sentence = clock.document.sentences[happening.clause.sentence]
    earlier = usable(sentence.start, happening.clause.start, clock)
    return next((d for d in reversed(earlier) if d.relation == "by"), None)


def _ahead(value: DateValue, happening: Happening, document: Document) -> bool:
    last = value.last or value.first
    if last is None or document.published is None or happening.status != "planned":
        return True
    return last > document.published


def _aimed(figure: Figure, happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    text, steps = document.article.body, frames.steps
    if any(d.start < figure.end and figure.start < d.end for d in document.dates.get("body", ())):
        return False
    if steps["pool"].match(text, figure.end) or steps["before_figure"].search(text[: figure.start][-12:]):
        return False
    if isinstance(figure, MoneyValue):
        grown = steps["grown"].match(happening.hit.predicate.lemma) and mark_after(text, figure.end, figure.end + 3)
        return grown in ("로", "으로") or steps["fund"].search(happening.clause.text) is not None
    if not isinstance(figure, PercentValue) and figure.unit in ("won", "year", "month", "day", "week", "hour"):
        return False
    mark = mark_after(text, figure.end, happening.clause.end, through=("의",))
    return mark in REACHED or (mark in ("이", "가", "은", "는", "의") and _goal(happening, document, frames))


def _goal(happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    """Whether the word 목표 stands in the clause or right behind it."""
    clause = happening.clause
    sentence = document.sentences[clause.sentence]
    after = document.article.body[clause.end : min(sentence.end, clause.end + NEAR)]
    return bool(frames.steps["goal"].search(clause.text) or frames.steps["goal"].match(after.lstrip()))
