"""The amount of a row is read again from its words."""

from decimal import Decimal

import pytest

from expectations.figures import follows


@pytest.mark.parametrize(
    ("raw", "amount", "currency", "right"),
    [
        ("100억원", 10**10, "KRW", True),
        ("100억원", 10**9, "KRW", False),
        ("100억원", 10**10, "USD", False),
        ("$6.4 billion", 6_400_000_000, "USD", True),
        ("$14.6 million", 14_600_000, "AUD", True),
        ("$14.6 million", 14_600_000, "EUR", False),
        ("72", 7_200_000_000, "KRW", True),
        ("1,225", 122_500_000_000, "KRW", True),
        ("72", 8_800_000_000, "KRW", False),
        ("미정", 72, "KRW", False),
    ],
)
def test_an_amount_follows_from_its_words(raw: str, amount: int, currency: str, right: bool) -> None:
    assert follows(raw, Decimal(amount), currency) is right


def test_words_without_an_amount_say_nothing() -> None:
    assert not follows("100억원", None, "KRW")
