"""The milestones that an article states: dated or datable steps of its programmes, and measurable targets.

A happening becomes a milestone when it has a date, a figure that counts it, a recurrence, or a body that it singles
out. Steps of a programme name no organization; selection, elimination and a body's own plan do (the labelling guide).
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from transforms.extract.awarded import awarded
from transforms.extract.document import Document
from transforms.extract.once import once
from transforms.extract.passages import Figure, Happening, Step
from transforms.extract.singled import CHOSEN
from transforms.extract.steps_en import steps_en
from transforms.extract.steps_ko import steps_ko
from transforms.extract.subjects import subject_of
from transforms.extract.timing import Clock
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue
from transforms.records import Evidence, Grant, Milestone


def milestones_of(document: Document, lexicon: Lexicon, grants: Sequence[Grant] = ()) -> tuple[Milestone, ...]:
    """The milestones of an article, in the order of the text, each step once; `grants` show whom a choice chose."""
    clock = Clock(document, lexicon)
    steps = steps_ko(clock) if document.lang == "ko" else steps_en(clock)
    told = [m for step in steps for m in _milestones(step, clock)]
    told += awarded(told, grants, document, clock.frames)
    return tuple(once(told))


def _milestones(step: Step, clock: Clock) -> Iterator[Milestone]:
    happening, document, when = step.happening, clock.document, step.when
    if step.apart:
        body = step.bodies[0] if step.bodies and happening.event == "target" else None
        for at, figure in step.apart:
            yield _milestone(happening, document, body, at, figure)
    elif happening.event == "target" or (happening.event == "completion" and step.figures and when):
        for figure in step.figures:
            yield _milestone(happening, document, next(iter(step.bodies), None), when, figure)
    elif step.value is not None:
        yield _milestone(happening, document, None, when, None, step.value)
    elif happening.event == "selection" and happening.status == "planned" and len(step.bodies) == 1 and step.figures:
        yield _milestone(happening, document, step.bodies[0], when, step.figures[-1])
    elif _tells(step, clock):
        for body in step.bodies:
            yield _milestone(happening, document, body, when, None)
        partly = bool(step.figures) and len(step.bodies) != step.figures[-1].amount
        counted = step.figures and (partly or happening.event in ("screening", "application"))
        if counted or not step.bodies:
            yield _milestone(happening, document, None, when, step.figures[-1] if counted else None)


def _tells(step: Step, clock: Clock) -> bool:
    """Whether a happening is a step and no idle word: it has a date, or counts or chooses somebody."""
    happening, when = step.happening, step.when
    singled, lemma = bool(step.bodies or step.figures), happening.hit.predicate.lemma
    if clock.frames.steps["weak_choice"].fullmatch(lemma) and not singled and happening.status == "achieved":
        return False
    if clock.frames.steps["vague_choice"].fullmatch(lemma) and not singled:
        return clock.frames.steps["choosable"].search(happening.clause.text) is not None and when is not None
    if clock.frames.steps["needs_count"].fullmatch(lemma) and not singled:
        return False
    if happening.event == "other":
        return happening.head is None and when is not None and _is_news(happening, clock)
    dropped = happening.event == "elimination" or (happening.event == "selection" and when is not None)
    if happening.rule == "event-adnominal" and step.bodies and dropped:
        return True
    if happening.rule == "event-adnominal":
        return when is not None and (when.precision != "year" or happening.status == "planned")
    if happening.event in CHOSEN and happening.status == "achieved":
        fine = when is not None and when.precision != "year"
        return singled or (fine and happening.rule != "event-told")
    return when is not None or (
        bool(step.figures) and happening.event == "application" and happening.status == "achieved"
    )


def _is_news(happening: Happening, clock: Clock) -> bool:
    """Of the steps without a kind, plans and what was missed are told, and payments made."""
    paid = clock.frames.steps["paid"].fullmatch(happening.hit.predicate.lemma) is not None
    past = happening.status == "achieved" and paid
    return happening.status == "planned" or happening.rule == "event-promise" or past


def _milestone(
    happening: Happening,
    document: Document,
    body: NameValue | None,
    when: DateValue | None,
    figure: Figure | None,
    value: Decimal | None = None,
) -> Milestone:
    clause, programme = happening.clause, document.discourse.programme
    start = min(happening.start, when.start) if when and clause.start - when.start < 200 else happening.start
    sentence = document.sentences[clause.sentence]
    start, end = max(start, sentence.start), happening.end
    quote = document.article.text_of(clause.field)[start:end]
    return Milestone(
        programme=programme.name if programme else None,
        organization_id=organization_id_of(body) if body else None,
        event=happening.event,
        date_start=None if when is None else when.first,
        date_end=None if when is None else when.last,
        date_precision=when.precision if when else None,
        recurrence=when.recurrence if when else None,
        metric=_metric(figure) or ("applications" if value is not None else None),  # 0 where nobody applied
        value=figure.amount if figure else value,
        unit=_unit(figure),
        status=happening.status,
        subject=subject_of(happening, document),
        bound=figure.bound if figure else "exact",
        programme_raw=programme.text if programme else None,
        organization_raw=body.text if body else None,
        date_raw=when.text if when else None,
        value_raw=figure.text if figure else None,
        evidence=Evidence(clause.field, start, end, quote, happening.rule),
    )


def _unit(figure: Figure | None) -> str | None:
    if figure is None:
        return None
    if isinstance(figure, MoneyValue):
        return figure.currency
    return "percent" if isinstance(figure, PercentValue) else figure.unit


def _metric(figure: Figure | None) -> str | None:
    unit = _unit(figure)
    return {"GPU": "GPUs", "person": "people"}.get(unit, f"{unit}s") if unit else None
