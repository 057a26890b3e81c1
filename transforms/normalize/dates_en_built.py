"""An English date as it is read, form by form, and the words of day, month and year in it."""

import re
from collections.abc import Callable
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


# the date that a form reads in its match, given the match's named groups; None where its figures are no date
Reader = Callable[[EnglishGrammar, dict[str, str], re.Match[str]], Built | None]


def month_of(grammar: EnglishGrammar, written: str) -> int:
    """The month that a name or its short form means."""
    return grammar.words.months[written.lower()]


def day_of(grammar: EnglishGrammar, written: str) -> int | None:
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


def year_of(grammar: EnglishGrammar, written: str | None) -> int | None:
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


def in_year(grammar: EnglishGrammar, whole: str | None) -> dict[str, Any]:
    """The year of a quarter or half: figures, or "next year"."""
    if whole is None:
        return {}
    if NUMBER.search(whole):
        return {"year": year_of(grammar, whole)}
    direction = re.sub(r" (?:year|yr)$", "", whole.lower())
    return {"year_delta": grammar.words.directions[direction]}
