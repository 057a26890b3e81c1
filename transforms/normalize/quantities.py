"""Every count and measure of a text, in Korean and English."""

from transforms.lexicon.model import Lexicon
from transforms.normalize.values import QuantityValue


def read_quantities(text: str, lexicon: Lexicon, lang: str) -> list[QuantityValue]:
    """Every count and measure of `text`, in order, without overlap."""
    return []
