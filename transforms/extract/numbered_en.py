"""What an English sentence counts: quantities, numbers before any noun, and numbers alone (shortlisted 19).

And the applications that it counts: 3,329 proposals came in before the call closed on 28 August.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.document import Document, within
from transforms.extract.frames import Hit
from transforms.extract.passages import Happening, Step, dates_in
from transforms.extract.timing import Clock
from transforms.lexicon.frames import Predicate
from transforms.normalize.numerals_en import english_numbers
from transforms.normalize.values import DateValue, QuantityValue

NOUN = re.compile(
    r"(?:\s(?!(?:in|on|at|by|for|of|with|from|to|and|or|that|who|which|went|were|was|will|had|have|has|are|is)\s)[a-z-]+){0,2}?"
    r"\s(?!(?:was|has|is|as|this|us|plus|less|across|its|does)\b)(?P<noun>[a-z]{2,}s|people)\b"
)
YEAR = re.compile(r"(?:19|20)\d\d")
NAMED = re.compile(r"(?:[A-Z][\w’'-]*\s|[\w/-])$")  # Phase 2, Horizon-2020
LIST_AHEAD = 60  # code points behind a figure in which what it counts is said
APPLIED = Predicate("apply", None, "application", noun=False)
SMALLEST = 2
DUE_MAX = 110  # code points behind a figure of applications within which their last day is named


def counted_in(clock: Clock, start: int, end: int) -> list[QuantityValue]:
    """The quantities of a span and the numbers that are no date, sum or percentage, in order."""
    document = clock.document
    known = within(document.quantities.get("body", ()), start, end)
    taken = [(v.start, v.end) for kind in (document.dates, document.money, document.percents) for v in kind["body"]]
    taken += [(q.start, q.end) for q in known]
    text, found = document.article.body, list(known)
    for number in english_numbers(text[start:end], clock.lexicon.values.english):
        at, stop = start + number.start, start + number.end
        whole = number.kind != "article" and number.low >= SMALLEST and number.low == int(number.low)
        if not whole or any(a < stop and at < b for a, b in taken) or NAMED.search(text[max(start, at - 24) : at]):
            continue
        if YEAR.fullmatch(text[at:stop]):
            continue
        noun = NOUN.match(text, stop, end)
        unit = noun["noun"].removesuffix("s") if noun else "piece"
        stop = noun.end() if noun else stop
        found.append(QuantityValue(at, stop, text[at:stop], number.low, number.high, unit))
    return sorted(found, key=lambda q: q.start)


def applications(clock: Clock) -> Iterator[Step]:
    """How many applied, with the last day for it where the sentence names it."""
    document, steps = clock.document, clock.frames.steps
    for index, sentence in enumerate(document.sentences):
        if sentence.field != "body" or sentence.shape == "heading" or not steps["applied"].search(sentence.text):
            continue
        for figure in counted_in(clock, sentence.start, sentence.end):
            clause = _clause_of(figure, index, document)
            text = document.article.body
            counts = steps["applied_count"].match(text, figure.start, min(sentence.end, figure.end + LIST_AHEAD))
            other = steps["not_applied"].search(text[max(sentence.start, figure.start - 40) : figure.start])
            if clause is None or counts is None or other or clause.tense == "future":
                continue
            when = _deadline(figure.end, sentence.end, document)
            hit = Hit(figure.start, figure.end, figure.end, APPLIED, "active", "past")
            span = (clause.start, clause.end)
            told = Happening(clause, "application", "achieved", hit, *span, "event-count", (), when)
            yield Step(told, when, (), (figure,))


def _clause_of(figure: QuantityValue, index: int, document: Document) -> Clause | None:
    return next((c for c in clauses_in(document.clauses, index) if c.start <= figure.start < c.end), None)


def _deadline(start: int, end: int, document: Document) -> DateValue | None:
    """The last day by which they applied: by 16 January, before the call closed on 16 January."""
    published = document.published
    for value in dates_in(document, start, min(end, start + DUE_MAX)):
        if published is None or value.last is None or value.last > published:
            continue
        lead = document.article.body[max(start, value.start - 40) : value.start]
        due = value.relation in ("by", "before") or re.search(
            r"\b(?:clos\w+|deadline|cut-off|by the)\b[^.]{0,16}$", lead
        )
        if due or re.match(r"\s(?:deadline|cut-off|cutoff)", document.article.body[value.end : value.end + 12]):
            return replace(value, first=None, relation="by")
    return None
