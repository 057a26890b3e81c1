"""Korean dates: "지난 6월", "내달 3일", "이르면 8월 초", "9월 5일부터 10월 13일까지", "향후 3년간", "6개월마다".

Words are taken one at a time from the larger unit to the smaller; a word that does not fit ends the date. Then come the
time of day, the other end of a range, and the particle that bounds it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.lexicon.values import ValueWords
from transforms.normalize.dates_fields import Fields, Period
from transforms.normalize.dates_ko_point import Point, number_of, read_point
from transforms.normalize.dates_ko_words import KoreanGrammar, korean_dates
from transforms.normalize.dates_said import Said, inherited

# the second date of "2025. 5. 1. ~ 6. 30."
DOTTED = re.compile(r"(1[0-2]|0?[1-9])\.[ ]?([12]\d|3[01]|0?[1-9])(?!\d|\.\d)\.?")


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
        return Said(start, end, "length", period=_period(grammar, match["plan"].split("박")[-1]))
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
        counts[grammar.words.counted_units[unit]] += number_of(grammar, number)
    return Period(**counts)


def _dated(grammar: KoreanGrammar, text: str, start: int, previous: Said | None) -> Said | None:
    """The date that starts here, with its range and its bound."""
    earlier = (previous.until or previous.fields) if previous else None
    point = read_point(grammar, text, start, earlier)
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
    if join and point.kind == "ymd" and (dotted := DOTTED.match(text, join.end())):
        return Said(start, dotted.end(), "range", fields, Fields(month=int(dotted[1]), day=int(dotted[2])))
    if match is None or not grammar.token.match(text, match.end()):
        return None
    second = read_point(grammar, text, match.end(), fields)
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
