import pytest

from transforms.lexicon.reading import Reading
from transforms.parse.bylines import byline
from transforms.parse.signatures import owner, signed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Clara Nowak", "Clara Nowak"),
        ("Von Matthias Kurz", "Matthias Kurz"),
        ("기자명 김하늘 기자", "김하늘 기자"),
        ("윤도경 기자(reporter@example.co.kr)", "윤도경 기자"),
        ("Keith Barry, Senior Autos Reporter", "Keith Barry"),
        ("Williams Perdomo @wperdomod", "Williams Perdomo"),
        ("Elena Oberholzer (obe)", "Elena Oberholzer"),
        ("By Richard Garner Updated Sep 5, 2024", "Richard Garner"),
        ("Le Figaro et AFP", "Le Figaro et AFP"),
    ],
)
def test_names(text: str, name: str, words: Reading) -> None:
    assert byline(text, words) == name


@pytest.mark.parametrize(
    "text", ["", "입력", "By", "Staff", "편집부", "12:30", "https://x.example/a", "Image: Getty Images"]
)
def test_what_is_no_name(text: str, words: Reading) -> None:
    assert byline(text, words) is None


def test_a_bracketed_signature_is_cut_and_names_the_reporter(words: Reading) -> None:
    assert signed("첫 문단이다.\n\n[김규식 기자]", words) == ("첫 문단이다.", "김규식 기자")


def test_a_signature_that_is_a_line_of_the_text_stays(words: Reading) -> None:
    body = "첫 문단이다.\n\n윤태호 기자 taeho@example.kr"

    assert signed(body, words) == (body, "윤태호 기자")


def test_an_opening_names_the_reporters(words: Reading) -> None:
    body = "[서울=한빛뉴스] 이도윤·박서진 기자 = 다섯 팀이 정해졌다.\n\n둘째 문단."

    assert signed(body, words) == (body, "이도윤·박서진 기자")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Copyright © 매일경제 & mk.co.kr. 무단 전재, 재배포 및 AI학습 이용 금지", "매일경제"),
        ("저작권자 © 테크나우 무단전재 및 재배포 금지", "테크나우"),
        ("Copyright ⓒ 새벽통신. All rights reserved.", "새벽통신"),
    ],
)
def test_a_line_of_rights_names_its_owner(line: str, name: str, words: Reading) -> None:
    assert [claim.value for claim in owner(line, words)] == [name]
