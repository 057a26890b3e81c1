"""Who gives and gets by a place: groups, heads of lines, tables, prizes, on made-up text."""

import pytest

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

EOK, MAN, MILLION = 10**8, 10**4, 10**6

PLACES = {
    "the group of a list names the recipient, the ministry of the lead gives": (
        "제공: 한국에너지기술평가원\n\n산업통상부와 한국에너지기술평가원은 "
        "'해상풍력 실증' 과제를 맡을 기관을 선정했다고 10일 밝혔다.\n\n"
        "□ 선정 결과\n ① 부유체 설계\n   - 주관: 한국해양대학교 / 공동: 목포대학교\n   - 지원: 3년간 최대 45억 원\n"
        " ② 계류선 시험\n   - 주관: 울산대학교\n   - 지원: 3년간 최대 38억 원",
        {("산업통상부", "국립한국해양대학교", 45 * EOK), ("산업통상부", "울산대학교", 38 * EOK)},
    ),
    "each giver of a row has a subject of its own": (
        "한국전력공사가 7억원, 카카오가 2억원을 대한적십자사에 기부했다.",
        {("한국전력공사", "대한적십자사", 7 * EOK), ("카카오", "대한적십자사", 2 * EOK)},
    ),
    "members named in several groups of the sentence before": (
        "교육부는 10일 올해 '반도체 융합대학' 참여 대학을 발표했다. "
        "설계 분야에서는 부산대·경북대가, "
        "소재 분야에서는 충남대와 전남대가 이름을 올렸다. "
        "4개 대학에는 3년간 20억원씩이 돌아간다.",
        {("교육부", name, 20 * EOK) for name in ("부산대학교", "경북대학교", "충남대학교", "전남대학교")},
    ),
    "works": (
        "보건복지부는 내년 예산에 충북대병원 증축비 52억원을 반영했다.",
        {("보건복지부", "충북대학교병원", 52 * EOK)},
    ),
    "prizes go to names that nobody knows": (
        "현대차정몽구재단은 10일 사회혁신 경진대회 결선을 열었다. 상금은 다음과 같다.\n"
        "- 대상(2억원): 새벽이음\n- 금상(각 4천만원): 너울랩, 하늬솔루션",
        {
            ("현대차 정몽구 재단", "새벽이음", 2 * EOK),
            ("현대차 정몽구 재단", "너울랩", 4000 * MAN),
            ("현대차 정몽구 재단", "하늬솔루션", 4000 * MAN),
        },
    ),
    "rows without a header": (
        "환경부는 전기선박 보조금을 확정했다.\n\n■ 선종별 국비 단가\n\n"
        "유람선 : 1억5000만원 / 30척\n어선 : 4000만원 / 200척\n예인선 : 3억원 / 5척",
        {("환경부", None, 15000 * MAN), ("환경부", None, 4000 * MAN), ("환경부", None, 3 * EOK)},
    ),
    "a sum before the place to which it goes": (
        "경상북도는 재난관리기금 8억원을 의성군에 보냈다.",
        {("경상북도", "의성군", 8 * EOK)},
    ),
    "the head of an English line gets": (
        "The Commerce Department has paid most grants under its chips programme.\n\n"
        "Texas Instruments: up to $900 million for Utah.\nSkyWater: $70 million in funding.",
        {
            ("U.S. Department of Commerce", "Texas Instruments", 900 * MILLION),
            ("U.S. Department of Commerce", "SkyWater Technology", 70 * MILLION),
        },
    ),
    "the head of an English line gives": (
        "GRANTS THIS WEEK\n\nThe MacArthur Foundation: $3 million to the Blue Harbour Project in Detroit.",
        {("MacArthur Foundation", "Blue Harbour Project", 3 * MILLION)},
    ),
}


@pytest.mark.parametrize(("body", "expected"), PLACES.values(), ids=PLACES.keys())
def test_places_tell_who_gives_and_gets(body, expected, read, lexicon):
    """Each figure with the bodies that its place in the list gives it."""
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    found = {
        (names.get(g.funder_id or ""), names.get(g.recipient_id or ""), int(g.amount))
        for g in grants_of(document, lexicon)
        if g.amount is not None
    }
    assert found == expected


def test_those_not_named_are_not_the_named_ones(read, lexicon):
    """나머지 세 팀 is nobody by name."""
    body = (
        "아산나눔재단은 농업 창업대회를 열었다. 상금은 다음과 같다.\n- 대상(1억원): 보리샘\n- 은상(3천만원): 들꽃랩\n"
        "나머지 세 팀은 500만원씩 받았다."
    )
    last = grants_of(read(body), lexicon)[-1]
    assert last.amount == 500 * MAN
    assert last.recipient_id is None


def test_a_list_of_dates_is_no_table_of_support(read, lexicon):
    """Rows without a column of money state no grants."""
    body = "국토교통부는 공모를 시작한다.\n\n설명회 : 3월 5일 / 대전\n접수 : 4월 6일 / 누리집\n발표 : 6월 말 / 세종"
    assert grants_of(read(body), lexicon) == ()
