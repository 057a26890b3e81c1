"""Clauses: predicate, tense, modality, negation, quotation."""

import pytest


def clauses(read, body):
    return [
        (c.text, c.predicate.predicate.lemma if c.predicate else None, c.tense, c.modality)
        for c in read(body).clauses
        if c.field == "body"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "시는 대학에 돈을 지원하고 땅도 기부했다.",
            [("시는 대학에 돈을 지원하고", "지원", "past", None), ("땅도 기부했다.", "기부", "past", None)],
        ),
        ("시는 대학에 돈을 지원할 계획이다.", [("시는 대학에 돈을 지원할 계획이다.", "지원", "future", "plan")]),
        ("시는 대학에 돈을 지원하기로 했다.", [("시는 대학에 돈을 지원하기로 했다.", "지원", "past", "plan")]),
        (
            "시가 지원하는 대학이다.",
            [("시가 지원하는", "지원", "present", None), ("대학이다.", None, "present", None)],
        ),
        (
            "시는 땅을 기부했다고 밝혔다.",
            [("시는 땅을 기부했다고", "기부", "past", None), ("밝혔다.", "밝히다", "past", None)],
        ),
        (
            "군이 받은 지원금을 썼다.",
            [("군이 받은", "받다", "past", None), ("지원금을 썼다.", "쓰다", "past", None)],
        ),
        (
            "국비가 30억원이고 나머지는 시가 낸다.",
            [("국비가 30억원이고", None, "present", None), ("나머지는 시가 낸다.", "내다", "present", None)],
        ),
        (
            "도가 주기로 했던 돈은 줄었다.",
            [("도가 주기로 했던", "주다", "past", "plan"), ("돈은 줄었다.", "줄다", "past", None)],
        ),
    ],
)
def test_korean(read, body, expected):
    assert clauses(read, body) == expected


@pytest.mark.parametrize(
    ("body", "voice", "negated"),
    [
        ("대학은 시에서 돈을 지원받는다.", "receive", False),
        ("돈은 대학에 배정됐다.", "passive", False),
        ("시는 대학에 돈을 지원하지 않았다.", "active", True),
        ("The ministry was given money.", "passive", False),
        ("The ministry has not paid it.", "active", True),
    ],
)
def test_voice_and_negation(read, body, voice, negated):
    (clause,) = [c for c in read(body).clauses if c.predicate]
    assert (clause.predicate.voice, clause.negated) == (voice, negated)


@pytest.mark.parametrize(
    ("body", "tense"),
    [
        ("The ministry will give Leeds money.", "future"),
        ("The ministry gave Leeds money.", "past"),
        ("The ministry has given Leeds money.", "past"),
        ("The ministry gives Leeds money.", "present"),
    ],
)
def test_english_tense(read, body, tense):
    (clause,) = [c for c in read(body).clauses if c.predicate]
    assert clause.tense == tense


def test_somebody_else_speaks(read):
    quoted = [c.quoted for c in read('시장은 "대학에 돈을 지원하겠다"고 말했다.').clauses if c.predicate]
    assert quoted == [True, False]


def test_a_noun_of_the_same_spelling_is_no_verb(read):
    assert [c.predicate for c in read("A grant of the state.").clauses if c.field == "body"] == [None]
