"""Every percentage of a text, in Korean and English."""

from transforms.lexicon.model import Lexicon
from transforms.normalize.values import PercentValue


def read_percents(text: str, lexicon: Lexicon, lang: str) -> list[PercentValue]:
    """Every percentage of `text`, in order, without overlap."""
    return []
