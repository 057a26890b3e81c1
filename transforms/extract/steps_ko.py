"""The steps that Korean sentences tell, each with its date, its bodies and its figures."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from transforms.extract.counts import counts_of, paired
from transforms.extract.document import Document, within
from transforms.extract.goals import goals_of, word_of
from transforms.extract.happenings import happenings_of
from transforms.extract.passages import Happening, Step
from transforms.extract.results import Results
from transforms.extract.schedule import scheduled
from transforms.extract.singled import bodies_of
from transforms.extract.statuses import concedes
from transforms.extract.targets import targets_of
from transforms.extract.timing import Clock, when_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue


def steps_ko(clock: Clock) -> Iterator[Step]:
    """Every step of a Korean body, then those of its schedules and the aims that the noun 목표 names."""
    results = Results(clock)
    for happening in happenings_of(clock.document, clock.frames):
        when = when_of(happening, clock, results.latest)
        kind = _deadline(happening, when)
        settled = replace(kind, status=_settled(kind, when, clock.document, clock.frames))
        yield _step(*results.told(settled, when), clock)
    yield from scheduled(clock)
    for goal in goals_of(clock):
        aim = Happening(
            goal.clause, "target", goal.status, word_of(goal, clock.document.lang), goal.start, goal.end, "event-goal"
        )
        bodies = tuple(bodies_of(aim, clock.document, clock.frames))
        yield Step(aim, goal.when, bodies, (), ((goal.when, goal.figure),))


def _deadline(happening: Happening, when: DateValue | None) -> Happening:
    """A call up to a day tells when applications close."""
    closes = happening.event == "call" and when is not None and when.relation == "by"
    return replace(happening, event="application") if closes else happening


def _settled(happening: Happening, when: DateValue | None, document: Document, frames: LanguageFrames) -> str:
    """A step without a verb is planned where its date lies ahead; a call that is open is no plan any more."""
    published = document.published
    if happening.event == "call" and happening.status == "planned" and when and when.first and published:
        return "achieved" if when.first <= published and when.precision in (None, "day") else "planned"
    end = (when.last or when.first) if when else None
    if (
        happening.event in ("target", "completion", "launch", "start", "agreement")
        and happening.status == "planned"
        and _broken(happening, document, frames)
    ):
        return "missed"
    ahead = end is not None and published is not None and end >= published
    return happening.status or ("planned" if ahead else "achieved")


def _broken(happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    """지난해까지 유치하겠다고 했으나 실적은 …: a promise that is told with a but, or as a vow, after its day."""
    clause, published = happening.clause, document.published
    dates = within(document.dates.get("body", ()), clause.start, clause.end)
    over = bool(dates) and all(d.last and published and d.last < published for d in dates)
    return over and (concedes(clause, frames) or frames.steps["vowed"].search(clause.text) is not None)


def _step(happening: Happening, when: DateValue | None, clock: Clock) -> Step:
    document, frames = clock.document, clock.frames
    if happening.rule == "event-zero":
        return Step(happening, when, value=Decimal(0))
    bodies = tuple(bodies_of(happening, document, frames))
    if happening.event == "target":
        pairs = tuple(targets_of(happening, clock))
        made = (
            when is not None
            and when.relation == "by"
            and frames.steps["making"].fullmatch(happening.hit.predicate.lemma)
        )
        if pairs or not made or happening.status != "planned":
            return Step(happening, when, bodies, (), pairs)
        return Step(replace(happening, event="completion"), when, bodies)
    counts = tuple(c for c in counts_of(happening, document, frames) if not bodies or c.end > bodies[0].start)
    built = happening.event == "completion" and counts and when is not None and when.relation == "by"
    finished = frames.steps["finished"].fullmatch(happening.hit.predicate.lemma)
    if built and happening.status != "achieved" and not finished:
        return Step(replace(happening, event="target"), when, bodies, (), ((when, counts[-1]),))
    if frames.steps["passed"].fullmatch(happening.hit.predicate.lemma) and not (bodies or counts):
        happening, when = replace(happening, event="evaluation"), None if happening.rule == "event-told" else when
    return Step(happening, when, bodies, counts, tuple(paired(counts, happening, document)))
