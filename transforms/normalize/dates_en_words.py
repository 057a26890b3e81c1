"""The patterns of English dates, made of the words of en/dates.yml and en/numerals.yml.

Every form of a date ("March 3, 2015", "the third quarter of 2016") is a pattern of its own, in `dates_en_shapes.py`; at
each place the longest that fits is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.lexicon.date_words import EnglishDates
from transforms.lexicon.values import EnglishNumerals, ValueWords
from transforms.normalize.dates_en_shapes import FORMS

# words before a year or a short name that make it a date
PREPOSITIONS = (
    r"(?:in|of|by|until|till|since|from|to|and|during|between|for|on|before|after|through|late|early|mid|or|than|the"
    r" year|as|starting|end|this|last|next)"
)
STRICT = r"(?:in|of|by|until|till|since|from|during|through|before|after|on|to|over)"


@dataclass(frozen=True, slots=True)
class EnglishGrammar:
    """`forms` by name, `start` where any of them may begin (in lower case); then what stands around a date."""

    words: EnglishDates
    numerals: EnglishNumerals
    forms: tuple[tuple[str, re.Pattern[str]], ...]
    start: re.Pattern[str]
    period: re.Pattern[str]
    offset: re.Pattern[str]
    recurrence: re.Pattern[str]
    join: re.Pattern[str]
    before: re.Pattern[str]
    moved: re.Pattern[str]
    preposition: re.Pattern[str]
    strict: re.Pattern[str]
    in_the: re.Pattern[str]
    years: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """One pattern for all words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w))) or r"(?!)"


@cache
def english_dates(words: ValueWords) -> EnglishGrammar:
    """The patterns for these words, compiled once."""
    dates, numerals = words.english_dates, words.english
    names = _names(words)
    flags = re.IGNORECASE | re.MULTILINE  # the end of a line is an end
    forms = tuple(
        (name, re.compile(rf"(?<![A-Za-z])(?:{_filled(form, names)})", flags)) for name, form in FORMS.items()
    )
    number = rf"(?:\d{{1,3}}|an?|{any_of([*numerals.ones, *numerals.tens])})(?:[ -](?:{any_of(numerals.ones)})\b)?"
    length = rf"(?:(?:{number})[ -]?(?:{any_of(dates.units)})\b)"
    lengths = rf"{length}(?:,? (?:and )?{length}){{0,2}}"
    return EnglishGrammar(
        dates,
        numerals,
        forms,
        re.compile(rf"(?<![a-z\d])(?:{_first(dates, numerals)})|(?<=\d)q[1-4]", re.MULTILINE),
        re.compile(rf"(?P<n>{number})[ -]?(?P<u>{any_of(dates.units)})\b", flags),
        re.compile(rf"(?<![A-Za-z\d.,/-])(?:{_offset(dates, numerals, lengths)})", flags),
        re.compile(rf"(?<![A-Za-z])(?:{_recurrence(dates, lengths)})", flags),
        re.compile(rf"(?: ?[-–—] ?| (?P<word>{any_of(dates.joins)}|and) )(?:the )?", flags),
        re.compile(rf"(?<![A-Za-z])(?:{_before(dates)})", flags),
        re.compile(rf"\b(?:{any_of(dates.moves)})\b", flags),
        re.compile(rf"\b{PREPOSITIONS} \Z|\A\W*\Z|\b\d{{4}}, \Z", flags),
        re.compile(rf"\b{STRICT} \Z", flags),
        re.compile(rf"\b{STRICT} the \Z", flags),
        re.compile(names["yearwords"], flags),
    )


def _first(dates: EnglishDates, numerals: EnglishNumerals) -> str:
    """Where some date may begin: light words only before a word that goes on with one."""
    counts = any_of(
        [
            *numerals.ones,
            *numerals.tens,
            *dates.ordinals,
            *dates.directions,
            *dates.parts,
            *dates.periods,
            *dates.days,
            *dates.year_ends,
            *dates.holidays,
            *dates.seasons,
        ]
    )
    light = any_of(["a", "an", "the", "in", "from", "between", *dates.lengths, *dates.within])
    return (
        rf"\d|['’]\d0|(?:{light})(?= (?:\d|an?\b|{counts}|the|{any_of(dates.months)}|calendar))|(?:"
        rf"{any_of(_starts(dates, numerals))})(?![a-z])|q[1-4]"
    )


