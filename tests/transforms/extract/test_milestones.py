"""Milestones, on sentences made up for the grammar that they show; published on 10 March 2026.

A row: body, then (event, status, first day, last day, organization, value).
"""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extract.milestones import milestones_of
from transforms.normalize.names import organization_id_of

STEPS = {
    "a statement's day is that of a result": (
        "방위사업청은 10일 수출 실증 사업자로 현대로템과 LIG넥스원을 선정했다고 밝혔다.",
        [
            ("selection", "achieved", "2026-03-10", "2026-03-10", "현대로템", None),
            ("selection", "achieved", "2026-03-10", "2026-03-10", "LIG넥스원", None),
        ],
    ),
    "a cleft names the chosen": (
        "국토교통부는 10일 결과를 발표했다. 최종 선정된 곳은 부산대, 경북대, 전북대 등 3곳이다.",
        [
            ("selection", "achieved", "2026-03-10", "2026-03-10", "부산대학교", None),
            ("selection", "achieved", "2026-03-10", "2026-03-10", "경북대학교", None),
            ("selection", "achieved", "2026-03-10", "2026-03-10", "전북대학교", None),
        ],
    ),
    "the year of a programme is no date of its call": (
        "농림축산식품부는 9일 '2026년 스마트팜 확산' 사업을 공고했다.",
        [("call", "achieved", "2026-03-09", "2026-03-09", None, None)],
    ),
    "an adnominal clause dates the call that its noun names, and what was handed in": (
        "지난달 20일 접수를 마감한 공모에 제안서를 낸 41개 기업 가운데 9개 기업이 서류심사를 통과했다.",
        [
            ("application", "achieved", "2026-02-20", "2026-02-20", None, 41),
            ("screening", "achieved", None, None, None, 9),
        ],
    ),
    "no bids": (
        "지난 6일 마감한 공모에 제안서를 낸 기업은 한 곳도 없었다.",
        [("application", "missed", "2026-03-06", "2026-03-06", None, 0)],
    ),
    "a schedule of labels": (
        "- 원서 접수 : 4. 6.(월) ~ 4. 10.(금)\n- (협약) '26.7월\n- 과제 발표 : 6월 말",
        [
            ("application", "planned", "2026-04-06", "2026-04-10", None, None),
            ("agreement", "planned", "2026-07-01", "2026-07-31", None, None),
            ("selection", "planned", "2026-06-21", "2026-06-30", None, None),
        ],
    ),
    "open calls under their heading": (
        "■ 모집 중\n▲'바다학교' 2기 : 4월 30일까지, 15곳",
        [("application", "planned", None, "2026-04-30", None, None)],
    ),
    "a delay gives the new day": (
        "2차 현장평가는 당초 4월 초에서 6월 중순으로 늦춰졌다.",
        [("evaluation", "planned", "2026-06-11", "2026-06-20", None, None)],
    ),
    "two copulas": (
        "1호기 준공은 내년 5월, 2호기 준공은 2029년이다.",
        [
            ("completion", "planned", "2027-05-01", "2027-05-31", None, None),
            ("completion", "planned", "2029-01-01", "2029-12-31", None, None),
        ],
    ),
    "present tense looks ahead": (
        "재단은 8월 중 출범한다.",
        [("launch", "planned", "2026-08-01", "2026-08-31", None, None)],
    ),
    "a plan, then what follows it": (
        "도는 5월 중 조합을 설립한 뒤 3분기 중 첫 삽을 뜬다는 계획이다.",
        [
            ("launch", "planned", "2026-05-01", "2026-05-31", None, None),
            ("start", "planned", "2026-07-01", "2026-09-30", None, None),
        ],
    ),
    "from this month on": (
        "공단은 이달부터 공급을 개시한다고 10일 밝혔다.",
        [("start", "planned", "2026-03-01", "2026-03-31", None, None)],
    ),
    "several nouns with days of their own": (
        "참가의향서는 4월 3일까지, 제안서는 5월 29일까지 받는다.",
        [
            ("application", "planned", None, "2026-04-03", None, None),
            ("application", "planned", None, "2026-05-29", None, None),
        ],
    ),
    "a day that was decided": (
        "위원회는 7차 발사를 2028년 6월로 확정했다.",
        [("launch", "planned", "2028-06-01", "2028-06-30", None, None)],
    ),
    "a dated noun beside another step": (
        "연구원은 2029년 3차 발사를 위한 면제를 요청했다.",
        [("launch", "planned", "2029-01-01", "2029-12-31", None, None)],
    ),
    "each party that a ministry signs with": (
        "보건복지부는 지난 5일 서울대병원과 위탁 협약을 맺었다.",
        [("agreement", "achieved", "2026-03-05", "2026-03-05", "서울대학교병원", None)],
    ),
    "years ago and days later": (
        "지난해 9월 3일까지 22개 팀이 지원서를 냈다. 나흘 뒤 서면평가에서 8개 팀만 살아남았다.",
        [
            ("application", "achieved", None, "2025-09-03", None, 22),
            ("screening", "achieved", "2025-09-07", "2025-09-07", None, 8),
        ],
    ),
    "payment": (
        "교육부는 지난달 27일 사업비를 모두 교부했다.",
        [("other", "achieved", "2026-02-27", "2026-02-27", None, None)],
    ),
    "items end in nouns": (
        " ○ 국제센터: 올해 하반기 개소\n ○ 홍보관은 지난달 15일 준공, 4월 시운전 시작",
        [
            ("launch", "planned", "2026-07-01", "2026-12-31", None, None),
            ("completion", "achieved", "2026-02-15", "2026-02-15", None, None),
            ("start", "planned", "2026-04-01", "2026-04-30", None, None),
        ],
    ),
    "English passive and plan": (
        "The hubs were selected in October 2025. Applications are due by 3 April 2026.",
        [
            ("selection", "achieved", "2025-10-01", "2025-10-31", None, None),
            ("application", "planned", None, "2026-04-03", None, None),
        ],
    ),
    "English postponement": (
        "The ministry has postponed the launch of the satellite from May to October.",
        [("launch", "planned", "2026-10-01", "2026-10-31", None, None)],
    ),
    "English agreement with a company": (
        "The Energy Department signed an agreement with Westinghouse on March 3.",
        [("agreement", "achieved", "2026-03-03", "2026-03-03", "Westinghouse", None)],
    ),
}

