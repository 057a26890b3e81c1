"""Every sum of money of a text: "1천576억원", "3억~5억원", "팀당 연 30억원", "US$4.7 billion", "$20 and 43c".

A conversion in brackets ("5억달러(약 6천900억원)") is a gloss of the figure before it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transforms.lexicon.model import Lexicon
from transforms.normalize.figures import Figure, read_figures
from transforms.normalize.values import MoneyValue

GLOSS = re.compile(r"[ ]?[(（][^()（）\d]{0,12}\Z")


def read_money(text: str, lexicon: Lexicon, lang: str) -> list[MoneyValue]:
    """Every sum of `text`, in order, without overlap; a conversion in brackets lies inside the span of its figure."""
    return fold_glosses(text, sums(text, read_figures(text, lexicon, lang)))


def sums(text: str, figures: Iterable[Figure]) -> Iterator[MoneyValue]:
    """The figures that are money, each for itself."""
    for figure in figures:
        if figure.unit.kind == "money":
            yield MoneyValue(
                figure.start,
                figure.end,
                text[figure.start : figure.end],
                figure.low,
                figure.high,
                figure.unit.name,
                figure.bound,
                figure.per,
            )


def fold_glosses(text: str, values: Iterable[MoneyValue]) -> list[MoneyValue]:
    """The sums with each conversion in brackets taken into the sum before it."""
    folded: list[MoneyValue] = []
    for value in values:
        last = folded[-1] if folded else None
        closing = text[value.end : value.end + 12].find(")")
        if last and last.currency != value.currency and closing >= 0 and GLOSS.fullmatch(text[last.end : value.start]):
            end = value.end + closing + 1
            folded[-1] = replace(last, end=end, text=text[last.start : end])
        else:
            folded.append(value)
    return folded
