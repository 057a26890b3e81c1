"""What the forms of an English date mean that name a day: its words into the fields of a date."""

import re
from dataclasses import replace
from typing import Any

from transforms.normalize.dates_en_built import DIRECTIONS, Built, Reader, day_of, month_of, year_of
from transforms.normalize.dates_en_words import EnglishGrammar
from transforms.normalize.dates_fields import Fields


def _ymd(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    month = month_of(grammar, groups["month"]) if "month" in groups else int(groups["m"])
    return Built(match.end(), Fields(year=int(groups["y"]), month=month, day=day_of(grammar, groups["d"])))


def _mdy(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """Figures of month and day, in the American order unless dots or the figures say otherwise."""
    month, day = int(groups["a"]), int(groups["b"])
    if month > 12 or (groups.get("s") == "." and day <= 12):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Built(match.end(), Fields(year=year_of(grammar, groups.get("y")), month=month, day=day))


def _date(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    day, month = day_of(grammar, groups["d"]), month_of(grammar, groups["month"])
    weekday = grammar.words.weekdays.get((groups.get("w") or groups.get("v") or "").lower().rstrip("."))
    fields = Fields(year=year_of(grammar, groups.get("y")), month=month, day=day, weekday=weekday)
    if "move" in groups:
        fields = replace(fields, year_delta=grammar.words.directions[groups["move"].lower()])
    return Built(match.end(), fields) if day else None


def _days(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """Two days of a month, or a word such as "tomorrow"."""
    if "days" in groups:
        return Built(match.end(), Fields(day_delta=grammar.words.days[groups["days"].lower()]))
    first, last, year = day_of(grammar, groups["d"]), day_of(grammar, groups["e"]), year_of(grammar, groups.get("y"))
    if first is None or last is None or (groups.get("join") == "and" and "between" not in groups):
        return None
    if "month" not in groups:
        delta = grammar.words.directions[groups["direction"].lower()]
        return Built(match.end(), Fields(month_delta=delta, day=first), Fields(month_delta=delta, day=last))
    month = month_of(grammar, groups["month"])
    return Built(match.end(), Fields(year=year, month=month, day=first), Fields(year=year, month=month, day=last))


def _weekday(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    weekday = grammar.words.weekdays[groups["weekday"].lower()]
    direction = groups.get("direction", "").lower()
    move = grammar.words.directions[direction] if direction else None
    if match.re.pattern.endswith("after next)"):
        return Built(match.end(), Fields(week_delta=1, weekday=weekday))
    if "week" in match.group().lower().split()[-1:] or match.group().lower().startswith(direction + " week"):
        return Built(match.end(), Fields(week_delta=move, weekday=weekday))
    if "d" in groups:
        return Built(match.end(), Fields(day=day_of(grammar, groups["d"]), weekday=weekday))
    common = move is None and groups["weekday"].lower() in grammar.words.common and groups["weekday"].islower()
    if move == 1 and direction in ("next", "following", "the following"):
        return Built(match.end(), Fields(week_delta=1, weekday=weekday))
    said = "future" if move == 0 else None if move is None else DIRECTIONS[move]
    return Built(match.end(), Fields(direction=said, weekday=weekday), common=common)


def _nth(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "the second Monday of next month", "third last week of 2018", "last day of October"."""
    word = groups["nth"].lower()
    nth = -1 if word == "last" else day_of(grammar, word) or 1
    if "last" in groups:
        nth = -nth
    of = groups["of"].lower()
    weekday = grammar.words.weekdays.get(of)
    fields = Fields(nth=nth, nth_of="day" if of == "day" else "week", weekday=weekday, weekend=of == "weekend")
    if "direction" in groups:
        delta: dict[str, Any] = {
            f"{groups['period'].lower()}_delta": grammar.words.directions[groups["direction"].lower()]
        }
        return Built(match.end(), replace(fields, **delta))
    if "month" in groups:
        return Built(
            match.end(),
            replace(fields, month=month_of(grammar, groups["month"]), year=year_of(grammar, groups.get("y"))),
        )
    if "bare" in groups:
        return Built(match.end(), replace(fields, year=int(groups["bare"])))
    return Built(
        match.end(), replace(fields, year_delta=0) if groups.get("whole") == "year" else replace(fields, month_delta=0)
    )


def _day_of(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "20th of next month"; "the 4th" alone needs "on", "for" or "the" before it."""
    day = day_of(grammar, groups["d"])
    if "direction" in groups:
        return Built(match.end(), Fields(month_delta=grammar.words.directions[groups["direction"].lower()], day=day))
    before = match.string[max(0, match.start() - 8) : match.start()].rstrip().lower()
    if not before.endswith(("on", "for", "until", "by", "around")) or not (
        "the" in groups or groups["d"][-1].isalpha()
    ):
        return None
    return Built(match.end(), Fields(day=day)) if day else None


def _week(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    if "weekday" in groups:
        return _weekday(grammar, groups, match)
    return Built(match.end(), Fields(around=groups["week"].lower()), open=True)


def _holiday(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    rule = grammar.words.holidays[groups["holiday"].lower()]
    direction = groups.get("direction", "").lower()
    fields = Fields(year=year_of(grammar, groups.get("y")), direction={"last": "past", "next": "future"}.get(direction))
    if "weekend" in match.group().lower():
        fields = replace(fields, around="weekend")
    if "-" in rule and " " not in rule:
        month, day = map(int, rule.split("-"))
        return Built(match.end(), replace(fields, month=month, day=day))
    month, weekday, nth, *later = map(int, rule.split())
    return Built(match.end(), replace(fields, month=month, weekday=weekday, nth=nth, shift=later[0] if later else 0))


DAYS: dict[str, Reader] = {
    "ymd": _ymd, "ymonthd": _ymd, "ydmonth": _ymd, "monthyd": _ymd, "mdy": _mdy, "md": _mdy, "date": _date,
    "days": _days, "weekday": _weekday, "nth": _nth, "day": _day_of, "week": _week, "holiday": _holiday,
}  # fmt: skip
