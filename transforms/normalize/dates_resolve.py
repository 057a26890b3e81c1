"""Calendar words to days: what a year, month, day or week that is partly named means, seen from the day of publication.

A date that names no year or month of its own is the nearest one in the tense of its clause: "past" the last, "future"
the next, None the nearest. Weeks run from Monday to Sunday; the first week of a month is the one with its first
Thursday (ISO 8601). 초 is 1-10, 중순 11-20, 말 21 to the end of the month.
"""

from dataclasses import replace
from datetime import date, timedelta

from transforms.normalize.dates_fields import DAY, THIS, Days, Fields, Period, around, month_of, shifted

PARTS = {"early": (1, 10), "mid": (11, 20), "end": (21, 31)}
YEAR_PARTS = {"early": (1, 1), "mid": (6, 7), "end": (12, 12)}


def resolve(fields: Fields, published: date | None, tense: str | None) -> Days | None:
    """The days that the fields mean; None where there are no such days (31 February)."""
    if published is None and not _absolute(fields):
        return Days(None, None, _precision(fields))
    anchor = published or date(fields.year or fields.decade or 2000, 1, 1)
    try:
        days = _resolved(fields, anchor, tense or _tense(fields))
    except (ValueError, OverflowError):
        return None
    if days and days.first and fields.shift:
        days = Days(days.first + fields.shift * DAY, days.first + fields.shift * DAY, "day", days.partial)
    if fields.around and days and days.first:
        return around(days.first, fields.around)
    return days


def _tense(fields: Fields) -> str | None:
    return fields.direction if fields.direction in ("past", "future") else None


def _absolute(fields: Fields) -> bool:
    if fields.fiscal or fields.decade:
        return fields.decade != THIS
    return fields.year is not None and (fields.weekday is None or fields.day is not None or fields.nth is not None)


def _precision(fields: Fields) -> str | None:
    if fields.day or fields.day_delta is not None or fields.weekday is not None:
        return "day"
    if fields.part or fields.week_delta is not None or fields.weekend or fields.nth:
        return "part"
    if fields.month or fields.month_delta is not None:
        return "month"
    if fields.quarter or fields.quarter_delta is not None or fields.season:
        return "quarter"
    return "half" if fields.half else "year"


def _resolved(fields: Fields, published: date, tense: str | None) -> Days | None:
    if fields.direction in ("past", "future") and tense != fields.direction:
        tense = fields.direction
    if fields.decade == THIS:
        end = published.year // 10 * 10 + 9
        return Days(date(end, 1, 1), date(end, 12, 31), "year")
    if fields.decade is not None:
        return Days(date(fields.decade, 1, 1), date(fields.decade + 9, 12, 31), None)
    if fields.fiscal is not None:
        return _fiscal(fields.fiscal, fields.fiscal_start, fields.part)
    if fields.day_delta is not None:
        day = published + timedelta(days=fields.day_delta)
        return Days(day, day, "day")
    if fields.week_delta is not None:
        return _week(fields, published + timedelta(days=7 * fields.week_delta))
    year = fields.year if fields.year_delta is None else published.year + fields.year_delta
    if fields.month_delta is not None:
        moved = shifted(
            published.replace(day=1), Period(months=abs(fields.month_delta)), 1 if fields.month_delta > 0 else -1
        )
        return _in_month(fields, moved.year, moved.month) if moved else None
    if fields.season is not None:
        return _of_the_year(fields, year, published, tense)
    if fields.month is not None:
        return _named_month(fields, year, published, tense)
    if fields.quarter is not None or fields.half is not None or fields.quarter_delta is not None:
        return _season(fields, year, published, tense)
    if year is not None:
        return _in_year(fields, year)
    if fields.nth is not None:
        return _in_month(fields, published.year, published.month)
    if fields.day is not None:
        return _day_of_month(fields, published, tense)
    if fields.weekend:
        return _weekend(published, tense)
    if fields.weekday is not None:
        return _weekday(fields, published, tense)
    return None


