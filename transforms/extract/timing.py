"""When a step happens: which of the dates around its word is its own.

The nearest date before the word wins, then one behind it, then one of the clauses before that tell no step, then one of
another clause of the sentence. Dates that only compare, that name a programme, or on which something is said, are no
dates of the step; the day of the statement is that of a result when nothing else is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.document import Document, sentence_at
from transforms.extract.intervals import completed, counted_from, framing_date, heading_date, names_programme
from transforms.extract.passages import Happening, dates_in
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

RESULTS = ("selection", "elimination", "screening", "agreement", "call")
APART = ("agreement", "start", "launch", "completion", "evaluation", "application")  # steps with days of their own
TOPIC_MAX = 70  # code points of a sentence before the day on which its subject speaks


@dataclass(frozen=True, slots=True)
class Clock:
    """An article's dates, with what is needed to read them again in another tense."""

    document: Document
    lexicon: Lexicon

    @property
    def frames(self) -> LanguageFrames:
        """The cues of the article's language."""
        return self.lexicon.frames.of(self.document.lang)


def when_of(happening: Happening, clock: Clock, latest: DateValue | None) -> DateValue | None:
    """The date of a step, moved by the tense of its clause; `latest` is that of the step told before (나흘 뒤)."""
    if happening.dated:
        return _fitting([happening.dated], happening, clock) or happening.dated
    clause = happening.clause
    own = usable(clause.start, clause.end, clock)
    rest = [d for d in own if not is_said(d, clock)]
    if happening.rule == "event-delay":
        return _fitting(rest[-1:], happening, clock)
    verb = happening.clause.predicate
    spoken = verb is not None and verb.start > happening.hit.end
    between = [d for d in rest if spoken and verb and happening.hit.end <= d.start < verb.start]
    before = [*between, *[d for d in rest if d.start < happening.hit.end][::-1]]
    elsewhere = _elsewhere(happening, clock)
    result = happening.event in RESULTS or is_result(happening, clock.document, clock.frames)
    said = statement_day(happening, clock) if result and happening.status == "achieved" else None
    finer = [] if happening.head else [*elsewhere, *([said] if said else [])]
    for found in (
        _fine(before) if happening.status != "planned" else before,
        rest,
        list(happening.carried)[::-1],
        finer,
    ):
        when = _fitting(found, happening, clock)
        if when and ((finer and _wide(when, happening, clock)) or _this_year(when, happening, clock)):
            continue
        if when:
            return counted_from(when, happening, latest, clock.document)
    framing = _fitting(framing_date(happening, clock.document, clock.frames), happening, clock)
    if framing and not _this_year(framing, happening, clock):
        return framing
    return heading_date(happening, clock.document) if happening.status == "achieved" else None


