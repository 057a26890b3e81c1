"""The figures of an article that may be support, each with the words that govern it.

A figure is governed by a clause: the one that holds it, or where that has no predicate that we know, the next to its right
in the sentence. `이 사업에 쓰이는 돈은 100억원이다` is governed by the clause before it. Several figures of one clause
share it: each has a segment of its own, from the figure before it to the next one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from transforms.extract.clauses import Clause
from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue, QuantityValue

UNITS = ("GPU",)  # counted goods that are support by themselves
SEPARATORS = " ,·;:()ㆍ/"


@dataclass(frozen=True, slots=True)
class Figure:
    """A money value or a counted support with its clause and its segment (`start`..`end`, offsets of the body).

    `governor` is the clause whose predicate governs it (None: no predicate that we know); `roles` are those of the whole
    sentence, in offsets of the body; `position` of `count` tells which figure of its clause it is.
    """

    value: MoneyValue | QuantityValue
    sentence: int
    clause: Clause
    governor: Clause | None
    start: int
    end: int
    roles: tuple[Role, ...]
    position: int
    count: int


def figures_of(document: Document, frames: LanguageFrames) -> Iterator[Figure]:
    """Every candidate of the body, in the order of the text."""
    goods = (q for q in document.quantities.get("body", ()) if q.unit in UNITS)
    values = sorted([*document.money.get("body", ()), *goods], key=lambda v: v.start)
    clauses: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        clauses.setdefault(clause.sentence, []).append(clause)
    for index, sentence in enumerate(document.sentences):
        if sentence.field == "body" and (inside := within(values, sentence.start, sentence.end)):
            names = within(document.names["body"], sentence.start, sentence.end)
            roles = roles_in(sentence, roles_of(sentence.text, names, sentence.start, frames, document.lang))
            yield from _of_sentence(index, clauses[index], inside, roles, document, frames)


def roles_in(sentence: Sentence, roles: Sequence[Role]) -> tuple[Role, ...]:
    """The same roles with offsets of the field."""
    return tuple(replace(r, start=r.start + sentence.start, end=r.end + sentence.start) for r in roles)


def _of_sentence(
    index: int,
    clauses: Sequence[Clause],
    values: Sequence[MoneyValue | QuantityValue],
    roles: tuple[Role, ...],
    document: Document,
    frames: LanguageFrames,
) -> Iterator[Figure]:
    text = document.article.body
    for i, clause in enumerate(clauses):
        mine = [v for v in values if clause.start <= v.start < clause.end]
        starts = [clause.start, *(_after(text, v.end) for v in mine[:-1]), clause.end]
        for k, (value, (start, end)) in enumerate(zip(mine, pairwise(starts), strict=False)):
            governor = _governor(clauses, i, value, text, frames, document.lang)
            yield Figure(value, index, clause, governor, start, max(end, value.end), roles, k, len(mine))


def _after(text: str, end: int) -> int:
    """Where the segment after a figure begins: behind its particle and the separator."""
    while end < len(text) and text[end] not in SEPARATORS + "\n":
        end += 1
    return end


def _governor(
    clauses: Sequence[Clause],
    i: int,
    value: MoneyValue | QuantityValue,
    text: str,
    frames: LanguageFrames,
    lang: str,
) -> Clause | None:
    clause = clauses[i]
    if lang == "ko" and i and clauses[i - 1].form == "adnominal":
        if frames.grants["equational"].match(text, clause.start, value.start):
            return clauses[i - 1]
    if lang != "ko":
        return clause if clause.predicate else next((c for c in reversed(clauses[:i]) if c.predicate), None)
    return next((c for c in clauses[i:] if c.predicate and c.predicate.start >= value.start), None)
