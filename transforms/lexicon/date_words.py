"""The words of dates, Korean and English: `ko/dates.yml` and `en/dates.yml`, whose heads define every field."""

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from transforms.lexicon.sheet import Sheet, read_sheet

Words = tuple[str, ...]
Texts = dict[str, str]
Counts = dict[str, int]


@dataclass(frozen=True, slots=True, eq=False)
class KoreanDates:
    """ko/dates.yml."""

    years: Counts
    short_years: Counts
    same_year: Words
    same_month: Words
    months: Counts
    weeks: Counts
    days: Counts
    quarters: Counts
    month_names: Counts
    weekdays: Counts
    weekday_letters: str
    weekends: Words
    halves: Counts
    parts: Texts
    year_parts: Texts
    month_parts: Texts
    within_year: Counts
    directions: Texts
    stretches: Texts
    ordinals: Counts
    day_counts: Counts
    counted_units: Texts
    before: Words
    after: Words
    within: Words
    during: Words
    every: Words
    every_words: Texts
    not_dates: Words
    since_from: Words
    by: Words
    until_before: Words
    since: Words
    between: Words
    joins: Words
    and_joins: Words
    not_joins: Words
    lists: Words
    week_of: Words
    now: Words
    day_times: Words
    holidays: Texts
    days_of: Words
    fiscal_years: Words


@dataclass(frozen=True, slots=True, eq=False)
class EnglishDates:
    """en/dates.yml."""

    months: Counts
    weekdays: Counts
    common: Words
    ordinals: Counts
    days: Counts
    directions: Counts
    periods: Texts
    units: Texts
    halves: Counts
    quarters: Words
    parts: Texts
    year_ends: Words
    before: Words
    after: Words
    since: Words
    by: Words
    onward: Words
    joins: Words
    moves: Words
    lengths: Words
    within: Words
    ago: Words
    hence: Words
    every: Words
    every_words: Texts
    fiscal: Words
    fiscal_starts: Counts
    holidays: Texts
    seasons: Counts


def read_english(folder: Path) -> EnglishDates:
    """The words of en/dates.yml; LexiconError tells what is wrong."""
    sheet = read_sheet(folder / "en/dates.yml")
    return EnglishDates(**{field.name: _entry(sheet, field.name, field.type) for field in fields(EnglishDates)})


def read_korean(folder: Path) -> KoreanDates:
    """The words of ko/dates.yml; LexiconError tells what is wrong."""
    sheet = read_sheet(folder / "ko/dates.yml")
    return KoreanDates(**{field.name: _entry(sheet, field.name, field.type) for field in fields(KoreanDates)})


def _entry(sheet: Sheet, name: str, kind: object) -> Any:
    name = {"since_from": "from"}.get(name, name)
    if kind == Words:
        return sheet.words(name)
    if kind == Texts:
        return sheet.texts(name)
    return sheet.text(name) if kind is str else sheet.counts(name)