def _fiscal(year: int, start: int, part: str | None) -> Days:
    """A fiscal year: named by the year in which it ends, or, where it begins in spring, in which it begins."""
    first = date(year - 1 if start > 6 else year, start, 1)
    last = (shifted(first, Period(years=1), 1) or first) - DAY
    return Days(last.replace(day=1) if part == "end" else first, last, "part" if part == "end" else "year")


def _week(fields: Fields, day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    if fields.weekend:
        return Days(monday + 5 * DAY, monday + 6 * DAY, "part")
    if fields.weekday is not None:
        day = monday + fields.weekday * DAY
        return Days(day, day, "day")
    first, last = {"early": (0, 2), "mid": (2, 4), "end": (4, 6)}.get(fields.part or "", (0, 6))
    return Days(monday + first * DAY, monday + last * DAY, "part")


def _in_month(fields: Fields, year: int, month: int) -> Days | None:
    """The day, week, weekday or part of a month that the fields name, or the month."""
    whole = month_of(year, month)
    first, last = date(year, month, 1), whole.last or date(year, month, 28)
    if fields.day is not None:
        day = date(year, month, fields.day)
        return Days(day, day, "day")
    if fields.nth is not None:
        return _nth(fields, first, last)
    if fields.part:
        begin, end = PARTS[fields.part]
        return Days(first.replace(day=begin), first.replace(day=min(end, last.day)), "part")
    if fields.weekday is not None:
        return None
    return whole


def _nth(fields: Fields, first: date, last: date) -> Days | None:
    """The nth week, weekend, day or weekday of the days from `first` to `last`."""
    nth = fields.nth or 1
    if fields.weekday is not None:
        day = _nth_weekday(first, last, fields.weekday, nth)
        return Days(day, day, "day") if day and first <= day <= last else None
    if fields.nth_of == "day":
        day = first + (nth - 1) * DAY if nth > 0 else last + (nth + 1) * DAY
        return Days(day, day, "day") if first <= day <= last else None
    marker = 5 if fields.weekend else 3
    day = _nth_weekday(first, last, marker, nth)
    if day is None:
        return None
    if fields.weekend:
        return Days(day, day + DAY, "part")
    return Days(day - 3 * DAY, day + 3 * DAY, "part")


def _nth_weekday(first: date, last: date, weekday: int, nth: int) -> date | None:
    if nth > 0:
        return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * DAY
    return last - ((last.weekday() - weekday) % 7 + 7 * (-nth - 1)) * DAY


def _in_year(fields: Fields, year: int) -> Days | None:
    first, last = date(year, 1, 1), date(year, 12, 31)
    if fields.nth is not None:
        return _nth(fields, first, last)
    if fields.part:
        months = YEAR_PARTS[fields.part]
        return Days(date(year, months[0], 1), month_of(year, months[1]).last, "part")
    return Days(first, last, "year")


def _named_month(fields: Fields, year: int | None, published: date, tense: str | None) -> Days | None:
    assert fields.month is not None  # noqa: S101 - asked by the caller
    if year is not None:
        return _in_month(fields, year, fields.month)
    choices = []
    for candidate in (published.year - 1, published.year, published.year + 1):
        try:
            if days := _in_month(fields, candidate, fields.month):
                choices.append(days)
        except ValueError:
            continue
    if fields.day is not None and fields.weekday is not None:
        choices = [days for days in choices if days.first and days.first.weekday() == fields.weekday] or choices
    if fields.direction == "this" or (tense is None and (fields.nth is not None or fields.around)):
        choices = [days for days in choices if days.first and days.first.year == published.year] or choices
    nearest = _nearest(choices, published, tense)
    return nearest and replace(nearest, partial=fields.direction is None)


def _season(fields: Fields, year: int | None, published: date, tense: str | None) -> Days | None:
    """A quarter or a half, in a year that is named or the nearest."""
    if fields.quarter_delta is not None:
        index = published.year * 4 + (published.month - 1) // 3 + fields.quarter_delta
        return _quarters(index // 4, index % 4 + 1, 1, "quarter")
    start, length, precision = (
        (fields.quarter or 0, 1, "quarter") if fields.quarter else ((fields.half or 1) * 2 - 1, 2, "half")
    )
    if year is not None:
        return _quarters(year, start, length, precision)
    years = (published.year - 1, published.year, published.year + 1) if tense else (published.year,)
    nearest = _nearest([_quarters(choice, start, length, precision) for choice in years], published, tense)
    return nearest and replace(nearest, partial=fields.direction is None)


def _of_the_year(fields: Fields, year: int | None, published: date, tense: str | None) -> Days | None:
    """A season of the year named, the last or next one, or the nearest; winter ends in the year after."""
    month = fields.season or 3
    if year is not None:
        return _three_months(year, month)
    choices = [_three_months(published.year + n, month) for n in (-2, -1, 0, 1, 2)]
    if fields.direction == "past":
        over = [days for days in choices if days.last and days.last < published]
        return over[-1] if over else None
    if fields.direction == "future":
        return next((days for days in choices if days.first and days.first > published), None)
    if fields.direction == "this":
        return _three_months(published.year, month)
    nearest = _nearest(choices, published, tense)
    return nearest and replace(nearest, partial=True)


def _three_months(year: int, month: int) -> Days:
    last = month + 2
    return Days(date(year, month, 1), month_of(year + (last > 12), last - 12 * (last > 12)).last, "quarter")


def _quarters(year: int, start: int, length: int, precision: str) -> Days:
    return Days(date(year, start * 3 - 2, 1), month_of(year, (start + length - 1) * 3).last, precision)


def _day_of_month(fields: Fields, published: date, tense: str | None) -> Days | None:
    choices = []
    for offset in (-2, -1, 0, 1, 2):
        index = published.year * 12 + published.month - 1 + offset
        try:
            day = date(index // 12, index % 12 + 1, fields.day or 0)
        except ValueError:
            continue
        if fields.weekday is None or day.weekday() == fields.weekday:
            choices.append(Days(day, day, "day", fields.direction is None))
    if not choices and fields.weekday is not None:
        return _day_of_month(replace(fields, weekday=None), published, tense)
    return _nearest(choices, published, tense)


def _weekend(published: date, tense: str | None) -> Days | None:
    saturday = published - timedelta(days=published.weekday()) + 5 * DAY
    choices = [Days(saturday + week * DAY, saturday + (week + 1) * DAY, "part", True) for week in (-7, 0, 7)]
    return _nearest(choices, published, tense or "future")


def _weekday(fields: Fields, published: date, tense: str | None) -> Days | None:
    weekday = fields.weekday or 0
    if fields.direction == "this":
        return _week(fields, published)
    ahead = (weekday - published.weekday()) % 7
    choices = [
        Days(published + n * DAY, published + n * DAY, "day", fields.direction is None)
        for n in (ahead - 7, ahead, ahead + 7)
    ]
    if fields.direction:
        choices = [days for days in choices if days.first != published]
    return _nearest(choices, published, tense)


def _nearest(choices: list[Days], published: date, tense: str | None) -> Days | None:
    """Of several intervals the last that has begun ("past"), the next not yet over ("future"), or the nearest."""
    whole = [(days, days.first, days.last) for days in choices if days.first and days.last]
    if tense == "past":
        begun = [days for days, first, _ in whole if first <= published]
        return begun[-1] if begun else None
    if tense == "future":
        ahead = [days for days, _, last in whole if last >= published]
        return ahead[0] if ahead else None
    far = [(max((first - published).days, (published - last).days, 0), days) for days, first, last in whole]
    return min(far, key=lambda pair: pair[0])[1] if far else None
