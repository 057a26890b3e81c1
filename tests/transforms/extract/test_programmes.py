"""Programmes: by the lexicon, by quotation marks, by 사업 and its like."""

import pytest


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("'첨단 농기계 보급' 사업을 공고했다.", ["첨단 농기계 보급"]),
        ("시는 2026년 청년 농부 육성 사업에 참여할 곳을 찾는다.", ["청년 농부 육성"]),
        ("글로컬대학은 27곳이다.", ["글로컬대학30"]),
        ("독파모에 네 팀이 남았다.", ["독자 AI 파운데이션 모델"]),
        ("The Ocean Research Fund opened in May.", ["Ocean Research Fund"]),
        ("BK21 pays for it.", ["BK21"]),
        ("돈이 없다.", []),
    ],
)
def test_names(read, body, names):
    assert [p.name for p in read(body).programmes if p.strength] == names


def test_places_are_exact(read):
    body = "'첨단 농기계 보급' 사업과 글로컬대학 사업을 함께 한다."
    for mention in read(body).programmes:
        assert body[mention.start : mention.end] == mention.text


def test_a_known_programme_is_no_organization(read):
    assert [n.name for n in read("글로컬대학은 27곳이다.").names["body"]] == []


def test_the_main_programme_is_the_one_named_most(read):
    body = "'해양 로봇' 사업을 한다. 해양 로봇 사업은 크다. '육상 로봇' 사업도 있다."
    assert read(body).discourse.programme.name == "해양 로봇"
