"""What the words of a date say, before it is known which days they mean: the form that both grammars give."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from transforms.normalize.dates_fields import DAY, Days, Fields, Period, around, shifted
from transforms.normalize.dates_resolve import resolve
from transforms.normalize.values import DateValue


@dataclass(frozen=True, slots=True)
class Said:
    """One date expression at [start, end).

    `kind` is "point" (days that the fields name), "range" (from `fields` to `until`), "offset" (`period` before or
    after the anchor, by `sign`), "stretch" (the whole `period` up to the anchor or from it), "length" (a length of time
    alone) or "every" (a recurrence). The anchor is `fields`, or the day of publication where they are None.
    """

    start: int
    end: int
    kind: str
    fields: Fields | None = None
    until: Fields | None = None
    period: Period | None = None
    sign: int = 1
    relation: str = "on"


def values_of(said: Iterator[Said], text: str, published: date | None, tense: str | None) -> Iterator[DateValue]:
    """The value of each expression; one whose days do not exist is left out."""
    for one in said:
        if value := _value(one, text, published, tense):
            yield value


def _value(said: Said, text: str, published: date | None, tense: str | None) -> DateValue | None:
    words = text[said.start : said.end]
    if said.kind in ("length", "every"):
        length = said.period.iso() if said.period else None
        recurrence, duration = (length, None) if said.kind == "every" else (None, length)
        relation = "for" if said.kind == "length" else "on"
        return DateValue(said.start, said.end, words, None, None, None, relation, recurrence, duration)
    days = _days(said, published, tense)
    if days is None:
        return None
    first, last = _bounded(days, said.relation)
    duration = said.period.iso() if said.kind == "stretch" and said.period else None
    precision = days.precision if said.kind in ("point", "offset") else None
    return DateValue(said.start, said.end, words, first, last, precision, said.relation, None, duration, days.partial)


def _bounded(days: Days, relation: str) -> tuple[date | None, date | None]:
    """The interval that a relation leaves of the days: "by" has no start, "from" no end."""
    if days.first is None or days.last is None:
        return None, None
    if relation == "by":
        return None, days.last
    if relation == "from":
        return days.first, None
    if relation == "before":
        return None, days.first - DAY
    if relation == "after":
        return days.last + DAY, None
    return days.first, days.last


def _days(said: Said, published: date | None, tense: str | None) -> Days | None:
    if said.kind == "point":
        return resolve(said.fields or Fields(), published, tense)
    if said.kind == "range":
        return _between(said.fields or Fields(), said.until or Fields(), published, tense)
    anchor = resolve(said.fields, published, tense) if said.fields else Days(published, published, "day")
    if anchor is None or said.period is None:
        return None
    if anchor.first is None or anchor.last is None:
        return Days(None, None, said.period.unit())
    if said.kind == "stretch":
        moved = shifted(anchor.last if said.sign > 0 else anchor.first, said.period, said.sign)
        if moved is None:
            return None
        return Days(min(anchor.first, moved), max(anchor.last, moved), None)
    moved = shifted(anchor.first, said.period, said.sign)
    if moved is None:
        return None
    return Days(moved, moved, "day") if said.fields else around(moved, said.period.unit())


def _between(start: Fields, end: Fields, published: date | None, tense: str | None) -> Days | None:
    """The days from one date to another; each takes from the other what it does not name itself."""
    upper = inherited(end, start)
    first = resolve(start, published, tense)
    last = resolve(upper, published, tense)
    if first is None or last is None:
        return None
    if first.first is None or last.last is None:
        return Days(None, None, None)
    named = end.month is not None or end.quarter is not None or end.half is not None
    if first.partial and end.year is not None and (named or first.first > last.last):
        first = resolve(replace(start, year=last.last.year), published, tense) or first
        if first.first and first.first > last.last:
            first = resolve(replace(start, year=last.last.year - 1), published, tense) or first
    if _weekday_alone(end) and first.first and last.last and last.last < first.first:
        last = Days(last.last + 7 * DAY, last.last + 7 * DAY, "day")
    last = _after(first, last, upper, published, tense)
    if last is None or first.first is None or last.last is None or last.last < first.first:
        return None
    return Days(first.first, last.last, None, first.partial)


def _weekday_alone(fields: Fields) -> bool:
    return fields.weekday is not None and fields.day is None and fields.week_delta is None and fields.nth is None


def _after(first: Days, last: Days, upper: Fields, published: date | None, tense: str | None) -> Days | None:
    """The end of a range once more, in the year (or month) of its start or the next, where it was read without one."""
    if first.first is None or last.last is None:
        return last
    for moved in (upper, replace(upper, year=first.first.year), replace(upper, year=first.first.year + 1)):
        if moved is not upper and (upper.year is not None or upper.month is None):
            break
        days = resolve(moved, published, tense)
        near = days and days.last and days.last >= first.first and days.last - first.first < timedelta(days=366)
        if days and (near or (upper.year is not None and moved is upper)):
            return days
    if upper.day is not None and upper.month is None and upper.month_delta is None:
        return resolve(replace(upper, year=first.first.year, month=first.first.month), published, tense)
    return last


def inherited(fields: Fields, source: Fields) -> Fields:
    """`fields` with the larger units that only `source` names ("9월 3일부터 12일까지")."""
    taken = fields
    if fields.year is None and fields.year_delta is None and _rank(fields) > 1:
        taken = replace(taken, year=source.year, year_delta=source.year_delta, direction=source.direction)
    if _rank(fields) > 2 and fields.month is None and fields.month_delta is None and fields.week_delta is None:
        taken = replace(taken, month=source.month, month_delta=source.month_delta)
        if fields.weekday is not None and fields.day is None:
            taken = replace(
                taken, month=None, month_delta=None, year=None, year_delta=None, week_delta=source.week_delta
            )
    return taken


def _rank(fields: Fields) -> int:
    """How small the largest unit is that the fields name: 1 a year, 2 a month, quarter or half, 3 a day, 0 none."""
    if fields.day_delta is not None or fields.week_delta is not None:
        return 0
    if fields.year is not None or fields.year_delta is not None or fields.decade or fields.fiscal:
        return 1
    if fields.month or fields.quarter or fields.half or fields.month_delta is not None:
        return 2
    return 3 if fields.day or fields.weekday is not None or fields.part or fields.nth else 0
