"""English dates: "March 3, 2015", "by the end of 2027", "over the next five years", "from Nov 18 to Dec 19, 2015".

At each place the longest form that fits is read; then come the word that bounds it and the other end of a range.
"""

import re
from collections.abc import Iterator

from transforms.lexicon.values import ValueWords
from transforms.normalize.dates_en_built import Built
from transforms.normalize.dates_en_days import DAYS
from transforms.normalize.dates_en_spans import SPANS
from transforms.normalize.dates_en_words import EnglishGrammar, english_dates
from transforms.normalize.dates_fields import Fields, Period
from transforms.normalize.dates_said import Said
from transforms.normalize.lowered import LOWER
from transforms.normalize.numerals_en import english_numbers

BEFORE_WINDOW = 32
MOVED_WINDOW = 48
READERS = DAYS | SPANS


def english_said(text: str, words: ValueWords) -> Iterator[Said]:
    """Every date expression of an English text, in order."""
    grammar = english_dates(words)
    position = floor = 0
    lowered = text.translate(LOWER)
    while match := grammar.start.search(lowered, position):
        start = match.start()
        said = max(
            (one for one in (_offset(grammar, text, start), _recurrence(grammar, text, start)) if one),
            key=lambda one: one.end,
            default=None,
        )
        dated = _dated(grammar, text, start, floor)
        if dated and (said is None or dated.end > said.end):
            said = dated
        position = said.end if said else match.end()
        if said:
            floor = said.end
            yield said


def _period(grammar: EnglishGrammar, words: str) -> Period:
    counts = dict.fromkeys(("years", "months", "weeks", "days"), 0)
    for part in grammar.period.finditer(words):
        written = part["n"].lower()
        numbers = english_numbers(written.replace("-", " "), grammar.numerals)
        count = 1 if written in grammar.numerals.articles else int(next((n.low for n in numbers), 0))
        unit = grammar.words.units[part["u"].lower()]
        if unit in ("quarters", "decades"):
            unit, count = {"quarters": ("months", 3 * count), "decades": ("years", 10 * count)}[unit]
        counts[unit] += count
    return Period(**counts)


def _offset(grammar: EnglishGrammar, text: str, start: int) -> Said | None:
    """A length of time with what it is counted from."""
    match = grammar.offset.match(text, start)
    if match is None:
        return None
    end = match.end()
    if match["stretch"]:
        sign = grammar.words.directions[match["lead"].lower()]
        if re.search(r"quarters?\Z", match["stretched"], re.IGNORECASE):
            return _quarters(grammar, match["stretched"], start, end, sign)
        return Said(start, end, "stretch", period=_period(grammar, match["stretched"]), sign=sign, relation="for")
    if match["length"]:
        kind, sign = ("stretch", 1) if match["today"] else ("length", 1)
        return Said(start, end, kind, period=_period(grammar, match["length"]), sign=sign, relation="for")
    if match["plan"]:
        return Said(start, end, "length", period=_period(grammar, match["plan"]))
    if match["counted"]:
        return Said(start, end, "offset", period=_period(grammar, match["counted"]), sign=-1 if match["ago"] else 1)
    anchored = [name for name in ("from", "since", "at") if match[name] is not None]
    anchor = _longest(grammar, text, end) if anchored else None
    if match["anchored"]:
        if anchor is None or anchor.until:
            return None
        sign = -1 if match["sooner"] else 1
        return Said(start, anchor.end, "offset", anchor.fields, period=_period(grammar, match["anchored"]), sign=sign)
    if anchored and anchor is None:
        end = match.end("insided") if match["inside"] else match.end("ined")
    fields, end = (anchor.fields, anchor.end) if anchor else (None, end)
    if match["inside"]:
        return Said(start, end, "stretch", fields, period=_period(grammar, match["insided"]), relation="within")
    return Said(start, end, "offset", fields, period=_period(grammar, match["ined"]))


