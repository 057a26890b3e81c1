"""A sentence as the readers of steps see it: its clauses, the words of event and aspect in them, and its dates."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from transforms.extract.clauses import Clause, shifted
from transforms.extract.document import START, Document, within
from transforms.extract.frames import Hit
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue, QuantityValue

DATE_MAX = 80  # code points of the longest date
Figure = QuantityValue | MoneyValue | PercentValue


@dataclass(frozen=True, slots=True)
class Happening:
    """A step, the word that names it (`hit`) and the span of the body that states it.

    `status` is "" where only the date can tell it. `carried` are dates of a clause before it that tells no step;
    `dated` is the one date that stands in construction with its noun; `head` the span of the noun after an
    adnominal clause.
    """

    clause: Clause
    event: str
    status: str
    hit: Hit
    start: int
    end: int
    rule: str
    carried: tuple[DateValue, ...] = ()
    dated: DateValue | None = None
    head: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A happening with all its parts: its date, the bodies that it singles out, the figures that count or measure it.

    `apart` holds figures with dates of their own (2028년까지 1만5천장, 2030년까지 5만장). `value` is a figure that no
    words spell (0 bids).
    """

    happening: Happening
    when: DateValue | None
    bodies: tuple[NameValue, ...] = ()
    figures: tuple[Figure, ...] = ()
    apart: tuple[tuple[DateValue | None, Figure], ...] = ()
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The clauses of one sentence with the words of event and aspect in them."""

    clauses: tuple[Clause, ...]
    hits: tuple[Hit, ...]
    document: Document
    frames: LanguageFrames

    @property
    def body(self) -> str:
        """The whole body, in which all places count."""
        return self.document.article.body

    def after(self, k: int) -> Clause | None:
        """The clause behind the k-th."""
        return self.clauses[k + 1] if k + 1 < len(self.clauses) else None

    def nouns(self, start: int, end: int) -> list[Hit]:
        """The event nouns in a span, in order; no part of a longer word (심의 in 심의회)."""
        closes = self.frames.steps["closes"]
        inside = [h for h in self.hits if start <= h.start and h.end <= end]
        nouns = [h for h in inside if h.predicate.event and h.predicate.noun and closes.match(self.body, h.stem_end)]
        return [h for h in nouns if not self.body[h.start - 1 : h.start].isdigit()]  # 47개교

    def dates(self, start: int, end: int) -> list[DateValue]:
        """The dates in a span that name days or a recurrence."""
        return [d for d in dates_in(self.document, start, end) if d.first or d.last or d.recurrence]


def dates_in(document: Document, start: int, end: int) -> list[DateValue]:
    """The dates that end in a span: one that a cut between clauses parts belongs to the later of them."""
    dates = document.dates.get("body", ())
    first = bisect_left(dates, start - DATE_MAX, key=START)
    last = bisect_left(dates, end, first, key=START)
    return [d for d in dates[first:last] if start < d.end <= end]


def passages_of(document: Document, frames: LanguageFrames) -> Iterator[Passage]:
    """The sentences of the body that may tell a step: no headings, no corrections of earlier articles."""
    errata: set[int] = set()
    for index, group in groupby((c for c in document.clauses if c.field == "body"), key=lambda c: c.sentence):
        sentence = document.sentences[index]
        if frames.steps["erratum"].search(sentence.text):
            errata.add(sentence.paragraph)
        if sentence.shape == "heading" or sentence.paragraph in errata:
            continue
        names = within(document.names.get("body", ()), sentence.start, sentence.end)
        found = (shifted(h, sentence.start) for h in document.hits[index])
        hits = tuple(h for h in found if not any(n.start <= h.start and h.stem_end <= n.end for n in names))
        if any(h.predicate.event or h.predicate.aspect for h in hits):
            yield Passage(tuple(group), hits, document, frames)
