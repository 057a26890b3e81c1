"""Aims that the noun 목표 names: 200억달러 목표에 미치지 못했다, 올해 목표는 230억달러다."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.counts import figures_in, mark_after
from transforms.extract.frames import Hit
from transforms.extract.passages import Figure
from transforms.extract.schedule import is_recruiting
from transforms.extract.sentences import Sentence
from transforms.extract.timing import Clock, fits, usable
from transforms.lexicon.frames import Predicate
from transforms.normalize.values import DateValue, MoneyValue, PercentValue, QuantityValue

AIM = {lang: Predicate(word, None, "target", noun=True) for lang, word in (("ko", "목표"), ("en", "target"))}
MONEYED = ("give", "set", "spend", "get", "say", "invest", "lend", "forecast", "ask", "bear", "cost")
GIVEN = ("give", "get", "spend")  # of these a Korean plan may tell how many get it (300곳을 지원할 계획이다)
LIST_GAP = 16  # code points between two figures of a list of dates and figures
PLAN_END = 14  # code points at the end of a Korean clause that tell a plan
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


def goals_of(clock: Clock) -> Iterator[Goal]:
    """The aims of the body's sentences; a status of "planned" where nothing is said of them."""
    steps = clock.frames.steps
    for index, sentence in enumerate(clock.document.sentences):
        if sentence.field != "body" or sentence.shape == "heading":
            continue
        clauses = clauses_in(clock.document.clauses, index)
        if steps["goal"].search(sentence.text) or steps["failed"].search(sentence.text):
            yield from _in_sentence(sentence, clauses, clock)
        elif promised := list(_promised(sentence, clauses, clock)):
            yield from promised
        elif (
            sentence.shape == "item"
            and all(c.predicate is None or c.predicate.voice == "nominal" for c in clauses)
            and not is_recruiting(index, clock.document, clock.frames)
        ):
            yield from _in_item(sentence, clauses[0], clock)


def _in_sentence(sentence: Sentence, clauses: Sequence[Clause], clock: Clock) -> Iterator[Goal]:
    text, steps = clock.document.article.body, clock.frames.steps
    dates = [d for d in usable(sentence.start, sentence.end, clock) if d.recurrence is None]
    figures = _figures(sentence, clock)
    korean = clock.document.lang == "ko"
    for figure in figures:
        clause = next((c for c in clauses if c.start <= figure.start < c.end), None)
        before, after = text[sentence.start : figure.start], text[figure.end : sentence.end]
        named = steps["goal_of"].match(_listed_on(figure, figures, text, sentence, clock)) or steps["goal_is"].search(
            before
        )
        short = steps["short_of"].match(after) if not isinstance(figure, MoneyValue) else None
        if clause is None or not (named or short) or (korean and steps["outcome"].match(after)):
            continue
        if steps["pool"].match(after) and not (korean and steps["promised_once"].search(before[-PLAN_END:])):
            continue
        fate = after if korean else sentence.text
        status = "missed" if short or steps["failed"].search(fate) else "planned"
        if steps["ended"].search(fate):
            status = "cancelled"
        near = [d for d in dates if d.start < figure.start][-1:] or dates[:1]
        if not korean:
            near = [d for d in dates if d.start >= figure.end][:1] or near
        start = min([clause.start, *(d.start for d in near)])
        yield Goal(clause, figure, near[0] if near else None, status, start, clause.end)


def _listed_on(figure: Figure, figures: list[Figure], text: str, sentence: Sentence, clock: Clock) -> str:
    """The words behind a figure, or behind the last one of its list (2028년까지 300대, 2032년까지 1천대|가 목표다)."""
    dates = usable(sentence.start, sentence.end, clock)
    last = figure
    for later in figures:
        between = text[last.end : later.start]
        dated = any(last.end <= d.start and d.end <= later.start for d in dates)
        if later.start > last.start and between.startswith(",") and dated and len(between) < LIST_GAP:
            last = later
    return text[last.end : sentence.end]


def _promised(sentence: Sentence, clauses: Sequence[Clause], clock: Clock) -> Iterator[Goal]:
    """A plan with a figure and a last day, whatever its verb: 2029년까지 5곳을 지을 계획이다."""
    text, korean = clock.document.article.body, clock.document.lang == "ko"
    for clause in clauses:
        event = clause.predicate.predicate.event if clause.predicate else None
        sense = clause.predicate.predicate.sense if clause.predicate else None
        ahead = clause.tense == "future" or clock.frames.steps["plan"].search(clause.text[-PLAN_END:]) is not None
        if event or (sense in MONEYED and not (korean and sense in GIVEN)) or (korean and not ahead):
            continue
        due = [d for d in usable(clause.start, clause.end, clock) if d.relation == "by"]
        due = [d for d in due if fits(d, "planned", clock.document.published)]
        for figure in _figures(sentence, clock):
            if (
                not due
                or isinstance(figure, MoneyValue)
                or (isinstance(figure, QuantityValue) and figure.unit == "GPU")
                or not clause.start <= figure.start < clause.end
            ):
                continue
            mark = mark_after(text, figure.end, clause.end, through=("의",))
            planned = clock.frames.steps["promised"].search(text[clause.start : figure.start])
            if planned or (korean and mark in ("을", "를", "로", "으로")):
                yield Goal(clause, figure, due[-1], "planned", clause.start, clause.end)


def _in_item(sentence: Sentence, clause: Clause, clock: Clock) -> Iterator[Goal]:
    """해외 석학 초빙: 내년 상반기까지 10명"""
    dates = [d for d in usable(sentence.start, sentence.end, clock) if d.relation == "by"]
    for figure in _figures(sentence, clock):
        before = [d for d in dates if d.end <= figure.start and fits(d, "planned", clock.document.published)]
        if before and not isinstance(figure, MoneyValue):
            yield Goal(clause, figure, before[-1], "planned", clause.start, clause.end)


def _figures(sentence: Sentence, clock: Clock) -> list[Figure]:
    found = figures_in(clock.document, sentence.start, sentence.end)
    return [f for f in found if isinstance(f, MoneyValue | PercentValue) or f.unit not in NOT_UNITS]


def word_of(goal: Goal, lang: str) -> Hit:
    """The word that names a goal: its figure, as if 목표 stood there."""
    return Hit(goal.figure.start, goal.figure.end, goal.figure.end, AIM[lang], "nominal")
