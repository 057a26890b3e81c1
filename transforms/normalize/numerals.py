"""Korean numbers as text writes them: "1천576억", "2조1087억", "3조 4,400억", "오백억", "쉰두", "수십억".

A number is read with the words that belong to it, and never from a guess: where the words contradict each other
("3천 5천") it ends before the second.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transforms.lexicon.values import KoreanNumerals

DIGITS = r"(?:\d{1,3}(?:,\d{3})++(?!\d)|\d{1,18}+)(?:\.\d{1,9}+(?!\.\d))?"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end) of its text. `high` is the upper figure of words that name two ("두세").

    `scale` is the last magnitude named ("3억": 10^8), 1 where none is; `kind` is "digits",
    "words", "native" (before counters) or "article" (before a unit).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None = None
    bound: str = "exact"
    scale: Decimal = Decimal(1)
    kind: str = "digits"


@dataclass(frozen=True, slots=True)
class KoreanGrammar:
    """Patterns made of the words of ko/numerals.yml."""

    words: KoreanNumerals
    number: re.Pattern[str]
    token: re.Pattern[str]
    native: dict[str, tuple[int, int | None]]


def korean_numbers(text: str, words: KoreanNumerals) -> Iterator[Number]:
    """Every number of a Korean text, in order."""
    grammar = korean_grammar(words)
    position = 0
    while match := grammar.number.search(text, position):
        position = match.end()
        if match["native"]:
            low, high = grammar.native["".join(match["native"].split())]
            yield Number(
                match.start(), match.end(), Decimal(low), None if high is None else Decimal(high), kind="native"
            )
        elif match["half"]:
            yield Number(match.start(), match.end(), Decimal("0.5"), kind="native")
        elif number := _counted(grammar, text, match.start(), match.end(), "digits" if match["digits"] else "words"):
            position = number.end
            yield number


@cache
def korean_grammar(words: KoreanNumerals) -> KoreanGrammar:
    """The patterns for these words, compiled once."""
    sino, units = "".join(words.sino), "".join([*words.small, *words.large])
    small, large, vague = "".join(words.small), "".join(words.large), "|".join(words.vague)
    tail, point = "".join(words.tail), "|".join(words.point)
    native = _native(words)
    several = "|".join(
        word[:-1] + " ?" + word[-1] if len(word) > 2 else word
        for word in sorted(native, key=len, reverse=True)
        if len(word) > 1
    )
    touching = rf"(?:{'|'.join(words.touching_numerals)})(?=(?:{'|'.join(words.touching)})(?![가-힣]{{2}}))"
    spelled = rf"{several}|(?:{'|'.join(word for word in native if len(word) == 1)})(?=[ ])|{touching}"
    chunk = rf"{DIGITS}(?:[ ]?[{units}{tail}]++)*+"
    body = rf"[{sino}{units}](?:[ ]{{0,2}}[{sino}{units}{tail}]){{0,30}}+(?:(?:{point})[{sino}]{{1,9}}+)?"
    glued = "|".join(words.glued)
    number = (
        rf"(?P<digits>(?<![\d.,A-Za-z])(?<!{words.ordinal[0]}){chunk}(?:[ ]?{chunk}){{0,8}}+)"
        rf"|(?<![가-힣])(?P<native>{spelled})"
        rf"|(?<![가-힣])(?!{'|'.join(words.not_numbers)})(?:(?:{glued})(?=[{sino}{small}]{{2}}))?"
        rf"(?P<words>(?:{vague})[{small}]?[{large}]?+|{body})"
        rf"|(?<![가-힣])(?P<half>{'|'.join(words.half)})(?=[ ])"
    )
    heads = [*native, *words.touching_numerals, *words.glued, *words.vague, *words.half, *sino, *units]
    # asked first, because few places pass
    opening = rf"(?>(?=\d)|(?<![가-힣])(?=[{''.join(sorted({word[0] for word in heads}))}]))"
    token = re.compile(
        rf"(?P<d>{DIGITS})|(?P<v>{vague})|(?P<s>[{sino}])|(?P<u>[{small}])|(?P<l>[{large}])|(?P<p>{point})|(?P<t>["
        rf"{tail}])|(?P<w>[ ]+)"
    )
    return KoreanGrammar(words, re.compile(rf"{opening}(?:{number})"), token, native)


def _native(words: KoreanNumerals) -> dict[str, tuple[int, int | None]]:
    """Every native numeral from one to ninety-nine, and the words that name two neighbours, with its figures."""
    ones = {word: (int(value), None) for word, value in words.native_ones.items()}
    tens = {word: (int(value), None) for word, value in words.native_tens.items()}
    joined = {ten + one: (a + b, None) for ten, (a, _) in tens.items() for one, (b, _) in ones.items()}
    return {**ones, **tens, **joined, **words.native_ranges}


@dataclass(slots=True)
class _Sum:
    """A Korean number while it is read: whole blocks, the block of four digits at hand, the digit at hand."""

    total: Decimal = Decimal(0)
    block: Decimal = Decimal(0)
    digit: Decimal | None = None
    smallest: Decimal = Decimal(10) ** 40
    inner: Decimal = Decimal(10) ** 40
    scale: Decimal = Decimal(1)

    def value(self) -> Decimal:
        return self.total + self.block + (self.digit or 0)

    def take(self, words: KoreanNumerals, group: str, word: str, kind: str) -> bool:
        """Takes one more token; False where it contradicts those before it."""
        match group:
            case "d":
                return self.add_digit(Decimal(word.replace(",", "")))
            case "s":
                return self.add_digit(words.sino[word])
            case "v":
                return self.add_digit(Decimal(1))
            case "u":
                return self.add_small(words.small[word])
            case "l":
                unit = words.large[word]
                return (kind == "digits" or self.counts(unit)) and self.add_large(unit)
            case _:
                return True

    def add_digit(self, value: Decimal) -> bool:
        if self.digit is not None or value >= min(self.inner, self.smallest):
            return False
        self.digit = value
        return True

    def add_small(self, unit: Decimal) -> bool:
        if unit >= self.inner:
            return False
        self.block += (1 if self.digit is None else self.digit) * unit
        self.digit, self.inner, self.scale = None, unit, unit
        return True

    def counts(self, unit: Decimal) -> bool:
        """Whether a large unit may follow in words: 만 stands alone, 억 and 조 need a figure ("조원" is a name)."""
        return bool(self.block or self.digit or self.total) or unit == 10000

    def add_large(self, unit: Decimal) -> bool:
        if unit >= self.smallest:
            return False
        count = self.block + (self.digit or 0)
        self.total += (count or 1) * unit
        self.block, self.digit, self.smallest, self.inner, self.scale = Decimal(0), None, unit, Decimal(10) ** 40, unit
        return True


def _counted(grammar: KoreanGrammar, text: str, start: int, end: int, kind: str) -> Number | None:
    """The number that the tokens of text[start:end] make, up to the first that does not fit."""
    words, sums, bound = grammar.words, _Sum(), "exact"
    position = last = before_digit = start
    while position < end and (token := grammar.token.match(text, position, end)):
        group = token.lastgroup
        if group == "p":
            return _with_fraction(words, sums.value(), text[token.end() : end], start, end)
        if not sums.take(words, group or "", token.group(), kind):
            if group in ("u", "l") and sums.digit is not None:  # the digit belongs to the next number: "3천 5천"
                sums.digit, last = None, before_digit
            break
        bound = {"v": "min", "t": "about"}.get(group or "", bound)
        position = token.end()
        if group in ("d", "s", "v"):
            before_digit = last
        last = last if group == "w" else position
    return Number(start, last, sums.value(), None, bound, sums.scale, kind) if last > start else None


def _with_fraction(words: KoreanNumerals, whole: Decimal, spelled: str, start: int, end: int) -> Number | None:
    """A number with its decimals in words ("일쩜이삼")."""
    fraction = "".join(str(words.sino[digit]) for digit in spelled if digit in words.sino)
    return Number(start, end, whole + Decimal(f"0.{fraction}"), kind="words") if fraction else None
