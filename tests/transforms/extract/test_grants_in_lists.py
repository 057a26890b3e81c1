"""Grants in rows, headings and breakdowns, and sums that changed, on sentences made up for the grammar they show."""

import pytest

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

EOK = 10**8

CASES = {
    "rows that begin with a body, under a heading that gives": (
        "한국연구재단은 새 연구단을 뽑았다.\n\n■ 선정 과제와 지원액\n서울대 김모 교수팀 - 빙하 미생물 - 5년 19억원\n"
        "제주대 이모 교수팀 - 해조류 백신 - 4년 12억원",
        {("서울대학교", 19 * EOK), ("제주대학교", 12 * EOK)},
    ),
    "marked items in one sentence": (
        "산림청은 올해 임업 지원 대상을 정했다.\n\n"
        "▲강원대의 목재 연구단(연 8억원) ▲전북대의 한지 연구단(연 6억원) 등 두 곳이다.",
        {("강원대학교", 8 * EOK), ("전북대학교", 6 * EOK)},
    ),
    "a sum in a heading's brackets": (
        "해양수산부는 '연안 정비 지원계획'을 내놨다.\n\n□ 낡은 방파제 보강(285억 원)\n ○ 섬 30곳의 방파제를 고친다.",
        {(None, 285 * EOK)},
    ),
    "a total broken down": (
        "행정안전부는 지방소멸대응기금 800억원을 나눠준다. 시군별로는 태백시 420억원, 영월군 380억원이다.",
        {(None, 800 * EOK), ("태백시", 420 * EOK), ("영월군", 380 * EOK)},
    ),
    "shares that rose and fell": (
        "부산시는 대학별 지원금을 다시 나눴다. 부산대는 98억원을 받는다. 동의대는 52억원에서 44억원으로 줄어든다.",
        {("부산대학교", 98 * EOK), ("동의대학교", 44 * EOK)},
    ),
    "a sum in brackets behind what it pays for": (
        "한국국제협력단은 개도국 지원 예산을 줄인다. 내년에 시작하려던 도시철도 설계 사업(850만달러)은 미뤘다.",
        {(None, 8_500_000)},
    ),
    "money that goes to a place": (
        "환경부는 매립지를 짓기로 했다. 옹진군에는 특별지원금 3천억원이 돌아간다.",
        {("옹진군", 3000 * EOK)},
    ),
    "a clause before the noun says whose grant it is": (
        "외교부는 내년 예산을 줄였다. 한국국제협력단에 주는 출연금은 1조원에서 9천억원으로 낮아졌다.",
        {("한국국제협력단", 9000 * EOK)},
    ),
    "a body that only its role shows": (
        "The Department of Energy gave Tidewater Kelp $12 million for a pilot plant in May.",
        {("Tidewater Kelp", 12_000_000)},
    ),
    "an old figure behind from": (
        "The Arts Council raised the Leeds Playhouse grant to £2 million from £1.5 million.",
        {(None, 2_000_000)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_lists_and_changes(name, read, lexicon):
    body, expected = CASES[name]
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    assert {(names.get(g.recipient_id), int(g.amount)) for g in grants_of(document, lexicon)} == expected