def _quarters(grammar: EnglishGrammar, words: str, start: int, end: int, sign: int) -> Said:
    """Whole quarters before or after this one."""
    count = max(1, _period(grammar, words).months // 3)
    near, far = Fields(quarter_delta=sign), Fields(quarter_delta=sign * count)
    return Said(start, end, "range", *((far, near) if sign < 0 else (near, far)))


def _recurrence(grammar: EnglishGrammar, text: str, start: int) -> Said | None:
    match = grammar.recurrence.match(text, start)
    if match is None:
        return None
    if match["word"]:
        duration = grammar.words.every_words[match["word"].lower()]
        unit = {"Y": "years", "M": "months", "W": "weeks", "D": "days"}[duration[-1]]
        return Said(start, match.end(), "every", period=Period(**{unit: int(duration[1:-1])}))
    if match["every"]:
        return Said(start, match.end(), "every", period=_period(grammar, match["every"]))
    period = Period(**{match["unit"].lower() + "s": 2 if match["other"] else 1})
    return Said(start, match.end(), "every", period=period)


def _longest(grammar: EnglishGrammar, text: str, start: int) -> Built | None:
    """The longest date that starts here."""
    best: Built | None = None
    for name, form in grammar.forms:
        match = form.match(text, start)
        if match and (best is None or match.end() > best.end):
            groups = {key: value for key, value in match.groupdict().items() if value}
            best = READERS[name.split(maxsplit=1)[0]](grammar, groups, match) or best
    if best and best.open:
        inner = _longest(grammar, text, best.end)
        return best.closed(inner) if inner and not inner.until else None
    return best


def _dated(grammar: EnglishGrammar, text: str, start: int, floor: int) -> Said | None:
    """The date that starts here, with the word that bounds it and the other end of its range."""
    one = _longest(grammar, text, start)
    if one is None:
        return None
    window = max(floor, start - BEFORE_WINDOW)
    opener = grammar.before.search(text[window:start])
    kind = opener.lastgroup if opener else None
    begin = window + opener.start() if opener else start
    second = _second(grammar, text, one, kind)
    if one.common and not second and not _told_apart(grammar, one.fields, text, start, one.end):
        return None
    if one.weak and not second and not grammar.preposition.search(text[max(0, start - 16) : start]):
        return None
    if one.until and not second:
        return Said(start, one.end, "range", one.fields, one.until)
    if second:
        begin = begin if kind in ("from", "between") else start
        return Said(begin, second.end, "range", one.fields, second.until or second.fields)
    onward = next((w for w in grammar.words.onward if text[one.end + 1 :][: len(w)].lower() == w), None)
    if onward:
        return Said(start, one.end + 1 + len(onward), "point", one.fields, relation="from")
    relation = {"before": "before", "after": "after", "since": "from", "by": "by"}.get(kind or "", "on")
    if relation == "before" and one.fields.part == "end":
        relation = "by"  # before the end of a year is within it
    return Said(begin if relation != "on" else start, one.end, "point", one.fields, relation=relation)


def _told_apart(grammar: EnglishGrammar, fields: Fields, text: str, start: int, end: int) -> bool:
    """Whether a name that is another word too ("may", "sun") is a date here: after a preposition, or all there is."""
    if fields.season and grammar.in_the.search(text[max(0, start - 12) : start]):
        return True
    line = text[text.rfind("\n", 0, start) + 1 : start], text[end:].partition("\n")[0]
    return bool(grammar.strict.search(text[max(0, start - 8) : start])) or not "".join(line).strip(" .")


def _second(grammar: EnglishGrammar, text: str, one: Built, kind: str | None) -> Built | None:
    """The other end of a range that `one` begins."""
    join = grammar.join.match(text, one.end)
    if join is None:
        return None
    word = (join["word"] or join.group().strip()).lower()
    if word.startswith("and") and kind != "between":
        return None
    if kind == "from" and grammar.moved.search(text[max(0, one.end - MOVED_WINDOW) : one.end]):
        return None
    second = _longest(grammar, text, join.end())
    if second is None or (word in "-–—" and second.size != one.size and kind not in ("from", "between")):
        return None
    return second
