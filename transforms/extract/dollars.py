"""Whose dollar a bare $ is: that of the country of which an English article speaks most.

An Australian or Canadian paper writes $60 million and means its own. Where the article marks that dollar
(A$60 million), a bare one is another's.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

CURRENCIES = ("AUD", "CAD", "NZD", "SGD", "HKD")
AMERICAN = "USD"
MENTIONS_MIN = 2  # words for a country that make its dollar the article's


def at_home(
    texts: Mapping[str, str], money: Mapping[str, Sequence[MoneyValue]], frames: LanguageFrames
) -> dict[str, tuple[MoneyValue, ...]]:
    """The sums with each bare dollar read as that of the article's country; as they were where that is America."""
    home = _home(texts.values(), money, frames)
    return {
        field: tuple(
            replace(v, currency=home) if v.currency == AMERICAN and v.text.startswith("$") else v for v in values
        )
        for field, values in money.items()
    }


def _home(texts: Iterable[str], money: Mapping[str, Sequence[MoneyValue]], frames: LanguageFrames) -> str:
    words = {c: sum(len(_cue(c, frames).findall(text)) for text in texts) for c in (*CURRENCIES, AMERICAN)}
    marked = {v.currency for values in money.values() for v in values}
    best = max(CURRENCIES, key=lambda c: words[c])
    spoken = words[best] >= MENTIONS_MIN and words[best] > words[AMERICAN]
    return best if spoken and best not in marked else AMERICAN


def _cue(currency: str, frames: LanguageFrames) -> re.Pattern[str]:
    return frames.cues[f"dollar_{currency}"]
