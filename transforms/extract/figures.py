"""The figures of an article that may be support, each with the words that govern it.

A figure is governed by a clause: the one that holds it, or where that has no predicate that we know, the next to its
right in the sentence. `이 사업에 쓰이는 돈은 100억원이다` is governed by the clause before it. Several figures of one
clause share it: each has a segment of its own, from the figure before it to the next one. A count of goods and its
ceiling (500장에서 시작해 1천장까지) are one figure.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from transforms.extract.clauses import Clause, predications
from transforms.extract.document import Document, within
from transforms.extract.frames import Hit, Role, roles_of
from transforms.extract.goods import goods_of
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue, QuantityValue

NO_GOVERNOR = ("say", "build", "forecast", None)  # verbs that never take the figure as theirs
NOUNS_MAX = 2  # words between the clause that describes a sum and the sum
FIGURES_MAX = 300  # a page with more is no article but a list; the rest is left
ATTENDED = re.compile(r"\s(?:(?:will|would|has|have|had|was|were|is|are|to|been|be|also|then|now|already|each)\s){0,4}")
PART = re.compile(r"; |, (?:and|but) |\bwhich\b")  # English: a verb behind these is not the figure's
SEPARATORS = " ,·;:()ㆍ/"


@dataclass(frozen=True, slots=True)
class Figure:
    """A money value or a count of goods with its clause and its segment (`start`..`end`, offsets of the body).

    `governor` is the clause whose predicate governs it (None: no predicate that we know); `roles` are those of the
    whole sentence, in offsets of the body; `position` of `count` tells which figure of its clause it is; `ceiling` is
    the upper figure of goods.
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
    ceiling: Decimal | None = None


def figures_of(document: Document, frames: LanguageFrames) -> Iterator[Figure]:
    """Every candidate of the body, in the order of the text."""
    body = document.article.body
    every: list[MoneyValue | QuantityValue] = [*document.money.get("body", ()), *goods_of(document, frames)]
    values = sorted(every, key=lambda v: v.start)
    values = values[:FIGURES_MAX]
    clauses: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        clauses.setdefault(clause.sentence, []).append(clause)
    for index, sentence in enumerate(document.sentences):
        if sentence.field == "body" and (inside := within(values, sentence.start, sentence.end)):
            names = within(document.names.get("body", ()), sentence.start, sentence.end)
            roles = _in_field(sentence, roles_of(sentence.text, names, sentence.start, frames, document.lang))
            found = list(_of_sentence(index, clauses[index], inside, roles, document, frames))
            if document.lang != "ko":
                verbs = predications(index, sentence, document.hits[index], frames)
                found = [replace(f, governor=_verb_of(f, verbs, body)) for f in found]
            yield from _with_ceilings(found, body, frames)


def _in_field(sentence: Sentence, roles: Sequence[Role]) -> tuple[Role, ...]:
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
        cut = _after if document.lang == "ko" else _behind
        starts = [clause.start, *(cut(text, a.end, b.start) for a, b in pairwise(mine)), clause.end]
        for k, (value, (start, end)) in enumerate(zip(mine, pairwise(starts), strict=False)):
            governor = _governor(clauses, i, value, text, frames, document.lang)
            yield Figure(value, index, clause, governor, start, max(end, value.end), roles, k, len(mine))
            if onward := _onward(governor, clauses[i + 1 :], values):
                yield Figure(value, index, onward, onward, value.start, onward.end, roles, 0, 1)


def _onward(
    governor: Clause | None, later: Sequence[Clause], values: Sequence[MoneyValue | QuantityValue]
) -> Clause | None:
    """The clause that gives on what the governor takes back (3억원은 회수해 B대에 준다), if it has no own figure."""
    if governor is None or governor.predicate is None or governor.predicate.predicate.sense != "cancel":
        return None
    for clause in later:
        own = any(clause.start <= v.start < clause.end for v in values)
        if clause.predicate and clause.predicate.predicate.sense == "give" and not own:
            return clause
    return None


def _with_ceilings(figures: Sequence[Figure], body: str, frames: LanguageFrames) -> Iterator[Figure]:
    """Join a count of goods with the higher count behind it that the words call a ceiling."""
    taken: set[int] = set()
    for i, figure in enumerate(figures):
        following = figures[i + 1] if i + 1 < len(figures) else None
        if i in taken:
            continue
        pair = following and not isinstance(figure.value, MoneyValue) and not isinstance(following.value, MoneyValue)
        if following and pair and following.value.amount > figure.value.amount:
            before, after = body[: following.value.start], following.value.end
            cues = frames.grants
            bounded = following.value.bound in ("max", "min") or cues["ceiling_after"].match(body, after)
            if bounded or cues["ceiling_before"].search(before, len(before) - 12):
                taken.add(i + 1)
                end = max(following.end, figure.end)
                yield replace(figure, ceiling=following.value.amount, end=end, governor=figure.governor)
                continue
        yield figure


