"""Every count and measure of a text: "GPU 1만장", "5개 정예팀", "2천324만여 명", "100㎿", "8- to 16-meter"."""

from collections.abc import Iterable, Iterator

from transforms.lexicon.model import Lexicon
from transforms.normalize.figures import Figure, read_figures
from transforms.normalize.values import QuantityValue


def read_quantities(text: str, lexicon: Lexicon, lang: str) -> list[QuantityValue]:
    """Every count and measure of `text`, in order, without overlap."""
    return list(counts(text, read_figures(text, lexicon, lang)))


def counts(text: str, figures: Iterable[Figure]) -> Iterator[QuantityValue]:
    """The figures that are counts or measures."""
    for figure in figures:
        if figure.unit.kind == "quantity":
            yield QuantityValue(
                figure.start,
                figure.end,
                text[figure.start : figure.end],
                figure.low,
                figure.high,
                figure.unit.name,
                figure.bound,
                figure.per,
            )
