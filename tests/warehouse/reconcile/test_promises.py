"""What was planned, followed to what came of it, as of any day."""

import pytest
from memory import Memory

from transforms.records import ArticleFacts

from .papers import grant, paper, step


def states(*papers: ArticleFacts, as_of: str | None = None) -> dict[str, str]:
    """State of each promise by its due day, or by its figure where it has none."""
    memory = Memory()
    memory.add(papers)
    source = f"promises_at(DATE '{as_of}')" if as_of else "promises"
    rows = memory.rows(f"SELECT coalesce(due_end::VARCHAR, promised_value) AS due, state FROM {source}")
    return {str(row["due"]): str(row["state"]) for row in rows}


PLAN = paper("plan", "2026-01-10", step("3월 말까지 사업자를 선정한다.", "selection", "/2026-03-31"))
MEANWHILE = paper("last", "2026-06-30", step("그사이 공모를 냈다.", "call", "2026-06-20", "achieved"))


@pytest.mark.parametrize(
    ("later", "state"),
    [
        (step("20일 울산을 선정했다.", "selection", "2026-03-20", "achieved", organization_id="ulsan"), "kept"),
        (step("4월 2일에야 선정했다.", "selection", "2026-04-02", "achieved"), "late"),
        (step("선정은 5월로 미뤄졌다.", "selection", "2026-05-01/2026-05-31"), "changed"),
        (step("선정은 끝내 불발됐다.", "selection", "/2026-03-31", "missed"), "missed"),
        (step("선정은 없던 일이 됐다.", "selection", "/2026-03-31", "cancelled"), "cancelled"),
        (step("착수식을 열었다.", "start", "2026-04-01", "achieved"), "overdue"),
    ],
)
def test_what_came_of_a_plan(later: tuple[str, object], state: str) -> None:
    outcome = paper("outcome", "2026-04-05", later)  # type: ignore[arg-type]
    assert states(PLAN, outcome, MEANWHILE)["2026-03-31"] == state


def test_a_plan_given_up_without_naming_its_day() -> None:
    dropped = paper("b", "2026-02-01", step("선정은 없던 일이 됐다.", "selection", None, "cancelled"))
    assert states(PLAN, dropped, MEANWHILE)["2026-03-31"] == "cancelled"
    again = paper(
        "c",
        "2026-01-20",
        step("9월에 한 곳을 더 선정한다.", "selection", "2026-09-01/2026-09-30", value=1, unit="firm"),
    )
    assert states(PLAN, dropped, again, MEANWHILE)["2026-09-30"] == "pending", "which of the two is not said"


def test_the_same_promise_as_of_other_days() -> None:
    outcome = paper("outcome", "2026-04-05", step("4월 2일 선정했다.", "selection", "2026-04-02", "achieved"))
    seen = [
        states(PLAN, outcome, as_of=day).get("2026-03-31")
        for day in ("2026-01-09", "2026-01-10", "2026-04-04", "2026-04-05")
    ]
    assert seen == [None, "pending", "overdue", "late"]


def test_both_quotes_stand_beside_the_promise() -> None:
    memory = Memory()
    memory.add([PLAN, paper("outcome", "2026-03-21", step("20일 선정했다.", "selection", "2026-03-20", "achieved"))])
    (row,) = memory.rows(
        "SELECT promised_quote, outcome_quote, outcome_on::VARCHAR AS day, outcome_article_id FROM promises"
    )
    assert tuple(row.values()) == ("3월 말까지 사업자를 선정한다.", "20일 선정했다.", "2026-03-20", "article-outcome")


def test_a_plan_that_is_told_again_is_still_open() -> None:
    first = paper("a", "2026-01-10", step("두 곳을 연말까지 뽑는다.", "selection", "/2026-12-31", value=2, unit="team"))
    chosen = paper(
        "b",
        "2026-03-20",
        step("한 곳을 먼저 선정했다.", "selection", "2026-03-20", "achieved", organization_id="ulsan"),
        step("연말까지 두 곳을 더 가린다.", "selection", "/2026-12-31", value=2, unit="team"),
    )
    assert states(first, chosen)["2026-12-31"] == "pending"


def test_of_two_plans_the_result_answers_the_nearer() -> None:
    plans = paper(
        "a",
        "2026-01-10",
        step("1차 평가는 3월에 한다.", "evaluation", "2026-03-01/2026-03-31", subject="1차 평가"),
        step("2차 평가는 9월에 한다.", "evaluation", "2026-09-01/2026-09-30", subject="2차 평가"),
    )
    done = paper(
        "b", "2026-04-03", step("3일 1차 평가를 마쳤다.", "evaluation", "2026-04-03", "achieved", subject="1차 평가")
    )
    assert states(plans, done) == {"2026-03-31": "late", "2026-09-30": "pending"}


