"""Which figure of a clause counts its step: 15개 팀이 신청, 4개 팀으로 압축, 10개 팀을 선정."""

import re
from collections.abc import Sequence

from transforms.extract.document import Document, within
from transforms.extract.happenings import Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue, MoneyValue, PercentValue, QuantityValue

Figure = QuantityValue | MoneyValue | PercentValue
COUNTED = ("application", "screening", "selection", "elimination")
MARKED = re.compile(r"(?P<mark>은|는|이|가|을|를|만|도|뿐|으로|로|에게|에서는|에서|에|와|과|의|씩|다)[,.]?$")
COUNTING = ("이", "가", "을", "를", "만", "은", "는", "으로", "로", "도", "뿐", "다", "와", "과")


def figures_in(document: Document, start: int, end: int) -> list[Figure]:
    """All quantities, sums and percentages of a span of the body, in order."""
    found: list[Figure] = []
    for kind in (document.quantities, document.money, document.percents):
        values: Sequence[Figure] = kind.get("body", ())
        found.extend(within(values, start, end))
    return sorted(found, key=lambda v: v.start)


def mark_after(text: str, end: int, stop: int) -> str | None:
    """The particle that closes the noun phrase of a figure that ends at `end` (10개 정예팀|을)."""
    for word in text[end : min(stop, end + 32)].split(" ")[:4]:
        bare = re.sub(r"\([^()]*\)", "", word)
        if found := MARKED.search(bare):
            return found["mark"]
        if bare.endswith(","):
            return None
    return None


def counts_of(happening: Happening, document: Document, frames: LanguageFrames) -> list[QuantityValue]:
    """The counts of a step: figures that its verb governs, not the pool from which they are taken."""
    if happening.event not in COUNTED:
        return []
    start, end = happening.head or (happening.clause.start, happening.clause.end)
    text, steps = document.article.body, frames.steps
    kept: list[QuantityValue] = []
    for figure in figures_in(document, start, end):
        countable = isinstance(figure, QuantityValue) and steps["countable"].fullmatch(figure.unit) is not None
        if not countable or isinstance(figure, MoneyValue | PercentValue) or steps["pool"].match(text, figure.end):
            continue
        if happening.head is not None or mark_after(text, figure.end, end) in COUNTING:
            kept.append(figure)
    if happening.event == "application" or happening.head is not None:
        return kept[:1]
    return kept if len(kept) > 1 and paired(kept, happening, document) else kept[-1:]


def paired(figures: Sequence[Figure], happening: Happening, document: Document) -> list[tuple[DateValue, Figure]]:
    """상반기 45편, 하반기 40편: each figure with the date right before it; nothing where they do not alternate."""
    dates = within(document.dates.get("body", ()), happening.clause.start, happening.clause.end)
    pairs: list[tuple[DateValue, Figure]] = []
    for figure in figures:
        before = [d for d in dates if d.end <= figure.start]
        if not before or any(before[-1].start == d.start for d, _ in pairs):
            return []
        pairs.append((before[-1], figure))
    return pairs if len(pairs) > 1 else []
