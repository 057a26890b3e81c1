"""English numbers: "1,936", "10 1/2", "1.2 billion", "thirteen", "two dozen", "half a million", "one point three"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transforms.lexicon.values import EnglishNumerals
from transforms.normalize.lowered import LOWER
from transforms.normalize.numerals import DIGITS, Number


@dataclass(frozen=True, slots=True)
class EnglishGrammar:
    """Patterns made of the words of en/numerals.yml; `number` is for lower case; `letters`
    fits a scale that touches its number ("3bn").
    """

    words: EnglishNumerals
    number: re.Pattern[str]
    token: re.Pattern[str]
    scale: re.Pattern[str]
    letters: re.Pattern[str]
    halves: re.Pattern[str]


def english_numbers(text: str, words: EnglishNumerals) -> Iterator[Number]:
    """Every number of an English text, in order. "a" is one, of kind "article"."""
    grammar = english_grammar(words)
    position = 0
    lowered = text.translate(LOWER)
    while match := grammar.number.search(lowered, position):
        if match["article"]:
            position = match.end()
            yield Number(match.start(), match.end(), Decimal(1), kind="article")
            continue
        number = _spelled(grammar, text, match) if match["words"] else _written(grammar, text, match)
        position = number.end if number else match.end()
        if number:
            yield number


@cache
def english_grammar(words: EnglishNumerals) -> EnglishGrammar:
    """The patterns for these words, compiled once."""
    scales = _any_of(words.scales)
    plain = _any_of([*words.ones, *words.tens, *words.hundred, *words.scales, *words.groups])
    articles, signs = _any_of(words.articles), "".join(words.signs)
    leads = (
        rf"{plain}|{_any_of(words.fractions)}|(?:{articles}) (?="
        rf"{_any_of([*words.hundred, *words.scales, *words.groups])}\b)"
    )
    number = (
        rf"(?P<digits>(?:(?<![\w.,])|(?<=(?<![a-z])[a-z]{{3}})|(?<=\brs)){DIGITS})(?:(?P<part>[ -](?P<over>\d{{1,"
        rf"2}})/(?P<under>\d{{1,2}})(?![\d/]))|/(?P<whole>\d{{1,2}})(?![\d/]))?(?P<sign>[{signs}])?"
        rf"|(?P<alone>[{signs}])|\b(?P<article>{articles})(?= [a-z])(?! (?:{plain}|{_any_of(words.fractions)})\b)|\b"
        rf"(?P<words>{leads})(?![a-z])"
    )
    token = (
        rf"(?P<gap>(?:[ -]|, | and | an? (?=half|quarter))?)(?P<word>{plain}|{_any_of(words.fractions)}|point)(?![a-z])"
    )
    return EnglishGrammar(
        words,
        re.compile(rf"(?>(?=[\d{signs}])|\b(?=[a-z]))(?:{number})"),  # few places pass the first
        re.compile(token, re.IGNORECASE),
        re.compile(rf"[ -]?(?P<scale>{scales})(?![a-z])", re.IGNORECASE),
        re.compile(rf"(?P<letter>{_any_of(words.letters)})(?![a-z])", re.IGNORECASE),
        re.compile(rf"(?: of)? (?:{articles})(?![a-z])", re.IGNORECASE),
    )


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _written(grammar: EnglishGrammar, text: str, match: re.Match[str]) -> Number:
    """A number in digits, with its fraction and the scales after it."""
    words = grammar.words
    value = Decimal(match["digits"].replace(",", "")) if match["digits"] else words.signs[match["alone"]]
    if match["part"] and int(match["under"]):
        value += Decimal(match["over"]) / Decimal(match["under"])
    if match["whole"] and int(match["whole"]):
        value /= Decimal(match["whole"])
    if match["sign"]:
        value += words.signs[match["sign"]]
    end, scale = match.end(), Decimal(1)
    if found := grammar.scale.match(text, end):
        scale, end = words.scales[found["scale"].lower()], found.end()
    return Number(match.start(), end, value * scale, scale=scale)


def _spelled(grammar: EnglishGrammar, text: str, match: re.Match[str]) -> Number | None:
    """A number in words: the longest run of words from here that makes one."""
    words = grammar.words
    total, block, scale, largest = Decimal(0), None, Decimal(1), Decimal(10) ** 40
    article = re.match("(?:" + _any_of(words.articles) + ") ", match["words"], re.IGNORECASE)
    position = match.start() + (article.end() if article else 0)
    end = position
    while token := grammar.token.match(text, position):
        word, gap = token["word"].lower(), token["gap"]
        if gap == " and " and not (block is None or block % 100 == 0 or word in words.fractions):
            break
        if end > match.start() and not gap and position > match.start() + (article.end() if article else 0):
            break
        if word == "point":
            digits = re.match(
                r"(?:[ ](?:" + _any_of(words.ones) + r")(?![a-z])){1,6}", text[token.end() :][:60], re.IGNORECASE
            )
            if not digits:
                break
            block = (block or 0) + Decimal("0." + "".join(str(words.ones[w.lower()]) for w in digits.group().split()))
            position = end = token.end() + digits.end()
            continue
        if word in words.scales:
            if words.scales[word] >= largest:
                break
            scale = largest = words.scales[word]
            total, block = total + (1 if block is None else block) * scale, None
        else:
            added = _add(words, block, word)
            if added is None:
                break
            block = added
        position = end = token.end()
        if word in words.fractions and (found := grammar.halves.match(text, position)):
            position = end = found.end()
    return Number(match.start(), end, total + (block or 0), scale=scale, kind="words") if end > match.start() else None


def _add(words: EnglishNumerals, block: Decimal | None, word: str) -> Decimal | None:
    """The block of three digits with one more word, None where the word does not fit."""
    if word in words.fractions:
        return words.fractions[word] + (block or 0)
    count = Decimal(1) if block is None else block
    if word in words.groups:
        return count * words.groups[word]
    if word in words.hundred:
        return count * 100 if block is None or block < 100 else None
    value = words.tens.get(word) or words.ones[word]
    room = Decimal(0)
    if block is None or block % 100 == 0:
        room = Decimal(100)
    elif block % 10 == 0 and block % 100 >= 20:
        room = Decimal(10)
    return (block or 0) + value if value < room else None
