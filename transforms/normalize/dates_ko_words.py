"""The patterns of Korean dates, made of the words of ko/dates.yml and ko/numerals.yml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from transforms.lexicon.date_words import KoreanDates
from transforms.lexicon.values import KoreanNumerals, ValueWords

YEAR = r"(?:1[5-9]|2[01])\d\d"


@dataclass(frozen=True, slots=True)
class KoreanGrammar:
    """`start` finds where a date or a length of time begins, `token` the words of a date, one at a time."""

    words: KoreanDates
    numerals: KoreanNumerals
    token: re.Pattern[str]
    start: re.Pattern[str]
    part: re.Pattern[str]
    gap: re.Pattern[str]
    letter: re.Pattern[str]
    clock: re.Pattern[str]
    length: re.Pattern[str]
    join: re.Pattern[str]
    also: re.Pattern[str]
    between: re.Pattern[str]
    by: re.Pattern[str]
    relation: re.Pattern[str]
    change: re.Pattern[str]
    week_of: re.Pattern[str]


def any_of(words: Iterable[str]) -> str:
    """One pattern for all words, the longest first; a space in a word may be missing."""
    return (
        "|".join(re.escape(word).replace("\\ ", "[ ]?") for word in sorted(words, key=lambda w: (-len(w), w)))
        or r"(?!)"
    )


@cache
def korean_dates(words: ValueWords) -> KoreanGrammar:
    """The patterns for these words, compiled once."""
    dates, numerals = words.korean_dates, words.korean
    token, phrase, opening = _token(dates, numerals), _phrase(dates, numerals), _opening(dates, numerals)
    return KoreanGrammar(
        dates,
        numerals,
        re.compile(rf"{opening}(?:{token})", re.MULTILINE),
        re.compile(rf"{opening}(?:(?:{phrase})|(?:{token}))", re.MULTILINE),
        re.compile(
            rf"[ ]?(?P<part>{any_of(dates.parts)})(?=[^가-힣]|$|에|의|께|경|쯤|까지|부터|이|로|으로|은|는|엔|기준|현재)"
        ),
        re.compile(rf"[ ]{{0,2}}(?:의[ ]?)?(?:[(（](?=[{dates.weekday_letters}](?:요일)?[)）]))?"),
        re.compile(rf"[ ]?[(（][{dates.weekday_letters}](?:요일)?[)）]"),
        re.compile(_clock(dates)),
        re.compile(_length(dates, numerals, "")),
        re.compile(rf"[ ]?(?:{any_of(dates.joins)})[ ]?"),
        re.compile(rf"[ ]?(?:{any_of(dates.and_joins)})[ ]"),
        re.compile(rf"[ ]?(?:{any_of(dates.between)})"),
        re.compile(rf"[ ]?(?:{any_of(dates.by)})"),
        re.compile(
            rf"[ ]?(?:(?P<before>{any_of(dates.until_before)})|(?P<since>{any_of(dates.since)})|(?P<by>"
            rf"{any_of(dates.by)})"
            rf"|(?P<from>{any_of(dates.since_from)})|(?P<within>(?:{any_of(dates.within)})(?=에|[ ,.]|\n|\Z)))"
        ),
        re.compile(rf"(?:{any_of(dates.not_joins)})(?![가-힣])"),
        re.compile(rf"(?:{any_of(dates.week_of)})"),
    )


def _opening(dates: KoreanDates, numerals: KoreanNumerals) -> str:
    """What every date begins with, asked first because few places pass: a figure or the first syllable of a word."""
    inside = [dates.days, dates.now, dates.stretches, dates.halves, dates.weekdays]  # also behind other syllables
    numbers = [numerals.sino, numerals.small, numerals.half, numerals.native_tens, numerals.native_ones]
    years = [dates.years, dates.short_years, dates.same_year, dates.within_year, dates.year_parts]
    months = [dates.months, dates.same_month, dates.month_names, dates.month_parts, dates.quarters]
    others = [dates.weeks, dates.weekends, dates.ordinals, dates.directions, dates.holidays, dates.day_counts]
    heads = [*numbers, *years, *months, *others, dates.every_words]
    anywhere = "|".join(_openings(inside, 2))
    return (
        rf"(?>(?=[\d'’‘])|(?=[{''.join(_openings(inside, 1))}])(?={anywhere})"
        rf"|(?<![가-힣])(?=[{''.join(_openings(heads, 1))}]))"
    )


def _openings(lists: Iterable[Iterable[str]], size: int) -> list[str]:
    """The first characters of the words of some lists."""
    return sorted({word[:size] for words in lists for word in words})


def _length(dates: KoreanDates, numerals: KoreanNumerals, name: str) -> str:
    """A length of time: "3년", "1개월 21일", "두 달", "나흘"."""
    sino, small, native = (
        "".join(numerals.sino),
        "".join(numerals.small),
        any_of([*numerals.native_tens, *numerals.native_ones]),
    )
    number = (
        rf"(?:\d{{1,3}}|(?:{any_of(numerals.half)})(?=[ ]?년)|(?:{native})(?=[ ]?(?:달|해|주))"
        rf"|[{sino}{small}]{{1,4}}(?="
        rf"년|주|개월))"
    )
    unit = rf"(?:{any_of(dates.counted_units)})(?!러|[월화수목금토일]요일)"
    one = rf"(?:(?<![\d.,가-힣]){number}[ ]?{unit}|(?<![가-힣])(?:{any_of(dates.day_counts)}))"
    return rf"(?P<{name}>{one}(?:[ ]{one}){{0,2}})" if name else one


def _phrase(dates: KoreanDates, numerals: KoreanNumerals) -> str:
    length = _length(dates, numerals, "").replace("(?<![\\d.,가-힣])", "(?<![\\d.,])")
    lengths = rf"{length}(?:[ ]{length}){{0,2}}"
    during = rf"[ ]?(?:{any_of(dates.during)})(?=[^가-힣]|$|의|에|은|는|으로|씩|이)"
    inside = rf"[ ]?(?:{any_of(dates.within)})(?=[^가-힣]|$|에|의|로|으로)"
    beside = (
        rf"[ ]?(?:(?P<{{0}}before>{any_of(dates.before)})|(?P<{{0}}after>{any_of(dates.after)}))"
        rf"(?=[^가-힣]|$|에|의|까지|부"
        rf"터|인|이|쯤)"
    )
    anchor = any_of([*dates.days, *dates.now])
    leads = [word for word in dates.stretches if word not in dates.directions]
    both = [word for word in dates.stretches if word in dates.directions]
    return (
        rf"(?P<anchor>{anchor})(?:로)?부터[ ](?:최소[ ])?(?P<anchored>{lengths})(?:{beside.format('a')}|{inside})"
        rf"|(?P<stretch>(?:(?P<lead>{any_of(leads)})|(?P<both>{any_of(both)})(?![ ]?\d{{1,2}}일(?![ ]?(?:"
        rf"{any_of(dates.during)}))))"
        rf"[ ](?:최대[ ]|약[ ])?(?P<stretched>{lengths})(?:{during}|{inside})?(?![ ]?(?:"
        rf"{any_of([*dates.before, *dates.after])})(?:에|[ ])))"
        rf"|(?<![\d.,가-힣])(?P<counted>{lengths})(?:{beside.format('c')}|(?P<cwithin>{inside})|[ ]?(?P<cevery>"
        rf"{any_of(dates.every)})|(?P<cduring>(?:\([^()\n]{{1,12}}\))?{during}))"
        rf"|(?<![\d.,])(?P<plan>\d{{1,2}}[ ]?개년|\d{{1,2}}박[ ]?\d{{1,2}}일)"
        rf"|(?<![가-힣])(?P<every>{any_of(dates.every_words)})(?=[^가-힣]|$|에|의|도|은|는|씩|로)"
        rf"(?:[ ](?:\d{{1,2}}일|{any_of(dates.weekdays)}))?"
    )


def _token(dates: KoreanDates, numerals: KoreanNumerals) -> str:
    sino, ten = "".join(numerals.sino), "십"
    marks = re.escape("".join([*(mark for mark in dates.joins if len(mark) == 1 and not mark.isalpha()), *dates.lists]))
    month, day = r"(?:1[0-2]|0?[1-9])", r"(?:[12]\d|3[01]|0?[1-9])"
    spelled_day = rf"[{sino}{ten}]{{1,4}}일"
    weekday = any_of(dates.weekdays)
    start = r"(?<![\d.,박])"
    more = rf"(?=[ ]?[{marks}][ ]?"
    not_day = rf"(?:{any_of(dates.not_dates)}|[ ](?:동안|만에|이내|정도|가량))"
    return (
        rf"(?P<ymd>(?<![\d./-]){YEAR}(?P<sep>[-./])[ ]?{month}(?P=sep)[ ]?{day}(?!\d)\.?|(?<![\d./-])\d\d/{month}/"
        rf"{day}(?![\d/])|['’‘]\d\d\.[ ]?{month}\.[ ]?{day}(?!\d|\.\d)\.?)"
        rf"|(?P<ym>(?<![\d./-]){YEAR}[-/]{month}(?![\d/-])|(?:['’‘]\d\d|(?<![\d./-]){YEAR})\.[ ]?{month}"
        rf"(?:월|\.(?![ ]?\d)))"
        rf"|(?P<md>(?<![\d./-]){month}/{day}(?![\d/]|[ ]?분기)(?=에|일|부터|까지|[ ]?[~∼(]|[ ]*$)"
        rf"|{start}{month}\.[ ]?{day}\.?(?=[ ]?\([{dates.weekday_letters}]\))"
        rf"|(?:(?<=[~∼～])|(?<=[~∼～][ ])){month}\.[ ]?{day}\.(?![ ]?\d)"
        rf"|{start}{month}\.[ ]?{day}\.(?=[ ]?[~∼～]))"
        rf"|(?P<decade>(?<!\d)(?:\d\d|{YEAR})[ ]?년대)"
        rf"|(?P<year>(?:(?:(?<![\d.]){YEAR}|['’‘]\d\d|(?<=[~∼～-])\d\d|(?<![가-힣])(?:이천|천구백)[{sino}{ten}]{{0,5}})"
        rf"[ ]?년(?!대|간|[ ]?만에|[ ]?동안)도?"
        rf"|{YEAR}[ ]?(?:{any_of(dates.fiscal_years)})|(?<![\d.,])\d\d[ ]?년(?=[ ]?{month}[ ]?월)))"
        rf"|(?P<bareyear>(?<![\d.]){YEAR}{more}(?:20|19)?\d\d[ ]?년))"
        rf"|(?P<relyear>(?<![가-힣])(?:{any_of(dates.years)})(?:도(?=[ ]))?)"
        rf"|(?P<short>(?<![가-힣])(?:{any_of(dates.short_years)})(?=[ ]?(?:\d|"
        rf"{any_of([*dates.parts, *dates.year_parts, *dates.halves])})))"
        rf"|(?P<same>(?<![가-힣])(?:{any_of(dates.same_year)}))"
        rf"|(?P<samemonth>(?<![가-힣])(?:{any_of(dates.same_month)}))"
        rf"|(?P<barequarter>{start}[1-4]{more}[1-4][ ]?분기))"
        rf"|(?P<quarter>(?:{start}[1-4](?:/4|사)?|(?<![가-힣])[일이삼사]사?)[ ]?분기)"
        rf"|(?P<relquarter>(?<![가-힣])(?:{any_of(dates.quarters)}))|(?P<half>(?:{any_of(dates.halves)}))"
        rf"|(?P<relmonth>(?<![가-힣])(?:{any_of(dates.months)})(?!러|라))"
        rf"|(?P<month>{start}{month}[ ]?월(?!급|세|요일|드|간))"
        rf"|(?P<spelled>(?<![가-힣])(?:{any_of(dates.month_names)})(?=[ ]?(?:{spelled_day}|\d|{any_of(dates.parts)})))"
        rf"|(?P<baremonth>{start}{month}{more}{month}[ ]?월))"
        rf"|(?P<relweek>(?<![가-힣])(?:{any_of(dates.weeks)})(?:말(?![가-힣]{{2}})|(?=[^가-힣]|$|{any_of(dates.parts)}|에|의|부터|까지|중|내|쯤|는|도|"
        rf"{weekday})))"
        rf"|(?P<nth>(?<![가-힣])(?:(?P<ordinal>{any_of(dates.ordinals)})|(?P<count>\d)번?째)"
        rf"[ ]?(?P<of>주(?![가-힣]{{2}})|(?:{any_of(dates.days_of)})(?=[^가-힣]|$|에|까지|부터|인|의)|{weekday}))"
        rf"|(?P<day>{start}{day}(?:일|[ ]일(?=[^가-힣]|에|부터|까지|은|이|$))(?!{not_day}))"
        rf"|(?P<bareday>{start}{day}{more}{day}[ ]?일))"
        rf"|(?P<spelledday>(?<![가-힣])(?P<alone>{spelled_day})(?![가-힣]))"
        rf"|(?P<relday>(?<![가-힣])(?:{any_of(dates.days)})(?!와[ ]|채움|신문|배움))"
        rf"|(?P<weekday>{weekday})|(?P<weekend>(?<![가-힣])(?:{any_of(dates.weekends)})(?=[^가-힣]|$|에|인|까지|부터|을|과))"
        rf"|(?P<yearpart>(?<![가-힣])(?:{any_of(dates.year_parts)})(?=[^가-힣]|$|에|까지|부터|쯤|께|보다|의|로))"
        rf"|(?P<monthpart>(?<![가-힣])(?:{any_of(dates.month_parts)})(?=[^가-힣]|$|에|까지|부터|쯤|께|의))"
        rf"|(?P<within>(?<![가-힣])(?:{any_of(dates.within_year)}))"
        rf"|(?P<holiday>(?<![가-힣])(?:{any_of(dates.holidays)}))"
        rf"|(?P<direction>(?<![가-힣])(?:{any_of(dates.directions)})(?=[ ]?(?:{weekday}|{spelled_day})|[ ]))"
    )


def _clock(dates: KoreanDates) -> str:
    hour = (
        r"(?:\d{1,2}|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|열한|열두)[ ]?시(?:[ ]?(?:\d{1,2}분|반))?쯤?|\d{1,2}:\d\d"
    )
    parts = any_of(dates.day_times)
    moment = rf"(?:(?:[ ]{{0,2}}(?:{parts})){{1,3}}(?:[ ]{{0,2}}(?:{hour}))?|[ ](?:{hour}))(?!간)"
    return rf"{moment}(?:[ ]?(?:부터|에서|~|∼|-)[ ]?(?:(?:{parts})[ ]?)?(?:{hour})(?:[ ]?(?:까지|사이))?)?"