def _offset(dates: EnglishDates, numerals: EnglishNumerals, lengths: str) -> str:
    """A length of time with what it is counted from; an empty group marks that a date must follow."""
    lead = any_of([d for d in dates.directions if dates.directions[d]])
    return (
        rf"(?P<stretch>(?:the )?(?P<lead>{lead}) (?P<stretched>{lengths}))"
        rf"|(?P<inside>{any_of(dates.within)}) (?P<insided>{lengths})(?: (?:from|of|since|after) (?P<from>))?"
        rf"|(?P<in>in) (?P<ined>{lengths})(?! of)(?: (?:since|from|after) (?:the )?(?P<since>))?"
        rf"|(?P<counted>{lengths}) (?:(?P<ago>{any_of(dates.ago)})|(?P<hence>{any_of(dates.hence)}))\b"
        rf"|(?P<anchored>{lengths}) (?:(?P<later>from|after)|(?P<sooner>before)) (?:the )?(?P<at>)"
        rf"|(?:{any_of(dates.lengths)}) (?:a |the |some |about |up to |at least )?(?P<length>{lengths})(?P<today>, f"
        rf"rom today)?"
        rf"|(?P<plan>(?:\d{{1,2}}|{any_of(numerals.ones)})-(?:year|month|week|day)\b)(?![ -]olds?\b)"
    )


def _recurrence(dates: EnglishDates, lengths: str) -> str:
    every = any_of(dates.every)
    return (
        rf"(?:{every}) (?P<every>{lengths})|(?:{every}) (?P<other>other )?(?P<unit>day|week|month|year)\b|(?P<word>"
        rf"{any_of(dates.every_words)})\b"
    )


def _before(dates: EnglishDates) -> str:
    """The words that end right before a date and bound it."""
    return (
        rf"(?:(?P<before>{any_of(dates.before)})|(?P<after>{any_of(dates.after)})|(?P<since>{any_of(dates.since)})|"
        rf"(?P<by>{any_of(dates.by)})|(?P<from>from)|(?P<between>between))(?: the)? (?:the )?\Z"
    )


def _starts(dates: EnglishDates, numerals: EnglishNumerals) -> list[str]:
    """The words with which some form may begin, but for the light ones."""
    words = [
        *dates.months,
        *dates.weekdays,
        *dates.ordinals,
        *dates.days,
        *dates.directions,
        *dates.parts,
        *dates.halves,
    ]
    words += [*dates.year_ends, *dates.fiscal, *dates.every, *dates.every_words, *dates.holidays, *dates.seasons]
    return [*words, *numerals.ones, *numerals.tens, "week", "weekend", "year", "cy", "month", "calendar"]


def _names(words: ValueWords) -> dict[str, str]:
    dates, numerals = words.english_dates, words.english
    ones, tens = any_of(numerals.ones), any_of(numerals.tens)
    ordinal_words = any_of(dates.ordinals)
    ordinal = rf"(?:(?:twenty|thirty)[ -](?:{ordinal_words})|{ordinal_words}|\d\d?(?:st|nd|rd|th))(?![A-Za-z])"
    number = r"(?:3[01]|[12]\d|0?[1-9])"
    below = rf"(?:(?:{tens})(?:[ -](?:{ones}))?|{ones})"
    year = r"(?:1[5-9]|20|21)\d\d"
    year_words = (
        rf"(?:(?:sixteen|seventeen|eighteen|nineteen|twenty) (?:hundred(?: and)? )?{below}"
        rf"|(?:one|two) thousand(?: (?:{ones}) hundred)?(?:(?: and)? {below})?)\b"
    )
    directions = any_of(dates.directions)
    return {
        "year": year,
        "yearwords": year_words,
        "number": number,
        "day": (
            rf"(?<![:\d.])(?:{ordinal}|{number}(?![\w])|{number}(?=(?:{any_of(dates.months)})\b)|(?:twenty|thirty)[ "
            rf"-](?:{ones})\b|(?:{ones})\b)"
        ),
        "ordinal": ordinal,
        "months": rf"(?:{any_of(dates.months)})(?![a-z])",
        "weekdays": rf"(?:{any_of(dates.weekdays)})(?![a-z])",
        "weekday": rf"(?:{any_of(dates.weekdays)})(?![a-z])\.?",
        "directions": rf"(?:{directions})",
        "periods": any_of(dates.periods),
        "days": rf"(?:{any_of(dates.days)})(?![a-z-])",
        "halves": rf"(?:{any_of(dates.halves)})",
        "quarters": any_of(dates.quarters),
        "parts": rf"(?:{any_of(dates.parts)})",
        "yearends": any_of(dates.year_ends),
        "fiscal": any_of(dates.fiscal),
        "holidays": any_of(dates.holidays),
        "seasons": rf"(?:{any_of(dates.seasons)})(?![a-z])",
        "unit": r"(?:mile|inch|cup|teaspoon|tablespoon|of)",
        "counted": rf"(?:{any_of([*words.units['en'].counted, 'other', 'more', 'new', 'additional'])})\b",
        "yearof": rf"(?:{year}|(?:{directions}) (?:year|yr))(?![a-z\d])",
        "yearafter": rf"(?:(?:,? (?:of |in )?|[-/]| ?, ?)(?P<y>{year}|{year_words})(?![\d]))",
    }


def _filled(form: str, names: dict[str, str]) -> str:
    """The form with the words in place of their names."""
    return re.sub(r"(?<!\(\?P)<([a-z]+)>", lambda match: names[match[1]], form)
