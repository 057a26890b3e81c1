"""Every date of a text, in Korean and English."""

from datetime import date

from transforms.lexicon.model import Lexicon
from transforms.normalize.values import DateValue


def read_dates(
    text: str, published: date | None, lexicon: Lexicon, lang: str, tense: str | None = None
) -> list[DateValue]:
    """Every date of `text`, in order, without overlap, resolved against the day of publication."""
    return []
