"""Whose step it is: those chosen, those who apply and sign, the owner of works; published on 10 March 2026.

A row: body, then (event, organization, value) of each step that a word of the lexicon tells.
"""

import pytest

from tests.transforms.extract.conftest import Reader
from transforms.extract.grants import grants_of
from transforms.extract.milestones import milestones_of
from transforms.lexicon.model import Lexicon

CHOSEN = {
    "objects that share a verb": (
        "해수부는 27일 일반형에 강진군과 고흥군을, 거점형에 포항시를 선정했다.",
        [("selection", "강진군", None), ("selection", "고흥군", None), ("selection", "포항시", None)],
    ),
    "a count in apposition, with provinces between": (
        "농식품부는 지난 2일 경북 영천시와 충북 괴산군, 전북 장수군 세 곳을 새 대상지로 뽑았다.",
        [("selection", "영천시", None), ("selection", "괴산군", None), ("selection", "장수군", None)],
    ),
    "a counted list of regions": (
        "문체부는 지난 2일 평창군, 영월군, 제천시 등 인구감소지역 20곳을 골랐다.",
        [
            ("selection", "평창군", None),
            ("selection", "영월군", None),
            ("selection", "제천시", None),
            ("selection", None, 20),
        ],
    ),
    "glosses behind regions": (
        "충남 청양군(120호)과 경북 영덕군(100호)이 지난 5일 사업 대상지로 이름을 올렸다.",
        [("selection", "청양군", None), ("selection", "영덕군", None)],
    ),
    "a copula behind the choice": (
        "산업통상부는 4일 새 과제를 이끌 기관을 확정했다. 모두 23곳이 겨뤘다. "
        "주관기관은 △장비 한미반도체 △소재 심텍 △설계 KAIST다.",
        [("selection", "한미반도체", None), ("selection", "심텍", None), ("selection", "한국과학기술원", None)],
    ),
    "one line each, up to another list": (
        "교육부가 지난 4일 신규 사업단 심사 결과를 공개했다.\n\n■ 최종 승자\n• 기후: 부산대(주관), 한림대, 아주대\n"
        "• 인구: 고려대(주관), 단국대\n\n■ 떨어진 곳\n• 전주대\n• 국민대",
        [("selection", "부산대학교", None), ("selection", "고려대학교", None)],
    ),
    "chosen before they receive": (
        "거점형에는 전남 고흥군과 경북 울진군이 뽑혀 5년간 시설을 받는다.",
        [("selection", "고흥군", None), ("selection", "울진군", None)],
    ),
    "dropped before the support ends": (
        "광운대는 중간평가에서 탈락해 하반기부터 지원이 끊긴다.",
        [("elimination", "광운대학교", None)],
    ),
    "nobody by a problem that is left": (
        "현대로템은 지난해 첫 편성을 내보냈다. 돈 문제도 남았다.",
        [],
    ),
    "applicants and those chosen": (
        "9곳이 응모해 3곳이 뽑혔다.",
        [("application", None, 9), ("selection", None, 3)],
    ),
    "a firm that will choose for itself": (
        "KT는 올해 하반기 교육생을 800명 뽑는다.",
        [("selection", "KT", 800)],
    ),
    "chosen in a year": (
        "2023년에 선정된 강원 평창군은 아직 잠잠하다.",
        [("selection", "평창군", None)],
    ),
    "what was applied for counts": (
        "27개 시군이 38곳을 신청했다.",
        [("application", None, 38)],
    ),
}
OWNED = {
    "a region's works": (
        "문화체육관광부는 체육관을 짓는 데 40억원을 지원한다. 거창군은 오는 9월 체육관을 착공한다.",
        [("start", "거창군", None)],
    ),
    "an agency's works": (
        "국토교통부는 산단 계획을 승인했다. LH는 다음 달 토지 보상에 들어간다.",
        [("start", "한국토지주택공사", None)],
    ),
    "none for the article's funder": (
        "대전시는 트램에 300억원을 지원한다. 대전시는 오는 7월 마지막 공구를 착공한다.",
        [("start", None, None)],
    ),
    "none for a ministry": ("국토교통부는 오는 7월 새 노선을 착공한다.", [("start", None, None)]),
    "the possessor of the subject": ("TSMC의 구마모토 2공장은 지난해 10월 착공했다.", [("start", "TSMC", None)]),
    "the topic of the sentence before": (
        "충북대병원은 별관을 짓는다. 지난해 10월 착공했다.",
        [("start", "충북대학교병원", None)],
    ),
    "none where another subject stands": (
        "충북대병원은 별관을 짓는다. 옆 동 공사는 지난해 10월 시작됐다.",
        [("start", None, None)],
    ),
    "the body that is made to open": (
        "질병관리청은 조선대병원을 내년까지 개원시키기로 했다.",
        [("launch", "조선대학교병원", None)],
    ),
    "no building builds itself": ("새빛도서관은 지난 2일 개관했다.", [("launch", None, None)]),
    "both parties": (
        "CJ제일제당과 GS칼텍스는 이용 협약을 2월에 맺었다.",
        [("agreement", "CJ제일제당", None), ("agreement", "GS칼텍스", None)],
    ),
    "those who are judged": (
        "제주대병원과 조선대병원이 오는 18일 발표평가를 받는다.",
        [("evaluation", "제주대학교병원", None), ("evaluation", "조선대학교병원", None)],
    ),
    "a region that applies, none that takes applications in": (
        "대전시는 지난 2일 총사업비 조정을 신청했다. 부산시는 다음 달 3일부터 신청을 받는다.",
        [("application", "대전광역시", None), ("application", None, None)],
    ),
}


@pytest.mark.parametrize("case", [*CHOSEN.values(), *OWNED.values()], ids=[*CHOSEN, *OWNED])
def test_whose_step_it_is(
    case: tuple[str, list[tuple[str, str | None, int | None]]], read: Reader, lexicon: Lexicon
) -> None:
    body, wanted = case
    document = read(body)
    names = {n.key or n.name: n.name for n in document.names["body"]}
    found = [
        (m.event, m.organization_id and names[m.organization_id], m.value and int(m.value))
        for m in milestones_of(document, lexicon, grants_of(document, lexicon))
    ]
    assert sorted(found, key=repr) == sorted(wanted, key=repr)
