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
from transforms.extract.goals import goals_of
from transforms.extract.happenings import happenings_of
from transforms.extract.once import once
from transforms.extract.passages import Happening
from transforms.extract.results import Results
from transforms.extract.singled import CHOSEN, bodies_of
from transforms.extract.subjects import subject_of
from transforms.extract.targets import targets_of
from transforms.extract.timing import Clock, when_of
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue
from transforms.records import Evidence, Milestone

PAID = ("교부", "지급", "집행", "입금")


def milestones_of(document: Document, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The milestones of an article, in the order of the text, each step once."""
    clock = Clock(document, lexicon)
    if document.lang != "ko":
        return ()
    results = Results(clock)
    made: list[Milestone] = []
    for happening in happenings_of(document, clock.frames):
        when = when_of(happening, clock, results.latest)
        settled = replace(happening, status=_settled(happening, when, document))
        settled, when = results.told(settled, when)
        made.extend(_milestones(settled, when, clock))
    made.extend(_aims(clock))
    return tuple(once(made))


def _settled(happening: Happening, when: DateValue | None, document: Document) -> str:
    """A step without a verb is planned where its date lies ahead; a call that is open is no plan any more."""
    published = document.published
    if happening.event == "call" and happening.status == "planned" and when and when.first and published:
        return "achieved" if when.first <= published and when.precision in (None, "day") else "planned"
    end = (when.last or when.first) if when else None
    ahead = end is not None and published is not None and end >= published
    return happening.status or ("planned" if ahead else "achieved")


def _milestones(happening: Happening, when: DateValue | None, clock: Clock) -> Iterator[Milestone]:
    document, frames = clock.document, clock.frames
    bodies = bodies_of(happening, document, frames)
    if happening.event == "target":
        for at, figure in targets_of(happening, clock):
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
    weak = frames.steps["weak_choice"].fullmatch(happening.hit.predicate.lemma) is not None
    if not _tells(happening, when, bool(counts), bool(bodies)) or (weak and not (counts or bodies)):
        return
    for body in bodies:
        yield _milestone(happening, document, body, when, None)
    if counts and (not bodies or len(bodies) != counts[-1].amount):
        yield _milestone(happening, document, None, when, counts[-1])
    elif not bodies:
        yield _milestone(happening, document, None, when, None)


def _aims(clock: Clock) -> Iterator[Milestone]:
    """The aims that the noun 목표 names."""
    for goal in goals_of(clock):
        happening = Happening(goal.clause, "target", goal.status, goal.hit, goal.start, goal.end, "event-goal")
        body = next(iter(bodies_of(happening, clock.document, clock.frames)), None)
        yield _milestone(happening, clock.document, body, goal.when, goal.figure)


def _tells(happening: Happening, when: DateValue | None, counted: bool, singled: bool) -> bool:
    """Whether a happening is a step and no idle word: it has a date, or counts or chooses somebody."""
    if happening.event == "other":
        return when is not None and (happening.status == "planned" or happening.hit.predicate.lemma in PAID)
    if happening.rule == "event-adnominal":
        return when is not None and when.precision != "year"
    if happening.event in CHOSEN and happening.status == "achieved":
        fine = when is not None and when.precision != "year"
        return singled or counted or (fine and happening.rule != "event-told")
    return when is not None or (counted and happening.event == "application")


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
