"""What each form of an English date means: its words into the fields of a date."""

import re
from dataclasses import dataclass, replace
from typing import Any

from transforms.normalize.dates_en_words import EnglishGrammar
from transforms.normalize.dates_fields import Fields
from transforms.normalize.numerals_en import english_numbers

DIRECTIONS = {-1: "past", 0: "this", 1: "future"}
NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Built:
    """A date read up to `end`.

    `until` where it is a range by itself, `weak` where it needs a word such as "in" before it, `common` where it is
    another word too ("may"), `open` where another date must follow ("the end of", "the week of").
    """

    end: int
    fields: Fields
    until: Fields | None = None
    weak: bool = False
    common: bool = False
    open: bool = False

    def closed(self, inner: "Built") -> "Built":
        """The open words with the date after them."""
        taken: dict[str, Any] = {"part": self.fields.part, "around": self.fields.around}
        return Built(inner.end, replace(inner.fields, **{name: value for name, value in taken.items() if value}))

    @property
    def size(self) -> int:
        """How small the smallest unit is that the date names: 1 a year, 2 a month or quarter, 3 a day."""
        fields = self.fields
        if fields.day or fields.day_delta is not None or fields.weekday is not None:
            return 3
        return 2 if fields.month or fields.month_delta is not None or fields.quarter or fields.half else 1


def built(grammar: EnglishGrammar, name: str, match: re.Match[str]) -> Built | None:
    """The date that the form `name` reads in `match`; None where its figures are no date."""
    groups = {key: value for key, value in match.groupdict().items() if value}
    return READERS[name.split(maxsplit=1)[0]](grammar, groups, match)


def _month(grammar: EnglishGrammar, written: str) -> int:
    return grammar.words.months[written.lower()]


def _day(grammar: EnglishGrammar, written: str) -> int | None:
    """The day that figures, an ordinal or words name."""
    if figures := NUMBER.match(written):
        day = int(figures.group())
    else:
        words = written.lower().replace("-", " ").split()
        tens = {"twenty": 20, "thirty": 30}.get(words[0], 0)
        rest = words[1:] if tens else words
        ones = next((int(n.low) for n in english_numbers(" ".join(rest), grammar.numerals)), 0) if rest else 0
        day = tens + (grammar.words.ordinals.get(rest[0], ones) if rest else 0)
    return day if 1 <= day <= 31 else None


def _year(grammar: EnglishGrammar, written: str | None) -> int | None:
    """A year in figures or in words; two figures are of this century up to 50, else of the last."""
    if written is None:
        return None
    if figures := NUMBER.search(written):
        year = int(figures.group())
        return year if year > 99 else year + (2000 if year < 50 or (written[0] in "'’" and year < 70) else 1900)
    words = written.lower().replace("-", " ").split()
    if "thousand" in words:
        return next((int(n.low) for n in english_numbers(written, grammar.numerals)), None)
    hundreds = int(next(iter(english_numbers(words[0], grammar.numerals))).low) * 100
    rest = [word for word in words[1:] if word not in ("hundred", "and")]
    return hundreds + int(next((n.low for n in english_numbers(" ".join(rest), grammar.numerals)), 0))


