"""What the words of a date name, lengths of time, and intervals of days: the values that the date grammars pass on."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
THIS = -1  # in the place of a decade: the one of the day of publication, of which its last year is meant


@dataclass(frozen=True, slots=True)
class Fields:
    """What the words of one date name.

    Deltas count from the day of publication; `nth` -1 is the last, -2 the one before. `direction` is "past", "future"
    or "this"; `decade` its first year; `season` the month in which one begins; `around` asks for the week or weekend
    around the day, `shift` for the day so many days later.
    """

    direction: str | None = None
    year: int | None = None
    year_delta: int | None = None
    decade: int | None = None
    half: int | None = None
    quarter: int | None = None
    quarter_delta: int | None = None
    month: int | None = None
    month_delta: int | None = None
    week_delta: int | None = None
    nth: int | None = None
    nth_of: str | None = None
    day: int | None = None
    day_delta: int | None = None
    weekday: int | None = None
    weekend: bool = False
    part: str | None = None
    fiscal: int | None = None
    fiscal_start: int = 10
    around: str | None = None
    season: int | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time in calendar units."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def iso(self) -> str:
        """The ISO 8601 duration."""
        named = ((self.years, "Y"), (self.months, "M"), (self.weeks * 7 + self.days if self.days else 0, "D"))
        if self.weeks and not (self.years or self.months or self.days):
            return f"P{self.weeks}W"
        return "P" + "".join(f"{count}{unit}" for count, unit in named if count)

    def unit(self) -> str | None:
        """The one unit that the period is counted in, None where there are several."""
        named = [unit for unit in ("years", "months", "weeks", "days") if getattr(self, unit)]
        return named[0][:-1] if len(named) == 1 else None


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days with its precision; both None where it hangs on a day of publication that is not known."""

    first: date | None
    last: date | None
    precision: str | None
    partial: bool = False


def shifted(day: date, period: Period, sign: int) -> date | None:
    """`day` moved by a period; None outside the calendar. The 31st moves to the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + sign * (period.years * 12 + period.months)
    year, month = divmod(months, 12)
    if not 1 <= year <= 9998:
        return None
    moved = date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    try:
        return moved + timedelta(days=sign * (period.weeks * 7 + period.days))
    except OverflowError:
        return None


def around(day: date, unit: str | None) -> Days:
    """The day, or the week, month or year around it that words like "2주 전" mean."""
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6), "part")
    if unit == "weekend":
        saturday = day - timedelta(days=(day.weekday() - 5) % 7 if day.weekday() in (0, 5, 6) else day.weekday() - 5)
        return Days(saturday, max(saturday + DAY, day), "part")
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return Days(date(day.year, 1, 1), date(day.year, 12, 31), "year")
    return Days(day, day, "day")


def month_of(year: int, month: int) -> Days:
    """All days of a month."""
    return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
