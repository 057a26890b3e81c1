"""The sign before a number and the unit after it: which words they are, and whether the number may have them."""

import re
from dataclasses import dataclass, replace

from transforms.lexicon.values import Unit
from transforms.normalize.lowered import LOWER
from transforms.normalize.numerals import Number
from transforms.normalize.numerals_en import english_grammar
from transforms.normalize.surroundings import Surroundings

SIGN_WINDOW = 10
SPACE = re.compile(r"[ ]?[(（]?")


@dataclass(frozen=True, slots=True)
class Found:
    """A unit and where its words start and end."""

    start: int
    end: int
    unit: Unit


def sign_before(around: Surroundings, text: str, start: int, floor: int) -> Found | None:
    """The currency sign or code that ends right before `start`, not earlier than `floor`."""
    low = max(floor, start - SIGN_WINDOW)
    window = text[low:start].translate(LOWER)
    match = around.sign.search(window) if window.rstrip(" :").endswith(around.signs) else None
    if match is None:
        return _share_before(around, text, start)
    sign = text[low + match.start() : low + match.end("sign")]
    code = around.units.symbols.get(sign) or around.units.symbols.get(sign.upper())
    if code is None or (sign.isalpha() and sign.islower() and len(sign) > 2 and sign.upper() == code):
        code = code if sign in around.units.after else None
    return Found(low + match.start(), low + match.end(), Unit("money", code)) if code else None


def _share_before(around: Surroundings, text: str, start: int) -> Found | None:
    """ "percent of 10": a percentage whose unit comes first."""
    for words in around.units.percent_of:
        begin = start - len(words) - 1
        if begin >= 0 and text[begin:start].lower() == words + " " and not text[:begin].rstrip()[-1:].isdigit():
            return Found(begin, start, Unit("percent", "percent"))
    return None


def scaled(around: Surroundings, text: str, number: Number) -> Number:
    """The number with the letter that touches it taken as its magnitude ("14.5m"); English only."""
    grammar = english_grammar(around.numerals)
    match = grammar.letters.match(text, number.end) if number.scale == 1 and number.kind == "digits" else None
    if match is None:
        return number
    factor = around.numerals.letters[match["letter"].lower()]
    return replace(number, end=match.end(), low=number.low * factor, scale=factor)


def unit_after(around: Surroundings, text: str, number: Number) -> Found | None:
    """The unit that follows the number: the longest word known at that place that the number's own words admit."""
    if text[number.start - 1 : number.start].isalnum() and text[number.start - 1].isascii() and number.start:
        return None  # "A100"
    space = SPACE.match(text, number.end)
    start = space.end() if space else number.end
    if not around.korean and text[start : start + 1] == "-":
        start += 1
    found = _known(around, text, start)
    if found is None or not _admits(around, text, number, found, start):
        return None
    bracketed = text[start - 1 : start] in "(（" and start > number.end
    if bracketed and text[found.end : found.end + 1] not in (")", "）"):
        return None
    return Found(number.start, found.end + bracketed, found.unit)


def noun_after(around: Surroundings, text: str, number: Number) -> Found | None:
    """The noun that an English number counts, at most two words later ("4,096 Nvidia H100 GPUs")."""
    if around.korean or number.kind == "article" or number.low != int(number.low) or _year_like(text, number):
        return None
    match = around.noun.match(text, number.end)
    if match is None:
        return None
    return Found(number.start, match.end(), Unit("quantity", around.units.counted[match["noun"]], role="thing"))


def _year_like(text: str, number: Number) -> bool:
    return number.end - number.start == 4 and 1900 <= number.low <= 2100 and text[number.start].isdigit()


def _known(around: Surroundings, text: str, start: int) -> Found | None:
    after = around.units.after
    lengths = around.lengths.get(text[start : start + 1].lower())
    if lengths is None:
        return None
    piece = text[start : start + lengths[0]]
    lowered = piece if around.korean else piece.lower()
    for length in lengths:
        if length > len(piece):
            continue
        unit = after.get(piece[:length])
        if unit is None and not around.korean:
            unit = after.get(lowered[:length])
            unit = None if unit and unit.role in ("exact", "letter", "scaled") else unit
        if unit and _ends(piece[length - 1], text[start + length : start + length + 1]):
            return Found(start, start + length, unit)
    return None


def _ends(last: str, following: str) -> bool:
    """Whether a word of a unit ends here: no letter or figure of the same script goes on, no quotation begins."""
    if last in '"”″' and following.isalpha():
        return False
    return not (following and last.isascii() and last.isalnum() and following.isascii() and following.isalnum())


def _admits(around: Surroundings, text: str, number: Number, found: Found, start: int) -> bool:
    """Whether the number and the unit go together, as they are written."""
    unit, apart = found.unit, start > number.end
    if text[found.end : found.end + 1].isdigit() and not text[found.end - 1].isalnum():
        return False  # "1 $10": the sign belongs to the next figure
    if number.kind == "article":
        return unit.kind == "money" or (
            unit.role == "" and unit.kind == "quantity" and unit.name not in around.units.never_one
        )
    syllable = found.end - start == 1 and "가" <= text[start] <= "힣"
    following = text[found.end : found.end + 1]
    if apart and syllable and "가" <= following <= "힣" and not around.particle.match(text, found.end):
        return False  # "6천억 기술수출"
    if unit.role == "scaled" and not around.korean:
        return not apart and text[found.end + 1 : found.end + 12].startswith(around.units.scaled_nouns)
    if unit.role == "scaled":
        return not apart and text[number.start - 1 : number.start] not in ("(", "（")
    if number.kind == "native":
        return unit.kind == "quantity" or (unit.kind == "money" and apart and not syllable)
    if number.kind == "words" and around.korean and unit.role == "strict" and not apart:
        return False  # "만기"
    if number.kind == "words" and around.korean:
        if number.scale == 1 or (number.low in (1, 10) and number.bound == "exact"):
            long = found.end - start > 1 or number.low > 9 or number.low != int(number.low)
            return not apart and unit.role == "" and long and unit.kind != "apart"
        if unit.role == "subunit":
            return False
        return unit.kind != "apart"
    if number.kind == "words" and not around.korean:
        return unit.role not in ("letter",)
    return True
