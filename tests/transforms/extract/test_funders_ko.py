"""Korean sums that are support, and whose they are, on sentences made up for the grammar that they show."""

import pytest

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

EOK, MAN = 10**8, 10**4

SUPPORT = {
    "a gift's giver before its noun": (
        "경상남도는 창업기업 다섯 곳을 골랐다. 사업비는 도비 8억원과 경남은행 기부금 4억원이다.",
        {("경상남도", 8 * EOK), ("경남은행", 4 * EOK)},
    ),
    "a ministry's call, in news of a county": (
        "고창군은 10일 문화체육관광부 공모에서 국비 40억원을 따냈다고 밝혔다.",
        {("문화체육관광부", 40 * EOK)},
    ),
    "from whom a described sum came": (
        "울진군은 산림청에서 받은 지원금이 3억원이라고 설명했다.",
        {("산림청", 3 * EOK)},
    ),
    "the subject of an inner clause does not give": (
        "아산나눔재단은 푸르메재단이 마포에 지은 병원에 20억원을 건넸다.",
        {("아산나눔재단", 20 * EOK)},
    ),
    "a subject behind a topical sum": (
        "도서관 건립에 국비 30억원이 들어간다. 나머지 50억원은 경기도가 부담한다.",
        {(None, 30 * EOK), ("경기도", 50 * EOK)},
    ),
    "a word for the body stands nearer": (
        "여수시가 등대 공원을 넓힌다. 해양수산부가 12억원을 배정했고 시는 3억원을 얹었다.",
        {("해양수산부", 12 * EOK), ("여수시", 3 * EOK)},
    ),
    "who evaluates does not give": (
        "고용노동부는 훈련장려금을 고쳤다. 한국산업인력공단이 심사를 맡는다.\n\n매달 주는 장려금은 40만원으로 올랐다.",
        {("고용노동부", 40 * MAN)},
    ),
    "each brief has its own giver": (
        "▲체육관 일곱 곳 확정\n국민체육진흥공단이 체육관 건립 대상을 골랐다. 부여군에는 기금 40억원이 돌아간다.\n\n"
        "▲선수단 장비 지원\n하나금융나눔재단은 장애인 선수단에 장비 구입비 5억원을 전달했다.\n\n"
        "▲구장 설계\n대전광역시는 새 구장 설계비로 20억원을 떼어 뒀다. 내년에는 30억원을 더 얹는다.",
        {("국민체육진흥공단", 40 * EOK), ("하나금융나눔재단", 5 * EOK)}
        | {("대전광역시", 20 * EOK), ("대전광역시", 30 * EOK)},
    ),
    "an act of a public body by a verb that we do not know": (
        "부산광역시는 골목상권 살리기에 7억원을 긁어모아 보냈다. 부산광역시는 시장 두 곳에 3억원씩을 더 꽂아 준다.",
        {("부산광역시", 7 * EOK), ("부산광역시", 3 * EOK)},
    ),
    "the answer to a question about support": (
        "국토교통부가 전세 지원을 넓힌다.\n\nQ. 신혼부부는 얼마까지 받나요?\nA. 한 집에 최대 300만원입니다.",
        {("국토교통부", 300 * MAN)},
    ),
    "pledged, and a part of it paid": (
        "현대차 정몽구 재단은 숲 살리기에 100억원을 약정해 그중 60억원을 이미 냈다.",
        {("현대차 정몽구 재단", 100 * EOK), ("현대차 정몽구 재단", 60 * EOK)},
    ),
    "the state's purse in plain words": (
        "산림청이 산불 대책을 내놨다. 다섯 해 동안 쓰인 나랏돈은 1600억원가량이다.",
        {("산림청", 1600 * EOK)},
    ),
    "what goes to those who are chosen": (
        "중소벤처기업부는 로봇 과제를 공고했다. 새 주관기관에는 2028년까지 110억원이 돌아간다.",
        {("중소벤처기업부", 110 * EOK)},
    ),
    "a row in a sentence without a verb": (
        "교육부는 거점대학 지원금을 나눴다. 충남대가 153억원으로 가장 많고 "
        "전북대 146억원, 강원대 141억원이 뒤를 이었다.",
        {("교육부", 153 * EOK), ("교육부", 146 * EOK), ("교육부", 141 * EOK)},
    ),
}

