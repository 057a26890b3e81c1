"""Every sum of money of a text, in Korean and English."""

from transforms.lexicon.model import Lexicon
from transforms.normalize.values import MoneyValue


def read_money(text: str, lexicon: Lexicon, lang: str) -> list[MoneyValue]:
    """Every sum of money of `text`, in order, without overlap."""
    return []
