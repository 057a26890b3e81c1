"""Korean dates: "지난 6월", "내달 3일", "이르면 8월 초", "9월 5일부터 10월 13일까지", "향후 3년간", "6개월마다".

Words are taken one at a time from the larger unit to the smaller; a word that does not fit ends the date. Then come the
time of day, the other end of a range, and the particle that bounds it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from transforms.lexicon.values import ValueWords
from transforms.normalize.dates_ko_words import KoreanGrammar, korean_dates
from transforms.normalize.dates_resolve import Fields, Period
from transforms.normalize.dates_said import Said, inherited
from transforms.normalize.numerals import korean_numbers

GAP = re.compile(r"[ ]{0,2}(?:의[ ]?)?(?:[(（](?=[월화수목금토일](?:요일)?[)）]))?")
LETTER = re.compile(r"[ ]?[(（]([월화수목금토일])(?:요일)?[)）]")
# how small a unit each kind of word names; a date goes from the larger to the smaller
RANKS = {
    "direction": 0,
    "year": 1, "bareyear": 1, "relyear": 1, "short": 1, "same": 1,
    "quarter": 2, "half": 2, "month": 2, "spelled": 2, "baremonth": 2, "relmonth": 2, "relweek": 2, "yearpart": 2,
    "day": 3, "bareday": 3, "spelledday": 3, "nth": 3, "weekend": 3,
    "weekday": 4,
}  # fmt: skip
CLOSED = {"bareyear", "baremonth", "bareday", "decade", "within", "yearpart", "monthpart"}
ALONE = {"ymd", "ym", "md", "decade", "relday", "relquarter", "monthpart", "within", "holiday"}


def korean_said(text: str, words: ValueWords) -> Iterator[Said]:
    """Every date expression of a Korean text, in order."""
    grammar = korean_dates(words)
    position, previous = 0, None
    while match := grammar.start.search(text, position):
        said = _phrase(grammar, match) or _dated(grammar, text, match.start(), previous)
        position = max(match.end() if said is None else said.end, position + 1)
        if said:
            previous = said if said.fields else previous
            yield said


def _phrase(grammar: KoreanGrammar, match: re.Match[str]) -> Said | None:
    """A length of time with what it is counted from, or a recurrence."""
    start, end, words = match.start(), match.end(), grammar.words
    if match["anchor"]:
        delta = words.days.get(match["anchor"].replace(" ", ""), words.days.get(match["anchor"], 0))
        period, anchor = _period(grammar, match["anchored"]), Fields(day_delta=delta)
        if match["abefore"] or match["aafter"]:
            return Said(start, end, "offset", anchor, period=period, sign=-1 if match["abefore"] else 1)
        return Said(start, end, "stretch", anchor, period=period, relation="within")
    if match["stretch"]:
        sign = -1 if words.stretches[match["lead"] or match["both"]] == "past" else 1
        return Said(start, end, "stretch", period=_period(grammar, match["stretched"]), sign=sign, relation="for")
    if match["counted"]:
        period = _period(grammar, match["counted"])
        if match["cbefore"] or match["cafter"]:
            return Said(start, end, "offset", period=period, sign=-1 if match["cbefore"] else 1)
        if match["cwithin"]:
            return Said(start, end, "stretch", period=period, relation="within")
        return Said(start, end, "every" if match["cevery"] else "length", period=period)
    if match["plan"]:
        return Said(start, end, "length", period=_period(grammar, match["plan"]))
    return Said(start, end, "every", period=_iso(words.every_words[match["every"]])) if match["every"] else None


def _iso(duration: str) -> Period:
    count, unit = int(duration[1:-1]), duration[-1]
    return Period(**{{"Y": "years", "M": "months", "W": "weeks", "D": "days"}[unit]: count})


def _period(grammar: KoreanGrammar, words: str) -> Period:
    """The length that words like "1개월 21일", "두 달", "나흘" mean."""
    counts = dict.fromkeys(("years", "months", "weeks", "days"), 0)
    for part in grammar.length.finditer(words):
        word = part.group()
        if word in grammar.words.day_counts:
            counts["days"] += grammar.words.day_counts[word]
            continue
        unit = next(u for u in sorted(grammar.words.counted_units, key=len, reverse=True) if word.endswith(u))
        number = word[: -len(unit)].strip()
        if number in grammar.numerals.half:
            counts["months"] += 6
            continue
        counts[grammar.words.counted_units[unit]] += _number(grammar, number)
    return Period(**counts)


def _number(grammar: KoreanGrammar, written: str) -> int:
    """The number that figures, Sino-Korean words or a native numeral name; 0 where they name none."""
    if written.isdigit():
        return int(written)
    numerals = grammar.numerals
    native = numerals.native_ones.get(written) or numerals.native_tens.get(written)
    return int(native) if native else next((int(n.low) for n in korean_numbers(written, numerals)), 0)


class Point(NamedTuple):
    """The fields of one date, where its words end, and the kind of the last of them."""

    fields: Fields
    end: int
    kind: str


def _dated(grammar: KoreanGrammar, text: str, start: int, previous: Said | None) -> Said | None:
    """The date that starts here, with its range and its bound."""
    earlier = previous and (previous.until or previous.fields)
    point = _point(grammar, text, start, earlier)
    if point is None:
        return None
    if previous and earlier and text[previous.end : start].strip() in grammar.words.lists:
        point = point._replace(fields=inherited(point.fields, earlier))
    if week := grammar.week_of.match(text, point.end):
        return Said(start, week.end(), "point", replace(point.fields, around="week"))
    if ranged := _range(grammar, text, start, point):
        return ranged
    if point.kind.startswith("bare"):
        return Said(start, point.end, "point", point.fields)
    return _bounded(grammar, text, start, point)


def _range(grammar: KoreanGrammar, text: str, start: int, point: Point) -> Said | None:
    """The range that a second date makes: "A부터 B까지", "A에서 B", "A~B", "A와 B 사이"."""
    fields, end, _ = point
    join, both = grammar.join.match(text, end), grammar.also.match(text, end)
    match = join or both
    if match is None or not grammar.token.match(text, match.end()):
        return None
    second = _point(grammar, text, match.end(), fields)
    if second is None or second.kind.startswith("bare") or grammar.change.match(text, second.end):
        return None
    between = grammar.between.match(text, second.end)
    closing = between or grammar.by.match(text, second.end)
    loose = both and not join and not between
    if loose or (
        match.group().strip().endswith("부터") and not closing and _smallest(fields) != _smallest(second.fields)
    ):
        return None
    return Said(
        start, closing.end() if closing else second.end, "range", _from_bare(point, second.fields), second.fields
    )


def _smallest(fields: Fields) -> int:
    """How small the smallest unit is that the fields name."""
    if fields.day is not None or fields.day_delta is not None or fields.weekday is not None:
        return 3
    return 2 if fields.month or fields.month_delta is not None or fields.quarter or fields.half else 1


def _from_bare(point: Point, until: Fields) -> Fields:
    """The start of a range with the month or direction that only its end names ("지난 3~4일")."""
    fields = point.fields
    whole = fields.month is None and fields.month_delta is None and fields.year is None and fields.day is not None
    if point.kind == "bareday" and whole and (until.month_delta is not None or until.direction):
        return replace(fields, month_delta=until.month_delta, direction=fields.direction or until.direction)
    return fields


def _bounded(grammar: KoreanGrammar, text: str, start: int, point: Point) -> Said:
    """The date with the particle that bounds it; "연내" is bounded by itself."""
    within, match = point.kind == "within", grammar.relation.match(text, point.end)
    if match is None or (within and not match["by"]):
        return Said(start, point.end, "point", point.fields, relation="by" if within else "on")
    relation = {"since": "from", "within": "by"}.get(match.lastgroup or "", match.lastgroup or "")
    return Said(start, match.end(), "point", point.fields, relation=relation)


def _point(grammar: KoreanGrammar, text: str, start: int, last: Fields | None) -> Point | None:
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
        gap = GAP.match(text, end)
        position = gap.end() if gap else end
    if end == start or fields == Fields(direction=fields.direction):
        return None
    if fields.day is not None or fields.weekday is not None or fields.day_delta is not None:
        for pattern in (LETTER, grammar.clock):
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
            return replace(fields, year=_year(grammar, squeezed.removesuffix("도").removesuffix("년")))
        case "relyear":
            return replace(fields, year_delta=_lookup(words.years, squeezed.removesuffix("도")))
        case "short":
            return replace(fields, year_delta=words.short_years[word])
        case "same":
            return replace(fields, year=last.year, year_delta=last.year_delta) if last else None
        case "quarter":
            return replace(fields, quarter=_number(grammar, squeezed[0]))
        case "half":
            return replace(fields, half=words.halves[word])
        case "month" | "baremonth":
            return replace(fields, month=int(squeezed.removesuffix("월")))
        case "spelled":
            return replace(fields, month=words.month_names[word])
        case "relmonth":
            return replace(fields, month_delta=_lookup(words.months, squeezed))
        case "relweek":
            return replace(fields, week_delta=_lookup(words.weeks, squeezed))
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
    day = _number(grammar, token["spelledday"].removesuffix("일"))
    weekday = any(token.string.startswith(" " + word, token.end()) for word in grammar.words.weekdays)
    if not 1 <= day <= 31 or not (fields.month or fields.month_delta is not None or weekday):
        return None
    return replace(fields, day=day)


def _nth(grammar: KoreanGrammar, fields: Fields, token: re.Match[str]) -> Fields | None:
    nth = int(token["count"]) if token["count"] else _lookup(grammar.words.ordinals, token["ordinal"])
    weekday = grammar.words.weekdays.get(token["of"])
    return replace(fields, nth=nth, nth_of="week" if weekday is None else "day", weekday=weekday)


def _lookup(counts: dict[str, int], word: str) -> int:
    """The count of a word whose spaces may be missing."""
    squeezed = word.replace(" ", "")
    return next(count for known, count in counts.items() if known.replace(" ", "") == squeezed)


def _year(grammar: KoreanGrammar, written: str) -> int:
    if written[0] in "'’‘":
        return 2000 + int(written[1:])
    return _number(grammar, written)


def _alone(grammar: KoreanGrammar, fields: Fields, kind: str, token: re.Match[str]) -> Fields | None:
    """The fields of a date that one word names whole."""
    words, word = grammar.words, token[kind]
    figures = [int(figure) for figure in re.findall(r"\d+", word)]
    match kind:
        case "ymd":
            year = figures[0] if figures[0] > 99 else figures[0] + (1900 if figures[0] > 50 else 2000)
            return replace(fields, year=year, month=figures[1], day=figures[2])
        case "ym":
            return replace(fields, year=figures[0], month=figures[1])
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
