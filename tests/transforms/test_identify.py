import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.identify import PLACES, article_id, canonical, signature

BODY = (
    "과학기술정보통신부는 4일 독자 AI 파운데이션 모델 정예팀 다섯 곳을 선정했다고 밝혔다. "
    "정부는 추가경정예산 1576억원을 컴퓨팅 자원에 투입한다. 각 팀은 초기 그래픽처리장치 500장을 받고, "
    "단계 평가에 따라 최대 1000장을 지원받는다. 6개월마다 평가를 거쳐 2027년 상반기까지 두 팀을 남긴다. "
    "선발된 팀은 국가기록원과 통계청 등 기관 데이터를 함께 사거나 따로 구축할 수 있고, "
    "해외 연구자의 인건비도 정부가 함께 부담한다."
)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.news.example/a/1?utm_source=x&id=7",
        "http://news.example/a/1/?id=7#top",
        "https://m.news.example/a/1?id=7&fbclid=abc",
        "https://amp.news.example/a/1/amp?id=7",
        "HTTPS://NEWS.example:443/a/1?SNS=00002&id=7",
    ],
)
def test_links_to_one_page_have_one_address(url: str) -> None:
    assert canonical(url) == "https://news.example/a/1?id=7"


def test_what_tells_pages_apart_stays() -> None:
    assert canonical("https://news.example/view.php?ud=2&a=1") != canonical("https://news.example/view.php?ud=3&a=1")
    assert canonical("https://news.example/view?b=2&a=1") == canonical("https://news.example/view?a=1&b=2")


@pytest.mark.parametrize(
    "url", ["", "mailto:a@b.c", "javascript:x", "http://[", "/a/1", "ftp://x/y", "http://x:99999999/"]
)
def test_what_is_no_address(url: str) -> None:
    assert canonical(url) is None


def test_the_key_is_the_address_else_the_text() -> None:
    assert article_id("https://n.example/1?utm_medium=a", "t", "b") == article_id("https://m.n.example/1", "u", "c")
    assert article_id(None, "제목", "본문 하나") == article_id(None, "제 목", "본문  하나.")
    assert article_id(None, "제목", "본문 하나") != article_id(None, "제목", "본문 둘")


def test_a_front_page_is_no_key() -> None:
    assert article_id("https://n.example/", "t", "one") != article_id("https://n.example/", "t", "two")


def alike(one: str, other: str) -> float:
    return sum(a == b for a, b in zip(signature(one), signature(other), strict=True)) / PLACES


def test_copies_are_alike_and_others_are_not() -> None:
    edited = BODY.replace("밝혔다", "발표했다")
    other = "".join(reversed(BODY))

    assert alike(BODY, BODY.replace(" ", "\n")) == 1.0
    assert alike(BODY, edited + " 홍길동 기자") > 0.8
    assert alike(BODY, other) < 0.2


def test_a_short_text_has_no_signature() -> None:
    assert signature("짧은 글") == ()


@given(st.text(min_size=0, max_size=600))
def test_a_signature_is_always_as_long(text: str) -> None:
    found = signature(text)

    assert len(found) in (0, PLACES)
    assert all(0 <= value < 2**63 for value in found)
    assert found == signature(text)


@given(st.text(max_size=200))
def test_any_text_may_stand_as_an_address(text: str) -> None:
    found = canonical(text)

    assert found is None or found.startswith("https://")
    assert len(article_id(text, "a", "b")) == 16
