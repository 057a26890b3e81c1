"""One row for each claimed sum, and a link where claims disagree."""

import pytest
from memory import Memory

from transforms.records import ArticleFacts

from .papers import grant, paper


def sums(*papers: ArticleFacts) -> list[tuple[int, int]]:
    """(amount, articles) of each row."""
    memory = Memory()
    memory.add(papers)
    rows = memory.rows("SELECT amount::HUGEINT AS amount, article_count FROM grants ORDER BY 1, 2")
    return [(int(str(row["amount"])), int(str(row["article_count"]))) for row in rows]


def disagreements(*papers: ArticleFacts) -> list[list[str]]:
    """The values of each conflict."""
    memory = Memory()
    memory.add(papers)
    rows = memory.rows("SELECT conflict_id, list(DISTINCT value ORDER BY value) AS values FROM conflicts GROUP BY ALL")
    return sorted(list(row["values"]) for row in rows)  # type: ignore[call-overload]


def test_one_sum_in_two_papers_is_one_row() -> None:
    one, other = paper("a", "2026-01-01", grant("1576억원", 1576)), paper("b", "2026-02-01", grant("1,576억", 1576))
    assert sums(one, other) == [(1576, 2)]


@pytest.mark.parametrize(
    ("exact", "rounded", "bound", "rows"),
    [
        (1576, 1500, "about", 1),
        (1576, 1600, "about", 1),
        (1936, 2000, "about", 1),
        (1576, 1500, "min", 1),
        (1576, 1500, "exact", 2),
        (1576, 1700, "about", 2),
        (1576, 1000, "about", 2),
    ],
)
def test_rounding_joins_the_exact_sum_that_it_fits(exact: int, rounded: int, bound: str, rows: int) -> None:
    papers = (
        paper("a", "2026-01-01", grant("정확히", exact)),
        paper("b", "2026-02-01", grant("어림잡아", rounded, bound=bound)),
    )
    assert len(sums(*papers)) == rows
    assert bool(disagreements(*papers)) == (rows == 2)


def test_a_funder_that_one_paper_leaves_out_is_no_other_funder() -> None:
    papers = [
        paper("a", "2026-01-01", grant("쓴다", 390)),
        paper("b", "2026-02-01", grant("잡았다", 390, funder_id=None)),
    ]
    assert sums(*papers) == [(390, 2)]
    papers.append(paper("c", "2026-03-01", grant("준다", 390, funder_id="province")))
    assert sums(*papers) == [(390, 1), (390, 2)]


def test_one_article_tells_its_sums_apart() -> None:
    both = paper(
        "a",
        "2026-01-01",
        grant("저작물에 100억", 100, kind="data", purpose="저작물 구매"),
        grant("방송에 100억", 100, kind="data", purpose="방송 영상"),
    )
    later = paper("b", "2026-02-01", grant("방송영상 100억", 100, kind="data", purpose="방송 영상 데이터"))
    assert sums(both, later) == [(100, 1), (100, 2)]


def test_a_sum_for_one_is_not_the_sum_for_all() -> None:
    whole = paper("a", "2026-01-01", grant("모두 100억", 100))
    one = paper("b", "2026-01-02", grant("울산에 100억", 100, recipient_id="ulsan"))
    assert sums(whole, one) == [(100, 1), (100, 1)]
    assert disagreements(whole, one) == []


@pytest.mark.parametrize(
    ("later", "disagree"),
    [
        (grant("모두 2136억원이 든다", 2136), True),
        (grant("사업비를 2136억원으로 늘렸다", 2136), False),
        (grant("당초 1936억원에서 2136억원이 됐다", 2136), False),
        (grant("the sum was raised to 2136", 2136), False),
        (grant("자본금 800억원", 800), False),
        (grant("해마다 1000억원", 1000, basis="per_year"), False),
        (grant("2136억원", 2136, kind="data"), False),
        (grant("2136억원", 2136, funder_id="province"), False),
        (grant("2136억원은 없던 일이 됐다", 2136, status="cancelled"), False),
    ],
)
def test_what_is_a_disagreement(later: tuple[str, object], disagree: bool) -> None:
    first = paper("a", "2026-01-01", grant("총사업비 1936억원", 1936, basis="total", amount_raw="1936억원"))
    assert bool(disagreements(first, paper("b", "2026-03-01", later))) is disagree  # type: ignore[arg-type]


def test_an_award_settles_what_was_planned() -> None:
    plan = paper("a", "2026-01-01", grant("최대 640억", 640, recipient_id="ulsan", status="planned"))
    told = paper("a", "2026-01-01", grant("640억", 640, recipient_id="ulsan"))
    award = paper("b", "2026-06-01", grant("474억 확정", 474, recipient_id="ulsan", status="awarded"))
    assert disagreements(plan, award) == []
    assert disagreements(told, award) == [["474", "640"]]


def test_sums_of_two_years_are_no_disagreement() -> None:
    this = paper("a", "2026-01-05", grant("올해 예산 100억", 100, period="P1Y"))
    spring = paper("b", "2026-03-05", grant("올해 예산 110억", 110, period="P1Y"))
    next_year = paper("c", "2027-01-05", grant("올해 예산 120억", 120, period="P1Y"))
    assert disagreements(this, spring) == [["100", "110"]]
    assert disagreements(this, next_year) == []


def test_three_papers_with_three_sums_are_one_disagreement() -> None:
    papers = [paper(str(n), f"2026-0{n}-01", grant(f"{n}", sum_)) for n, sum_ in ((1, 2000), (2, 2500), (3, 2900))]
    assert disagreements(*papers) == [["2000", "2500", "2900"]]
    third = paper("4", "2026-04-01", grant("2000", 2000), grant("2500", 2500))
    assert disagreements(*papers[:2], third) == []


def test_names_under_which_papers_state_the_same_sums_are_one_programme() -> None:
    one = paper("a", "2026-01-01", grant("1936억", 1936), grant("1576억", 1576, kind="compute"))
    other = paper(
        "b",
        "2026-02-01",
        grant("천구백", 1936, programme="바람 사업단"),
        grant("천오백", 1576, kind="compute", programme="바람 사업단"),
    )
    assert sums(one, other) == [(1576, 2), (1936, 2)]
    stranger = paper("c", "2026-02-01", grant("백억", 100, programme="숲 가꾸기"))
    memory = Memory()
    memory.add([one, other, stranger])
    names = memory.rows("SELECT DISTINCT programme FROM grants ORDER BY 1")
    assert [row["programme"] for row in names] == ["바다 바람 발전", "숲 가꾸기"]


def test_the_same_name_written_otherwise_is_one_programme() -> None:
    one = paper("a", "2026-01-01", grant("가", 100, programme="바다바람 발전 사업"))
    other = paper("b", "2026-02-01", grant("나", 100, programme="'바다 바람 발전' 프로젝트"))
    inside = paper("c", "2026-02-01", grant("다", 100, programme="서해 바다 바람 발전"))
    numbered = paper("d", "2026-02-01", grant("라", 100, programme="바다 바람 발전 2단계"))
    assert sums(one, other, inside, numbered) == [(100, 1), (100, 3)]
