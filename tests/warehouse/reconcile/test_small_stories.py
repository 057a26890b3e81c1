"""Three made programmes, each told by several papers that round, contradict, correct, delay and cancel."""

from memory import Memory

from transforms.records import ArticleFacts

from .papers import grant, paper, step

EOK = 100_000_000


def told(*papers: ArticleFacts) -> Memory:
    """The warehouse with all of the papers, the latest first: order never matters."""
    memory = Memory()
    for one in reversed(papers):
        memory.add([one])
    return memory


def sums(memory: Memory) -> dict[str, int]:
    """Each sum of the lake and how many articles state it."""
    rows = memory.rows(
        "SELECT amount::BIGINT AS amount, recipient_id, article_count FROM grants WHERE amount IS NOT NULL"
    )
    return {f"{row['recipient_id'] or ''}{row['amount']}": int(str(row["article_count"])) for row in rows}


def conflicts(memory: Memory) -> list[tuple[str, list[str]]]:
    rows = memory.rows("""
        SELECT field, list(DISTINCT value ORDER BY value) AS claimed FROM conflicts
        GROUP BY conflict_id, field ORDER BY ALL
    """)
    return [(str(row["field"]), list(row["claimed"])) for row in rows]  # type: ignore[call-overload]


def promises(memory: Memory) -> dict[tuple[str, str], str]:
    rows = memory.rows("SELECT what, due_end::VARCHAR AS due, state FROM promises WHERE table_name = 'milestones'")
    return {(str(row["what"]), str(row["due"])): str(row["state"]) for row in rows}


def test_a_hydrogen_port() -> None:
    """Rounded, contradicted by one paper on the same day, delayed in words, kept late."""
    name = {"programme": "수소항만 실증"}
    memory = told(
        paper(
            "plan",
            "2026-02-03",
            grant("국비 1,237억원을 투입한다", 1237 * EOK, status="planned", **name),
            step("6월까지 사업자를 선정한다.", "selection", "/2026-06-30", **name),
            step("2027년 상반기에 부두를 착공한다.", "start", "2027-01-01/2027-06-30", **name),
        ),
        paper(
            "rounds", "2026-02-04", grant("1200억여원을 들인다", 1200 * EOK, status="planned", bound="about", **name)
        ),
        paper("other", "2026-02-04", grant("국비는 1,327억원이다", 1327 * EOK, status="planned", **name)),
        paper(
            "delay",
            "2026-06-20",
            step("사업자 선정은 9월로 미뤄졌다.", "selection", "2026-09-01/2026-09-30", **name),
        ),
        paper(
            "chosen",
            "2026-10-06",
            step(
                "5일 사업자로 울산항만공사를 선정했다.",
                "selection",
                "2026-10-05",
                "achieved",
                organization_id="upa",
                **name,
            ),
        ),
    )
    assert sums(memory) == {str(1237 * EOK): 2, str(1327 * EOK): 1}
    assert conflicts(memory) == [("amount", [str(1237 * EOK), str(1327 * EOK)])]
    assert promises(memory) == {
        ("selection", "2026-06-30"): "changed",
        ("selection", "2026-09-30"): "late",
        ("start", "2027-06-30"): "pending",
    }


def test_a_battery_fund() -> None:
    """A correction is no conflict, a cut says that it is one, a plan is dropped, two papers give two days."""
    name = {"programme": "Harbor Battery Fund"}
    usd = {"currency": "USD", "funder_id": "doe", **name}
    papers = (
        paper(
            "first",
            "2026-03-02",
            grant("Volta will get $120 million", 120_000_000, recipient_id="volta", **usd),
            step("A second call opens by June 30.", "call", "/2026-06-30", **name),
            step("Volta will break ground on April 14.", "start", "2026-04-14", organization_id="volta", **name),
        ),
        paper(
            "same-day",
            "2026-03-02",
            step("Volta will break ground on April 20.", "start", "2026-04-20", organization_id="volta", **name),
        ),
        paper(
            "corrected",
            "2026-03-05",
            grant("Volta's award was corrected to $102 million", 102_000_000, recipient_id="volta", **usd),
        ),
        paper(
            "cut",
            "2026-05-11",
            step("The second call, due by June 30, will not be held.", "call", "/2026-06-30", "cancelled", **name),
            step("Volta broke ground on April 20.", "start", "2026-04-20", "achieved", organization_id="volta", **name),
        ),
    )
    memory = told(*papers)
    assert sums(memory) == {"volta120000000": 1, "volta102000000": 1}
    assert conflicts(told(*papers[:3])) == [("date_end", ["2026-04-14", "2026-04-20"])]
    assert conflicts(memory) == [], "what was done has settled it"
    assert promises(memory) == {
        ("call", "2026-06-30"): "cancelled",
        ("start", "2026-04-14"): "overdue",  # the result answers the plan that it met, and no other paper's day
        ("start", "2026-04-20"): "kept",
    }


def test_a_school_of_chips() -> None:
    """Korean and English papers of one programme: yearly and whole sums, a count that grew, one that is disputed."""
    name = {"programme": "반도체 아카데미"}
    target = {"event": "target", "unit": "person", **name}
    memory = told(
        paper(
            "ko",
            "2026-01-08",
            grant("5년간 450억원을 지원한다", 450 * EOK, basis="total", period="P5Y", **name),
            grant("매년 90억원씩 준다", 90 * EOK, basis="per_year", **name),
            step("2028년까지 2,000명을 키운다", days="/2028-12-31", value=2000, **target),
        ),
        paper(
            "en", "2026-01-09", grant("45 billion won over five years", 450 * EOK, basis="total", period="P5Y", **name)
        ),
        paper(
            "grown",
            "2026-07-01",
            step("목표를 2028년까지 3,000명으로 늘렸다", days="/2028-12-31", value=3000, **target),
        ),
        paper(
            "applied",
            "2026-08-03",
            step("740명이 지원했다", "application", "2026-07-31", "achieved", value=740, unit="person", **name),
        ),
        paper(
            "applied-en",
            "2026-08-03",
            step("704 people applied", "application", "2026-07-31", "achieved", value=704, unit="person", **name),
        ),
    )
    assert sums(memory) == {str(450 * EOK): 2, str(90 * EOK): 1}
    assert conflicts(memory) == [("value", ["704", "740"])]
    assert [
        (row["promised_value"], row["state"])
        for row in memory.rows("SELECT promised_value, state FROM promises WHERE what = 'target' ORDER BY promised_on")
    ] == [("2000", "changed"), ("3000", "pending")]