def test_launches_of_different_things_are_told_apart_by_their_words() -> None:
    plans = paper(
        "a",
        "2026-01-10",
        step("법인은 8월에 출범한다.", "launch", "2026-08-01/2026-08-31"),
        step("발전소는 내년에 문을 연다.", "launch", "2027-01-01/2027-12-31"),
    )
    moved = paper(
        "b",
        "2026-06-10",
        step("법인은 10월에 설립한다.", "launch", "2026-10-01/2026-10-31"),
        step("2027년이던 개소는 2028년으로 밀렸다.", "launch", "2028-01-01/2028-12-31"),
    )
    assert states(plans, moved) == {
        "2026-08-31": "changed",
        "2027-12-31": "changed",
        "2026-10-31": "pending",
        "2028-12-31": "pending",
    }
    opened = paper("c", "2026-09-02", step("법인이 1일 출범했다.", "launch", "2026-09-01", "achieved"))
    assert states(plans, opened)["2026-08-31"] == "late"
    assert states(plans, opened)["2027-12-31"] == "pending"


def test_who_was_chosen_had_been_judged() -> None:
    plan = paper("a", "2026-01-10", step("20~21일 발표평가를 연다.", "evaluation", "2026-01-20/2026-01-21"))
    chosen = paper(
        "b", "2026-01-25", step("25일 선정했다.", "selection", "2026-01-25", "achieved", organization_id="ulsan")
    )
    assert states(plan, chosen) == {"2026-01-21": "kept"}


def test_a_target_that_grew_is_changed() -> None:
    first = paper(
        "a", "2026-01-10", step("2028년까지 발전기 100기", "target", "/2028-12-31", value=100, unit="turbine")
    )
    more = paper(
        "b", "2026-05-10", step("2028년까지 발전기 150기로 늘렸다", "target", "/2028-12-31", value=150, unit="turbine")
    )
    memory = Memory()
    memory.add([first, more])
    rows = memory.rows("SELECT promised_value, state, outcome_value FROM promises ORDER BY promised_on")
    assert [tuple(row.values()) for row in rows] == [("100", "changed", "150"), ("150", "pending", None)]
    assert memory.rows("FROM conflicts") == []


@pytest.mark.parametrize(
    ("later", "state", "value"),
    [
        (grant("640억이 들어왔다", 640, recipient_id="ulsan", status="disbursed"), "kept", "640"),
        (grant("474억으로 확정됐다", 474, recipient_id="ulsan", status="awarded"), "changed", "474"),
        (grant("640억은 철회됐다", 640, recipient_id="ulsan", status="cancelled"), "cancelled", None),
        (grant("부산에 640억", 640, recipient_id="busan", status="awarded"), "pending", None),
    ],
)
def test_planned_support_is_followed_too(later: tuple[str, object], state: str, value: str | None) -> None:
    plan = paper("a", "2026-01-10", grant("울산에 640억을 줄 계획이다", 640, recipient_id="ulsan", status="planned"))
    memory = Memory()
    memory.add([plan, paper("b", "2026-07-10", later)])  # type: ignore[arg-type]
    rows = memory.rows(
        "SELECT state, outcome_value FROM promises WHERE table_name = 'grants' AND organization = 'ulsan'"
    )
    assert [tuple(row.values()) for row in rows] == [(state, value)]


def test_an_article_dated_after_it_was_read_does_not_move_today() -> None:
    ahead = paper("ahead", "2031-01-01", step("공모", "call", "2031-01-01", "achieved"))
    memory = Memory()
    memory.add([PLAN, ahead])
    (row,) = memory.rows("SELECT as_of::VARCHAR AS at FROM promises")
    assert str(row["at"]).startswith("2026-01-10")


@pytest.mark.parametrize(
    ("day", "words", "disagree"),
    [
        ("2026-01-10", "우주센터는 5월 1일 착공한다.", True),
        ("2026-01-10", "Ground will be broken on May 1.", True),
        ("2026-01-16", "우주센터는 5월 1일 착공한다.", True),
        ("2026-01-16", "우주센터 착공은 5월 1일로 미뤄졌다.", False),
        ("2026-01-10", "The start was pushed back to May 1.", False),
        ("2026-02-20", "우주센터는 5월 1일 착공한다.", False),
    ],
)
def test_papers_of_the_same_days_disagree_unless_one_says_that_it_is_news(day: str, words: str, disagree: bool) -> None:
    plan = ("우주센터는 4월 20일 착공한다.", "start", "2026-04-20")
    english = not words.startswith("우주")
    one = paper("a", "2026-01-10", step("Ground will be broken on April 20." if english else plan[0], *plan[1:]))
    other = paper("b", day, step(words, "start", "2026-05-01"))
    for papers in ([one, other], [other, one]):
        memory = Memory()
        memory.add(papers)
        found = [tuple(row.values()) for row in memory.rows("SELECT field, value FROM conflicts ORDER BY value")]
        assert found == ([("date_end", "2026-04-20"), ("date_end", "2026-05-01")] if disagree else [])
        moved = not disagree and day > "2026-01-10"
        assert states(*papers) == {"2026-04-20": "changed" if moved else "pending", "2026-05-01": "pending"}


def test_a_day_inside_a_longer_time_is_no_other_claim() -> None:
    whole = paper("a", "2026-01-10", step("4월에 착공한다.", "start", "2026-04-01/2026-04-30"))
    by = paper("c", "2026-01-10", step("4월 말까지 착공한다.", "start", "/2026-04-30"))
    exact = paper("b", "2026-01-10", step("4월 20일 착공한다.", "start", "2026-04-20"))
    memory = Memory()
    memory.add([whole, by, exact])
    assert memory.rows("FROM conflicts") == []
