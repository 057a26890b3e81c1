"""The steps that Korean sentences tell, with their dates and figures: idioms, copulas, promises, quotations."""

from datetime import date

import pytest

from transforms.extract.milestones import milestones_of

TOLD = {
    "a noun of time": ("관람객에게 문을 여는 시점은 2028년 상반기다.", ("launch", "planned", "2028-06-30")),
    "a cleft": ("터를 파기 시작한 것은 지난 1월이다.", ("start", "achieved", "2026-01-31")),
    "a machine that runs": ("회사는 내년 하반기 시험 라인을 돌린다.", ("start", "planned", "2027-12-31")),
    "an attempt told as an idiom": (
        "애초 지난해 12월 첫 삽을 뜨려 했지만 미뤄졌다.",
        ("start", "missed", "2025-12-31"),
    ),
    "an idiom of signing": ("두 기관은 지난달 3일 계약서에 도장을 찍었다.", ("agreement", "achieved", "2026-02-03")),
    "a plan as the predicate": ("2027년 9월 준공이 목표인데 부지가 좁다.", ("completion", "planned", "2027-09-30")),
    "a list closed by a plan": ("2028년 착공, 2031년 개장이 시의 계산이다.", ("start", "planned", "2028-12-31")),
    "a plan as the subject": ("첫 약속은 2022년 개관이었다.", ("launch", "missed", "2022-12-31")),
    "a day promised once": ("작년 3월로 잡았던 착공을 지키지 못했다.", ("start", "missed", "2025-03-31")),
    "a plan given up": ("2028년으로 예정했던 연구원 설립 계획을 백지화했다.", ("launch", "cancelled", "2028-12-31")),
    "a day moved": ("배터리센터 문 여는 날을 9월로 미뤘다.", ("launch", "planned", "2026-09-30")),
    "what is only said to be": ("내년 3월 중간평가가 있다.", ("evaluation", "planned", "2027-03-31")),
    "none who applied": ("지난해 9월 첫 입찰에는 한 곳도 나서지 않았다.", ("application", "missed", "2025-09-30")),
    "the tense of what is said": ("시는 내년 3월 착공한다고 했다.", ("start", "planned", "2027-03-31")),
    "an idiom opens a call": ("2월 2일 공모의 막이 올랐다.", ("call", "achieved", "2026-02-02")),
    "an idiom of lessons": ("교육은 7월에 닻을 올린다.", ("start", "planned", "2026-07-31")),
    "from a day on": ("5월부터 제주에서 실증한다.", ("start", "planned", "2026-05-31")),
    "a verb of spoken Korean": ("현장 평가는 다음 달 3일 열려요.", ("evaluation", "planned", "2026-04-03")),
    "a day that is a condition of time": ("연구동은 2028년 3월이면 완공된다.", ("completion", "planned", "2028-03-31")),
    "what ought to have been": ("계획대로면 지난해 12월 문을 열었어야 했다.", ("launch", "missed", "2025-12-31")),
    "a product that appears": ("첫 제품은 오는 12월 나온다.", ("launch", "planned", "2026-12-31")),
    "a list whose last has the verb": ("4월에 공고, 5월에 협약을 맺는다.", ("call", "planned", "2026-04-30")),
    "each clause has its own": ("협약은 이달 안에 맺고 연구는 5월 1일 시작한다.", ("start", "planned", "2026-05-01")),
}

AIMS = {
    "a verb of bringing in": ("도는 2031년까지 기업 30곳을 끌어모으겠다고 했다.", (30, "planned")),
    "a last stage": ("2029년까지 환자 60명에게 투여하는 것이 종착점이다.", (60, "planned")),
    "how many are helped": ("공단은 연말까지 어선 300척을 지원할 계획이다.", (300, "planned")),
    "the aim, not what came of it": (
        "시가 2023년까지 유치하겠다던 점포는 40개였으나 실제로는 13개에 그쳤다.",
        (40, "missed"),
    ),
    "an aim of a compound noun": ("연수생 2000명 유치 목표도 1340명에 그쳐 달성하지 못했다.", (2000, "missed")),
}

NOTHING = {
    "a number of schools": "47개교가 참여를 저울질하고 있다.",
    "a gift that turns to somebody": "상금은 올해 1월 우승팀에 돌아갔다.",
    "a page that is turned": "그는 지난달 3일 페이지를 돌렸다.",
    "works as the object of a cleft": "건설사가 공사를 맡기로 한 것은 작년 9월이다.",
}


@pytest.mark.parametrize("name", TOLD)
def test_told(name, read, lexicon):
    body, (event, status, last) = TOLD[name]
    found = milestones_of(read(body), lexicon)
    assert (event, status, date.fromisoformat(last)) in [(m.event, m.status, m.date_end) for m in found]


@pytest.mark.parametrize("name", AIMS)
def test_aims(name, read, lexicon):
    body, expected = AIMS[name]
    found = [m for m in milestones_of(read(body), lexicon) if m.value is not None]
    assert [(int(m.value), m.status) for m in found] == [expected]


@pytest.mark.parametrize("name", NOTHING)
def test_nothing(name, read, lexicon):
    assert milestones_of(read(NOTHING[name]), lexicon) == ()
