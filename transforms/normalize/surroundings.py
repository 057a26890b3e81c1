"""What stands around a figure: its bound, the other end of its range, what it is for each of.

Every function looks at a bounded window of the text beside one position.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.lexicon.values import Bounds, EnglishNumerals, Units, ValueWords
from transforms.normalize.lowered import LOWER
from transforms.normalize.numerals import Number

BOUND_WINDOW = 16


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around figures of one language, and patterns made of them.

    `signs` and the pattern `sign` are in lower case; `lengths` gives how long the units are that begin with a
    character, the longest first.
    """

    korean: bool
    bounds: Bounds
    units: Units
    numerals: EnglishNumerals
    lengths: dict[str, tuple[int, ...]]
    signs: tuple[str, ...]
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


@cache
def surroundings_of(words: ValueWords, lang: str) -> Surroundings:
    """The patterns for these words, compiled once."""
    bounds, units = words.bounds[lang], words.units[lang]
    korean = lang == "ko"
    signs = tuple({sign.translate(LOWER): None for sign in units.symbols})
    letters, marks = ([s for s in signs if s[0].isalpha() == alpha] for alpha in (True, False))
    edge = r"[ ]?" if korean else r"[ ]"
    before = _any_of([*bounds.before, *bounds.per, *bounds.periods, *bounds.fillers])
    after = _any_of(word for word in [*bounds.after, *bounds.per, *bounds.each] if len(word) > 1)
    tight = _any_of(word for word in [*bounds.after, *bounds.each] if len(word) == 1)
    return Surroundings(
        korean,
        bounds,
        units,
        words.english,
        _lengths(units.after),
        signs,
        re.compile(rf"(?P<sign>(?<![a-z.])(?:{_any_of(letters)})|{_any_of(marks)})[ ]?:?[ ]?\Z"),
        re.compile(
            rf"(?:(?<![가-힣A-Za-z\d])|(?<=[ ]))(?P<word>{before}|\d{{1,2}}(?:년|개월)간){edge}\Z", re.IGNORECASE
        ),
        re.compile(
            rf"(?:[ ]?(?P<word>{after}){'' if korean else '(?![a-z])'}"
            rf"|(?P<tight>{tight})(?=[^가-힣]|$|[로을를의에이은는])"
            rf"|[ ](?P<loose>{tight})(?=[^가-힣]|$|[로을를의에이은는]))",
            re.IGNORECASE,
        ),
        re.compile(rf"[ ]?(?:{_any_of(bounds.range)})[ ]?"),
        re.compile(rf"(?:{_any_of(bounds.openers)})", re.IGNORECASE),
        re.compile(rf"[ ]?(?:{_any_of(bounds.closers)})(?!으로|로)"),
        re.compile(rf"\b(?:{_any_of(bounds.changes)})\b", re.IGNORECASE),
        re.compile(rf"[ ]?(?:{_any_of(units.not_money)})"),
        re.compile(
            rf"[ -](?:(?!and |or |to |in |of |at |on |for |the )[A-Za-z][\w.-]{{0,20}}[ ]){{0,2}}?(?P<noun>"
            rf"{_any_of(units.counted)})(?![A-Za-z])"
        ),
        re.compile(rf"(?:{_any_of(units.particles)})"),
    )


def _lengths(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0].lower(), set()).add(len(word))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, _longest_first(words))) or r"(?!)"


def bound(around: Surroundings, text: str, start: int, end: int, own: str) -> str:
    """What the words beside the figure at [start, end) make of it: exact, about, min or max."""
    match = around.after.match(text, end)
    if match and (said := around.bounds.after.get(_word(match))):
        return said
    for word in _words_before(around, text, start):
        if word[0].isdigit() and word not in around.bounds.per:
            break  # "최대 3년간 총 2천억원": the bound is that of the years
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
    said = said or next((around.bounds.periods[each] for each in earlier if each in around.bounds.periods), None)
    return said or ("each" if word in around.bounds.each else None)


def _word(match: re.Match[str]) -> str:
    return (match["word"] or match["tight"] or match["loose"]).lower()


def _words_before(around: Surroundings, text: str, start: int) -> list[str]:
    """The known words right before `start`, the nearest first, at most four."""
    words: list[str] = []
    while len(words) < 4 and (match := around.before.search(text[max(0, start - BOUND_WINDOW) : start])):
        words.append(match["word"].lower())
        start -= len(match.group())
    return words


def joined(around: Surroundings, text: str, start: int, end: int, following: int) -> bool | None:
    """Whether what stands between `end` and the number at `following` joins two ends of one range.

    None where it does not, else whether the second end must be closed by a word of its own ("10억에서 20억까지").
    """
    between = text[end : min(following, end + 12)]
    if following - end > 12 or "\n" in between:
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
    match = around.sign.search(rest.translate(LOWER))
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
