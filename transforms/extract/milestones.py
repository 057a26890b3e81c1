"""The milestones that an article states: dated or datable steps of its programmes, and measurable targets.

A happening becomes a milestone when it has a date, a figure that belongs to it, a recurrence, or a body that it singles
out. Steps of a programme name no organization; selection, elimination and a body's own plan do (the labelling guide,
"Rules for dates" and "Cases decided").
"""

from collections.abc import Iterator, Sequence

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.happenings import Figure, Happening, happenings_of
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue
from transforms.records import Evidence, Milestone

CHOSEN = ("selection", "elimination", "screening")
COUNTED = {
    "application": ("team", "company", "project", "proposal", "university", "place", "person", "case"),
    "screening": ("team", "company", "project", "university", "place", "person", "case"),
    "selection": ("team", "company", "project", "university", "place", "person", "case"),
    "elimination": ("team", "company", "project", "university", "place", "case"),
}
SUBJECT = ("은", "는", "이", "가", None)
OBJECT = ("을", "를")
LOCAL_MARKS = ("도", "시", "군", "구")


def milestones_of(document: Document, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The milestones of an article, in the order of the text, each step once."""
    frames = lexicon.frames.of(document.lang)
    made: list[Milestone] = []
    for happening in happenings_of(document, frames):
        made.extend(_milestones(happening, document, frames))
    return tuple(_once(made))


def _milestones(happening: Happening, document: Document, frames: LanguageFrames) -> Iterator[Milestone]:
    names = within(document.names.get(happening.clause.field, ()), happening.clause.start, happening.clause.end)
    roles = roles_of(happening.clause.text, names, happening.clause.start, frames, document.lang)
    if happening.event == "target":
        yield from _targets(happening, roles, document)
        return
    when = _when(happening, document)
    count = _count(happening)
    bodies = _bodies(happening, roles, document)
    if count and (when or happening.event in ("screening", "application", "selection")):
        yield _milestone(happening, document, None, when, count)
    elif not bodies and when:
        yield _milestone(happening, document, None, when, None)
    for body in bodies:
        yield _milestone(happening, document, body, when, None)


def _targets(happening: Happening, roles: Sequence[Role], document: Document) -> Iterator[Milestone]:
    """One target for each figure, with the date that stands before it (or the clause's only one)."""
    if happening.status == "achieved" and not happening.dates:
        return
    body = _owner(roles, document)
    for figure in happening.figures:
        before = [d for d in happening.dates if d.start < figure.start and not d.recurrence]
        when = before[-1] if before else next((d for d in happening.dates if not d.recurrence), None)
        if when and figure.start < when.end and figure.end > when.start:
            continue
        yield _milestone(happening, document, body, when, figure)


def _when(happening: Happening, document: Document) -> DateValue | None:
    """The date of the step: the nearest before its word; a plan's date is not the day of the statement about it."""
    dates = [d for d in happening.dates if _fits(d, happening, document)]
    if happening.rule == "event-delay" and dates:
        return dates[-1]
    before = [d for d in dates if d.start < happening.hit.end]
    return before[-1] if before else next(iter(dates), None)


def _fits(value: DateValue, happening: Happening, document: Document) -> bool:
    end = value.last or value.first
    if end is None or document.published is None:
        return True
    if happening.status == "planned":
        return end >= document.published and not (
            value.partial and value.precision == "day" and end == document.published
        )
    return happening.status != "achieved" or (value.first or end) <= document.published


def _count(happening: Happening) -> Figure | None:
    units = COUNTED.get(happening.event, ())
    counts = [f for f in happening.figures if not isinstance(f, MoneyValue | PercentValue) and f.unit in units]
    return counts[-1] if counts else None


def _bodies(happening: Happening, roles: Sequence[Role], document: Document) -> list[NameValue]:
    """The bodies that a step singles out."""
    if happening.event in CHOSEN:
        return _chosen(happening, roles, document)
    owner = _owner(roles, document)
    return [owner] if owner and happening.event not in ("call", "evaluation") else []


def _chosen(happening: Happening, roles: Sequence[Role], document: Document) -> list[NameValue]:
    passive = happening.hit.voice == "passive" or happening.event == "elimination"
    wanted = [r for r in roles if r.marker in (SUBJECT if passive else (*OBJECT, None))]
    wanted = [r for r in wanted if len(r.names) > 1 or not _public(r.names[0], document)]
    return [n for r in wanted[:1] for n in r.names]


def _public(name: NameValue, document: Document) -> bool:
    funder = document.discourse.funder
    return name.kind in ("government", "agency") or (funder is not None and name.key == funder.key)


def _owner(roles: Sequence[Role], document: Document) -> NameValue | None:
    """The subject whose own plan it is: not the programme's funder, nor a ministry."""
    for role in roles:
        name = role.names[0]
        if role.marker in SUBJECT and len(role.names) == 1:
            return None if _public(name, document) and not name.name.endswith(LOCAL_MARKS) else name
    return None


def _milestone(
    happening: Happening, document: Document, body: NameValue | None, when: DateValue | None, figure: Figure | None
) -> Milestone:
    clause, programme = happening.clause, document.discourse.programme
    start, end = clause.start, clause.end
    return Milestone(
        programme=programme.name if programme else None,
        organization_id=organization_id_of(body) if body else None,
        event=happening.event,
        date_start=None if when is None else when.first,
        date_end=None if when is None else when.last,
        date_precision=when.precision if when else None,
        recurrence=when.recurrence if when else None,
        metric=_metric(figure),
        value=figure.amount if figure else None,
        unit=_unit(figure),
        status=happening.status,
        subject=happening.hit.predicate.lemma,
        bound=figure.bound if figure else "exact",
        programme_raw=programme.text if programme else None,
        organization_raw=body.text if body else None,
        date_raw=when.text if when else None,
        value_raw=figure.text if figure else None,
        evidence=Evidence(clause.field, start, end, document.article.text_of(clause.field)[start:end], happening.rule),
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


def _once(milestones: Sequence[Milestone]) -> Iterator[Milestone]:
    """Each step once: the same event of the same body with the same date and figure."""
    seen: set[tuple[object, ...]] = set()
    for m in milestones:
        key = (m.event, m.organization_id, m.date_start, m.date_end, m.value, m.recurrence)
        if key not in seen:
            seen.add(key)
            yield m