TARGETS = {
    "pairs": (
        "공단은 2028년까지 충전소 500곳, 2030년까지 900곳을 갖추는 것이 목표다.",
        [("planned", "2028-12-31", 500), ("planned", "2030-12-31", 900)],
    ),
    "an item": (" ○ 해외 연구자 초빙: 내년 상반기까지 25명", [("planned", "2027-06-30", 25)]),
    "from one value to another": ("자급률을 2030년까지 20%에서 32%로 높인다.", [("planned", "2030-12-31", 32)]),
    "an aim that was given up": (
        "정부는 2030년까지 국산 비중을 50%로 높여야 한다는 목표를 폐지했다.",
        [("cancelled", "2030-12-31", 50)],
    ),
    "a promise and its failure": (
        "시는 2025년까지 전기버스 800대를 보급하고 충전소 90곳을 세우겠다고 했지만 지금까지 300대에 그친다.",
        [("missed", "2025-12-31", 800), ("missed", "2025-12-31", 90)],
    ),
    "trade that fell short": (
        "지난해 정부가 잡았던 200억달러 목표에는 절반도 미치지 못했다.",
        [("missed", "2025-12-31", 20_000_000_000)],
    ),
    "a fund": ("진흥원은 연내 3000억원 규모의 펀드를 조성할 계획이다.", [("planned", "2026-12-31", 300_000_000_000)]),
    "any verb with a last day": ("군은 2029년까지 마을회관 40곳을 고칠 계획이다.", [("planned", "2029-12-31", 40)]),
    "English": ("The fund aims to support 300 startups by 2030.", [("planned", "2030-12-31", 300)]),
}

