"""The words of numbers, money, measures and dates: what the value readers know of Korean and English.

Every class is read from the file of the same name (`numerals.yml`, `money.yml`, `units.yml`, `dates.yml`); the meaning
of each field stands at the head of that file. The classes compare by identity, so that a grammar compiled from one can
be kept for as long as the lexicon lives.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from transforms.lexicon.date_words import EnglishDates, KoreanDates, read_english, read_korean
from transforms.lexicon.sheet import Sheet, read_sheet

Words = tuple[str, ...]
Texts = dict[str, str]
Numbers = dict[str, Decimal]


@dataclass(frozen=True, slots=True, eq=False)
class KoreanNumerals:
    """ko/numerals.yml, the number words."""

    sino: Numbers
    small: Numbers
    large: Numbers
    native_tens: Numbers
    native_ones: Numbers
    native_ranges: dict[str, tuple[int, int]]
    vague: Words
    tail: Words
    half: Words
    point: Words
    ordinal: Words
    glued: Words
    not_numbers: Words
    touching: Words
    touching_numerals: Words


@dataclass(frozen=True, slots=True, eq=False)
class EnglishNumerals:
    """en/numerals.yml, the number words."""

    ones: Numbers
    tens: Numbers
    hundred: Words
    scales: Numbers
    letters: Numbers
    groups: Numbers
    fractions: Numbers
    articles: Words
    signs: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """numerals.yml, the words around a figure; `openers` are pairs such as between ... and."""

    before: Texts
    after: Texts
    range: Words
    openers: Texts
    closers: Words
    changes: Words
    per: Texts
    periods: Texts
    fillers: Words
    each: Words


@dataclass(frozen=True, slots=True)
class Unit:
    """What a word after a figure counts.

    `kind` is money, quantity, percent, points or apart; money is named by its ISO code. `factor` turns a subunit into
    its unit (센트: 0.01). `role` tells how the word is read: "" as it stands, "thing" where it counts people, bodies or
    objects, "generic" by the noun it counts, "strict" so and before a particle, "subunit" for a part of a currency,
    "exact" in its own case, "letter" only after digits, "scaled" only where it touches them. `instead` names the
    measure that a word of money may also be (pound).
    """

    kind: str
    name: str
    factor: Decimal = Decimal(1)
    role: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """units.yml and money.yml: every word after a figure, and what tells the ambiguous ones apart."""

    after: dict[str, Unit]
    symbols: Texts
    counted: Texts
    modifiers: Words
    particles: Words
    percent_of: Words
    speed: Words
    gpu: dict[str, Words]
    not_gpu: Words
    never_one: Words
    scaled_nouns: Words
    weights: Words
    not_money: Words
    bare_money: dict[str, str]


@dataclass(frozen=True, slots=True, eq=False)
class ValueWords:
    """The part of the lexicon that the value readers use; `bounds` and `units` by language."""

    korean: KoreanNumerals
    english: EnglishNumerals
    bounds: dict[str, Bounds]
    units: dict[str, Units]
    korean_dates: KoreanDates
    english_dates: EnglishDates


def read(folder: Path) -> ValueWords:
    """The words under `folder` (`ko/`, `en/`); LexiconError tells what is wrong and where."""
    ko, en = read_sheet(folder / "ko/numerals.yml"), read_sheet(folder / "en/numerals.yml")
    symbols = read_sheet(folder / "en/money.yml").texts("symbols")
    return ValueWords(
        korean=_korean_numerals(ko),
        english=_english_numerals(en),
        bounds={"ko": _korean_bounds(ko), "en": _english_bounds(en)},
        units={lang: _units(folder / lang, symbols) for lang in ("ko", "en")},
        korean_dates=read_korean(folder),
        english_dates=read_english(folder),
    )


def _korean_numerals(sheet: Sheet) -> KoreanNumerals:
    numbers: dict[str, Any] = {
        name: sheet.numbers(name) for name in ("sino", "small", "large", "native_tens", "native_ones")
    }
    words = ("vague", "tail", "half", "point", "ordinal", "glued", "not_numbers", "touching", "touching_numerals")
    numbers |= {name: sheet.words(name) for name in words}
    return KoreanNumerals(native_ranges=sheet.pairs("native_ranges"), **numbers)


def _english_numerals(sheet: Sheet) -> EnglishNumerals:
    names = ("ones", "tens", "scales", "letters", "groups", "fractions", "signs")
    numbers: dict[str, Any] = {name: sheet.numbers(name) for name in names}
    return EnglishNumerals(**numbers, hundred=sheet.words("hundred"), articles=sheet.words("articles"))


def _korean_bounds(sheet: Sheet) -> Bounds:
    openers = dict.fromkeys(sheet.words("from_to"), "")
    words = {name: sheet.words(name) for name in ("range", "each", "fillers")}
    return Bounds(
        before=sheet.texts("before"),
        after=sheet.texts("after"),
        openers=openers,
        closers=sheet.words("to"),
        changes=(),
        per=sheet.texts("per"),
        periods=sheet.texts("periods"),
        **words,
    )


def _english_bounds(sheet: Sheet) -> Bounds:
    return Bounds(
        before=sheet.texts("before"),
        after=sheet.texts("after"),
        range=sheet.words("range"),
        openers=sheet.texts("between"),
        closers=(),
        changes=sheet.words("changes"),
        per=sheet.texts("per"),
        periods={},
        fillers=(),
        each=(),
    )


def _units(folder: Path, symbols: Texts) -> Units:
    money, units = read_sheet(folder / "money.yml"), read_sheet(folder / "units.yml")
    currencies, words = money.groups("currencies"), money.words("not_codes")
    codes = {code: code for code in currencies if code not in words}
    korean = folder.name == "ko"
    lists = {name: units.words(name) if (name in KOREAN) == korean else () for name in (*KOREAN, *ENGLISH)}
    return Units(
        after=_measures(units) | _percents(units) | _money(money, symbols | codes, _measures(units)),
        symbols=symbols | codes,
        counted={noun: name for name, nouns in units.groups("counted").items() for noun in nouns},
        gpu=units.groups("gpu") if korean else {},
        weights=units.words("weights"),
        bare_money=money.texts("bare_money") if korean else {},
        **lists,
    )


# lists of units.yml that one language has alone
KOREAN = ("modifiers", "particles", "speed", "not_gpu", "not_money")
ENGLISH = ("percent_of", "never_one", "scaled_nouns")


def _percents(sheet: Sheet) -> dict[str, Unit]:
    return {word: Unit("percent", "percent") for word in sheet.words("percent")} | {
        word: Unit("points", "percentage point") for word in sheet.words("points")
    }


def _money(sheet: Sheet, signs: Texts, measures: dict[str, Unit]) -> dict[str, Unit]:
    after = {sign: Unit("money", code) for sign, code in signs.items()}
    for code, names in sheet.groups("currencies").items():
        for name in names:
            measure = measures.get(name)
            after[name] = Unit("money", code, instead=measure.name if measure else "")
    for name, (code, share) in sheet.pairs("subunits").items():
        after[name] = Unit("money", code, Decimal(share), role="subunit")
    return after


def _measures(sheet: Sheet) -> dict[str, Unit]:
    after = {word: Unit("quantity", name) for name, words in sheet.groups("units").items() for word in words}
    if "exact" in sheet.entries:
        letters = sheet.words("ambiguous")
        for name, words in sheet.groups("exact").items():
            after.update({w: Unit("quantity", name, role="letter" if w in letters else "exact") for w in words})
    if "generic" in sheet.entries:
        strict = sheet.words("strict")
        after.update(
            {w: Unit("quantity", n, role="thing") for n, words in sheet.groups("things").items() for w in words}
        )
        for word, name in sheet.texts("generic").items():
            after[word] = Unit("quantity", name, role="strict" if word in strict else "generic")
        after.update({word: Unit("apart", word) for word in sheet.words("apart")})
    for letter, (name, factor) in sheet.pairs("scaled").items():
        after[letter] = Unit("quantity", name, Decimal(factor), role="scaled")
    return after
