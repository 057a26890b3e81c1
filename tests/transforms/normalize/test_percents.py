"""Percentages and percentage points."""

from decimal import Decimal

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.percents import read_percents


@pytest.mark.parametrize(
    ("text", "lang", "amount", "most", "bound", "points"),
    [
        ("12.9% 늘었다", "ko", "12.9", None, "exact", False),
        ("이십오 퍼센트", "ko", "25", None, "exact", False),
        ("5~10%만", "ko", "5", "10", "exact", False),
        ("95% 이상의", "ko", "95", None, "min", False),
        ("30% 미만으로", "ko", "30", None, "max", False),
        ("10% 가까이", "ko", "10", None, "about", False),
        ("51%여서", "ko", "51", None, "exact", False),
        ("0.25%포인트 내렸다", "ko", "0.25", None, "exact", True),
        ("3%p 올랐다", "ko", "3", None, "exact", True),
        ("as much as 25% of", "en", "25", None, "max", False),
        ("rose 2 percentage points", "en", "2", None, "exact", True),
        ("seven percent", "en", "7", None, "exact", False),
        ("10-15 per cent", "en", "10", "15", "exact", False),
        ("per cent of 30", "en", "30", None, "exact", False),
    ],
)
def test_percents(
    lexicon: Lexicon, text: str, lang: str, amount: str, most: str | None, bound: str, points: bool
) -> None:
    (value,) = read_percents(text, lexicon, lang)
    assert (value.amount, value.amount_max) == (Decimal(amount), most and Decimal(most))
    assert (value.bound, value.points) == (bound, points)


def test_a_change_is_two_percentages(lexicon: Lexicon) -> None:
    assert [v.amount for v in read_percents("51%에서 30%로 낮췄다", lexicon, "ko")] == [51, 30]