NOTHING = {
    "market news": "18일 코스닥시장에서 한누리풍력은 22% 오른 2만4950원에 거래를 마쳤다.",
    "a condition": "8월 초 평가를 통과하지 못하면 장비를 반납해야 한다.",
    "an opinion": '한 교수는 "두 팀 모두 겨룰 만하다는 평가를 받았다"고 말했다.',
    "a question": "바로 선정되나.",
    "a correction": "[바로잡습니다] 본지는 지난 3일자에서 6개 대학이 선정됐다고 적었습니다.",
    "a budget": "과기정통부는 내년에 발사 준비 예산 50억원을 확보할 예정이다.",
    "a back-reference": "선정된 7곳은 한 곳당 최대 100억원을 받는다.",
}


def _rows(document, lexicon):
    names = {organization_id_of(n): n.name for n in document.names.get("body", ())}
    return [
        (m.event, m.status, _iso(m.date_start), _iso(m.date_end), names.get(m.organization_id), m.value)
        for m in milestones_of(document, lexicon)
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("name", STEPS)
def test_steps(name, read, lexicon):
    body, expected = STEPS[name]
    wanted = [(*row[:5], None if row[5] is None else Decimal(row[5])) for row in expected]
    assert sorted(_rows(read(body), lexicon), key=repr) == sorted(wanted, key=repr)


@pytest.mark.parametrize("name", TARGETS)
def test_targets(name, read, lexicon):
    body, expected = TARGETS[name]
    found = [(m.status, _iso(m.date_end), m.value) for m in milestones_of(read(body), lexicon) if m.event == "target"]
    assert sorted(found) == sorted((s, d, Decimal(v)) for s, d, v in expected)


@pytest.mark.parametrize("name", NOTHING)
def test_what_is_no_step(name, read, lexicon):
    assert _rows(read(NOTHING[name]), lexicon) == []


def test_a_list_below_names_the_chosen(read, lexicon):
    body = (
        "기상청은 신규 과제를 수행할 기관을 선정했다고 10일 밝혔다.\n\n선정 결과는 아래와 같다.\n\n"
        "- 위성 : 부산대 연구팀 / 서울대 교수팀\n- 해양 : 인하대 교수팀"
    )
    chosen = [r for r in _rows(read(body), lexicon) if r[0] == "selection" and r[4]]
    assert {r[4] for r in chosen} == {"부산대학교", "서울대학교", "인하대학교"}
    assert {r[3] for r in chosen} == {"2026-03-10"}


def test_a_step_told_twice_stands_once(read, lexicon):
    body = "센터는 9월 문을 연다.\n\n정부는 센터가 9월 문을 연다고 설명했다."
    assert len(milestones_of(read(body), lexicon)) == 1


def test_the_subject_tells_two_steps_apart(read, lexicon):
    body = "1차 현장평가는 5월에 열린다. 2차 현장평가는 9월에 열린다."
    assert [m.subject for m in milestones_of(read(body), lexicon)] == ["1차 현장평가", "2차 현장평가"]


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="선정했다고 밝혔다. 까지목표2030년15개팀을'\"()▲○:,\n공모는 will be by", max_size=120))
def test_any_text_gives_quotes_that_stand_in_it(text, read, lexicon):
    for milestone in milestones_of(read(text), lexicon):
        evidence = milestone.evidence
        assert evidence.quote == text[evidence.char_start : evidence.char_end]


def test_quotes_of_labelled_articles_stand_in_the_body(shared, read, lexicon):
    for file in sorted((shared / "gold" / "articles").glob("*.json"))[:8]:
        body = json.loads(file.read_text(encoding="utf-8"))["body"]
        for milestone in milestones_of(read(body), lexicon):
            assert milestone.evidence.quote == body[milestone.evidence.char_start : milestone.evidence.char_end]