def _ymd(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    month = _month(grammar, groups["month"]) if "month" in groups else int(groups["m"])
    return Built(match.end(), Fields(year=int(groups["y"]), month=month, day=_day(grammar, groups["d"])))


def _mdy(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """Figures of month and day, in the American order unless dots or the figures say otherwise."""
    month, day = int(groups["a"]), int(groups["b"])
    if month > 12 or (groups.get("s") == "." and day <= 12):
        month, day = day, month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Built(match.end(), Fields(year=_year(grammar, groups.get("y")), month=month, day=day))


def _ym(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    return Built(match.end(), Fields(year=int(groups["y"]), month=int(groups["m"])))


def _date(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    day, month = _day(grammar, groups["d"]), _month(grammar, groups["month"])
    weekday = grammar.words.weekdays.get((groups.get("w") or groups.get("v") or "").lower().rstrip("."))
    fields = Fields(year=_year(grammar, groups.get("y")), month=month, day=day, weekday=weekday)
    if "move" in groups:
        fields = replace(fields, year_delta=grammar.words.directions[groups["move"].lower()])
    return Built(match.end(), fields) if day else None


def _days(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """Two days of a month, or a word such as "tomorrow"."""
    if "days" in groups:
        return Built(match.end(), Fields(day_delta=grammar.words.days[groups["days"].lower()]))
    first, last, year = _day(grammar, groups["d"]), _day(grammar, groups["e"]), _year(grammar, groups.get("y"))
    if first is None or last is None or (groups.get("join") == "and" and "between" not in groups):
        return None
    if "month" not in groups:
        delta = grammar.words.directions[groups["direction"].lower()]
        return Built(match.end(), Fields(month_delta=delta, day=first), Fields(month_delta=delta, day=last))
    month = _month(grammar, groups["month"])
    return Built(match.end(), Fields(year=year, month=month, day=first), Fields(year=year, month=month, day=last))


def _months(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    start, until = _month(grammar, groups["month"]), _month(grammar, groups["until"])
    year = _year(grammar, groups.get("y"))
    earlier = year - 1 if year and start > until else year
    return Built(match.end(), Fields(year=earlier, month=start), Fields(year=year, month=until))


def _named_month(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    month = _month(grammar, groups["month"])
    if "y" in groups:
        return Built(match.end(), Fields(year=_year(grammar, groups["y"]), month=month))
    if "move" in groups:
        return Built(match.end(), Fields(year_delta=grammar.words.directions[groups["move"].lower()], month=month))
    direction = groups.get("direction", "").lower()
    said = DIRECTIONS[grammar.words.directions[direction]] if direction else None
    common = groups["month"].lower() in grammar.words.common
    if common and said == "this":
        return None  # "this may take longer"
    return Built(match.end(), Fields(direction=said, month=month), common=common and not direction)


def _weekday(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    weekday = grammar.words.weekdays[groups["weekday"].lower()]
    direction = groups.get("direction", "").lower()
    move = grammar.words.directions[direction] if direction else None
    if match.re.pattern.endswith("after next)"):
        return Built(match.end(), Fields(week_delta=1, weekday=weekday))
    if "week" in match.group().lower().split()[-1:] or match.group().lower().startswith(direction + " week"):
        return Built(match.end(), Fields(week_delta=move, weekday=weekday))
    if "d" in groups:
        return Built(match.end(), Fields(day=_day(grammar, groups["d"]), weekday=weekday))
    common = move is None and groups["weekday"].lower() in grammar.words.common and groups["weekday"].islower()
    if move == 1 and direction in ("next", "following", "the following"):
        return Built(match.end(), Fields(week_delta=1, weekday=weekday))
    said = "future" if move == 0 else None if move is None else DIRECTIONS[move]
    return Built(match.end(), Fields(direction=said, weekday=weekday), common=common)


def _unit(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "this year", "the week after next", "the weekend", "the month"."""
    if "now" in groups:
        return Built(match.end(), Fields(month_delta=0))
    after = match.group().lower().endswith("next")
    direction = groups.get("direction", "").lower()
    move = 2 if after else grammar.words.directions[direction] if direction else 0
    period = grammar.words.periods[groups["period"].lower()]
    if period == "weekend":
        return Built(match.end(), Fields(weekend=True, week_delta=move))
    if period == "decade":
        return None
    delta: dict[str, Any] = {f"{period}_delta": move}
    return Built(match.end(), Fields(**delta))


def _nth(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "the second Monday of next month", "third last week of 2018", "last day of October"."""
    word = groups["nth"].lower()
    nth = -1 if word == "last" else _day(grammar, word) or 1
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
            match.end(), replace(fields, month=_month(grammar, groups["month"]), year=_year(grammar, groups.get("y")))
        )
    if "bare" in groups:
        return Built(match.end(), replace(fields, year=int(groups["bare"])))
    return Built(
        match.end(), replace(fields, year_delta=0) if groups.get("whole") == "year" else replace(fields, month_delta=0)
    )


def _day_of(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """ "20th of next month"; "the 4th" alone needs "on", "for" or "the" before it."""
    day = _day(grammar, groups["d"])
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


def _in_year(grammar: EnglishGrammar, whole: str | None) -> dict[str, Any]:
    """The year of a quarter or half: figures, or "next year"."""
    if whole is None:
        return {}
    if NUMBER.search(whole):
        return {"year": _year(grammar, whole)}
    direction = re.sub(r" (?:year|yr)$", "", whole.lower())
    return {"year_delta": grammar.words.directions[direction]}


def _quarter(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    quarter = int(groups["n"]) if "n" in groups else _day(grammar, groups["q"])
    if quarter is None or quarter > 4:
        return None
    return Built(match.end(), Fields(quarter=quarter, **_in_year(grammar, groups.get("whole") or groups.get("y"))))


def _half(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    half = grammar.words.halves[groups["half"].lower()]
    return Built(match.end(), Fields(half=half, **_in_year(grammar, groups.get("whole") or groups.get("y"))))


def _fiscal(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """A fiscal year of the country that the text before it speaks of; the United States' where it names none."""
    if "two" in groups:
        return Built(match.end(), Fields(fiscal=_year(grammar, groups["y"]), fiscal_start=4))
    nearby = match.string[max(0, match.start() - 400) : match.start()]
    found = max(((nearby.rfind(word), start) for word, start in grammar.words.fiscal_starts.items()), default=(-1, 10))
    return Built(
        match.end(), Fields(fiscal=_year(grammar, groups["y"]), fiscal_start=found[1] if found[0] >= 0 else 10)
    )


def _decade(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    if "decadeend" in groups:
        return Built(match.end(), Fields(decade=-1, part="end"))
    written = groups["dec"].lstrip("'’")
    decade = int(written) if len(written) == 4 else 1900 + int(written) if int(written) >= 50 else 2000 + int(written)
    return Built(match.end(), Fields(decade=decade))


def _year_alone(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    if "yearend" in groups:
        return Built(match.end(), Fields(year_delta=0, part="end"))
    named = match.group().lower().startswith(("year", "the", "cy", "calendar"))
    return Built(match.end(), Fields(year=_year(grammar, groups["y"])), weak=not named)


def _years(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    first, last = int(groups["y"]), int(groups["z"])
    last = last if last > 99 else first // 100 * 100 + last
    return Built(match.end(), Fields(year=first), Fields(year=last)) if first < last else None


def _part(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    return Built(match.end(), Fields(part=grammar.words.parts[groups["part"].lower()]), open=True)


def _holiday(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    rule = grammar.words.holidays[groups["holiday"].lower()]
    direction = groups.get("direction", "").lower()
    fields = Fields(year=_year(grammar, groups.get("y")), direction={"last": "past", "next": "future"}.get(direction))
    if "weekend" in match.group().lower():
        fields = replace(fields, around="weekend")
    if "-" in rule and " " not in rule:
        month, day = map(int, rule.split("-"))
        return Built(match.end(), replace(fields, month=month, day=day))
    month, weekday, nth, *later = map(int, rule.split())
    return Built(match.end(), replace(fields, month=month, weekday=weekday, nth=nth, shift=later[0] if later else 0))


def _season(grammar: EnglishGrammar, groups: dict[str, str], match: re.Match[str]) -> Built | None:
    """A season of a year, "this summer", or one without either, which needs a preposition before it."""
    word = groups["season"].lower()
    fields = Fields(season=grammar.words.seasons[word])
    if "y" in groups:
        return Built(match.end(), replace(fields, year=_year(grammar, groups["y"])))
    if "move" in groups:
        return Built(match.end(), replace(fields, year_delta=grammar.words.directions[groups["move"].lower()]))
    if direction := groups.get("direction", "").lower():
        return Built(match.end(), replace(fields, direction=DIRECTIONS[grammar.words.directions[direction]]))
    return Built(match.end(), fields, common=True)


READERS = {
    "ymd": _ymd, "ymonthd": _ymd, "ydmonth": _ymd, "monthyd": _ymd, "mdy": _mdy, "md": _mdy, "ym": _ym, "date": _date,
    "days": _days, "months": _months, "month": _named_month, "weekday": _weekday, "unit": _unit, "nth": _nth,
    "day": _day_of, "week": _week, "quarter": _quarter, "half": _half, "fiscal": _fiscal, "decade": _decade,
    "year": _year_alone, "years": _years, "part": _part, "holiday": _holiday,
    "season": _season,
}  # fmt: skip
