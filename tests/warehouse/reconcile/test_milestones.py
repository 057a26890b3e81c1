"""One row for each claimed step, and a link where claims disagree."""

from dataclasses import replace

import pytest
from memory import Memory

from transforms.records import ArticleFacts

from .papers import named_body, paper, step


def steps(*papers: ArticleFacts) -> list[tuple[str | None, str | None, int]]:
    """(first day, last day, articles) of each row."""
    memory = Memory()
    memory.add(papers)
    rows = memory.rows(
        "SELECT date_start::VARCHAR AS a, date_end::VARCHAR AS b, article_count FROM milestones ORDER BY ALL"
    )
    return [tuple(row.values()) for row in rows]  # type: ignore[misc]


def disagreements(*papers: ArticleFacts) -> list[list[str]]:
    memory = Memory()
    memory.add(papers)
    rows = memory.rows("SELECT conflict_id, list(DISTINCT value ORDER BY value) AS values FROM conflicts GROUP BY ALL")
    return sorted(list(row["values"]) for row in rows)  # type: ignore[call-overload]


def test_a_result_without_a_date_is_the_one_just_before_its_article() -> None:
    dated = paper(
        "a",
        "2026-03-04",
        step("8월 4일 울산이 뽑혔다.", "selection", "2025-08-04", "achieved", organization_id="ulsan"),
    )
    fresh = paper("b", "2025-08-05", step("울산이 뽑혔다.", "selection", None, "achieved", organization_id="ulsan"))
    assert steps(dated, fresh) == [("2025-08-04", "2025-08-04", 2)]


def test_a_result_told_by_its_month_is_the_day_in_it() -> None:
    day = paper("a", "2026-03-04", step("4일 열었다.", "launch", "2026-03-04", "achieved"))
    month = paper("b", "2026-08-01", step("3월에 열었다.", "launch", "2026-03-01/2026-03-31", "achieved"))
    other = paper("c", "2026-08-02", step("20일에 열었다.", "launch", "2026-03-20", "achieved"))
    assert steps(day, month) == [("2026-03-04", "2026-03-04", 2)]
    assert len(steps(day, month, other)) == 3, "two days are in that month: nobody can say which is meant"


def test_each_day_planned_is_a_promise_of_its_own() -> None:
    by = paper("a", "2026-01-01", step("연말까지 연다.", "launch", "/2026-12-31"))
    at = paper("b", "2026-02-01", step("12월에 연다.", "launch", "2026-12-01/2026-12-31"))
    assert len(steps(by, at)) == 2


def test_a_step_told_with_less_is_the_same_step() -> None:
    with_figure = paper(
        "a", "2026-03-05", step("위성 13기를 쐈다.", "launch", "2026-03-04", "achieved", value=13, unit="satellite")
    )
    without = paper("b", "2026-03-06", step("4일 쏘아 올렸다.", "launch", "2026-03-04", "achieved"))
    assert steps(with_figure, without) == [("2026-03-04", "2026-03-04", 2)]


def test_bodies_and_programmes_are_kept_apart() -> None:
    one = paper("a", "2026-03-05", step("울산 선정", "selection", "2026-03-04", "achieved", organization_id="ulsan"))
    two = paper("b", "2026-03-05", step("부산 선정", "selection", "2026-03-04", "achieved", organization_id="busan"))
    three = paper(
        "c",
        "2026-03-05",
        step("다른 선정", "selection", "2026-03-04", "achieved", organization_id="ulsan", programme="숲"),
    )
    assert len(steps(one, two, three)) == 3


@pytest.mark.parametrize(
    ("days", "value", "status", "disagree"),
    [
        ("2025-06-01/2025-06-30", 16, "achieved", True),
        ("2025-07-21", 16, "achieved", True),
        ("2025-10-21", 16, "achieved", False),
        ("2025-07-21", 80, "achieved", False),
        ("2025-07-21", 16, "planned", False),
        ("2025-07-21", 15, "achieved", False),
    ],
)
def test_how_many_applied(days: str, value: int, status: str, disagree: bool) -> None:
    first = paper(
        "a", "2025-07-25", step("15개 팀이 냈다.", "application", "2025-07-21", "achieved", value=15, unit="team")
    )
    later = paper("b", "2026-01-20", step("팀이 뛰어들었다.", "application", days, status, value=value, unit="team"))
    assert bool(disagreements(first, later)) is disagree


def test_a_rounded_count_is_the_exact_one() -> None:
    exact = paper("a", "2026-01-05", step("1만5200장", "target", "/2028-12-31", value=15200, unit="GPU"))
    about = paper(
        "b", "2026-02-05", step("약 1만5천장", "target", "/2028-12-31", value=15000, unit="GPU", bound="about")
    )
    flat = paper("c", "2026-02-05", step("1만5천장", "target", "/2028-12-31", value=15000, unit="GPU"))
    assert steps(exact, about) == [(None, "2028-12-31", 2)]
    assert disagreements(exact, flat) == [["15000", "15200"]]


def test_two_days_for_one_event() -> None:
    one = paper("a", "2026-03-05", step("4일 뽑혔다.", "selection", "2026-03-04", "achieved", organization_id="ulsan"))
    other = paper(
        "b", "2026-04-05", step("3월 6일 뽑혔다.", "selection", "2026-03-06", "achieved", organization_id="ulsan")
    )
    assert disagreements(one, other) == [["2026-03-04", "2026-03-06"]]
    again = paper(
        "b", "2026-12-05", step("11월 6일 뽑혔다.", "selection", "2026-11-06", "achieved", organization_id="ulsan")
    )
    assert disagreements(one, again) == []


def test_an_article_without_a_name_for_the_programme_is_bound_by_what_it_states() -> None:
    bodies = (named_body("우주청"), named_body("항우연"))
    named = paper(
        "a",
        "2026-03-05",
        step("4일 첫 발사", "launch", "2026-03-04", "achieved"),
        step("둘째 발사는 2027년", "launch", "2027-01-01/2027-12-31"),
        bodies=bodies,
    )
    nameless = paper(
        "b",
        "2026-09-05",
        step("3월 4일 발사", "launch", "2026-03-04", "achieved", programme=None),
        step("다음 발사는 예정대로 2027년", "launch", "2027-01-01/2027-12-31", programme=None),
        step("조립은 6월에 끝난다", "completion", "2027-06-01/2027-06-30", programme=None),
        bodies=bodies,
    )
    memory = Memory()
    memory.add([named, replace(nameless, organizations=())])
    assert {"programme": None} in memory.rows("SELECT DISTINCT programme FROM milestones"), "who is it about?"
    memory.add([nameless])
    rows = memory.rows("SELECT programme, article_count FROM milestones ORDER BY date_start")
    assert [tuple(row.values()) for row in rows] == [
        ("바다 바람 발전", 2),
        ("바다 바람 발전", 2),
        ("바다 바람 발전", 1),
    ]
