"""What stands around a number: its sign or unit, its bound, the other end of its range, what it is for each of.

Every function looks at a bounded window of the text beside one position.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from transforms.lexicon.values import Bounds, EnglishNumerals, Unit, Units, ValueWords
from transforms.normalize.numerals import Number
from transforms.normalize.numerals_en import english_grammar

SIGN_WINDOW = 10
BOUND_WINDOW = 16
SPACE = re.compile(r"[ ]?[(（]?")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around figures of one language, and patterns made of them."""

    korean: bool
    bounds: Bounds
    units: Units
    numerals: EnglishNumerals
    lengths: tuple[int, ...]
    sign_ends: frozenset[str]
    sign: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    range: re.Pattern[str]
    opener: re.Pattern[str]
    closer: re.Pattern[str]
    changes: re.Pattern[str]
    not_money: re.Pattern[str]
    noun: re.Pattern[str]
    particle: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A unit and where its words start and end."""

    start: int
    end: int
    unit: Unit


@cache
def surroundings_of(words: ValueWords, lang: str) -> Surroundings:
    """The patterns for these words, compiled once."""
    bounds, units = words.bounds[lang], words.units[lang]
    korean = lang == "ko"
    signs = "|".join(
        ("(?<![A-Za-z.])" if sign[0].isalpha() else "") + re.escape(sign) for sign in _longest_first(units.symbols)
    )
    edge = r"[ ]?" if korean else r"[ ]"
    before = _any_of([*bounds.before, *bounds.per, *bounds.yearly])
    after = _any_of(word for word in [*bounds.after, *bounds.per, *bounds.each] if len(word) > 1)
    tight = _any_of(word for word in [*bounds.after, *bounds.each] if len(word) == 1)
    return Surroundings(
        korean,
        bounds,
        units,
        words.english,
        tuple(sorted({len(word) for word in units.after}, reverse=True)),
        frozenset(end for sign in units.symbols for end in (sign[-1].lower(), sign[-1].upper())),
        re.compile(rf"(?:(?P<sign>{signs})[ ]?:?[ ]?)\Z", re.IGNORECASE),
        re.compile(rf"(?:(?<![가-힣A-Za-z])|(?<=[ ]))(?P<word>{before}){edge}\Z", re.IGNORECASE),
        re.compile(
            rf"(?:[ ]?(?P<word>{after}){'' if korean else '(?![a-z])'}"
            rf"|(?P<tight>{tight})(?=[^가-힣]|$|[로을를의에이은는])|[ ](?P<loose>{tight})(?=[^가-힣]|$|[로을를의에이은는]))",
            re.IGNORECASE,
        ),
        re.compile(rf"[ ]?(?:{_any_of(bounds.range)})[ ]?"),
        re.compile(rf"(?:{_any_of(bounds.openers)})", re.IGNORECASE),
        re.compile(rf"[ ]?(?:{_any_of(bounds.closers)})(?!으로|로)"),
        re.compile(rf"\b(?:{_any_of(bounds.changes)})\b", re.IGNORECASE),
        re.compile(rf"[ ]?(?:{_any_of(units.not_money)})"),
        re.compile(
            rf"[ ](?:(?!and |or |to |in |of |at |on |for |the )[A-Za-z][\w.-]{{0,20}}[ ]){{0,2}}?(?P<noun>{_any_of(units.counted)})(?![A-Za-z])"
        ),
        re.compile(rf"(?:{_any_of(units.particles)})"),
    )


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(words))) or r"(?!)"


def sign_before(around: Surroundings, text: str, start: int, floor: int) -> Found | None:
    """The currency sign or code that ends right before `start`, not earlier than `floor`."""
    low = max(floor, start - SIGN_WINDOW)
    if text[low:start].rstrip(" :")[-1:] not in around.sign_ends:
        return None
    match = around.sign.search(text[low:start])
    if match is None:
        return _share_before(around, text, start)
    sign = match["sign"]
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
    piece = text[start : start + around.lengths[0]]
    lowered = piece if around.korean else piece.lower()
    for length in around.lengths:
        if length > len(piece):
            continue
        unit = after.get(piece[:length])
        if unit is None and not around.korean:
            unit = after.get(lowered[:length])
            unit = None if unit and unit.role == "exact" else unit
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
    if unit.role == "scaled":
        return not apart and text[number.start - 1 : number.start] not in ("(", "（")
    if number.kind == "native":
        return unit.kind == "quantity" or (unit.kind == "money" and apart and not syllable)
    if number.kind == "words" and around.korean:
        if number.scale == 1 or number.low in (1, 10):
            long = found.end - start > 1 or number.low > 9 or number.low != int(number.low)
            return not apart and unit.role == "" and long and unit.kind != "apart"
        if unit.role == "subunit":
            return False
        return unit.kind != "apart"
    if number.kind == "words" and not around.korean:
        return unit.role not in ("letter",)
    return True


def bound(around: Surroundings, text: str, start: int, end: int, own: str) -> str:
    """What the words beside the figure at [start, end) make of it: exact, about, min or max."""
    match = around.after.match(text, end)
    if match and (said := around.bounds.after.get(_word(match))):
        return said
    for word in _words_before(around, text, start):
        if said := around.bounds.before.get(word):
            return said if said != "exact" or own == "exact" else own
    return own


def per(around: Surroundings, text: str, start: int, end: int) -> str | None:
    """What the figure at [start, end) is for each of: a canonical name, "year", "each", or None."""
    match = around.after.match(text, end)
    word = _word(match) if match else ""
    earlier = _words_before(around, text, start)
    named = [word, *earlier]
    said = next((around.bounds.per[each] for each in named if each in around.bounds.per), None)
    if said is None and any(each in around.bounds.yearly for each in earlier):
        return "year"
    return said or ("each" if word in around.bounds.each else None)


def _word(match: re.Match[str]) -> str:
    return (match["word"] or match["tight"] or match["loose"]).lower()


def _words_before(around: Surroundings, text: str, start: int) -> list[str]:
    """The known words right before `start`, the nearest first, at most three."""
    words: list[str] = []
    while len(words) < 3 and (match := around.before.search(text[max(0, start - BOUND_WINDOW) : start])):
        words.append(match["word"].lower())
        start -= len(match.group())
    return words


def joined(around: Surroundings, text: str, start: int, end: int, following: int) -> bool | None:
    """Whether what stands between `end` and the number at `following` joins two ends of one range.

    None where it does not, else whether the second end must be closed by a word of its own ("10억에서 20억까지").
    """
    between = text[end : min(following, end + 12)]
    if following - end > 12:
        return None
    match = around.range.match(between)
    rest = between[match.end() :] if match else ""
    if match and (not rest.strip() or _is_sign(around, rest)):
        return False
    if around.korean:
        opener = around.opener.match(between)
        return True if opener and not between[opener.end() :].strip() else None
    return _opened(around, text, start, between)


def _is_sign(around: Surroundings, rest: str) -> bool:
    match = around.sign.search(rest)
    return bool(match and match.start() == 0)


def _opened(around: Surroundings, text: str, start: int, between: str) -> bool | None:
    for opener in around.bounds.openers:
        if text[max(0, start - len(opener) - 1) : start].strip().lower() == opener and between.strip()[:3] in (
            "and",
            "to",
        ):
            return False
    return None


def changes(around: Surroundings, text: str, start: int) -> bool:
    """Whether a verb of change stands before `start` ("rose from $3 million to $5 million")."""
    return bool(around.changes.search(text[max(0, start - 40) : start]))


def closed(around: Surroundings, text: str, end: int) -> bool:
    """Whether a word right after `end` closes a range that a particle opened."""
    return bool(around.closer.match(text, end))


def bare_money(around: Surroundings, text: str, number: Number) -> str | None:
    """The currency of a number that ends with 억 or 조 and counts nothing else."""
    code = around.units.bare_money.get(text[number.end - 1])
    if code is None or around.not_money.match(text, number.end):
        return None
    following = text[number.end : number.end + 1]
    if "가" <= following <= "힣" and not around.particle.match(text, number.end):
        return None
    return None if number.kind == "words" and number.bound == "exact" else code
