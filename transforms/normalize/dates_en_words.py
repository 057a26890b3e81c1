"""The patterns of English dates, made of the words of en/dates.yml and en/numerals.yml.

Every form of a date ("March 3, 2015", "the third quarter of 2016") is a pattern of its own in `FORMS`, written with
names in <angle brackets> for the words; at each place the longest form that fits is taken.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.lexicon.date_words import EnglishDates
from transforms.lexicon.values import EnglishNumerals, ValueWords

# forms by name; the first word of a name tells which builder reads it
FORMS = {
    "ymd": r"(?<!\d)(?<!\d[-./])(?P<y><year>)(?P<s>[-./ ])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d><number>)(?!\d)",
    "ymd compact": r"(?<!\d)(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    "mdy": r"(?<![\d./])(?P<a>\d\d?)(?P<s>[-./])(?P<b>\d\d?)(?:(?P=s)|, ?)(?P<y><year>|\d\d)(?![\d/]|-\d\d?(?![\d/]))",
    "md": (
        r"(?<![\d.$€£/])(?<!\d-)(?P<a>\d\d?)(?:/|(?<=on \d)-|(?<=on \d\d)-)(?P<b>\d\d?)(?![\w/%]|\.\d|-(?!\d\d?/)|,"
        r"\d| ?(?:<unit>|percent|am|pm|a\.m|p\.m))"
    ),
    "md dotted": r"(?<=on )(?P<a>\d\d?)\.(?P<b>\d\d?)(?![\d/.%-])",
    "ym": r"(?<![\d./-])(?P<y><year>) ?[-./] ?(?P<m>0?[1-9]|1[0-2])(?![\d/-])",
    "ym reversed": r"(?<![\d./-])(?P<m>0?[1-9]|1[0-2]) ?[-/] ?(?P<y><year>)(?![\d/-])",
    "ymonthd": r"(?P<y><year>)[-/ ](?P<month><months>)[-/ ](?P<d><number>)(?!\d)",
    "ydmonth": r"(?P<y><year>)[-/](?P<d><number>)[-/](?P<month><months>)\b",
    "monthyd": r"(?P<month><months>)[-/](?P<y><year>)[-/](?P<d><number>)(?!\d)",
    "date month": (
        r"(?:(?P<w><weekday>),? (?:the )?)?(?P<month><months>)(?:[.,]{0,2} ?|[-/]| )(?:the )?(?P<d><day>)(?![\d:]|,"
        r"\d|(?: ?[-–] ?\d\d?)?(?: ?[ap]\.?m\b)| (?:million|billion|percent))(?:<yearafter>| (?P<move><directions>) "
        r"year)?(?:,? (?P<v><weekday>))?"
    ),
    "date day": (
        r"(?:(?P<w><weekday>),? )?(?:the )?(?P<d><day>)(?:\. ?|[-/]| of | day of | )?(?P<month><months>)\b\.?(?:<yea"
        r"rafter>| (?P<move><directions>) year)?"
    ),
    "days of": (
        r"(?:from |between )?(?:the )?(?P<d><day>) ?(?:[-–]|to|and|through|thru|until|till) ?(?:the )?(?P<e><day>)(?"
        r": of)? (?P<month><months>)\b<yearafter>?"
    ),
    "days month": (
        r"(?P<month><months>)\.? (?P<between>between )?(?:the )?(?P<d><day>) ?(?P<join>[-–]|to|through|thru|and) ?(?"
        r":the )?(?P<e><day>)(?![\d:%]|,\d| ?[ap]\.?m\b)<yearafter>?"
    ),
    "days this": (
        r"(?:from|between) (?:the )?(?P<d><day>) (?:to|and|through) (?:the )?(?P<e><day>) (?:of )?(?P<direction><dir"
        r"ections>) month"
    ),
    "days until": (
        r"from (?:the )?(?P<d><day>) (?:to|until|till|through) (?P<month><months>)\.? (?:the )?(?P<e><day>)<yearafte"
        r"r>?"
    ),
    "months year": r"(?P<month><months>) ?[-–] ?(?P<until><months>)(?:,? (?P<y><year>))?(?!\w)",
    "month year": (
        r"(?P<month><months>)(?:[.,]? (?:of |in |the )?|[-/,])(?P<y><year>|<yearwords>|['’]\d\d|[3-9]\d(?= ?[.,]?$))"
        r"(?!\d|-\d)"
    ),
    "month after": r"(?P<y><year>|<yearwords>)[ -](?P<month><months>)\b",
    "month direction": (
        r"(?:(?P<direction><directions>) )?(?P<month><months>)(?:(?: of)? (?P<move><directions>) (?:year|yr))?(?![\w"
        r"-])"
    ),
    "weekday": (
        r"(?:(?P<direction><directions>) )?(?P<weekday><weekdays>)\b\.?(?:,? (?:the )?(?P<d><day>)(?![\d:-]| ?[ap]\."
        r"?m|\.\d))?"
    ),
    "weekday week": r"(?P<weekday><weekdays>)\.? (?:of |from |in )?(?P<direction><directions>) week",
    "week weekday": r"(?P<direction><directions>) week(?: -| on|,)? (?P<weekday><weekdays>)\b",
    "weekday after": r"(?P<weekday><weekdays>) after next",
    "unit after": r"(?:the )?(?P<period>week|weekend|month|year) after (?:the )?next",
    "unit": r"(?P<direction><directions>) (?P<period><periods>)\b",
    "unit now": r"(?:the )?(?P<period>weekend)|(?:for |of |by |in |this )?the (?P<now>month)(?=[ ]*(?:[.,;!?]|$))",
    "days": r"(?P<days><days>)",
    "nth": (
        r"(?:the )?(?P<nth><ordinal>|last)(?P<last>[ -]last)? (?P<of><weekdays>|week|weekend|day)(?: evening| mornin"
        r"g| afternoon)?(?: (?:of|in))? (?:the )?(?P<whole>(?P<direction><directions>) (?P<period>month|year)|(?:mon"
        r"th|year)|(?P<month><months>)(?:,? (?P<y><year>))?|(?P<bare><year>))\b"
    ),
    "nth alone": r"(?:the )?(?P<nth><ordinal>) (?P<of><weekdays>)\b",
    "day of": r"(?:the )?(?P<d><day>)(?: of)? (?P<direction><directions>) month",
    "day alone": (
        r"(?P<the>the )?(?P<d>\d\d?(?:st|nd|rd|th)(?=[ ]*(?:[.,;!?]|$)| and | or | to | -)|(?:<ordinal>|[12]?\d|thir"
        r"ty)(?=[ ]*[.!?]?$))"
    ),
    "week of": r"(?:the )?(?P<week>week|weekend) (?:of|commencing|starting|beginning)(?: on)? (?:the )?",
    "quarter": r"(?:the |a )?(?:whole )?(?P<q><ordinal>)[ -](?:<quarters>)(?:(?: of)?,? (?:the )?(?P<whole><yearof>))?",
    "quarter letter": r"(?:\b|(?<=\d))q(?P<n>[1-4])(?:(?:[ -]| of |, )?(?P<whole><yearof>|['’]?\d\d\b))?",
    "quarter after": r"(?P<y><year>|\b\d\d)[ -]?q(?P<n>[1-4])\b",
    "half": r"(?:the )?(?P<half><halves>)(?:(?: of)?[ -](?:the )?(?P<whole><yearof>))?(?![\w])",
    "half after": r"(?P<y><year>)[ -](?P<half>h[12])\b",
    "fiscal": r"(?:<fiscal>) ?(?P<y><year>|['’]?\d\d\b)(?P<two>[-/]\d\d\b)?",
    "decade": r"(?:the )?(?:early |late |mid-)?(?P<dec>(?:1[5-9]|20)\d0|['’]?\d0)['’]?s\b",
    "year": r"(?<![\d.,$€£/])(?<!\d-)(?P<y><year>|<yearwords>)(?![\d%]|,\d|\.\d|-\d| (?:<counted>))",
    "year named": r"(?:the )?(?:calendar )?(?:year(?: of)?|cy) (?P<y><year>)",
    "years": r"(?<![\d/.-])(?P<y><year>) ?[-–/] ?(?P<z><year>|\d\d)(?![\d/-])",
    "part": r"(?P<part><parts>)(?: the)?[ ]?",
    "year end": r"(?P<yearend><yearends>)",
    "decade end": r"(?P<decadeend>(?:the )?end of (?:the|this) decade)",
    "holiday": (
        r"(?:(?P<direction>next|last|this) )?(?P<holiday><holidays>)(?:(?P<w1> weekend)|,? (?:in |of )?(?P<y><year>)"
        r"(?P<w2> weekend)?(?P<w3>))?\b"
    ),
}  # fmt: skip
FORMS["holiday weekend"] = r"(?P<holiday><holidays>) weekend (?P<y><year>)(?P<w1>)"
# words before a year or a short name that make it a date
PREPOSITIONS = (
    r"(?:in|of|by|until|till|since|from|to|and|during|between|for|on|before|after|through|late|early|mid|or|than|the"
    r" year|as|starting|end|this|last|next)"
)
STRICT = r"(?:in|of|by|until|till|since|from|during|through|before|after|on|to)"


@dataclass(frozen=True, slots=True)
class EnglishGrammar:
    """`forms` by name, `start` where any of them may begin; `lengths` and what stands around a date."""

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
        ]
    )
    light = any_of(["a", "an", "the", "in", "from", "between", *dates.lengths, *dates.within])
    first = (
        rf"\d|['’]\d0|(?:{light})(?= (?:\d|an?\b|{counts}|the|{any_of(dates.months)}|calendar))|(?:"
        rf"{any_of(_starts(dates, numerals))})(?![a-z])|q[1-4]"
    )
    lead = any_of([d for d in dates.directions if dates.directions[d]])
    offset = (
        rf"(?P<stretch>(?:the )?(?P<lead>{lead}) (?P<stretched>{lengths}))"
        rf"|(?P<inside>{any_of(dates.within)}) (?P<insided>{lengths})(?: (?:from|of|since|after) (?P<from>))?"
        rf"|(?P<in>in) (?P<ined>{lengths})(?! of)(?: (?:since|from|after) (?:the )?(?P<since>))?"
        rf"|(?P<counted>{lengths}) (?:(?P<ago>{any_of(dates.ago)})|(?P<hence>{any_of(dates.hence)}))\b"
        rf"|(?P<anchored>{lengths}) (?:(?P<later>from|after)|(?P<sooner>before)) (?:the )?(?P<at>)"
        rf"|(?:{any_of(dates.lengths)}) (?:a |the |some |about |up to |at least )?(?P<length>{lengths})(?P<today>, f"
        rf"rom today)?"
        rf"|(?P<plan>(?:\d{{1,2}}|{any_of(numerals.ones)})-(?:year|month|week|day)\b)"
    )
    every = any_of(dates.every)
    recurrence = (
        rf"(?:{every}) (?P<every>{lengths})|(?:{every}) (?P<other>other )?(?P<unit>day|week|month|year)\b|(?P<word>"
        rf"{any_of(dates.every_words)})\b"
    )
    before = (
        rf"(?:(?P<before>{any_of(dates.before)})|(?P<after>{any_of(dates.after)})|(?P<since>{any_of(dates.since)})|"
        rf"(?P<by>{any_of(dates.by)})|(?P<from>from)|(?P<between>between))(?: the)? (?:the )?\Z"
    )
    return EnglishGrammar(
        dates,
        numerals,
        forms,
        re.compile(rf"(?<![A-Za-z\d])(?:{first})|(?<=\d)q[1-4]", flags),
        re.compile(rf"(?P<n>{number})[ -]?(?P<u>{any_of(dates.units)})\b", flags),
        re.compile(rf"(?<![A-Za-z\d.,/-])(?:{offset})", flags),
        re.compile(rf"(?<![A-Za-z])(?:{recurrence})", flags),
        re.compile(rf"(?: ?[-–—] ?| (?P<word>{any_of(dates.joins)}|and) )(?:the )?", flags),
        re.compile(rf"(?<![A-Za-z])(?:{before})", flags),
        re.compile(rf"\b(?:{any_of(dates.moves)})\b", flags),
        re.compile(rf"\b{PREPOSITIONS} \Z|\A\W*\Z|\b\d{{4}}, \Z", flags),
        re.compile(rf"\b{STRICT} \Z", flags),
        re.compile(names["yearwords"], flags),
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
    words += [*dates.year_ends, *dates.fiscal, *dates.every, *dates.every_words, *dates.holidays]
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
        "unit": r"(?:mile|inch|cup|teaspoon|tablespoon|of)",
        "counted": rf"(?:{any_of([*words.units['en'].counted, 'other', 'more', 'new', 'additional'])})\b",
        "yearof": rf"(?:{year}|(?:{directions}) (?:year|yr))(?![a-z\d])",
        "yearafter": rf"(?:(?:,? (?:of |in )?|[-/]| ?, ?)(?P<y>{year}|{year_words})(?![\d]))",
    }


def _filled(form: str, names: dict[str, str]) -> str:
    """The form with the words in place of their names."""
    return re.sub(r"(?<!\(\?P)<([a-z]+)>", lambda match: names[match[1]], form)
