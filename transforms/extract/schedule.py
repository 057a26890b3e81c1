"""Lines of a schedule: a label with its date (제안서 접수 : 4. 6. ~ 4. 10.; (공모) '26.7월; 9월 말 | 최종 선정).

The last word of an event in the label names the step; a label that only announces (대상지 발표) is the choice. Under a
heading of calls (모집 중), a label without such a word is a call, and its date is that of its applications.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.clauses import Clause, shifted
from transforms.extract.document import Document
from transforms.extract.frames import Hit, hits_of
from transforms.extract.passages import Happening, Step, dates_in
from transforms.extract.sentences import Sentence
from transforms.extract.timing import Clock, fits
from transforms.lexicon.frames import LanguageFrames, Predicate
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

LABEL = re.compile(r"(?P<label>[^:：|,;/()]{2,40})(?:\)\s{0,2}[:：]?|\s{0,2}[:：|])\s{0,2}$")
BEHIND = re.compile(r"\)?\s{0,2}[:：|]\s{0,2}(?P<label>[^:：|,;/()]{2,40})")
LEAD_MAX = 60  # code points before a date within which its label stands
LINE_MAX = 160  # code points of a line that is no prose


def scheduled(clock: Clock) -> Iterator[Step]:
    """The step of every label with a date, in order."""
    document, latest = clock.document, None
    for index, sentence in enumerate(document.sentences):
        if sentence.field != "body" or len(sentence.text) > LINE_MAX or sentence.text.rstrip(" .").endswith("다"):
            continue
        clause = next((c for c in document.clauses if c.field == "body" and c.sentence == index), None)
        for value in dates_in(document, sentence.start, sentence.end) if clause else ():
            hit = _named(value, sentence, clock)
            if hit is None or clause is None:
                continue
            when = _following(value, latest, clock)
            latest = when if when.last else latest
            yield Step(_step(hit, when, clause, sentence, document), when)


def is_recruiting(index: int, document: Document, frames: LanguageFrames) -> bool:
    """Whether the heading over a line says that its items are open calls."""
    heading = next((s for s in document.sentences[index::-1] if s.shape == "heading"), None)
    return heading is not None and frames.steps["recruiting"].search(heading.text) is not None


def _named(value: DateValue, sentence: Sentence, clock: Clock) -> Hit | None:
    """The word that names the step of a date: in the label before it, else in the cell behind it."""
    body, index = clock.document.article.body, clock.document.sentences.index(sentence)
    start = max(sentence.start, value.start - LEAD_MAX)
    if label := LABEL.search(body[start : value.start]):
        found = _event(label["label"], start + label.start("label"), clock)
        if found is None and is_recruiting(index, clock.document, clock.frames):
            place = start + label.start("label")
            return Hit(place, value.start, value.start, Predicate("접수", None, "application", noun=True), "nominal")
        return found
    opens = not any(ch.isalnum() for ch in body[sentence.start : value.start])
    cell = BEHIND.match(body[: sentence.end], value.end) if opens else None
    return _event(cell["label"], cell.start("label"), clock) if cell else None


def _event(label: str, start: int, clock: Clock) -> Hit | None:
    """The last event noun of a label, where no more than a word follows it."""
    frames = clock.frames
    if found := frames.steps["announcing"].search(label):
        place = start + found.start()
        return Hit(
            place,
            start + found.end(),
            start + found.end(),
            Predicate("발표", None, "selection", noun=True, aspect="hold"),
            "nominal",
        )
    nouns = [h for h in hits_of(label, frames, "ko") if h.predicate.event not in (None, "target") and h.predicate.noun]
    last = nouns[-1] if nouns else None
    return shifted(last, start) if last and len(label[last.stem_end :].split()) <= 1 else None


def _following(value: DateValue, latest: DateValue | None, clock: Clock) -> DateValue:
    """A date without a year of its own does not lie before that of the line above."""
    published = clock.document.published
    if not value.partial or latest is None or latest.last is None or value.last is None or value.last >= latest.last:
        return value
    read = read_dates(value.text, published, clock.lexicon, clock.document.lang, "future")
    return replace(read[0], start=value.start, end=value.end, text=value.text) if read else value


def _step(hit: Hit, when: DateValue, clause: Clause, sentence: Sentence, document: Document) -> Happening:
    event = hit.predicate.event or "other"
    ahead = when.recurrence is not None or fits(when, "planned", document.published)
    opened = event == "call" and not ahead
    event = "application" if event == "call" and when.relation == "by" else event
    start, end = min(hit.start, when.start), min(sentence.end, max(hit.end, when.end))
    start = max(start, sentence.start)
    status = "planned" if ahead and not opened else "achieved"
    return Happening(clause, event, status, hit, start, end, "event-schedule", (), when)
