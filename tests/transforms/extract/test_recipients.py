"""Who receives, on sentences made up for one form each. A row: body, then (recipient, figure) of its grants."""

import pytest

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

EOK = 10**8

CASES = {
    "two bodies named before, each in its place": (
        "산업통상부는 전지 과제를 점검했다. 리튬 전지를 맡은 LG화학은 목표를 넘겼다. 황 전지는 한국전기연구원이 "
        "개발한다. 두 기관은 올해 각각 58억원과 41억원을 받는다.",
        [("LG화학", 58 * EOK), ("한국전기연구원", 41 * EOK)],
    ),
    "a counted noun counts its own kind": (
        "교육부는 부산대와 KAIST, 삼성전자가 참여하는 사업을 확정했다. 두 대학은 5년간 50억원씩을 지원받는다.",
        [("부산대학교", 50 * EOK), ("한국과학기술원", 50 * EOK)],
    ),
    "subjects that receive a row of sums": (
        "보건복지부는 병원 지원 결과를 공개했다. 전남대병원과 양산부산대병원은 각각 68억원, 91억원을 받는다.",
        [("전남대학교병원", 68 * EOK), ("양산부산대학교병원", 91 * EOK)],
    ),
    "side by side is each": (
        "보건복지부는 병원 지원 결과를 공개했다. 전북대병원과 제주대병원은 나란히 128억원을 받는다.",
        [("전북대학교병원", 128 * EOK), ("제주대학교병원", 128 * EOK)],
    ),
    "what a body was allotted": (
        "보건복지부는 배분 결과를 공개했다. 울산대병원은 64억원을 배정받았다.",
        [("울산대학교병원", 64 * EOK)],
    ),
    "a region before the second name": (
        "국민체육진흥공단이 지원 대상을 골랐다. 경남 거창군과 충남 부여군에는 기금 40억원씩이 돌아간다.",
        [("거창군", 40 * EOK), ("부여군", 40 * EOK)],
    ),
    "the firm named before": (
        "과학기술정보통신부는 KT를 양자 과제 수행 기관으로 선정했다. 이 회사에는 3년간 60억원을 지원한다.",
        [("KT", 60 * EOK)],
    ),
    "the hospital named before, as a subject": (
        "보건복지부는 소아진료 운영기관으로 안동성소병원을 지정했다. 이 병원은 매년 2억원의 운영비를 받는다.",
        [("안동성소병원", 2 * EOK)],
    ),
    "what had been allotted is taken back": (
        "산업통상부는 중간평가를 마무리했다. LG화학은 탈락했다. 이 회사에 배정됐던 연구비 96억원은 취소됐다.",
        [("LG화학", 96 * EOK)],
    ),
    "the body that the sentence before chose": (
        "경기도가 공모한 기회타운 조성지로 여주시가 뽑혔다. 도비 100억원이 내려간다.",
        [("여주시", 100 * EOK)],
    ),
    "whose project it is": (
        "산업통상부는 한화오션이 추진하는 친환경 선박 설계에 3년간 46억원을 지원한다.",
        [("한화오션", 46 * EOK)],
    ),
    "those of a type": (
        "중소벤처기업부는 일반트랙에 LG화학과 KT를, 특화트랙에 네이버를 선정했다. 일반트랙 두 곳은 8억원씩을 받는다.",
        [("LG화학", 8 * EOK), ("KT", 8 * EOK)],
    ),
    "those that are yet to be chosen": (
        "국토교통부는 대한항공, 한국공항공사와 실증을 마쳤다. 국토부는 6월까지 두 곳을 뽑아 한 곳당 40억원을 지원한다.",
        [(None, 40 * EOK)],
    ),
    "the sum of a set": (
        "교육부는 부산대와 경북대를 선정했다. 두 곳을 합해 70억원을 지원한다.",
        [(None, 70 * EOK)],
    ),
    "places and their sums in a row": (
        "행정안전부는 특별교부세 100억원을 지원했다. 산청군 40억원, 하동군 30억원, 의성군 30억원이다.",
        [(None, 100 * EOK), ("산청군", 40 * EOK), ("하동군", 30 * EOK), ("의성군", 30 * EOK)],
    ),
    "places at the head of a line": (
        "경상북도는 마을 지원금을 나눠 준다.\n- 청송군, 봉화군: 각 2억원\n- 울진군: 3억원",
        [("청송군", 2 * EOK), ("봉화군", 2 * EOK), ("울진군", 3 * EOK)],
    ),
    "a type with the sum of each before its places": (
        "해양수산부는 어촌뉴딜 대상지를 확정했다.\n○ 거점형(개소당 국비 70억 원): 보령시, 고성군\n"
        "○ 생활형(개소당 30억 원): 통영시",
        [("보령시", 70 * EOK), ("고성군", 70 * EOK), ("통영시", 30 * EOK)],
    ),
    "a team of a body": (
        "한국연구재단은 KAIST 김수현 교수팀에 5년간 40억원을, 포스텍 연구팀에 30억원을 지원한다.",
        [("한국과학기술원", 40 * EOK), ("포항공과대학교", 30 * EOK)],
    ),
    "a coined name that is given a sum": (
        "경기도는 펨토릭스에 12억원을 지원하기로 했다.",
        [("펨토릭스", 12 * EOK)],
    ),
    "firms with their towns at the head of a line": (
        "경상남도는 창업 지원금을 준다.\n○ 진주항공소재(진주), (주)하동그린티랩(하동): 각 1억 원",
        [("진주항공소재", EOK), ("하동그린티랩", EOK)],
    ),
    "firms and their sums in a row": (
        "보건산업진흥원은 백신 지원 대상으로 유바이오로직스와 에스티팜을 확정했다. "
        "유바이오로직스가 62억 원, 에스티팜 35억 원이다.",
        [("유바이오로직스", 62 * EOK), ("에스티팜", 35 * EOK)],
    ),
    "provinces and their sums in a row": (
        "행정안전부는 복구비를 확정했다. 시도별 복구비는 ▲경남 120억원 ▲충남 76억원 ▲전남 19억원 순이다.",
        [("경상남도", 120 * EOK), ("충청남도", 76 * EOK), ("전라남도", 19 * EOK)],
    ),
    "towns behind their provinces": (
        "국토교통부는 경북 안동과 충남 홍성을 선도지구로 지정했다. 두 지역에는 5년간 120억원씩 들어간다.",
        [("안동시", 120 * EOK), ("홍성군", 120 * EOK)],
    ),
    "each of those in the same sentence": (
        "해양수산부는 군산시와 부안군, 고창군을 사업지로 정하고 시군당 60억원을 지원한다.",
        [("군산시", 60 * EOK), ("부안군", 60 * EOK), ("고창군", 60 * EOK)],
    ),
    "whom the giver signs with": (
        "한국국제협력단은 세계식량계획과 1100만달러짜리 협약을 맺고 3년간 나눠 주기로 했다.",
        [("World Food Programme", 1100 * 10**4)],
    ),
    "schools that are given a sum": (
        "대전시교육청은 대전맹학교와 대전원명학교에 각각 4억원, 6억원의 시설 개선비를 내려보냈다.",
        [("대전맹학교", 4 * EOK), ("대전원명학교", 6 * EOK)],
    ),
    "the institution itself": (
        "보건복지부는 재활병원 사업자로 순천한국병원을 낙점했다. 병원 측은 국비 80억원을 받게 된다.",
        [("순천한국병원", 80 * EOK)],
    ),
    "no body": (
        "정부는 스마트시티에 30억원을 지원한다.",
        [(None, 30 * EOK)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_recipients(name, read, lexicon):
    body, expected = CASES[name]
    document = read(body, title="예산 지원")
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    found = [(names.get(g.recipient_id or ""), g.amount) for g in grants_of(document, lexicon)]
    assert found == expected


ANSWERS = (
    '"우리는 지난가을 그 과제에 뽑혔습니다."\n\n― 얼마를 받나.\n\n"8년 동안 최대 442억 원입니다."\n\n'
    '"시설도 짓습니다. 사람도 뽑습니다."\n\n― 어려움은.\n\n"전공의가 없습니다. 그래도 갑니다."'
)


def test_an_answer_tells_what_the_body_interviewed_receives(read, lexicon):
    document = read("분당서울대병원 연구동에서 총괄책임자를 만났다. 보건복지부 과제를 맡은 이다.\n\n" + ANSWERS)
    assert [(g.recipient_raw, g.amount) for g in grants_of(document, lexicon)] == [("분당서울대병원", 442 * EOK)]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("호주가 사업자인 머치슨 그린수소와 협약을 체결했다.", ["머치슨 그린수소"]),
        ("병원은 장비 계약을 지멘스헬시니어스와 맺었다.", ["지멘스헬시니어스"]),
        ("충전소 사업자 하이넷은 적자를 냈다.", ["하이넷"]),
        ("대만 파워칩(PSMC)이 공장을 접었다.", ["Powerchip", "Powerchip"]),
        ("이온필드를 선정했다. 이온필드 관계자가 웃었다.", ["이온필드", "이온필드"]),
        ("데이터센터는 인증을 받는다.", []),
        ("미국 캘리포니아는 보조금을 받았다.", []),
        ("에어컨은 보조금을 받고 유튜버가 선정됐다.", []),
        ("미국 트럼프가 관세를 접었다.", []),
        ("버려지는 열을 모으는 업체가 선정됐다.", []),
        ("거점병원이 선정됐고 융합대학원은 통과했다.", []),
    ],
)
def test_names_that_their_role_shows(body, names, read):
    assert [n.name for n in read(body).names["body"] if n.key is None or n.kind == "company"] == names


def test_the_quote_names_who_gets_it(read, lexicon):
    """Also where the recipient stands in a clause before the figure's."""
    document = read("교육부는 12일 결과를 냈다. 제주대는 지난해보다 12억원 많은 98억원을 받는다.")
    [quote] = [g.evidence.quote for g in grants_of(document, lexicon) if g.recipient_id]
    assert quote == "제주대는 지난해보다 12억원 많은 98억원을 받는다."
