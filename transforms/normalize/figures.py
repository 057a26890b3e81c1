"""Figures: a number with the unit after it or the sign before it, its range, its bound, and what it is for each of.

Money, quantities and percents are one grammar over three kinds of unit; this page finds them all in one pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from transforms.lexicon.model import Lexicon
from transforms.lexicon.values import Unit
from transforms.normalize import figure_units, surroundings
from transforms.normalize.counting import counted
from transforms.normalize.numerals import DIGITS, Number, korean_numbers
from transforms.normalize.numerals_en import english_numbers
from transforms.normalize.surroundings import Surroundings, surroundings_of

LEADING = re.compile(DIGITS)
STOP = re.compile(r"[ ]?(?:[.!?;)\n]|\Z)")
FIGURE_NEXT = re.compile(r"[ ]?\d")
JOINTS = ("", " ", " and ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure at [start, end): `low` and `high` in the unit's own measure."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit
    bound: str
    per: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a figure: a number with its sign or unit, which may be missing."""

    number: Number
    start: int
    end: int
    unit: Unit | None
    signed: bool


def read_figures(text: str, lexicon: Lexicon, lang: str) -> list[Figure]:
    """Every figure of `text` in order, without overlap; `lang` other than "ko" is read as English."""
    words = lexicon.values
    korean = lang == "ko"
    around = surroundings_of(words, "ko" if korean else "en")
    numbers = list(korean_numbers(text, words.korean) if korean else english_numbers(text, words.english))
    return list(_figures(text, numbers, around))


def _figures(text: str, numbers: list[Number], around: Surroundings) -> Iterator[Figure]:
    ends = [0, *(number.end for number in numbers)]
    sides = [_side(text, number, around, floor) for number, floor in zip(numbers, ends, strict=False)]
    position = index = 0
    while index < len(sides):
        side, index = sides[index], index + 1
        if side.start < position:
            side = _side(text, side.number, around, position)  # its sign was the unit of the figure before
            if side.start < position:
                continue
        second = sides[index] if index < len(sides) else None
        figure, used = _figure_of(text, side, second, around)
        index += used
        if figure:
            position = figure.end
            if named := counted(around, text, figure.start, figure.end, figure.unit, figure.low):
                position = named.end
                yield Figure(figure.start, named.end, figure.low, figure.high, named.unit, figure.bound, figure.per)


def _figure_of(text: str, side: Side, second: Side | None, around: Surroundings) -> tuple[Figure | None, bool]:
    """The figure that begins with `side`, and whether it takes the next number with it."""
    if second and second.start < side.end:
        second = _side(text, second.number, around, side.end)
    if second and (figure := _range(text, side, second, around)):
        return figure, True
    if side.unit is None or side.unit.kind == "apart":
        return _bare(text, side, around), False
    high = None if side.number.high is None else side.number.high * side.unit.factor
    figure = _figure(text, side, side.end, side.number.low * side.unit.factor, high, side.unit, around)
    if second and (whole := _with_subunit(text, figure, second, around)):
        return whole, True
    return figure, False


def _side(text: str, number: Number, around: Surroundings, floor: int) -> Side:
    """The number with the sign before it or the unit after it."""
    if sign := figure_units.sign_before(around, text, number.start, floor):
        number = figure_units.scaled(around, text, number)
        return Side(number, sign.start, number.end, sign.unit, True)
    found = figure_units.unit_after(around, text, number)
    if found and not (number.kind == "article" and FIGURE_NEXT.match(text, found.end)):  # a Rs 20 crore fund
        return Side(number, found.start, found.end, found.unit, False)
    larger = figure_units.scaled(around, text, number)
    if larger is not number and (found := figure_units.unit_after(around, text, larger)):
        return Side(larger, found.start, found.end, found.unit, False)
    found = figure_units.noun_after(around, text, number)
    return Side(number, number.start, found.end if found else number.end, found.unit if found else None, False)


def _figure(
    text: str, side: Side, end: int, low: Decimal, high: Decimal | None, unit: Unit, around: Surroundings
) -> Figure:
    bound = surroundings.bound(around, text, side.start, end, side.number.bound)
    return Figure(side.start, end, low, high, unit, bound, surroundings.per(around, text, side.start, end))


def _range(text: str, first: Side, second: Side, around: Surroundings) -> Figure | None:
    """The figure of two ends, where the words between them and the units say that they are one range."""
    needs_closing = surroundings.joined(around, text, first.start, first.end, second.number.start)
    unit = second.unit or first.unit
    if needs_closing is None or unit is None or unit.kind == "apart" or (not first.unit and 0 < first.number.low < 1):
        return None
    if first.unit and second.unit and (first.unit.kind, first.unit.name) != (second.unit.kind, second.unit.name):
        return None
    if needs_closing and first.unit and not surroundings.closed(around, text, second.end):
        return None
    low, high = _lifted(text, first, second) * unit.factor, second.number.low * unit.factor
    if low > high or (unit.role in ("", "thing") and surroundings.changes(around, text, first.start) and first.unit):
        return None
    return _figure(text, first, second.end, low, high, unit, around)


def _lifted(text: str, first: Side, second: Side) -> Decimal:
    """The lower figure, in the magnitude that only the upper one names ("3~5억원": 3억)."""
    low = first.number.low
    leading = LEADING.match(text, second.number.start)
    if leading is None or first.number.scale != 1 or (first.unit and not first.signed):
        return low
    lead = Decimal(leading.group().replace(",", ""))
    lifted = low * (second.number.low / lead) if lead else low
    return lifted if lifted <= second.number.low else low


def _with_subunit(text: str, figure: Figure, second: Side, around: Surroundings) -> Figure | None:
    """The figure with the part of its unit said after it: "3달러 50센트", "20 dollars and 43 cents", "$20 and 43"."""
    unit, part = figure.unit, second.number.low
    if unit.kind != "money" or unit.factor != 1 or figure.high is not None or second.signed or part >= 100:
        return None
    if figure.low != int(figure.low) or part != int(part) or text[figure.end : second.start] not in JOINTS:
        return None
    factor = Decimal("0.01")
    if second.unit and second.unit.role == "subunit":
        factor = second.unit.factor
    elif second.unit or around.korean or not STOP.match(text, second.end):
        return None
    return replace(figure, end=second.end, low=figure.low + part * factor)


def _bare(text: str, side: Side, around: Surroundings) -> Figure | None:
    """A sum that ends with 억 or 조 and names no unit, as headlines write it."""
    code = surroundings.bare_money(around, text, side.number)
    if code is None:
        return None
    return _figure(text, side, side.number.end, side.number.low, side.number.high, Unit("money", code), around)