def is_result(happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    """Whether the results of an evaluation are told (평가 결과를 공개했다)."""
    told = happening.event == "evaluation" and happening.hit.voice == "nominal"
    return told and frames.steps["result"].match(document.article.body, happening.hit.end) is not None


def usable(start: int, end: int, clock: Clock) -> list[DateValue]:
    """The dates of a span that can be those of a step."""
    text, kept = clock.document.article.body, []
    for value in dates_in(clock.document, start, end):
        if not (value.first or value.last or value.recurrence) or names_programme(value, clock.document):
            continue
        stretch = value.duration is not None and value.last == clock.document.published
        if not stretch and not clock.frames.steps["compared"].match(text, value.end):
            kept.append(value)
    return kept


def _fine(values: Sequence[DateValue]) -> list[DateValue]:
    """Years, halves and quarters behind finer dates: in 27일 2025년 상반기 the day is the step's."""
    return sorted(values, key=lambda d: d.precision in ("year", "half", "quarter") and d.relation == "on")


def _wide(value: DateValue, happening: Happening, clock: Clock) -> bool:
    """A year told by a word alone beside a past step, where a finer date is to be had."""
    word = clock.frames.steps["this_year"].fullmatch(value.text.strip()) is not None
    return happening.status == "achieved" and (word or contains(value, clock.document.published))


def _this_year(value: DateValue, happening: Happening, clock: Clock) -> bool:
    """올해 beside a past result is no more than the year in which everything happens."""
    past = happening.event in RESULTS and happening.status == "achieved"
    return past and contains(value, clock.document.published)


def contains(year: DateValue, day: date | None) -> bool:
    """Whether a date is the whole year of a day."""
    whole = year.precision == "year" and year.relation == "on"
    return bool(whole and day and year.first and year.last and year.first <= day <= year.last)


def is_said(value: DateValue, clock: Clock) -> bool:
    """Whether a day is that of a statement: beside the word of saying, or right behind the speaker (A사는 4일)."""
    if value.precision != "day" or value.relation != "on":
        return False
    sentence = sentence_at(clock.document, value.start)
    steps = clock.frames.steps
    if sentence is None or not steps["saying"].search(sentence.text):
        return False
    body = clock.document.article.body
    lead, after = body[sentence.start : value.start].rstrip(), body[value.end : value.end + 30]
    if steps["saying"].match(after.lstrip()) or steps["according"].match(after):
        return True
    first = not any(d.start < value.start for d in usable(sentence.start, value.start, clock))
    return value.partial and first and lead[-1:] in ("은", "는", "이", "가") and len(lead) < TOPIC_MAX


def statement_day(happening: Happening, clock: Clock) -> DateValue | None:
    """The day on which the sentence of a step says that it was told."""
    sentence = clock.document.sentences[happening.clause.sentence]
    return next((d for d in usable(sentence.start, sentence.end, clock) if is_said(d, clock)), None)


def _elsewhere(happening: Happening, clock: Clock) -> list[DateValue]:
    """For a past step without a day: those of the main clauses behind it, then before it."""
    clause = happening.clause
    if clause.form not in ("connective", "final", "quotative") or happening.status != "achieved":
        return []
    others = [
        c
        for c in clauses_in(clock.document.clauses, clause.sentence)
        if c.form in ("connective", "final", "quotative") and not _tells_other(c, happening, clock)
    ]
    days = [d for c in others if c.start != clause.start for d in usable(c.start, c.end, clock)]
    fine = [d for d in days if d.precision == "day" and d.relation == "on" and not is_said(d, clock)]
    fine = [d for d in fine if fits(d, "achieved", clock.document.published)]
    earlier = [d for d in fine if d.end <= clause.start and happening.event in RESULTS]
    return [d for d in fine if d.start >= clause.end] or earlier[-1:]


def _tells_other(clause: Clause, happening: Happening, clock: Clock) -> bool:
    """12개 팀을 추려 19일 약정식을 가졌다: whether a clause behind a step tells one of another kind."""
    start = clock.document.sentences[clause.sentence].start
    hits = clock.document.hits[clause.sentence]
    inside = [h.predicate.event for h in hits if clause.start <= h.start + start < clause.end]
    return clause.start >= happening.clause.end and any(e in APART for e in inside)


def _fitting(values: Sequence[DateValue], happening: Happening, clock: Clock) -> DateValue | None:
    for value in values:
        moved = completed(_moved(value, happening, clock), happening, clock.document, clock.lexicon)
        later = clock.frames.steps["later"].fullmatch(value.text) is not None
        if fits(moved, happening.status, clock.document.published) or later:
            return moved
    return None


def fits(value: DateValue, status: str, published: date | None) -> bool:
    """Whether a planned step's date lies ahead and an achieved one's does not."""
    end, start = value.last or value.first, value.first or value.last
    if end is None or start is None or published is None:
        return True
    if status == "planned":
        return end >= published
    return status != "achieved" or start <= published


def _moved(value: DateValue, happening: Happening, clock: Clock) -> DateValue:
    """A date without year or month of its own, read once more in the tense of its step."""
    published = clock.document.published
    status = happening.status
    if not value.partial or fits(value, status, published):
        return value
    if happening.clause.form == "adnominal" and happening.status == "planned":
        return value
    tense = {"planned": "future", "achieved": "past"}.get(status)
    read = read_dates(value.text, clock.document.published, clock.lexicon, clock.document.lang, tense)
    return replace(read[0], start=value.start, end=value.end, text=value.text) if read else value
