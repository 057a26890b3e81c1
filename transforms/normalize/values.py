"""The values that the readers of this folder find in a text: each keeps its words and its place.

`start` and `end` are 0-based code points of the text that was read, `text` the words between them. A value that cannot
be read is not made: no reader returns a guess.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DateValue:
    """An interval of days, inclusive, open where None, with the precision that the words carry.

    `precision` is one of records.DATE_PRECISIONS or None (open or free intervals); `recurrence` an ISO 8601 duration
    for words like "6개월마다" (then both days are None); `duration` an ISO 8601 duration for "향후 3년간". `relation`
    tells what the words add: "on" (in the interval), "by" (까지), "from" (부터), "before", "after", "within", "for".
    `partial` is True where the words name no year, month or anchor of their own, so that the tense of the clause may
    move the value ("4일", "6월").
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    precision: str | None
    relation: str = "on"
    recurrence: str | None = None
    duration: str | None = None
    partial: bool = False


@dataclass(frozen=True, slots=True)
class MoneyValue:
    """A sum in the currency's own unit. `bound` is one of records.BOUNDS.

    `per` is what the sum is for each of ("team", "year", "household" ...) where the words say so. A conversion in
    brackets ("5억달러(약 6천900억원)") is a gloss inside the span of the first figure, not a second value.
    """

    start: int
    end: int
    text: str
    amount: Decimal
    amount_max: Decimal | None
    currency: str
    bound: str = "exact"
    per: str | None = None


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A count or measure with its canonical unit ("GPU", "person", "team", "kilometer" ...)."""

    start: int
    end: int
    text: str
    amount: Decimal
    amount_max: Decimal | None
    unit: str
    bound: str = "exact"
    per: str | None = None


@dataclass(frozen=True, slots=True)
class PercentValue:
    """A percentage, or percentage points where `points` is True."""

    start: int
    end: int
    text: str
    amount: Decimal
    amount_max: Decimal | None = None
    bound: str = "exact"
    points: bool = False


@dataclass(frozen=True, slots=True)
class NameValue:
    """An organization's name as printed, bound to a body: `key` is the lexicon's, None by shape alone."""

    start: int
    end: int
    text: str
    key: str | None
    name: str
    kind: str


Value = DateValue | MoneyValue | QuantityValue | PercentValue | NameValue
