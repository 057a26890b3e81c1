"""Sums of money."""

from decimal import Decimal

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.money import read_money


def found(lexicon: Lexicon, text: str, lang: str = "ko") -> list[tuple[object, ...]]:
    return [(v.text, v.amount, v.amount_max, v.currency) for v in read_money(text, lexicon, lang)]


@pytest.mark.parametrize(
    ("text", "words", "amount", "most", "currency"),
    [
        ("총 1천576억원을", "1천576억원", 157_600_000_000, None, "KRW"),
        ("사업비 3조 4,400억 원 규모", "3조 4,400억 원", 3_440_000_000_000, None, "KRW"),
        ("확장에 200억여 원이", "200억여 원", 20_000_000_000, None, "KRW"),
        ("3억~5억원씩", "3억~5억원", 300_000_000, 500_000_000, "KRW"),
        ("3~5억원", "3~5억원", 300_000_000, 500_000_000, "KRW"),
        ("2~5천억원", "2~5천억원", 200_000_000_000, 500_000_000_000, "KRW"),
        ("10억에서 20억 원까지", "10억에서 20억 원", 1_000_000_000, 2_000_000_000, "KRW"),
        ("오백억원을 넘는", "오백억원", 50_000_000_000, None, "KRW"),
        ("65억달러짜리", "65억달러", 6_500_000_000, None, "USD"),
        ("3천만 캐나다 달러", "3천만 캐나다 달러", 30_000_000, None, "CAD"),
        ("홍콩달러 말고 40만 홍콩달러", "40만 홍콩달러", 400_000, None, "HKD"),
        ("2달러 30센트", "2달러 30센트", Decimal("2.30"), None, "USD"),
        ("€90만", "€90만", 900_000, None, "EUR"),
        ("과징금 1천348억 '역대 최대'", "1천348억", 134_800_000_000, None, "KRW"),
        ("6천억 기술수출", "6천억", 600_000_000_000, None, "KRW"),
        ("민간 4천300억도 합류", "4천300억", 430_000_000_000, None, "KRW"),
    ],
)
def test_korean_sums(lexicon: Lexicon, text: str, words: str, amount: int, most: int | None, currency: str) -> None:
    assert found(lexicon, text) == [(words, amount, most, currency)]


@pytest.mark.parametrize(
    ("text", "words", "amount", "most", "currency"),
    [
        ("worth $14.5m", "$14.5m", 14_500_000, None, "USD"),
        ("some 3bn won", "3bn won", 3_000_000_000, None, "KRW"),
        ("up to US$6.6 billion", "US$6.6 billion", 6_600_000_000, None, "USD"),
        ("₹988.6 crore", "₹988.6 crore", 9_886_000_000, None, "INR"),
        ("a C$300 million fund", "C$300 million", 300_000_000, None, "CAD"),
        ("between 5 and 7 euros", "5 and 7 euros", 5, 7, "EUR"),
        ("$2-3 million", "$2-3 million", 2_000_000, 3_000_000, "USD"),
        ("half a million pounds", "half a million pounds", 500_000, None, "GBP"),
        ("thirty-one dollars and 5 cents", "thirty-one dollars and 5 cents", Decimal("31.05"), None, "USD"),
        ("CHF 12.50", "CHF 12.50", Decimal("12.5"), None, "CHF"),
    ],
)
def test_english_sums(lexicon: Lexicon, text: str, words: str, amount: int, most: int | None, currency: str) -> None:
    assert found(lexicon, text, "en") == [(words, amount, most, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "이 같은 이유로 평소 불만을", "조원진 의원은 만전을 기해", "솔트룩스(304100)는", "인구 3억 명", "100억 개의 별",
        "전화 02-123-4567", "1엑사플롭스(1초에 100경 번 연산)", "두 배 안팎", "한전 구체", "10만 3천",
    ],
)  # fmt: skip
def test_figures_that_are_no_money(lexicon: Lexicon, text: str) -> None:
    assert found(lexicon, text) == []


def test_a_conversion_in_brackets_is_a_gloss(lexicon: Lexicon) -> None:
    (value,) = read_money("5억달러(약 6천900억원)를 투자", lexicon, "ko")
    assert (value.text, value.amount, value.currency) == ("5억달러(약 6천900억원)", 500_000_000, "USD")
    assert len(read_money("정부 10억원(국비 7억원, 도비 3억원)", lexicon, "ko")) == 3, "parts are no gloss"


def test_a_change_is_no_range(lexicon: Lexicon) -> None:
    assert len(read_money("매출이 210억원에서 180억원으로 줄었다", lexicon, "ko")) == 2
    assert len(read_money("한도를 15조원에서 25조원으로 늘렸다", lexicon, "ko")) == 2
    assert len(read_money("sales rose from $3 million to $5 million", lexicon, "en")) == 2


@pytest.mark.parametrize(
    ("text", "lang", "bound", "per"),
    [
        ("최대 5조원", "ko", "max", None),
        ("1천억원 이상", "ko", "min", None),
        ("100억원 미만", "ko", "max", None),
        ("약 30억원", "ko", "about", None),
        ("200억여 원", "ko", "about", None),
        ("수백억원", "ko", "min", None),
        ("팀당 연 30억원까지", "ko", "max", "team"),
        ("가구당 최대 300만원", "ko", "max", "household"),
        ("1인당 500만원씩", "ko", "exact", "person"),
        ("매년 10억원씩 3년간", "ko", "exact", "year"),
        ("10곳에 10억원씩", "ko", "exact", "each"),
        ("up to $5 million", "en", "max", None),
        ("more than $10 billion", "en", "min", None),
        ("about $2 billion a year", "en", "about", "year"),
        ("grants of up to €2 million each", "en", "max", "each"),
    ],
)
def test_bound_and_share(lexicon: Lexicon, text: str, lang: str, bound: str, per: str | None) -> None:
    (value,) = read_money(text, lexicon, lang)
    assert (value.bound, value.per) == (bound, per)


def test_a_list_of_shares(lexicon: Lexicon) -> None:
    text = "국비 50억, 도비 20억, 시비 30억 등 총 100억"
    assert [int(v.amount) // 10**8 for v in read_money(text, lexicon, "ko")] == [50, 20, 30, 100]
