"""When a step happens: which of the dates around its word is its own.

The nearest date before the word wins, then one behind it, then one of an adnominal clause before it, one of another
clause of the sentence, and for a result the day on which it is told. Dates that only compare, that name a programme, or
on which something is said, are no dates of the step.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from transforms.extract.document import Document, within
from transforms.extract.happenings import Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

RESULTS = ("selection", "elimination", "screening", "agreement", "call")
OPENING = ("start", "launch", "other")
FROM = "부터"


def when_of(happening: Happening, document: Document, lexicon: Lexicon, told_on: DateValue | None) -> DateValue | None:
    """The date of a step, moved by the tense of its clause; `told_on` is the day of the results told before it."""
    frames = lexicon.frames.of(document.lang)
    if happening.dated:
        return _opened(happening.dated, happening, document, lexicon)
    clause = happening.clause
    own = _usable(clause.start, clause.end, document, frames)
    rest = [d for d in own if not _said(d, document, frames)]
    if happening.rule == "event-delay":
        return _fitting(rest[-1:], happening, document, lexicon)
    before = [d for d in rest if d.start < happening.hit.end]
    for found in (before[::-1], [d for d in rest if d not in before], list(happening.carried)[::-1]):
        if when := _fitting(_fine(found), happening, document, lexicon):
            return when
    if when := _fitting(_elsewhere(happening, document, frames), happening, document, lexicon):
        return when
    if happening.status != "achieved" or happening.event not in RESULTS or happening.rule == "event-adnominal":
        return _fitting(rest[:1], happening, document, lexicon)
    said = statement_day(happening, document, frames)
    return said or _fitting(rest[:1], happening, document, lexicon) or told_on


def _usable(start: int, end: int, document: Document, frames: LanguageFrames) -> list[DateValue]:
    text = document.article.body
    kept = []
    for value in within(document.dates.get("body", ()), start, end):
        if not (value.first or value.last or value.recurrence) or _names_programme(value, document):
            continue
        stretch = value.duration is not None and value.last == document.published
        if not stretch and not frames.steps["compared"].match(text, value.end):
            kept.append(value)
    return kept


def _names_programme(value: DateValue, document: Document) -> bool:
    """A year in or right before the name of a programme (2026년도 AI중심대학), or in a title in quotation marks."""
    text = document.article.body
    if text[value.start - 1 : value.start] in ("'", "‘"):
        return True
    near = value.precision == "year" and value.relation == "on"
    return any(
        p.field == "body"
        and (p.start <= value.start < p.end or (near and 0 <= p.start - value.end <= 3 and p.strength))
        for p in document.programmes
    )


def _fine(values: Sequence[DateValue]) -> list[DateValue]:
    """Whole years behind finer dates: in 27일 2025년 the day is the step's."""
    return sorted(values, key=lambda d: d.precision == "year" and d.relation == "on")


def _said(value: DateValue, document: Document, frames: LanguageFrames) -> bool:
    """Whether a day is that of a statement: beside the word of saying, or right behind the speaker (A사는 4일)."""
    if value.precision != "day" or value.relation != "on":
        return False
    sentence = next((s for s in document.sentences if s.field == "body" and s.start <= value.start < s.end), None)
    if sentence is None or not frames.steps["saying"].search(sentence.text):
        return False
    lead = document.article.body[sentence.start : value.start].rstrip()
    after = document.article.body[value.end : value.end + 30]
    if frames.steps["saying"].match(after.lstrip()) or frames.steps["according"].match(after):
        return True
    return value.partial and lead[-1:] in "은는이가" and len(lead) < 70


def statement_day(happening: Happening, document: Document, frames: LanguageFrames) -> DateValue | None:
    """The day on which the sentence of a step says that it was told."""
    sentence = document.sentences[happening.clause.sentence]
    days = _usable(sentence.start, sentence.end, document, frames)
    return next((d for d in days if _said(d, document, frames)), None)


def _elsewhere(happening: Happening, document: Document, frames: LanguageFrames) -> list[DateValue]:
    """For a clause without dates: those of the clauses behind it, then before it, that are not said to be of a step."""
    if happening.clause.form not in ("connective", "final", "quotative") or happening.status != "achieved":
        return []
    sentence = document.sentences[happening.clause.sentence]
    others = _usable(sentence.start, sentence.end, document, frames)
    fine = [d for d in others if d.precision == "day" and d.relation == "on" and not _said(d, document, frames)]
    return [d for d in fine if d.start >= happening.clause.end] or fine[-1:]


def _fitting(
    values: Sequence[DateValue], happening: Happening, document: Document, lexicon: Lexicon
) -> DateValue | None:
    for value in values:
        moved = _moved(value, happening.status, document, lexicon)
        if _fits(moved, happening.status, document.published):
            return _opened(moved, happening, document, lexicon)
    return None


def _fits(value: DateValue, status: str, published: date | None) -> bool:
    end, start = value.last or value.first, value.first or value.last
    if end is None or start is None or published is None:
        return True
    if status == "planned":
        return end >= published
    return status != "achieved" or start <= published


def _moved(value: DateValue, status: str, document: Document, lexicon: Lexicon) -> DateValue:
    """A date without year or month of its own, read once more in the tense of its step."""
    if not value.partial or _fits(value, status, document.published):
        return value
    tense = {"planned": "future", "achieved": "past"}.get(status)
    read = read_dates(value.text, document.published, lexicon, document.lang, tense)
    if not read or read[0].end != len(value.text):
        return value
    return replace(read[0], start=value.start, end=value.end)


def _opened(value: DateValue, happening: Happening, document: Document, lexicon: Lexicon) -> DateValue:
    """이달부터 공급을 개시한다: the start lies in the month, not in all time from its first day on."""
    if happening.event not in OPENING or not value.text.endswith(FROM) or value.last is not None:
        return value
    read = read_dates(value.text.removesuffix(FROM), document.published, lexicon, document.lang, None)
    return replace(read[0], start=value.start, end=value.end, text=value.text) if read and read[0].first else value
