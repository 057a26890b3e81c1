"""What a clause says happens: the kind of step, its status, and the dates and figures that belong to it.

The step is told by the clause's predicate (선정하다), or by the noun that a word of aspect speaks of (평가를 마치다,
공모가 무산되다). Status follows tense, modality and negation: past is achieved, plans and futures are planned, a
negated past or a word of failing is missed, a word of giving up is cancelled.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from transforms.extract.clauses import Clause, shifted
from transforms.extract.document import Document, within
from transforms.extract.frames import Hit, hits_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue, MoneyValue, PercentValue, QuantityValue

Figure = QuantityValue | MoneyValue | PercentValue


@dataclass(frozen=True, slots=True)
class Happening:
    """A step that a clause tells. `hit` is the word that names it, `rule` says how it was found."""

    clause: Clause
    event: str
    status: str
    hit: Hit
    dates: tuple[DateValue, ...]
    figures: tuple[Figure, ...]
    rule: str


def happenings_of(document: Document, frames: LanguageFrames) -> Iterator[Happening]:
    """Every step that the body's clauses tell, in the order of the text."""
    for clause in document.clauses:
        if clause.field != "body" or _is_talk(clause):
            continue
        hits = [shifted(h, clause.start) for h in hits_of(clause.text, frames, document.lang)]
        if found := _step(clause, hits):
            event, hit, aspect, rule = found
            dates = tuple(within(document.dates.get(clause.field, ()), clause.start, clause.end))
            status = _status(clause, aspect, dates, document)
            yield Happening(clause, event, status, hit, dates, _figures(document, clause), rule)


def _is_talk(clause: Clause) -> bool:
    """Opinion and hearsay inside somebody's words tell no step."""
    return clause.quoted and clause.modality in ("obligation", "request", "hearsay", "ability")


def _step(clause: Clause, hits: list[Hit]) -> tuple[str, Hit, str | None, str] | None:
    """(event, the word that names it, the aspect of the predicate, rule) of a clause."""
    main = clause.predicate
    if main is None:
        named = [h for h in hits if h.predicate.event]
        return (named[-1].predicate.event or "other", named[-1], None, "event-noun") if named else None
    before = [h for h in hits if h.predicate.event and h.start < main.start]
    verb = main.predicate
    if verb.aspect and before:
        spoken_of = before[-1]
        return spoken_of.predicate.event or "other", spoken_of, verb.aspect, f"event-{verb.aspect}"
    if verb.event:
        return verb.event, main, verb.aspect, "event-predicate"
    return None


def _status(clause: Clause, aspect: str | None, dates: tuple[DateValue, ...], document: Document) -> str:
    if aspect == "drop":
        return "cancelled"
    if aspect == "fail":
        return "missed"
    if clause.modality in ("plan", "forecast", "obligation") or clause.tense == "future":
        return "planned"
    ahead = _ahead(dates, document)
    if clause.tense == "past" and aspect == "delay":
        return "planned"
    if clause.tense == "past":
        return "missed" if clause.negated else "achieved"
    if ahead is None:
        return "planned" if clause.tense == "present" and clause.form in ("final", "connective") else "achieved"
    return "planned" if ahead else "achieved"


def _ahead(dates: tuple[DateValue, ...], document: Document) -> bool | None:
    """Whether the clause's last date lies on or after the day of publication; None without dates."""
    ends = [d.last or d.first for d in dates if d.last or d.first]
    if not ends or document.published is None:
        return None
    return max(e for e in ends if e) >= document.published


def _figures(document: Document, clause: Clause) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for kind in (document.quantities, document.money, document.percents):
        values: tuple[Figure, ...] = kind.get(clause.field, ())
        found.extend(within(values, clause.start, clause.end))
    return tuple(sorted(found, key=lambda v: v.start))
