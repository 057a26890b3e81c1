"""English dates, seen from Monday 15 April 2024."""

from datetime import date

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.values import DateValue

PUBLISHED = date(2024, 4, 15)


def only(lexicon: Lexicon, text: str, published: date | None = PUBLISHED) -> DateValue:
    (value,) = read_dates(text, published, lexicon, "en")
    return value


def days(value: DateValue) -> str:
    return f"{value.first or ''}..{value.last or ''}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WASHINGTON, April 15 (Wire)", "2024-04-15..2024-04-15"),
        ("on September 1, 2025", "2025-09-01..2025-09-01"),
        ("13 November", "2023-11-13..2023-11-13"),
        ("the 4th of July 2026", "2026-07-04..2026-07-04"),
        ("4 March 2026", "2026-03-04..2026-03-04"),
        ("Sept. 28 last year", "2023-09-28..2023-09-28"),
        ("2024-11-03", "2024-11-03..2024-11-03"),
        ("11/03/2024", "2024-11-03..2024-11-03"),
        ("in August 2022", "2022-08-01..2022-08-31"),
        ("last December", "2023-12-01..2023-12-31"),
        ("said on Monday", "2024-04-15..2024-04-15"),
        ("on Thursday", "2024-04-18..2024-04-18"),
        ("last week", "2024-04-08..2024-04-14"),
        ("this month", "2024-04-01..2024-04-30"),
        ("yesterday evening", "2024-04-14..2024-04-14"),
        ("Q3 2025", "2025-07-01..2025-09-30"),
        ("in the autumn of 2026", "2026-09-01..2026-11-30"),
        ("by spring 2027", "..2027-05-31"),
        ("this summer", "2024-06-01..2024-08-31"),
        ("last autumn", "2023-09-01..2023-11-30"),
        ("next winter", "2024-12-01..2025-02-28"),
        ("in the fall", "2023-09-01..2023-11-30"),
        ("the first quarter of next year", "2025-01-01..2025-03-31"),
        ("the second half of this year", "2024-07-01..2024-12-31"),
        ("early 2026", "2026-01-01..2026-01-31"),
        ("late October", "2023-10-21..2023-10-31"),
        ("the second Monday of May", "2024-05-13..2024-05-13"),
        ("the last week of October 2025", "2025-10-27..2025-11-02"),
        ("two years ago", "2022-01-01..2022-12-31"),
        ("in three weeks", "2024-05-06..2024-05-12"),
        ("3 days after today", "2024-04-18..2024-04-18"),
        ("fiscal year 2027", "2026-10-01..2027-09-30"),
        ("the 1990s", "1990-01-01..1999-12-31"),
        ("thanksgiving 2025", "2025-11-27..2025-11-27"),
        ("in nineteen eighty four", "1984-01-01..1984-12-31"),
    ],
)
def test_single_dates(lexicon: Lexicon, text: str, expected: str) -> None:
    assert days(only(lexicon, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "relation"),
    [
        ("by the end of 2027", "..2027-12-31", "by"),
        ("by the end of the year", "..2024-12-31", "by"),
        ("by the end of the decade", "..2029-12-31", "by"),
        ("by June 2026", "..2026-06-30", "by"),
        ("through 2029", "..2029-12-31", "by"),
        ("since 2020", "2020-01-01..", "from"),
        ("before March 2025", "..2025-02-28", "before"),
        ("after 2030", "2031-01-01..", "after"),
        ("over the next five years", "2024-04-15..2029-04-15", "for"),
        ("within 90 days", "2024-04-15..2024-07-14", "within"),
        ("from Nov 18 to Dec 19, 2025", "2025-11-18..2025-12-19", "on"),
        ("July 13-15, 2025", "2025-07-13..2025-07-15", "on"),
        ("between 2025 and March 2026", "2025-01-01..2026-03-31", "on"),
        ("from 2026-27 to 2029-30", "2026-01-01..2030-12-31", "on"),
        ("2024-2028", "2024-01-01..2028-12-31", "on"),
    ],
)
def test_bounds_and_ranges(lexicon: Lexicon, text: str, expected: str, relation: str) -> None:
    value = only(lexicon, text)
    assert (days(value), value.relation) == (expected, relation)


@pytest.mark.parametrize(
    ("text", "recurrence", "duration"),
    [
        ("every six months", "P6M", None),
        ("each year", "P1Y", None),
        ("over five years", None, "P5Y"),
        ("a two-year plan", None, "P2Y"),
    ],
)
def test_lengths_and_recurrences_have_no_days(
    lexicon: Lexicon, text: str, recurrence: str | None, duration: str | None
) -> None:
    value = only(lexicon, text)
    assert (value.first, value.last, value.recurrence, value.duration) == (None, None, recurrence, duration)


def test_fiscal_years_of_the_country_that_is_spoken_of(lexicon: Lexicon) -> None:
    assert days(only(lexicon, "In Japan, by the end of fiscal 2027")) == "..2028-03-31"
    assert days(only(lexicon, "Seoul will spend it in fiscal 2027")) == "2027-01-01..2027-12-31"


def test_a_move_is_no_range(lexicon: Lexicon) -> None:
    text = "The opening was postponed from June 2026 to August 2027."
    assert len(read_dates(text, PUBLISHED, lexicon, "en")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "This may take longer.", "They may march on.", "The sun will set.", "a second round", "2024 GPUs", "$2,024",
        "part 3/4 inch", "v2.0.1",
        "February 30, 2024", "10 sat down", "on Horizon 1000", "call 555-1234", "H100 GPUs",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_date(lexicon: Lexicon, text: str) -> None:
    assert read_dates(text, PUBLISHED, lexicon, "en") == []