SUPPORT |= {
    "what a clause says was promised, though it was cut": (
        "해양수산부가 예산을 다시 짰다. 국제해사기구에 주기로 했던 850만달러는 심의에서 전액 삭감됐다.",
        {("해양수산부", 8_500_000)},
    ),
    "what the sum is given as": (
        "행정안전부가 수해 복구에 나섰다. 집을 잃은 주민에게는 120억원이 재난지원금으로 풀린다.",
        {("행정안전부", 120 * EOK)},
    ),
    "a whole is no part": (
        "전기버스를 사는 데 드는 128억원 가운데 국비 보조는 28억원이다.",
        {(None, 28 * EOK)},
    ),
    "sums behind marks under public money": (
        "국토교통부는 복구 계획을 세웠다. 항목별 복구비는 ▲도로 12억원 ▲하천 7억원이다.",
        {("국토교통부", 12 * EOK), ("국토교통부", 7 * EOK)},
    ),
    "items of support within a sentence": (
        "산업통상부 지원 내용은 ▲시제품 제작(최대 5000만원) ▲인증 취득(2000만원)이다.",
        {("산업통상부", 5000 * MAN), ("산업통상부", 2000 * MAN)},
    ),
    "a list under a sentence that tells a grant": (
        "해양수산부는 내년 예산을 7조원으로 짰다고 밝혔다.\n\n"
        "○ 어촌 활력: 2100억원\n○ 스마트 양식: 320억원(전년 280억원)",
        {("해양수산부", 70000 * EOK), ("해양수산부", 2100 * EOK), ("해양수산부", 320 * EOK)},
    ),
    "a ministry's money named behind the sum": (
        "템플스테이 할인 행사가 열린다. 여기에 드는 7억원은 문화체육관광부 국고보조금이다.",
        {("문화체육관광부", 7 * EOK)},
    ),
    "a firm gives a sum away": (
        "한화는 순직 소방관 유가족을 위해 5억원을 내놓기로 했다.",
        {("한화", 5 * EOK)},
    ),
    "what a ministry itself budgets, beside what was asked": (
        "기획예산처는 부처가 요구한 320억원 가운데 210억원만 반영했다.",
        {("기획예산처", 210 * EOK)},
    ),
    "a row of bodies of which each bears a sum": (
        "전북특별자치도와 군산시가 각각 30억원, 20억원을 부담한다.",
        {("전북특별자치도", 30 * EOK), ("군산시", 20 * EOK)},
    ),
}

IN_KIND = {
    "대전광역시는 옛 청사 터 4200㎡를 10년간 무상으로 내준다.": ("대전광역시", "facility", 4200),
    "한국과학기술정보연구원은 연구자에게 슈퍼컴퓨터를 200시간 무료로 열어 준다.": (
        "한국과학기술정보연구원",
        "compute",
        200,
    ),
    "한국지능정보사회진흥원은 중소기업에 음성 데이터 30만 건을 제공한다.": ("한국지능정보사회진흥원", "data", 300_000),
    "농림축산식품부는 난민촌에 쌀 3만t을 보낼 계획이다.": ("농림축산식품부", "other", 30_000),
    "인천광역시는 공장 터 4200㎡를 120억원에 사들였다.": None,
    "네이버는 음성 데이터 30만 건을 모았다.": None,
    "농협은 올해 쌀 3만t을 팔았다.": None,
    "청년 300명에게 강의를 무료로 연다.": None,
}

NOTHING = {
    "what people spend": "제주도는 관광객이 쓴 돈이 2조원이라고 밝혔다.",
    "fees that a public company collects": "한국전력공사는 전기요금으로 30억원을 걷었다.",
    "money at work": "국민연금공단은 지난해 주식에 3조원을 굴렸다.",
    "what was saved": "대구광역시는 조명을 바꿔 12억원을 아꼈다.",
    "a penalty": "국토교통부는 하도급을 어긴 업체에 과징금 30억원을 물렸다.",
    "a bribe": "서울시 간부가 뒷돈 3억원을 챙긴 사실이 드러났다.",
    "who bears it otherwise bears it alone": "정부가 공모를 열었다. 하람셀은 현금 37억원을 따로 부담한다.",
    "a company's answer": '― 공장에는 얼마나 들어가나.\n\n"삼성전자는 새 공장에 3조원을 씁니다."',
    "a condition": "서울시 통장에 월 70만원을 넣으면 이자가 붙는다.",
    "a named sum": "전라남도는 '전남형 만원주택'을 짓는다.",
    "a wage": "고용노동부는 최저임금을 시간당 1만320원으로 정했다.",
    "what a parent spends": "교육부에 따르면 학생 한 사람이 한 달에 47만4천원을 썼다.",
    "next week is no verb": "부산광역시에서는 이번 주 1조원이 오갔다.",
}


def _given(body, read, lexicon):
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    return {(names.get(g.funder_id or ""), int(g.amount)) for g in grants_of(document, lexicon) if g.amount is not None}


@pytest.mark.parametrize("name", SUPPORT)
def test_who_gives(name, read, lexicon):
    """Each sum of support with its funder; None where the text names nobody."""
    body, expected = SUPPORT[name]
    assert _given(body, read, lexicon) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_what_nobody_gives(name, read, lexicon):
    """Sums near public bodies that are no support."""
    assert _given(NOTHING[name], read, lexicon) == set()


@pytest.mark.parametrize("body", IN_KIND)
def test_support_in_kind(body, read, lexicon):
    """Counts that somebody gives free of charge, with their kind; bought and gathered things are none."""
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    found = [(names.get(g.funder_id or ""), g.kind, g.quantity) for g in grants_of(document, lexicon)]
    assert found == ([IN_KIND[body]] if IN_KIND[body] else [])
