"""What Korean clauses say happens: kind and status by predicate, aspect, ending and the clauses around."""

import pytest

from transforms.extract.happenings import happenings_of
from transforms.extract.passages import passages_of
from transforms.extract.statuses import statuses_of

STATUSES = {
    "past": ("위원회는 3개 팀을 선정했다.", "achieved"),
    "present looks ahead": ("위원회는 내년에 3개 팀을 선정한다.", "planned"),
    "plan": ("위원회는 3개 팀을 선정할 계획이다.", "planned"),
    "decision": ("위원회는 3개 팀을 선정하기로 했다.", "planned"),
    "negated past": ("위원회는 한 팀도 선정하지 못했다.", "missed"),
    "given up": ("위원회는 2차 공모를 취소했다.", "cancelled"),
    "came to nothing": ("2차 공모가 무산됐다.", "missed"),
    "an attempt": ("센터는 10월 개소하려 했으나 장비가 늦어졌다.", "missed"),
}

KINDS = {
    "the noun that an aspect speaks of": ("2차 심사를 마쳤다.", ("evaluation", "achieved")),
    "what begins": ("공급을 개시했다.", ("start", "achieved")),
    "building that begins": ("도로 건설에 착수했다.", ("start", "achieved")),
    "works that end": ("내부 공사를 끝냈다.", ("completion", "achieved")),
    "payment that ends": ("지급은 5월까지 마무리할 예정이다.", ("completion", "planned")),
    "entries to a call": ("공모에는 30개 기업이 몰렸다.", ("application", "achieved")),
    "a round that is reached": ("5개사가 발표평가에 올랐다.", ("screening", "achieved")),
    "a delay of the noun": ("개통 예정이던 노선은 내년으로 미뤄졌다.", ("launch", "planned")),
    "the results of a tender": ("입찰 결과를 7월에 발표한다.", ("selection", "planned")),
    "하다 behind a topic": ("접수는 18일까지 구청에서 한다.", ("application", "planned")),
    "who did not make it": ("명단에 들지 못한 KT는 말을 아꼈다.", ("elimination", "achieved")),
    "a promise that failed": ("6월까지 개통하겠다던 약속은 지키지 못했다.", ("launch", "missed")),
    "a promise put off": ("내년 1월 시작하려던 2단계는 2028년으로 연기했다.", ("start", "planned")),
}


def _found(body, read, lexicon):
    document = read(body)
    frames = lexicon.frames.of("ko")
    return [(h.event, h.status) for h in happenings_of(document, frames)]


@pytest.mark.parametrize("name", STATUSES)
def test_status(name, read, lexicon):
    body, expected = STATUSES[name]
    assert expected in [status for _, status in _found(body, read, lexicon)]


@pytest.mark.parametrize("name", KINDS)
def test_kind(name, read, lexicon):
    body, expected = KINDS[name]
    assert expected in _found(body, read, lexicon)


def test_a_clause_without_an_ending_has_the_status_of_the_next(read, lexicon):
    document = read("4개 팀을 선정하고 5월 협약을 맺을 계획이다.")
    (passage,) = passages_of(document, lexicon.frames.of("ko"))
    assert set(statuses_of(passage)) == {"planned"}


def test_a_clause_whose_days_are_over_is_past(read, lexicon):
    document = read("지난해 10월 5개 기업을 선정해 내년까지 지원한다.")
    (passage,) = passages_of(document, lexicon.frames.of("ko"))
    assert statuses_of(passage)[0] == "achieved"


def test_a_noun_inside_a_body_is_no_step(read, lexicon):
    assert _found("한국수자원공사는 보도자료를 냈다.", read, lexicon) == []
