"""Sentences and list items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.extract.sentences import sentences_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "도는 100억원을 낸다. 시는 50억원을 낸다.",
            [("도는 100억원을 낸다.", "prose"), ("시는 50억원을 낸다.", "prose")],
        ),
        (
            '시장은 "돈이 없다. 더 달라"고 말했다. 끝.',
            [('시장은 "돈이 없다. 더 달라"고 말했다.', "prose"), ("끝.", "prose")],
        ),
        ('"8년이다. 길다."', [('"8년이다.', "quotation"), ('길다."', "quotation")]),
        ("■ 지원 내용", [("■ 지원 내용", "heading")]),
        ("1. GPU에 2조원", [("1. GPU에 2조원", "heading")]),
        ("- 창업 지원: 20억원", [("- 창업 지원: 20억원", "item")]),
        ("▲A대는 늘린다. ▲B대는 줄인다.", [("▲A대는 늘린다.", "item"), ("▲B대는 줄인다.", "item")]),
        ("▲체육관 확정\n공단이 골랐다.", [("▲체육관 확정", "heading"), ("공단이 골랐다.", "prose")]),
        ("- 대상: 푸른빛\n시상은 3일이다.", [("- 대상: 푸른빛", "item"), ("시상은 3일이다.", "prose")]),
        ("배포 2026. 3. 5.(목) 담당 미래과", [("배포 2026. 3. 5.(목) 담당 미래과", "prose")]),
        ("It opens in 2026. The U.S. Navy pays.", [("It opens in 2026.", "prose"), ("The U.S. Navy pays.", "prose")]),
    ],
)
def test_cuts(text, expected):
    assert [(s.text, s.shape) for s in sentences_of("body", text)] == expected


def test_paragraphs_are_counted_by_blank_lines():
    assert [s.paragraph for s in sentences_of("body", "하나다. 둘이다.\n\n셋이다.\n넷이다.")] == [0, 0, 1, 1]


@given(st.text(alphabet="가나다. \n\"'“”▲①-1A!?()", max_size=200))
def test_places_are_exact_and_in_order(text):
    last = 0
    for sentence in sentences_of("body", text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert sentence.start >= last
        last = sentence.end
