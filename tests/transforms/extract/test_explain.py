"""What is said about each figure."""

import json

from transforms.extract.explain import explain, refusals_of


def test_a_fact_says_its_predicate_and_where_its_parties_came_from(read, lexicon):
    (said,) = explain(read("국토교통부는 목포시에 5년간 국비 250억원을 지원한다."), lexicon)
    assert said["rule"] == "grants.give-frame"
    assert said["predicate"]["lemma"] == "지원"
    assert said["noun"] == "국비"
    assert said["funder"]["from"] == "subject"
    assert said["recipients"] == [{"name": "목포시", "as printed": "목포시", "from": "particle 에"}]
    assert json.loads(json.dumps(said, ensure_ascii=False)) == said


def test_a_refusal_says_why(read, lexicon):
    body = "교육부는 돈을 준다. 매출은 300억원이고 과징금은 2억원이다."
    reasons = [(r.text, r.reason) for r in refusals_of(read(body), lexicon)]
    assert reasons == [("300억원", "sales: 매출"), ("2억원", "penalty: 과징금")]
    assert all(body[r.char_start : r.char_end] == r.text for r in refusals_of(read(body), lexicon))
