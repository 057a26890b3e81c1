"""Dates that the words beside them complete: 7일부터 사흘간, 30일 마감까지, and the date that heads a section.

An opening lies in its month (이달부터 공급을 개시한다), not in all time from its first day on.
"""

import re
from dataclasses import replace
from datetime import date, timedelta

from transforms.extract.document import Document
from transforms.extract.passages import Happening, dates_in
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

OPENING = ("start", "launch", "other", "call")
FROM = "부터"
DAYS = re.compile(r"P(\d{1,2})(D|W)")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9}  # the first month of each
LEAD = 8  # code points before a date within which it is said to be the latest
GAP = 2  # code points between a day and the days that it lasts
HEADING_REST = 4  # code points of a heading beside its date


def completed(value: DateValue, happening: Happening, document: Document, lexicon: Lexicon) -> DateValue:
    """A date with what stands right behind it, for the step that it dates."""
    if value.last is None and value.text.endswith(FROM) and value.first is not None:
        return _lasting(value, document) or _opened(value, happening, document, lexicon)
    frames = lexicon.frames.of(document.lang)
    if value.precision == "year" and (season := _season(value, document, frames)):
        return season
    if value.relation == "on" and frames.steps["at_latest"].search(document.article.body[: value.start][-LEAD:]):
        return replace(value, first=None, relation="by")
    return _closed(value, happening, document, frames)


def _opened(value: DateValue, happening: Happening, document: Document, lexicon: Lexicon) -> DateValue:
    if happening.event not in OPENING:
        return value
    read = read_dates(value.text.removesuffix(FROM), document.published, lexicon, document.lang, None)
    return replace(read[0], start=value.start, end=value.end, text=value.text) if read and read[0].first else value


def _lasting(value: DateValue, document: Document) -> DateValue | None:
    """7일부터 사흘간: from that day on as many days."""
    following = [d for d in dates_in(document, value.end, value.end + 16) if 0 <= d.start - value.end <= GAP]
    lasts = DAYS.fullmatch(following[0].duration or "") if following else None
    if lasts is None or value.first is None or value.precision != "day":
        return None
    days = int(lasts[1]) * (7 if lasts[2] == "W" else 1)
    return replace(value, last=value.first + timedelta(days=days - 1), relation="on")


def _season(value: DateValue, document: Document, frames: LanguageFrames) -> DateValue | None:
    """2028년 봄: three months of the year."""
    for name, month in SEASONS.items():
        if value.first and frames.steps[name].match(document.article.body, value.end):
            last = date(value.first.year, month + 3, 1) - timedelta(days=1)
            return replace(value, first=date(value.first.year, month, 1), last=last, precision="part")
    return None


def _closed(value: DateValue, happening: Happening, document: Document, frames: LanguageFrames) -> DateValue:
    """30일 마감까지 117곳이 몰렸다; 접수를 26일 마감한다: applications come up to a day."""
    if happening.event != "application" or value.relation != "on" or value.last is None:
        return value
    up_to = frames.steps["up_to"].match(document.article.body, value.end)
    closes = frames.steps["closing"].fullmatch(happening.hit.predicate.lemma) or happening.rule == "event-finish"
    return replace(value, first=None, relation="by") if up_to or (closes and happening.status == "planned") else value


def heading_date(happening: Happening, document: Document) -> DateValue | None:
    """The date that is all of the heading over a past step (■ 2023년 7월 10일)."""
    for sentence in reversed(document.sentences[: happening.clause.sentence]):
        if sentence.field != "body" or sentence.shape != "heading":
            continue
        values = dates_in(document, sentence.start, sentence.end)
        alone = len(values) == 1 and len(sentence.text) - len(values[0].text) <= HEADING_REST
        return values[0] if alone and _over(values[0], document.published) else None
    return None


def _over(value: DateValue, published: date | None) -> bool:
    return value.last is not None and (published is None or value.last <= published)


def framing_date(happening: Happening, document: Document, frames: LanguageFrames) -> list[DateValue]:
    """지난해에는 17곳이 신청해 8곳이 뽑혔다: the date at the head of the sentence, which holds for all of it."""
    sentence = document.sentences[happening.clause.sentence]
    first = dates_in(document, sentence.start, happening.clause.start)[:1]
    heads = first and first[0].start - sentence.start <= GAP
    return first if heads and frames.steps["framing"].match(document.article.body, first[0].end) else []


def counted_from(value: DateValue, happening: Happening, latest: DateValue | None, document: Document) -> DateValue:
    """나흘 뒤, with a past step: so many days after the step told before."""
    published, last = document.published, (latest.last or latest.first) if latest else None
    if happening.status != "achieved" or not (value.first and published and value.first > published):
        return value
    if last is None or value.last is None or re.search(r"\d+\s?년", value.text):
        return value
    moved = last + (value.first - published)
    return replace(value, first=moved, last=last + (value.last - published))


def names_programme(value: DateValue, document: Document) -> bool:
    """A year in or right before the name of a programme (2026년도 AI중심대학), or in a title in quotation marks."""
    if document.article.body[value.start - 1 : value.start] in ("'", "‘"):
        return True
    near = value.precision == "year" and value.relation == "on"
    return any(
        p.field == "body"
        and p.strength
        and (p.start <= value.start < p.end or (near and 0 <= p.start - value.end <= 3))
        for p in document.programmes
    )
