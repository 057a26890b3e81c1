"""One row for one body, joined by what articles say and by nothing less."""

from memory import Memory

from transforms.records import ArticleFacts, Organization

from .papers import named_body, paper, step

CLOUD = named_body("네이버클라우드", "네이버", "NAVER Cloud")
GAMES = named_body("NC AI", "엔씨에이아이", origin="lexicon")


def about(name: str, day: str, *bodies: Organization) -> ArticleFacts:
    return paper(name, day, step(f"{name} 소식", "other", "2026-01-01", "achieved"), bodies=bodies)


def bodies(*papers: ArticleFacts) -> list[tuple[str, int]]:
    memory = Memory()
    memory.add(papers)
    rows = memory.rows("SELECT name, article_count FROM organizations ORDER BY 1")
    return [tuple(row.values()) for row in rows]  # type: ignore[misc]


def test_a_name_that_an_article_gives_beside_another_joins_the_two() -> None:
    spelt = about("b", "2026-01-02", named_body("엔씨에이아이"))
    assert bodies(about("a", "2026-01-01", GAMES), spelt) == [("NC AI", 2)]


def test_bodies_that_one_article_names_side_by_side_are_two() -> None:
    spelt = named_body("엔씨에이아이")
    both = about("c", "2026-01-03", GAMES, spelt)
    assert len(bodies(about("a", "2026-01-01", GAMES), about("b", "2026-01-02", spelt), both)) == 2


def test_a_shared_short_form_joins_nothing() -> None:
    assert len(bodies(about("a", "2026-01-01", CLOUD), about("b", "2026-01-02", named_body("네이버")))) == 2
    research, electronics = named_body("LG AI연구원", "엘지"), named_body("LG전자", "엘지")
    short = about("c", "2026-01-03", named_body("엘지"))
    assert len(bodies(about("a", "2026-01-01", research), about("b", "2026-01-02", electronics), short)) == 3


def test_kinds_that_differ_are_no_one_body() -> None:
    school = named_body("Jeju", "제주대학교", kind="university")
    town = named_body("제주대학교", kind="government")
    assert len(bodies(about("a", "2026-01-01", school), about("b", "2026-01-02", town))) == 2


def test_each_join_says_why_and_ids_go_on_resolving() -> None:
    memory = Memory()
    memory.add([about("b", "2026-01-02", named_body("엔씨에이아이"))])
    memory.add([about("a", "2026-01-01", GAMES)])
    (row,) = memory.rows("SELECT organization_id, into_id, reason FROM organization_merges")
    assert row["into_id"] == "NC AI"
    assert "엔씨에이아이" in str(row["reason"])
    (body,) = memory.rows("SELECT aliases, first_published::VARCHAR AS day, origin FROM organizations")
    assert body == {"aliases": ["엔씨에이아이"], "day": "2026-01-01", "origin": "lexicon"}
