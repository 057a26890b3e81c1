"""Moments as pages print them -> wall time, precision and offset; None where the words are no whole date."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from transforms.lexicon.reading import Reading

ORDERS = ("ymd", "mdy", "dmy")  # how a language writes a day in figures
FIRST_YEAR, LAST_YEAR = 1990, 2099  # no page is older than the web; a year beyond is a typing error
ISO = re.compile(
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:(?:T|\s{1,3}|,\s?)(?P<H>\d{1,2}):(?P<M>\d{2})(?::(?P<S>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(?P<z>Z|UTC|GMT|KST|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?!\d))?",
    re.IGNORECASE,
)
YMD = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?[-./년年]\s{0,2}(?P<m>\d{1,2})\s?[-./월月]\s{0,2}(?P<d>\d{1,2})(?!\d)")
DMY = re.compile(r"(?<!\d)(?P<a>\d{1,2})[-./]\s?(?P<b>\d{1,2})[-./]\s?(?P<y>(?:19|20)\d\d)(?!\d)")
SHORT = re.compile(r"(?<!\d)(?P<y>\d{2})[-./]\s?(?P<m>\d{2})[-./]\s?(?P<d>\d{2})(?!\d)")
WORDS = re.compile(
    r"(?<!\d)(?:(?P<d1>\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s{0,2}(?:de\s|of\s|-)?\s?(?P<n1>[^\W\d_]{3,12})\.?,?(?:\sde|\sdel|-)?\s{0,2}(?P<y1>(?:19|20)\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)\s(?P<n3>[^\W\d_]{3,12})\.?\s(?P<d3>\d{1,2}))(?!\d)"
    r"|(?<![^\W\d_])(?P<n2>[^\W\d_]{3,12})\.?\s{1,2}(?P<d2>\d{1,2})(?:st|nd|rd|th)?(?:,\s{0,2}|\s{1,2})(?P<y2>(?:19|20)\d\d)(?!\d)"
)
CLOCK = re.compile(
    r"(?P<ap1>[^\W\d_]{2})?\s{0,2}(?<!\d)(?P<H>\d{1,2})\s?[:시時h]\s?(?P<M>\d{2})(?:\s?[:분分]\s?(?P<S>\d{2}))?(?!\d)\s?(?P<ap2>[ap]\.?m\b\.?)?"
    r"|(?<!\d)(?P<H2>\d{1,2})\s?(?P<ap3>[ap]\.?m\b\.?)",
    re.IGNORECASE,
)
COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:T?(?P<H>\d\d)(?P<M>\d\d)(?P<S>\d\d)?Z?)?")
ZONE = re.compile(r"\s?(?:(?P<name>UTC|GMT|KST|JST)\b|(?P<z>[+-]\d{2}:?\d{2}))")
ZONES = {"z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "kst": "+09:00", "jst": "+09:00"}
MONTH_DAY = re.compile(r"(?<!\d)(?P<m>\d{1,2})\s?[-./월]\s?(?P<d>\d{1,2})(?!\d)")
LOOKED_AT = 400  # a date's words are short; what follows is not part of it


@dataclass(frozen=True, slots=True)
class Moment:
    """Wall time at the publisher's, how much of it was said (one of records.PUBLISHED_PRECISIONS), and its offset.

    With precision "partial" the year is not known, and `at` is None.
    """

    at: datetime | None
    precision: str
    offset: str | None = None


def moment(text: str, words: Reading, order: str = "mdy") -> Moment | None:
    """The first whole date in `text`. `order` (of ORDERS) reads 03/04/2025 and 25.03.04."""
    text = text.strip()[:LOOKED_AT]
    if text.isdigit() and len(text) in (10, 13):
        return _epoch(text)
    if match := ISO.match(text):
        return _made(match["y"], match["m"], match["d"], (match["H"], match["M"], match["S"]), _offset(match["z"]))
    if match := COMPACT.fullmatch(text):
        return _made(match["y"], match["m"], match["d"], (match["H"], match["M"], match["S"]), None)
    return _rfc(text) or _spoken(text, words, order)


def order_of(language: str) -> str:
    """How the language of a page writes a day in figures, one of ORDERS."""
    code = language.lower()
    return "ymd" if code[:2] in ("ko", "ja", "zh") else "mdy" if code in ("", "en", "en-us", "en_us") else "dmy"


def month_and_day(text: str) -> tuple[int, int] | None:
    """The month and day of words like "08-04" that name no year."""
    match = MONTH_DAY.search(text[:LOOKED_AT])
    if match is None:
        return None
    month, day = int(match["m"]), int(match["d"])
    return (month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _epoch(text: str) -> Moment | None:
    seconds = int(text) / (1000 if len(text) == 13 else 1)
    at = datetime.fromtimestamp(seconds, UTC)
    return Moment(at.replace(tzinfo=None, microsecond=0), "second", "+00:00") if _sane(at.year) else None


def _rfc(text: str) -> Moment | None:
    """RFC 2822, the form of feeds and mail: "Mon, 04 Aug 2025 17:54:08 +0900"."""
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _sane(at.year) or ":" not in text:
        return None
    offset = _written(at.utcoffset()) if at.tzinfo else None
    return Moment(at.replace(tzinfo=None), "second" if text.count(":") > 1 else "minute", offset)


def _spoken(text: str, words: Reading, order: str) -> Moment | None:
    if match := YMD.search(text):
        year, month, day = match["y"], match["m"], match["d"]
    elif found := _named(text, words):
        match, year, month, day = found
    elif match := DMY.search(text):
        year, month, day = match["y"], match["a"], match["b"]
        if int(month) > 12 or (order != "mdy" and int(day) <= 12) or "." in match[0]:
            month, day = day, month
    elif match := SHORT.search(text):
        year, month, day = match["y"], match["m"], match["d"]
        if order != "ymd" or int(month) > 12:
            year, day = day, year
        year = "20" + year
    else:
        return None
    rest = text[match.end() : match.end() + 40]
    clock = CLOCK.search(rest) or CLOCK.search(text[max(0, match.start() - 25) : match.start()])
    offset = _zone(rest[clock.end() :]) if clock and clock.string is rest else None
    return _made(year, month, day, _clock(clock, words), offset)


def _named(text: str, words: Reading) -> tuple[re.Match[str], str, str, str] | None:
    for match in WORDS.finditer(text):
        for n in "123":
            if match[f"n{n}"] and (month := words.months.get(match[f"n{n}"].casefold())):
                return match, match[f"y{n}"], str(month), match[f"d{n}"]
    return None


def _clock(match: re.Match[str] | None, words: Reading) -> tuple[str | None, str | None, str | None]:
    if match is None:
        return None, None, None
    hour = int(match["H"] or match["H2"])
    marks = {(match[name] or "").casefold().replace(".", "") for name in ("ap1", "ap2", "ap3")}
    if marks & {mark.replace(".", "") for mark in words.pm} and hour < 12:
        hour += 12
    elif marks & {mark.replace(".", "") for mark in words.am} and hour == 12:
        hour = 0
    return str(hour), match["M"] or "00", match["S"]


def _zone(text: str) -> str | None:
    match = ZONE.match(text)
    return _offset(match["z"] or match["name"]) if match else None


def _offset(text: str | None) -> str | None:
    if not text:
        return None
    if (known := ZONES.get(text.lower())) is not None:
        return known
    figures = text[1:].replace(":", "").ljust(4, "0")
    return f"{text[0]}{figures[:2]}:{figures[2:]}" if int(figures[:2]) <= 14 and int(figures[2:]) < 60 else None


def _written(delta: timedelta | None) -> str | None:
    return None if delta is None else datetime(2000, 1, 1, tzinfo=timezone(delta)).isoformat()[-6:]


def _made(
    year: str, month: str, day: str, clock: tuple[str | None, str | None, str | None], offset: str | None
) -> Moment | None:
    hour, minute, second = clock
    try:
        at = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if not _sane(at.year):
        return None
    precision = "second" if second else "minute" if hour else "day"
    return Moment(at, precision, offset if hour else None)


def _sane(year: int) -> bool:
    return FIRST_YEAR <= year <= LAST_YEAR


def year_of(text: str, month: int, day: int) -> int | None:
    """The year that a file gives to a month and day: the one in which its addresses and lines name that day.

    Where several years do, the day has no year.
    """
    found = {
        int(match["y"])
        for match in DATED.finditer(text)
        if int(match["m"]) == month and int(match["d"]) == day and _valid(int(match["y"]), month, day)
    }
    return found.pop() if len(found) == 1 else None


DATED = re.compile(
    r"(?<!\d)(?P<y>20[0-4]\d)[-./]?(?P<m>0[1-9]|1[0-2])[-./]?(?P<d>0[1-9]|[12]\d|3[01])(?=\d{0,12}(?!\d))"
)


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
