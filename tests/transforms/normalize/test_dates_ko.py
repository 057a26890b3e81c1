"""Korean dates, seen from Monday 4 August 2025."""

from datetime import date

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

PUBLISHED = date(2025, 8, 4)


def only(lexicon: Lexicon, text: str, published: date | None = PUBLISHED, tense: str | None = None) -> DateValue:
    (value,) = read_dates(text, published, lexicon, "ko", tense)
    return value


def days(value: DateValue) -> str:
    return f"{value.first or ''}..{value.last or ''}"


@pytest.mark.parametrize(
    ("text", "words", "expected", "precision"),
    [
        ("2026년 3월 5일 열린", "2026년 3월 5일", "2026-03-05..2026-03-05", "day"),
        ("배포일시: 2026. 3. 5.(목)", "2026. 3. 5.(목)", "2026-03-05..2026-03-05", "day"),
        ("면접 : 9. 4.(목)", "9. 4.(목)", "2025-09-04..2025-09-04", "day"),
        ("공고('25.11월)", "'25.11월", "2025-11-01..2025-11-30", "month"),
        ("접수 9.1.~9.12. 가능", "9.1.~9.12.", "2025-09-01..2025-09-12", None),
        ("1999/12/31에", "1999/12/31", "1999-12-31..1999-12-31", "day"),
        ("이천이십년 구월 구일", "이천이십년 구월 구일", "2020-09-09..2020-09-09", "day"),
        ("지난 6월 협약", "지난 6월", "2025-06-01..2025-06-30", "month"),
        ("지난달 말 대면 심사", "지난달 말", "2025-07-21..2025-07-31", "part"),
        ("내달 3일 연다", "내달 3일", "2025-09-03..2025-09-03", "day"),
        ("올해 11월 임시", "올해 11월", "2025-11-01..2025-11-30", "month"),
        ("내년 상반기 첫 투약", "내년 상반기", "2026-01-01..2026-06-30", "half"),
        ("재작년 가을", "재작년", "2023-01-01..2023-12-31", "year"),
        ("이달 중 공모", "이달", "2025-08-01..2025-08-31", "month"),
        ("다음 주 발표평가", "다음 주", "2025-08-11..2025-08-17", "part"),
        ("이르면 8월 초 체결", "8월 초", "2025-08-01..2025-08-10", "part"),
        ("5월 중순", "5월 중순", "2025-05-11..2025-05-20", "part"),
        ("2분기 매출", "2분기", "2025-04-01..2025-06-30", "quarter"),
        ("2024년 4/4분기", "2024년 4/4분기", "2024-10-01..2024-12-31", "quarter"),
        ("연초보다", "연초", "2025-01-01..2025-01-31", "part"),
        ("4일 밝혔다", "4일", "2025-08-04..2025-08-04", "day"),
        ("3일 전북도에 따르면", "3일", "2025-08-03..2025-08-03", "day"),
        ("25일 오전 10시 개막", "25일 오전 10시", "2025-07-25..2025-07-25", "day"),
        ("지난 금요일", "지난 금요일", "2025-08-01..2025-08-01", "day"),
        ("10월 셋째 주", "10월 셋째 주", "2025-10-13..2025-10-19", "part"),
        ("다음 달 둘째 화요일", "다음 달 둘째 화요일", "2025-09-09..2025-09-09", "day"),
        ("3년 전 사업", "3년 전", "2022-01-01..2022-12-31", "year"),
        ("2주 뒤에", "2주 뒤", "2025-08-18..2025-08-24", "part"),
        ("사흘 뒤", "사흘 뒤", "2025-08-07..2025-08-07", "day"),
        ("어제 열린", "어제", "2025-08-03..2025-08-03", "day"),
        ("1990년대 들어", "1990년대", "1990-01-01..1999-12-31", None),
        ("지난 광복절", "지난 광복절", "2024-08-15..2024-08-15", "day"),
    ],
)
def test_single_dates(lexicon: Lexicon, text: str, words: str, expected: str, precision: str | None) -> None:
    value = next(v for v in read_dates(text, PUBLISHED, lexicon, "ko") if v.text == words)
    assert (days(value), value.precision) == (expected, precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9월 5일부터 10월 13일까지", "2025-09-05..2025-10-13"),
        ("9월 3일부터 12일까지", "2025-09-03..2025-09-12"),
        ("10월 25일부터 1월 25일까지", "2025-10-25..2026-01-25"),
        ("20일부터 다음 달 21일까지", "2025-07-20..2025-09-21"),
        ("지난해 12월 22일부터 올해 1월 28일까지", "2024-12-22..2025-01-28"),
        ("2026~2030년", "2026-01-01..2030-12-31"),
        ("지난 7~8월", "2025-07-01..2025-08-31"),
        ("오는 30∼31일", "2025-08-30..2025-08-31"),
        ("3월 말에서 4월 초 사이", "2025-03-21..2025-04-10"),
        ("2024년 5월과 2026년 사이", "2024-05-01..2026-12-31"),
        ("내년부터 2030년까지", "2026-01-01..2030-12-31"),
    ],
)
def test_ranges(lexicon: Lexicon, text: str, expected: str) -> None:
    value = only(lexicon, text)
    assert (value.text, days(value)) == (text, expected)


