"""Korean names: known ones, particles and titles, territories that act, names told by shape and by company."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.lexicon.load import load
from transforms.normalize.names import normal_name, organization_id_of, read_names
from transforms.normalize.values import NameValue

LEXICON = load()


def named(text: str, lang: str = "ko") -> list[str]:
    return [name.text for name in read_names(text, LEXICON, lang)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("네이버가 카카오와 손잡았다", ["네이버", "카카오"]),
        ("과기정통부에서는 4일 밝혔다", ["과기정통부"]),
        ("LG AI연구원은 카카오·KT와 겨룬다", ["LG AI연구원", "카카오", "KT"]),
        ("서울대병원은 서울대와 다르다", ["서울대병원", "서울대"]),
        ("네이버클라우드 컨소시엄과 업스테이지 정예팀", ["네이버클라우드", "업스테이지"]),
        ('삼성SDS측은 "검토 중"이라고 했다', ["삼성SDS"]),
        ("하나은행장과 질병관리본부장의 일문일답", ["하나은행", "질병관리본부"]),
        ("①경성대 ②순천향대 ③한서대다.", ["경성대", "순천향대", "한서대"]),
        ("산업·중기부가 함께 연다", ["산업", "중기부"]),
        ("순천향대 상주병원은 문을 열었다", ["순천향대 상주병원"]),
        ("사회적기업 '두레마을터'는 문을 열었다", ["두레마을터"]),
        ("페루 대표팀은 졌다", ["페루 대표팀"]),
        ("서울대 증액, 한양대 감액, 고려대 동결", ["서울대", "한양대", "고려대"]),
    ],
)
def test_known_names_are_cut_from_what_is_glued_to_them(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "메타버스와 아마존강을 다룬 책",  # a name inside a longer word
        "국회의원 세 명이 나섰다",
        "경찰이 청와대 앞에서 집회를 막았다",  # a seat, not a body
        "유튜브 채널에 영상을 올렸다",
        "서울시 강남구에서 열렸다",
        "경기도에서 불이 났다",
        "서울 중구의 한 호텔에서 착수식을 열었다",
        "순서대로 나눠 준다",
        "27일보다 12.4% 줄었다",
        "해당 연구원은 책임연구원이다",
        "정부와 5개 팀, 글로벌 빅테크가 모였다",
        "5만 달러(한화 약 7천만원)를 받는다",
        "국민연금 개편안이 나왔다",
        "시도교육청마다 해저케이블과 해상풍력에 쓴다",
        "모레 발표한다",  # MOREH is read only in company
    ],
)
def test_words_that_only_look_like_names(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("서울시는 4일 밝혔다", ["서울시"]),
        ("완주군에 따르면 2028년 준공한다", ["완주군"]),
        ("전북특별자치도에 229억원을 지원한다", ["전북특별자치도"]),
        ("경북 포항시도 추가 건립을 요구했다", ["포항시"]),
    ],
)
def test_territories_that_act_are_governments(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("가람누리재단이 장학금을 준다", "가람누리재단", "other"),
        ("한국심해자원개발원에서 열렸다", "한국심해자원개발원", "agency"),
        ("도담증권 연구원은 말했다", "도담증권", "company"),
        ("새봄대학교는 지원을 받는다", "새봄대학교", "university"),
        ("(주)온새미가 선정됐다", "온새미", "company"),
        ("달무리㈜와 계약했다", "달무리", "company"),
        ("새롬에이치(304100)는 6.2% 올랐다", "새롬에이치", "company"),
        ("별다른로(046970)는 상한가를 기록했다", "별다른로", "company"),
        ("세인트마루병원(St. Maru Children's Hospital)도 돕는다", "세인트마루병원", "other"),
        ("해오름(대표 홍길동)은 협약을 맺었다", "해오름", "company"),
        ("노스게이트 테라퓨틱스는 임상에 들어갔다", "노스게이트 테라퓨틱스", "company"),
        ("핀테크 기업 아이누리아이디와 협약을 맺었다", "아이누리아이디", "company"),
        ("결혼정보회사 '늘봄'이 조사했다", "늘봄", "company"),
        ("류원기 한빛제분 회장은 고개를 숙였다", "한빛제분", "company"),
        ("별그림테크 컨소시엄은 탈락했다", "별그림테크", "company"),
        ("부산 동래 해양경찰서가 아니라 목포 해양경찰서가 맡는다", "목포 해양경찰서", "government"),
        ("3명이 다쳤다고 하이상해넷이 17일 보도했다", "하이상해넷", "media"),
        ("미 국방부는 부인했다", "미 국방부", "government"),
        ("베트남 외교부는 밝혔다", "베트남 외교부", "government"),
    ],
)
def test_unknown_names_by_their_shape(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(found.text, found.kind) for found in read_names(text, LEXICON, "ko")]


def test_another_countrys_ministry_is_not_ours() -> None:
    (ministry,) = read_names("베트남 외교부는 밝혔다", LEXICON, "ko")
    assert ministry.key is None


def test_unknown_words_inside_a_list_of_bodies_are_bodies() -> None:
    assert named("삼성전자, 루루클라, LG전자가 참여한다") == ["삼성전자", "루루클라", "LG전자"]
    assert named("네이버, 달그림, 별무리 등 5개사가 참여한다") == ["네이버", "달그림", "별무리"]
    assert named("현대차그룹은 세탁차를 보냈고, 신세계그룹·CJ그룹도 냈다") == ["현대차그룹", "신세계그룹", "CJ그룹"]
    assert named("서울, 대전, 부산 등 5개 도시에서 열린다") == []


def test_weak_forms_are_read_in_company_only() -> None:
    assert named("리벨리온, 노타, 라이너가 참여한다") == ["리벨리온", "노타", "라이너"]
    assert "노타" not in named("노타 베네를 뜻하는 말이다")


def test_ids_are_the_key_or_the_normal_name() -> None:
    known, unknown = (
        read_names("삼성전자와 가람누리 재단㈜", LEXICON, "ko")[:1],
        NameValue(0, 0, "", None, "㈜가람 누리", ""),
    )
    assert organization_id_of(known[0]) == "kr-samsung-electronics"
    assert organization_id_of(unknown) == normal_name("가람누리㈜") == "가람누리"
    assert "-" not in normal_name("LS-엘앤에프배터리솔루션")  # keys have a hyphen, normal names have none


def test_a_renamed_ministry_keeps_its_own_name() -> None:
    (old,) = read_names("미래창조과학부는 밝혔다", LEXICON, "ko")
    body = LEXICON.organizations.bodies[old.key or ""]
    assert body.name == "미래창조과학부"
    assert LEXICON.organizations.bodies[body.succeeded_by or ""].name == "과학기술정보통신부"


PIECES = st.sampled_from(
    [
        "네이버",
        "서울시",
        "KT",
        "가람재단",
        "(주)온",
        "는",
        "에서",
        "·",
        ", ",
        " ",
        "(",
        ")",
        "A",
        "Inc.",
        "\n",
        "대",
        "기업 ",
        "University of ",
        "모레",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(["ko", "en"]))
def test_any_text_gives_spans_inside_it_in_order_without_overlap(text: str, lang: str) -> None:
    end = 0
    for name in read_names(text, LEXICON, lang):
        assert end <= name.start < name.end <= len(text)
        assert text[name.start : name.end] == name.text
        end = name.end


@settings(max_examples=100, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(["ko", "en"]))
def test_unrelated_text_behind_changes_nothing_before_it(text: str, lang: str) -> None:
    before = read_names(text + ".", LEXICON, lang)
    after = read_names(text + ".\n\n그날은 비가 왔다.", LEXICON, lang)
    assert after[: len(before)] == before
