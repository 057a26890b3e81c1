"""Whom a choice chose, told by what each receives; published on 10 March 2026."""

from transforms.extract.grants import grants_of
from transforms.extract.milestones import milestones_of
from transforms.normalize.names import organization_id_of

BODY = (
    "기상청은 10일 올해 기상 연구에 참여할 대학을 공개했다.\n\n"
    "부산대는 국비 30억원을 받는다. 전북대는 국비 20억원을 지원받는다."
)


def _chosen(document, lexicon):
    grants = grants_of(document, lexicon)
    found = [m for m in milestones_of(document, lexicon, grants) if m.evidence.rule == "event-awarded"]
    names = {organization_id_of(n): n.name for n in document.names["body"]}
    return {(names[m.organization_id], str(m.date_end), m.status) for m in found}


def test_recipients_in_the_news_of_a_choice_are_chosen(read, lexicon):
    document = read(BODY, title="기상 연구에 2개 대학 선정")
    day = "2026-03-10"
    assert _chosen(document, lexicon) == {("부산대학교", day, "achieved"), ("전북대학교", day, "achieved")}


def test_recipients_elsewhere_are_not(read, lexicon):
    assert _chosen(read(BODY, title="기상 연구 예산 늘어난다"), lexicon) == set()
