"""One Korean date, word by word: from the larger unit to the smaller, until a word does not fit."""

import re
from dataclasses import replace
from typing import NamedTuple

from transforms.normalize.dates_fields import Fields
from transforms.normalize.dates_ko_words import KoreanGrammar
from transforms.normalize.numerals import korean_numbers

# how small a unit each kind of word names; a date goes from the larger to the smaller
RANKS = {
    "direction": 0,
    "year": 1, "bareyear": 1, "relyear": 1, "short": 1, "same": 1,
    "quarter": 2,
    "barequarter": 2,
    "samemonth": 2, "half": 2, "month": 2, "spelled": 2, "baremonth": 2, "relmonth": 2, "relweek": 2, "yearpart": 2,
    "day": 3, "bareday": 3, "spelledday": 3, "nth": 3, "weekend": 3,
    "weekday": 4,
}  # fmt: skip
CLOSED = {"bareyear", "baremonth", "bareday", "barequarter", "decade", "within", "yearpart", "monthpart"}
ALONE = {"ymd", "ym", "md", "decade", "relday", "relquarter", "monthpart", "within", "holiday"}


class Point(NamedTuple):
    """The fields of one date, where its words end, and the kind of the last of them."""

    fields: Fields
    end: int
    kind: str


def read_point(grammar: KoreanGrammar, text: str, start: int, last: Fields | None) -> Point | None:
    """The date that starts here."""
    fields, rank, end, position, kind = Fields(), -1, start, start, ""
    while token := grammar.token.match(text, position):
        found = next(name for name in (*RANKS, *ALONE) if token[name])
        added = _taken(grammar, fields, found, token, rank, last)
        if added is None:
            break
        fields, end, kind, rank = added, token.end(), found, RANKS.get(found, 9)
        if kind in CLOSED:
            break
        if part := (grammar.part.match(text, end) if rank < 3 and not fields.part else None):
            fields, end, rank = replace(fields, part=grammar.words.parts[part["part"]]), part.end(), 3
        gap = grammar.gap.match(text, end)
        position = gap.end() if gap else end
    if end == start or fields == Fields(direction=fields.direction):
        return None
    if fields.day is not None or fields.weekday is not None or fields.day_delta is not None:
        for pattern in (grammar.letter, grammar.clock):
            beside = pattern.match(text, end)
            end = beside.end() if beside else end
    return Point(fields, end, kind)


def _taken(
    grammar: KoreanGrammar, fields: Fields, kind: str, token: re.Match[str], rank: int, last: Fields | None
) -> Fields | None:
    """The fields with one more word, None where it does not fit after the words before it."""
    if kind in ALONE:
        return _alone(grammar, fields, kind, token) if rank < 1 else None
    if RANKS[kind] <= rank or (kind == "relweek" and rank > 0) or (kind in ("relmonth", "relyear") and rank >= 0):
        return None
    words, word = grammar.words, token[kind]
    squeezed = word.replace(" ", "")
    match kind:
        case "direction":
            return replace(fields, direction=words.directions[word])
        case "year" | "bareyear":
            return replace(fields, year=_year(grammar, squeezed))
        case "relyear":
            return replace(fields, year_delta=_lookup(words.years, squeezed.removesuffix("도")))
        case "short":
            return replace(fields, year_delta=words.short_years[word])
        case "same":
            return replace(fields, year=last.year, year_delta=last.year_delta) if last else None
        case "samemonth":
            return _same_month(last)
        case "quarter" | "barequarter":
            return replace(fields, quarter=number_of(grammar, squeezed[0]))
        case "half":
            return replace(fields, half=words.halves[word])
        case "month" | "baremonth":
            return replace(fields, month=int(squeezed.removesuffix("월")))
        case "spelled":
            return replace(fields, month=words.month_names[word])
        case "relmonth":
            return replace(fields, month_delta=_lookup(words.months, squeezed))
        case "relweek":
            week = squeezed.removesuffix("말")
            return replace(fields, week_delta=_lookup(words.weeks, week), weekend=week != squeezed)
        case "yearpart":
            delta = fields.year_delta if fields.year_delta is not None else None if fields.year else 0
            return replace(fields, year_delta=delta, part=words.year_parts[word])
        case "day" | "bareday":
            return replace(fields, day=int(squeezed.removesuffix("일"))) if _takes_day(fields) else None
        case "spelledday":
            return _spelled_day(grammar, fields, token)
        case "nth":
            return _nth(grammar, fields, token)
        case "weekend":
            return replace(fields, weekend=True) if _takes_weekday(fields) else None
        case _:
            return replace(fields, weekday=words.weekdays[word]) if _takes_weekday(fields) else None


