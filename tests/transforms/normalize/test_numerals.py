"""Numbers as words and figures write them."""

from decimal import Decimal

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.numerals import korean_numbers
from transforms.normalize.numerals_en import english_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1천576억", 157_600_000_000),
        ("2조1087억", 2_108_700_000_000),
        ("3조 4,400억", 3_440_000_000_000),
        ("1만3천", 13_000),
        ("7천5백30만", 75_300_000),
        ("1억1천503만", 115_030_000),
        ("12억6천700여만", 1_267_000_000),
        ("1.5조", 1_500_000_000_000),
        ("27,350,000", 27_350_000),
        ("오백억", 50_000_000_000),
        ("삼천이백오십", 3_250),
        ("이십일억 삼백", 2_100_000_300),
        ("만 삼천", 13_000),
        ("백경", 10**18),
    ],
)
def test_korean_numbers(lexicon: Lexicon, text: str, value: int) -> None:
    (number,) = korean_numbers(text, lexicon.values.korean)
    assert (number.low, number.end) == (value, len(text))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("쉰두 ", 52, None), ("예순아홉 ", 69, None), ("두세 ", 2, 3), ("대여섯 ", 5, 6), ("열 ", 10, None)],
)
def test_native_numerals(lexicon: Lexicon, text: str, low: int, high: int | None) -> None:
    (number,) = korean_numbers(text, lexicon.values.korean)
    assert (number.low, number.high) == (low, high)


def test_words_that_contradict_each_other_end_the_number(lexicon: Lexicon) -> None:
    assert [n.low for n in korean_numbers("3천 5천", lexicon.values.korean)] == [3000, 5000]
    assert [n.low for n in korean_numbers("제3 12", lexicon.values.korean)] == [12], "an ordinal is no amount"
    assert list(korean_numbers("조원진 의원", lexicon.values.korean)) == []


def test_an_unnamed_multiple_is_a_lower_bound(lexicon: Lexicon) -> None:
    (number,) = korean_numbers("수십억", lexicon.values.korean)
    assert (number.low, number.bound) == (10**9, "min")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,936", 1936),
        ("10 1/2", Decimal("10.5")),
        ("¾", Decimal("0.75")),
        ("1.2 billion", 1_200_000_000),
        ("10,372 crore", 103_720_000_000),
        ("thirteen", 13),
        ("forty-five", 45),
        ("two hundred and six", 206),
        ("three million two hundred thousand", 3_200_000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("one point three", Decimal("1.3")),
        ("a hundred", 100),
    ],
)
def test_english_numbers(lexicon: Lexicon, text: str, value: Decimal | int) -> None:
    (number,) = english_numbers(text, lexicon.values.english)
    assert (number.low, number.end) == (value, len(text))
