"""Which figure of a clause counts its step: 15개 팀이 신청, 4개 팀으로 압축, 10개 팀을 선정."""

import re
from collections.abc import Sequence

from transforms.extract.document import Document, within
from transforms.extract.passages import Figure, Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue, MoneyValue, PercentValue, QuantityValue

COUNTED = ("application", "screening", "selection", "elimination")
MARKED = re.compile(r"(?P<mark>에는|에도|은|는|이|가|을|를|만|도|뿐|으로|로|에게|에서는|에서|에|와|과|의|씩|다)[,.]?$")
BRACKETS = re.compile(r"\([^()]*\)")
COUNTING = ("이", "가", "을", "를", "만", "은", "는", "으로", "로", "도", "뿐", "다", "와", "과", ",")
OBJECT = ("을", "를", "이", "가")
OBJECTS, TOPIC = ("을", "를"), ("은", "는")
WORDS_MAX = 4  # words between a figure and the particle of its noun phrase


def figures_in(document: Document, start: int, end: int) -> list[Figure]:
    """All quantities, sums and percentages of a span of the body, in order."""
    found: list[Figure] = []
    for kind in (document.quantities, document.money, document.percents):
        values: Sequence[Figure] = kind.get("body", ())
        found.extend(within(values, start, end))
    return sorted(found, key=lambda v: v.start)


def mark_after(text: str, end: int, stop: int, through: tuple[str, ...] = ()) -> str | None:
    """The particle that closes the noun phrase of a figure that ends at `end` (10개 정예팀|을), or the comma behind it.

    Particles of `through` do not close it (2만명의 학생을).
    """
    for word in BRACKETS.sub("", text[end : min(stop, end + 40)]).split(" ")[:WORDS_MAX]:
        found = MARKED.search(word)
        if found and found["mark"] not in through:
            return found["mark"]
        if word.endswith((",", "이며", "이고")):
            return word[-1]
    return None


def counts_of(happening: Happening, document: Document, frames: LanguageFrames) -> list[QuantityValue]:
    """The counts of a step: figures that its verb governs, not the pool from which they are taken."""
    if happening.event == "completion":
        return _governed(happening.clause.start, happening.hit.start, ("을", "를"), document, frames)[-1:]
    if happening.event not in COUNTED:
        return []
    clause, head = happening.clause, happening.head
    if head is None:
        kept = _governed(clause.start, clause.end, COUNTING, document, frames)
        if happening.event == "application":
            made = _governed(clause.start, clause.end, OBJECTS, document, frames)
            made = [f for f in made if frames.steps["papers"].fullmatch(f.unit) is None]
            return (made or kept)[:1]
        if not kept and not frames.steps["needs_count"].fullmatch(happening.hit.predicate.lemma):
            sentence = document.sentences[clause.sentence]
            return _governed(sentence.start, clause.start, TOPIC, document, frames)[:1]
        return kept if paired(kept, happening, document) else kept[-1:]
    inside = _governed(clause.start, happening.hit.start, OBJECT, document, frames)
    return (inside or _governed(*head, None, document, frames))[:1]


def _governed(
    start: int, end: int, marks: tuple[str, ...] | None, document: Document, frames: LanguageFrames
) -> list[QuantityValue]:
    """The countable figures of a span whose noun phrase closes with one of `marks` (with any, where None)."""
    text, steps = document.article.body, frames.steps
    kept: list[QuantityValue] = []
    for figure in figures_in(document, start, end):
        if isinstance(figure, MoneyValue | PercentValue) or not steps["countable"].fullmatch(figure.unit):
            continue
        gloss = text[figure.start - 1 : figure.start] == "("
        if (
            gloss
            or (marks and steps["pool"].match(text, figure.end))
            or steps["not_count"].search(text[: figure.start][-8:])
        ):
            continue
        if marks is None or mark_after(text, figure.end, end) in marks:
            kept.append(figure)
    return kept


def paired(figures: Sequence[Figure], happening: Happening, document: Document) -> list[tuple[DateValue, Figure]]:
    """상반기 45편, 하반기 40편: each figure with the date right before it; nothing where they do not alternate."""
    dates = within(document.dates.get("body", ()), happening.clause.start, happening.clause.end)
    pairs: list[tuple[DateValue, Figure]] = []
    for figure in figures:
        before = [d for d in dates if d.end <= figure.start and (d.first or d.last)]
        if not before or any(before[-1].start == d.start for d, _ in pairs):
            return []
        pairs.append((before[-1], figure))
    return pairs if len(pairs) > 1 else []
