"""Every percentage of a text: "12.9%", "이십 퍼센트", "5~10%", "percent of 10"; percentage points are told apart."""

from collections.abc import Iterable, Iterator

from transforms.lexicon.model import Lexicon
from transforms.normalize.figures import Figure, read_figures
from transforms.normalize.values import PercentValue


def read_percents(text: str, lexicon: Lexicon, lang: str) -> list[PercentValue]:
    """Every percentage of `text`, in order, without overlap."""
    return list(shares(text, read_figures(text, lexicon, lang)))


def shares(text: str, figures: Iterable[Figure]) -> Iterator[PercentValue]:
    """The figures that are percentages or percentage points."""
    for figure in figures:
        if figure.unit.kind in ("percent", "points"):
            yield PercentValue(
                figure.start,
                figure.end,
                text[figure.start : figure.end],
                figure.low,
                figure.high,
                figure.bound,
                figure.unit.kind == "points",
            )
