from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.lexicon.reading import Reading
from transforms.parse.dates import moment, month_and_day, order_of, year_of


@pytest.mark.parametrize(
    ("text", "at", "precision", "offset"),
    [
        ("2025-08-04", "2025-08-04T00:00", "day", None),
        ("2025-08-04T09:30:00+09:00", "2025-08-04T09:30", "second", "+09:00"),
        ("2025-08-04T09:30:00.123Z", "2025-08-04T09:30", "second", "+00:00"),
        ("2025-08-04 09:30 KST", "2025-08-04T09:30", "minute", "+09:00"),
        ("2025-08-04T00:30:00+0900", "2025-08-04T00:30", "second", "+09:00"),
        ("20250804093005", "2025-08-04T09:30:05", "second", None),
        ("20250804", "2025-08-04T00:00", "day", None),
        ("1754267400", "2025-08-04T00:30", "second", "+00:00"),
        ("Mon, 04 Aug 2025 17:54:08 +0900", "2025-08-04T17:54:08", "second", "+09:00"),
        ("입력 2025.08.04 09:30", "2025-08-04T09:30", "minute", None),
        ("2025.08.04. 오후 1:05", "2025-08-04T13:05", "minute", None),
        ("2025.08.04. 오전 12:05", "2025-08-04T00:05", "minute", None),
        ("2025년 8월 4일 9시 30분", "2025-08-04T09:30", "minute", None),
        ("2025. 8. 4. 17:54", "2025-08-04T17:54", "minute", None),
        ("August 4, 2025 at 9:30 pm", "2025-08-04T21:30", "minute", None),
        ("4th of August 2025", "2025-08-04T00:00", "day", None),
        ("Montag, 4. März 2025", "2025-03-04T00:00", "day", None),
        ("4 de agosto de 2025", "2025-08-04T00:00", "day", None),
        ("le 4 août 2025 à 09h30", "2025-08-04T09:30", "minute", None),
        ("04.08.2025, 09:30 Uhr", "2025-08-04T09:30", "minute", None),
    ],
)
def test_moments(text: str, at: str, precision: str, offset: str | None, words: Reading) -> None:
    found = moment(text, words)

    assert found is not None
    assert (found.at, found.precision, found.offset) == (datetime.fromisoformat(at), precision, offset)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("03/04/2025", "mdy", "2025-03-04"),
        ("03/04/2025", "dmy", "2025-04-03"),
        ("25/04/2025", "mdy", "2025-04-25"),
        ("25.08.04", "ymd", "2025-08-04"),
        ("23.09.22", "dmy", "2022-09-23"),
    ],
)
def test_figures_are_read_as_the_language_writes_them(text: str, order: str, day: str, words: Reading) -> None:
    found = moment(text, words, order)

    assert found is not None
    assert found.at is not None
    assert found.at.date().isoformat() == day


@pytest.mark.parametrize(
    "text", ["", "08-04", "2025-13-01", "2025-02-30", "어제", "1899-01-01", "version 1.2.3", "99999999"]
)
def test_what_is_no_whole_date_is_none(text: str, words: Reading) -> None:
    assert moment(text, words) is None


def test_order_follows_the_language() -> None:
    assert [order_of(code) for code in ("ko-KR", "en-US", "en-GB", "de", "")] == ["ymd", "mdy", "dmy", "dmy", "mdy"]


def test_a_day_takes_its_year_from_addresses() -> None:
    text = 'src="https://img.example/news/202508/04/x/20250804175408195iyur.jpg" 2024-11-02'

    assert month_and_day("작성일 08-04 27") == (8, 4)
    assert year_of(text, 8, 4) == 2025
    assert year_of(text, 8, 5) is None


def test_two_years_are_no_evidence() -> None:
    assert year_of("20250804.jpg 20240804.jpg", 8, 4) is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=100))
def test_any_text_is_read_without_fault(text: str, words: Reading) -> None:
    found = moment(text, words)

    assert found is None or found.at is not None
    month_and_day(text)
