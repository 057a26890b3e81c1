"""What one part of an article binds holds for all of it; and the labelled articles, with and without the lexicon."""

import json
from pathlib import Path

from transforms.lexicon.load import load
from transforms.normalize.names import normal_name, organization_id_of, read_article_names

LEXICON = load()


def read(**fields: str) -> dict[str, list[tuple[str, str]]]:
    names = read_article_names(fields, LEXICON, "ko")
    return {field: [(name.text, organization_id_of(name)) for name in found] for field, found in names.items()}


def test_a_short_form_in_brackets_holds_from_the_title_to_the_end() -> None:
    found = read(
        title="해자원, 심해 탐사 나선다",
        body="한국심해자원개발원(이하 해자원)은 밝혔다.\n\n해자원은 이를 거듭 확인했다.",
    )
    assert [text for text, _ in found["title"]] == ["해자원"]
    assert {key for texts in found.values() for _, key in texts} == {"한국심해자원개발원"}


def test_an_english_name_in_brackets_is_bound() -> None:
    found = read(body="한국심해자원개발원(KODRA)은 밝혔다. KODRA는 올해 문을 연다.")
    assert [text for text, _ in found["body"]] == ["한국심해자원개발원", "KODRA", "KODRA"]
    assert len({key for _, key in found["body"]}) == 1


def test_a_bound_form_wins_over_the_lexicon() -> None:
    found = read(body="한국보건산업진흥원(보산진·이하 진흥원)은 밝혔다. 진흥원은 다음 달 공고한다.")
    assert {key for _, key in found["body"]} == {"kr-korea-health-industry-development-institute"}


def test_a_place_in_brackets_is_not_bound() -> None:
    found = read(body="삼성전자(수원)는 밝혔다. 수원에서 열린다.")
    assert [text for text, _ in found["body"]] == ["삼성전자"]


def test_the_beginning_of_a_name_stands_for_it() -> None:
    found = read(title="롯데바이오, 공장 짓는다", body="롯데바이오로직스는 12일 밝혔다.")
    assert {key for texts in found.values() for _, key in texts} == {"kr-lotte-biologics"}
    found = read(body="노스게이트 테라퓨틱스가 임상을 맡는다. 노스게이트는 미국 회사다.")
    assert {key for _, key in found["body"]} == {"노스게이트테라퓨틱스"}


def test_a_product_in_brackets_is_not_bound() -> None:
    found = read(body="업스테이지(Solar)와 네이버(NAVER)가 붙었다. Solar는 빠르다. NAVER도 빠르다.")
    assert [text for text, _ in found["body"]] == ["업스테이지", "네이버", "NAVER", "NAVER"]


def test_a_weak_form_is_meant_where_its_body_is_named_in_full() -> None:
    assert [text for text, _ in read(body="모티프테크놀로지스가 붙었다. 모티프는 기뻐했다.")["body"]] == [
        "모티프테크놀로지스",
        "모티프",
    ]
    assert read(body="그 모티프는 낯익다.")["body"] == []


def test_names_of_the_labelled_articles(shared: Path) -> None:
    missed, extra, labels = 0, 0, 0
    for file in sorted((shared / "gold" / "articles").glob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        fields = {"title": article["title"], "body": article["body"]}
        found: dict[str, set[str]] = {}
        for names in read_article_names(fields, LEXICON, article["lang"]).values():
            for name in names:
                body = LEXICON.organizations.bodies.get(name.key or "")
                forms = [name.name, name.text, *([body.name, body.name_en or "", *body.aliases] if body else [])]
                found.setdefault(organization_id_of(name), set()).update(map(normal_name, forms))
        for label in article["organizations"]:
            wanted = {normal_name(form) for form in (label["name"], *label["aliases"])}
            key = next((key for key, forms in found.items() if forms & wanted), None)
            found.pop(key or "", None)
            missed += key is None and label["need"] == "must"
            labels += label["need"] == "must"
        extra += len(found)
    assert missed <= 0.03 * labels
    assert extra <= 0.05 * labels
