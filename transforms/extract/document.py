"""An article cut into sentences and clauses, with every value and name read in it: what the extractors work on."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Protocol, TypeVar

from transforms.extract.clauses import Clause, clauses_of
from transforms.extract.discourse import Discourse, read_discourse
from transforms.extract.dollars import at_home
from transforms.extract.frames import Hit, hits_of
from transforms.extract.places import acting_places
from transforms.extract.programmes import ProgrammeMention, programmes_of
from transforms.extract.roled import roled_places
from transforms.extract.roled_en import roled_names
from transforms.extract.sentences import Sentence, sentences_of
from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.figures import read_figures
from transforms.normalize.money import fold_glosses, sums
from transforms.normalize.names import read_article_names
from transforms.normalize.percents import shares
from transforms.normalize.quantities import counts
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue, QuantityValue
from transforms.records import FIELDS, Article


class Placed(Protocol):
    """Anything with a place in a field."""

    @property
    def start(self) -> int: ...  # noqa: D102

    @property
    def end(self) -> int: ...  # noqa: D102


START = attrgetter("start")
KNOWN = 3  # the strength of a programme that the lexicon knows
Value = TypeVar("Value", bound=Placed)


@dataclass(frozen=True, slots=True)
class Document:
    """The article and what was read in it. Every `start` and `end` counts code points of its own field.

    `lang` is "ko" or "en". `clauses` and `programmes` stand in the order of the text; a clause
    knows its sentence's index. `hits` are the predicates of each sentence, counted from its start, and
    `paragraphs` the words of its paragraph.
    """

    article: Article
    published: date | None
    sentences: tuple[Sentence, ...]
    dates: dict[str, tuple[DateValue, ...]]
    money: dict[str, tuple[MoneyValue, ...]]
    quantities: dict[str, tuple[QuantityValue, ...]]
    percents: dict[str, tuple[PercentValue, ...]]
    names: dict[str, tuple[NameValue, ...]]
    lang: str
    clauses: tuple[Clause, ...]
    programmes: tuple[ProgrammeMention, ...]
    discourse: Discourse
    hits: tuple[tuple[Hit, ...], ...]
    paragraphs: tuple[str, ...]


def within(values: Sequence[Value], start: int, end: int) -> list[Value]:
    """Of values in the order of the text those that lie inside `start`..`end` of their field."""
    first = bisect_left(values, start, key=START)
    return [v for v in values[first : bisect_right(values, end, first, key=START)] if v.end <= end]


def sentence_at(document: Document, place: int) -> Sentence | None:
    """The sentence of the body in which a place lies; the body is the last of the fields."""
    sentences = document.sentences
    index = bisect_right(sentences, (True, place), key=lambda s: (s.field == "body", s.start)) - 1
    found = sentences[index] if index >= 0 else None
    return found if found and found.field == "body" and place < found.end else None


def read_document(article: Article, lexicon: Lexicon) -> Document:
    """Cut the article's title, subtitle and body and read every value in them."""
    lang = "en" if article.language.startswith("en") else "ko"
    published = article.published_at.date() if article.published_at else None
    texts = {field: text for field in FIELDS if (text := article.text_of(field))}
    programmes = tuple(p for f, text in texts.items() for p in programmes_of(f, text, lexicon.programmes, lang))
    read = read_article_names(texts, lexicon, lang)
    names = {f: tuple(n for n in v if not _programme(f, n, programmes)) for f, v in read.items()}
    frames = lexicon.frames.of(lang)
    figures = {f: read_figures(text, lexicon, lang) for f, text in texts.items()}
    sentences = tuple(s for field, text in texts.items() for s in sentences_of(field, text))
    money = {f: tuple(fold_glosses(text, sums(text, figures[f]))) for f, text in texts.items()}
    if lang == "en":
        money = at_home(texts, money, frames)
    names = {f: _by_role(texts[f], money[f], found, lexicon, lang) for f, found in names.items()}
    named = _by_sentence(sentences, names)
    hits = tuple(_apart(hits_of(s.text, frames, lang), s, n) for s, n in zip(sentences, named, strict=True))
    clauses = tuple(c for i, s in enumerate(sentences) for c in clauses_of(i, s, hits[i], frames, lang))
    discourse = read_discourse(sentences, clauses, named, programmes, frames, lang)
    return Document(
        article,
        published,
        sentences,
        {f: tuple(read_dates(text, published, lexicon, lang)) for f, text in texts.items()},
        money,
        {f: tuple(counts(text, figures[f])) for f, text in texts.items()},
        {f: tuple(shares(text, figures[f])) for f, text in texts.items()},
        names,
        lang,
        clauses,
        programmes,
        discourse,
        hits,
        _paragraphs(sentences),
    )


def _apart(hits: Sequence[Hit], sentence: Sentence, names: Sequence[NameValue]) -> tuple[Hit, ...]:
    """The predicates of a sentence that are no part of a name (산|기평은)."""
    spans = [(n.start - sentence.start, n.end - sentence.start) for n in names]
    return tuple(h for h in hits if not any(start <= h.start and h.stem_end <= end for start, end in spans))


def _paragraphs(sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """For each sentence the text of its paragraph."""
    texts: list[str] = []
    for _, group in groupby(sentences, key=lambda s: (s.field, s.paragraph)):
        together = [s.text for s in group]
        texts.extend([" ".join(together)] * len(together))
    return tuple(texts)


def _by_role(
    text: str, sums: Sequence[MoneyValue], names: Sequence[NameValue], lexicon: Lexicon, lang: str
) -> tuple[NameValue, ...]:
    """The names with those added that only their role shows."""
    frames = lexicon.frames.of(lang)
    if lang == "ko":
        placed = roled_places(text, sums, names, frames, lexicon.organizations)
        return acting_places(text, placed, frames, lexicon.organizations)
    return roled_names(text, sums, names, frames)


def _programme(field: str, name: NameValue, programmes: Sequence[ProgrammeMention]) -> bool:
    """Whether a name known by its shape alone is that of a programme which we know (글로컬대학)."""
    return name.key is None and any(
        p.field == field and p.strength == KNOWN and p.start <= name.start < p.end for p in programmes
    )


def _by_sentence(sentences: Sequence[Sentence], names: dict[str, tuple[NameValue, ...]]) -> list[list[NameValue]]:
    return [within(names.get(s.field, ()), s.start, s.end) for s in sentences]
