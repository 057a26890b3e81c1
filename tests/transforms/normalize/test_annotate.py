"""What holds for every text: spans, order, no overlap, no fault; and what the command shows of a value."""

import time
import unicodedata
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from transforms.lexicon.model import Lexicon
from transforms.normalize.annotate import annotate, as_json, language_of
from transforms.normalize.values import NameValue, Value

PUBLISHED = date(2025, 8, 4)
PIECES = [
    "지난", "오는", "내년", "올해", "상반기", "까지", "부터", "에서", "3년간", "6월", "4일", "31일", "말", "초",
    "2026", "년", "~", "1천", "576억", "원", "조", "만",
    "달러", "약", "최대", "이상", "팀당", "씩", "5개", "팀", "GPU", "장", "명", "곳", "%", "포인트", "이", "삼",
    "십", "한", "두", "여", "전", "후", "마다", "매년",
    "$", "€", "14.5", "m", "bn", "million", "two", "dozen", "half a", "and", "to", "from", "between", "by",
    "the end of", "March", "May", "Fri", "12/31", "Q3",
    "fiscal", "next", "last", "week", "year", "quarter", "in", "over", "five", "years", "-", "/", ".", ",", "(", ")",
    "\n\n", " ", " ", " ", "漢字", "🙂", "ㅋㅋ", "é",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
LANGUAGES = st.sampled_from(["ko", "en", None])
KEPT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=400)


def kind_of(value: Value) -> str:
    return str(as_json(value)["kind"])


@KEPT
@given(text=TEXTS, lang=LANGUAGES, form=st.sampled_from(["NFC", "NFD"]))
def test_spans_lie_in_the_text_and_do_not_overlap(lexicon: Lexicon, text: str, lang: str | None, form: str) -> None:
    text = unicodedata.normalize(form, text)
    values = annotate(text, PUBLISHED, lexicon, lang)
    for value in values:
        assert 0 <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
    for kind in ("date", "money", "quantity", "percent"):
        spans = [(value.start, value.end) for value in values if kind_of(value) == kind]
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@KEPT
@given(text=TEXTS, more=TEXTS, lang=st.sampled_from(["ko", "en"]))
def test_a_further_paragraph_changes_nothing_before_it(lexicon: Lexicon, text: str, more: str, lang: str) -> None:
    before = annotate(text, PUBLISHED, lexicon, lang)
    after = [value for value in annotate(f"{text}\n\n{more}", PUBLISHED, lexicon, lang) if value.start < len(text)]
    assert after == before


@KEPT
@given(text=TEXTS, lang=st.sampled_from(["ko", "en"]))
def test_intervals_are_not_turned_around(lexicon: Lexicon, text: str, lang: str) -> None:
    for value in annotate(text, PUBLISHED, lexicon, lang):
        content = as_json(value)["value"]
        if content.get("start") and content.get("end"):
            assert content["start"] <= content["end"]
        if content.get("amount_max") is not None:
            assert content["amount"] <= content["amount_max"]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    "unit",
    [ "1", "1,", "1천 ", "일이삼", "억 조", "열 ", "지난 ", "3년 ", "1월 ", "1·2", "2024~", "the ", "a ", "two ",
    "May ", "1/", "$", "1 to ", "of the ", "(", "五"],
)  # fmt: skip
def test_work_grows_with_the_text_alone(lexicon: Lexicon, lang: str, unit: str) -> None:
    short, long = unit * (800 // len(unit)), unit * (8 * 800 // len(unit))
    annotate(short, PUBLISHED, lexicon, lang)
    spent = []
    for text in (short, long):
        tries = []
        for _ in range(3):  # the least of three: a busy machine slows one
            started = time.process_time()
            annotate(text, PUBLISHED, lexicon, lang)
            tries.append(time.process_time() - started)
        spent.append(min(tries))
    assert spent[1] < 30 * spent[0] + 0.1, "eight times the text takes about eight times the work, not 64 times"


def test_both_languages_are_told_apart() -> None:
    assert language_of("GPU 1만장을 지원") == "ko"
    assert language_of("The Ministry (과기정통부) said on Monday that it would buy GPUs") == "en"
    assert language_of("") == "en"


def test_a_conversion_in_brackets_is_shown_for_itself(lexicon: Lexicon) -> None:
    values = annotate("49달러(약 5만 8200원)", PUBLISHED, lexicon)
    assert [as_json(value)["value"]["amount"] for value in values] == [49, 58200]


def test_names_are_plugged_in(lexicon: Lexicon) -> None:
    def read_names(text: str, lexicon: Lexicon, lang: str) -> list[NameValue]:
        return [NameValue(0, 5, text[:5], "kr-msit", "과학기술정보통신부", "government")]

    values = annotate("과기정통부는 4일 밝혔다", PUBLISHED, lexicon, "ko", read_names)
    assert [kind_of(value) for value in values] == ["organization", "date"]
    assert as_json(values[0]) == {
        "kind": "organization",
        "start": 0,
        "end": 5,
        "text": "과기정통부",
        "value": {"name": "과학기술정보통신부", "key": "kr-msit", "kind": "government"},
    }


def test_what_is_shown_of_a_date(lexicon: Lexicon) -> None:
    (value,) = annotate("내년 상반기까지", PUBLISHED, lexicon, "ko")
    assert as_json(value)["value"] == {
        "start": None,
        "end": "2026-06-30",
        "precision": "half",
        "relation": "by",
        "recurrence": None,
        "duration": None,
    }