def _after(text: str, end: int, following: int) -> int:
    """Where the segment after a figure begins: behind its particle and the separator."""
    while end < following and text[end] not in SEPARATORS + "\n":
        end += 1
    return end


def _behind(text: str, end: int, following: int) -> int:
    """English: at the last comma, semicolon or `and` between two figures, else right behind the first."""
    between = text[end:following]
    cuts = [between.rfind(mark) for mark in (", ", "; ", " and ", " plus ")]
    return end + max(0, *cuts)


def _governor(
    clauses: Sequence[Clause],
    i: int,
    value: MoneyValue | QuantityValue,
    text: str,
    frames: LanguageFrames,
    lang: str,
) -> Clause | None:
    clause = clauses[i]
    if lang != "ko":
        return None
    if frames.grants["whole"].match(text, value.end):
        return None
    equational = frames.grants["equational"].match(text, clause.start, value.start)
    if frames.grants["copula"].match(text, value.end):
        return clauses[i - 1] if equational and i and _adnominal(clauses[i - 1]) else None
    if equational and i and _adnominal(clauses[i - 1]):
        return clauses[i - 1]
    unknown = clause.predicate is None and clause.form in ("connective", "final", "quotative")
    if unknown and frames.grants["object"].match(text, value.end):
        return None
    governor = next((c for c in clauses[i:] if c.predicate and c.predicate.start >= value.start), None)
    before = clauses[i - 1] if i else None
    return before if before and _describes(before, governor, value, text) else governor


def _describes(before: Clause, governor: Clause | None, value: MoneyValue | QuantityValue, text: str) -> bool:
    """Whether the clause before says what the sum is, and its own verb tells no giving (주기로 했던 8억원은 깎였다)."""
    sense = governor.predicate.predicate.sense if governor and governor.predicate else None
    if not isinstance(value, MoneyValue):
        return False
    given = before.predicate is not None and before.predicate.predicate.sense in ("give", "set", "get")
    near = len(text[before.end : value.start].split()) <= NOUNS_MAX
    return given and near and _adnominal(before) and sense in (None, "cut", "other", "amount", "say")


def _verb_of(figure: Figure, verbs: Sequence[Clause], body: str) -> Clause | None:
    """The nearest verb before an English figure that can govern it, in its part of the sentence, else the next one."""
    able = [v for v in verbs if v.predicate and (v.predicate.predicate.sense not in NO_GOVERNOR or hoped(v))]
    able = [v for v in able if v.predicate and not (v.predicate.predicate.sense == "choose" and _bare(v))]
    able = [v for v in able if v.predicate and " whose " not in body[v.predicate.end : figure.value.start]]
    if right := next((v for v in able if v.predicate and _told_behind(figure, v.predicate, body)), None):
        return right
    before = [v for v in able if v.predicate and v.predicate.end <= figure.value.start]
    if before and before[-1].predicate and "; " not in body[before[-1].predicate.end : figure.value.start]:
        return before[-1]
    behind = (v for v in able if v.predicate and v.predicate.start >= figure.value.end)
    return next((v for v in behind if v.predicate and not PART.search(body, figure.value.end, v.predicate.start)), None)


def _told_behind(figure: Figure, hit: Hit, body: str) -> bool:
    """Whether the figure is the subject of the verb right behind it ($5m goes to X, $3m was awarded to Y)."""
    between = body[figure.value.end : hit.start] if hit.start >= figure.value.end else None
    told = hit.predicate.sense == "go" or hit.predicate.lemma == "come from" or hit.voice == "passive"
    return between is not None and told and ATTENDED.fullmatch(between) is not None


def _bare(verb: Clause) -> bool:
    return verb.predicate is not None and verb.predicate.inflection in ("stem", "gerund")


def hoped(clause: Clause) -> bool:
    """`can expect $5m` is to get it."""
    hit = clause.predicate
    return hit is not None and hit.predicate.sense == "forecast" and clause.modality == "ability"


def _adnominal(clause: Clause) -> bool:
    return clause.form == "adnominal" and clause.predicate is not None
