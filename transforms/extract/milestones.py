"""The milestones that an article states: dated or datable steps of its programmes, and measurable targets.

A happening becomes a milestone when it has a date, a figure that counts it, a recurrence, or a body that it singles out.
Steps of a programme name no organization; selection, elimination and a body's own plan do (the labelling guide, "Rules
for dates" and "Cases decided").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from transforms.extract.counts import Figure, counts_of, paired
from transforms.extract.document import Document
from transforms.extract.happenings import Happening, happenings_of
from transforms.extract.once import once
from transforms.extract.singled import CHOSEN, bodies_of
from transforms.extract.subjects import subject_of
from transforms.extract.targets import targets_of
from transforms.extract.timing import when_of
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue
from transforms.records import Evidence, Milestone

PAID = ("교부", "지급", "송금", "입금", "집행", "배분", "전달", "수여")


@dataclass(frozen=True, slots=True)
class Told:
    """The results told last: on which day, and of what kind."""

    day: DateValue | None = None
    section: int = -1


def milestones_of(document: Document, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The milestones of an article, in the order of the text, each step once."""
    frames = lexicon.frames.of(document.lang)
    made: list[Milestone] = []
    told = Told()
    for happening in happenings_of(document, frames):
        section = document.discourse.sections[happening.clause.sentence]
        known = told.day if told.section == section or _today(told.day, document) else None
        when = when_of(happening, document, lexicon, known)
        settled = replace(happening, status=happening.status or _by_date(when, document))
        if settled.event in (*CHOSEN, "evaluation") and settled.status == "achieved" and settled.head is None and when:
            told = Told(when, section)
        made.extend(_milestones(settled, when, document, lexicon))
    return tuple(once(made))


def _today(day: DateValue | None, document: Document) -> bool:
    return day is not None and day.last == document.published


def _by_date(when: DateValue | None, document: Document) -> str:
    """A step without a verb is planned where its date lies ahead."""
    end = (when.last or when.first) if when else None
    return "planned" if end and document.published and end >= document.published else "achieved"


def _milestones(
    happening: Happening, when: DateValue | None, document: Document, lexicon: Lexicon
) -> Iterator[Milestone]:
    frames = lexicon.frames.of(document.lang)
    bodies = bodies_of(happening, document, frames)
    if happening.event == "target":
        for at, figure in targets_of(happening, document, lexicon):
            yield _milestone(happening, document, next(iter(bodies), None), at, figure)
        return
    if happening.rule == "event-zero":
        yield _milestone(happening, document, None, when, None, Decimal(0))
        return
    counts = counts_of(happening, document, frames)
    if pairs := paired(counts, happening, document):
        for at, figure in pairs:
            yield _milestone(happening, document, None, at, figure)
        return
    if not _tells(happening, when, bool(counts), bool(bodies)):
        return
    for body in bodies:
        yield _milestone(happening, document, body, when, None)
    if counts and not bodies:
        yield _milestone(happening, document, None, when, counts[-1])
    elif not bodies:
        yield _milestone(happening, document, None, when, None)


def _tells(happening: Happening, when: DateValue | None, counted: bool, singled: bool) -> bool:
    """Whether a happening is a step and no idle word: it has a date, or counts or chooses somebody."""
    if happening.event == "other":
        paid = happening.hit.predicate.lemma in PAID
        return when is not None and (happening.status == "planned" or paid)
    if happening.rule == "event-adnominal":
        return when is not None and when.precision != "year"
    if happening.event in CHOSEN and when is None:
        return singled and happening.status == "achieved"
    if happening.event == "application" and counted:
        return True
    if happening.event in CHOSEN and happening.status == "achieved":
        return singled or counted or (when is not None and when.precision != "year")
    return when is not None


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
        metric=_metric(figure),
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