def _same_month(last: Fields | None) -> Fields | None:
    """The month of the date before."""
    if last is None or (last.month is None and last.month_delta is None):
        return None
    return Fields(year=last.year, year_delta=last.year_delta, month=last.month, month_delta=last.month_delta)


def _takes_day(fields: Fields) -> bool:
    """Whether a day of the month may follow: after a month, or first of all."""
    named = fields.month is not None or fields.month_delta is not None
    whole = fields.year is None and fields.year_delta is None and fields.week_delta is None and fields.quarter is None
    return (named or (whole and fields.half is None)) and not fields.part


def _takes_weekday(fields: Fields) -> bool:
    bare_month = (
        fields.day is None and fields.nth is None and (fields.month is not None or fields.month_delta is not None)
    )
    bare_year = (
        fields.month is None and fields.day is None and fields.nth is None and (fields.year or fields.year_delta)
    )
    return not (bare_month or bare_year)


def _spelled_day(grammar: KoreanGrammar, fields: Fields, token: re.Match[str]) -> Fields | None:
    """A day in words counts after a month, or before a day of the week ("이십일일 목요일")."""
    day = number_of(grammar, token["spelledday"].removesuffix("일"))
    weekday = any(token.string.startswith(" " + word, token.end()) for word in grammar.words.weekdays)
    if not 1 <= day <= 31 or not (fields.month or fields.month_delta is not None or weekday):
        return None
    return replace(fields, day=day)


def _nth(grammar: KoreanGrammar, fields: Fields, token: re.Match[str]) -> Fields | None:
    nth = int(token["count"]) if token["count"] else _lookup(grammar.words.ordinals, token["ordinal"])
    weekday = grammar.words.weekdays.get(token["of"])
    if token["of"] in grammar.words.days_of and fields.month is None and fields.month_delta is None:
        return None  # "공모 마지막 날": not that of a month
    return replace(fields, nth=nth, nth_of="week" if token["of"].startswith("주") else "day", weekday=weekday)


def _lookup(counts: dict[str, int], word: str) -> int:
    """The count of a word whose spaces may be missing."""
    squeezed = word.replace(" ", "")
    return next(count for known, count in counts.items() if known.replace(" ", "") == squeezed)


def _year(grammar: KoreanGrammar, written: str) -> int:
    """The year that figures or words name; two figures are of this century."""
    figures = re.search(r"\d+", written)
    year = int(figures.group()) if figures else number_of(grammar, written.removesuffix("도").removesuffix("년"))
    return year if year > 99 else 2000 + year


def _alone(grammar: KoreanGrammar, fields: Fields, kind: str, token: re.Match[str]) -> Fields | None:
    """The fields of a date that one word names whole."""
    words, word = grammar.words, token[kind]
    figures = [int(figure) for figure in re.findall(r"\d+", word)]
    match kind:
        case "ymd":
            year = figures[0] if figures[0] > 99 else figures[0] + (1900 if figures[0] > 50 else 2000)
            return replace(fields, year=year, month=figures[1], day=figures[2])
        case "ym":
            return replace(fields, year=figures[0] if figures[0] > 99 else 2000 + figures[0], month=figures[1])
        case "md":
            return replace(fields, month=figures[0], day=figures[1])
        case "decade":
            return replace(
                fields, decade=figures[0] if figures[0] > 99 else 1900 + figures[0] if figures[0] > 20 else None
            )
        case "relday":
            return replace(fields, day_delta=_lookup(words.days, word))
        case "relquarter":
            return replace(fields, quarter_delta=_lookup(words.quarters, word))
        case "monthpart":
            return replace(fields, month_delta=0, part=words.month_parts[word])
        case "within":
            return replace(fields, year_delta=words.within_year[word])
        case _:
            holiday = next(name for name in words.holidays if name.replace(" ", "") == word.replace(" ", ""))
            month, day = words.holidays[holiday].split("-")
            return replace(fields, month=int(month), day=int(day))


def number_of(grammar: KoreanGrammar, written: str) -> int:
    """The number that figures, Sino-Korean words or a native numeral name; 0 where they name none."""
    if written.isdigit():
        return int(written)
    numerals = grammar.numerals
    native = numerals.native_ones.get(written) or numerals.native_tens.get(written)
    return int(native) if native else next((int(n.low) for n in korean_numbers(written, numerals)), 0)