@pytest.mark.parametrize(
    ("text", "expected", "relation"),
    [
        ("내년 상반기까지", "..2026-06-30", "by"),
        ("올해 말까지", "..2025-12-31", "by"),
        ("연말까지", "..2025-12-31", "by"),
        ("연내", "..2025-12-31", "by"),
        ("6월 안에", "..2025-06-30", "by"),
        ("8월 초까지", "..2025-08-10", "by"),
        ("이달부터", "2025-08-01..", "from"),
        ("2018년 이후", "2018-01-01..", "from"),
        ("2018년 이전", "..2017-12-31", "before"),
        ("향후 3년간", "2025-08-04..2028-08-04", "for"),
        ("앞으로 5년 동안", "2025-08-04..2030-08-04", "for"),
        ("최근 6개월간", "2025-02-04..2025-08-04", "for"),
        ("3년 안에", "2025-08-04..2028-08-04", "within"),
        ("석 달 이내에", "2025-08-04..2025-11-04", "within"),
    ],
)
def test_bounds(lexicon: Lexicon, text: str, expected: str, relation: str) -> None:
    value = only(lexicon, text)
    assert (days(value), value.relation) == (expected, relation)


@pytest.mark.parametrize(
    ("text", "recurrence", "duration"),
    [
        ("6개월마다", "P6M", None), ("매년", "P1Y", None), ("분기마다", "P3M", None), ("2년 주기", "P2Y", None),
        ("5년간", None, "P5Y"), ("1년 6개월간", None, "P1Y6M"), ("5개년 계획", None, "P5Y"),
        ("8년(3+3+2년)간", None, "P8Y"),
    ],
)  # fmt: skip
def test_lengths_and_recurrences_have_no_days(
    lexicon: Lexicon, text: str, recurrence: str | None, duration: str | None
) -> None:
    value = only(lexicon, text)
    assert (value.first, value.last, value.recurrence, value.duration) == (None, None, recurrence, duration)


@pytest.mark.parametrize(
    ("text", "published", "tense", "expected"),
    [
        ("4일", date(2025, 8, 18), None, "2025-08-04..2025-08-04"),
        ("25일", date(2025, 8, 4), "past", "2025-07-25..2025-07-25"),
        ("25일", date(2025, 8, 4), "future", "2025-08-25..2025-08-25"),
        ("31일", date(2025, 9, 15), "future", "2025-10-31..2025-10-31"),
        ("3월", date(2025, 10, 21), "past", "2025-03-01..2025-03-31"),
        ("3월", date(2025, 10, 21), "future", "2026-03-01..2026-03-31"),
        ("12월 말", date(2026, 1, 15), None, "2025-12-21..2025-12-31"),
        ("4분기", date(2026, 2, 5), "past", "2025-10-01..2025-12-31"),
        ("하반기", date(2025, 6, 13), "future", "2025-07-01..2025-12-31"),
    ],
)
def test_partial_dates_move_with_the_tense(
    lexicon: Lexicon, text: str, published: date, tense: str | None, expected: str
) -> None:
    value = only(lexicon, text, published, tense)
    assert (days(value), value.partial) == (expected, True)


def test_without_a_day_of_publication_relative_words_have_no_days(lexicon: Lexicon) -> None:
    assert days(only(lexicon, "지난해 9월", None)) == ".."
    assert only(lexicon, "지난해 9월", None).precision == "month"
    assert days(only(lexicon, "2024년 9월", None)) == "2024-09-01..2024-09-30"


def test_the_same_year_is_that_of_the_date_before(lexicon: Lexicon) -> None:
    values = read_dates("2023년 9월 28일 선정돼 같은 해 12월 19일 협약", PUBLISHED, lexicon, "ko")
    assert [days(value) for value in values] == ["2023-09-28..2023-09-28", "2023-12-19..2023-12-19"]


def test_a_change_is_no_range(lexicon: Lexicon) -> None:
    assert len(read_dates("올해 6월에서 3분기로 늦춰진다", PUBLISHED, lexicon, "ko")) == 2
    assert len(read_dates("6월 말에서 8월 초로 늦춰졌다", PUBLISHED, lexicon, "ko")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "코드 005930", "B200 768장", "점수는 3:2", "100점 만점", "39세 이하", "오후 5시", "5·16 이후의",
        "02-2100-1234", "2차 평가",
        "이달러를 냈다", "공중에 매달린 채", "2월 30일", "국가신약개발사업단", "1만3천장", "5호기", "K2 전차",
        "1/3의 지분",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(lexicon: Lexicon, text: str) -> None:
    assert read_dates(text, PUBLISHED, lexicon, "ko") == []
