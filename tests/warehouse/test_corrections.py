"""People's verdicts: read strictly, applied at every rebuild, taken back without a trace."""

from datetime import datetime

import pytest
from articles import COMPANY, MINISTRY, article, facts, grant, milestone
from memory import Memory

from transforms.records import ArticleFacts, Organization
from warehouse import corrections as corrections_module
from warehouse.corrections import BadCorrections, Correction, read_corrections

SPELT = Organization("shape-1", "업스테이지주식회사", None, (), "company", None, "shape")


@pytest.fixture
def lake() -> Memory:
    """Tables in which one company is known under two ids, and one sum is stated for each."""
    memory = Memory()
    paper = article("a2", day=3)
    other = ArticleFacts(
        paper, (MINISTRY, SPELT), (), (grant(paper, recipient_id=SPELT.organization_id),), (milestone(paper),)
    )
    memory.add([facts("a1"), other])
    return memory


def rows(lake: Memory, query: str) -> list[tuple[object, ...]]:
    return lake.connection.execute(query).fetchall()


def verdict(kind: str, target: str, value: str | None = None, field: str | None = None) -> Correction:
    return Correction(kind, target, field, value, "seen in the register", "kim", None)


def apply(lake: Memory, *corrections: Correction, day: int = 6) -> int:
    lake.connection.execute("BEGIN")
    try:
        changed = corrections_module.apply(lake.connection, corrections, datetime(2026, 1, day), "correction")
    except BadCorrections:
        lake.connection.execute("ROLLBACK")
        raise
    lake.connection.execute("COMMIT")
    return changed


def grant_ids(lake: Memory) -> list[str]:
    return [str(row[0]) for row in rows(lake, "SELECT grant_id FROM grants ORDER BY recipient_id")]


def revoke_all(lake: Memory) -> None:
    ids = [row[0] for row in rows(lake, "SELECT correction_id FROM corrections WHERE revoked_at IS NULL")]
    apply(lake, *(Correction("revoke", str(one), None, None, "", "", None) for one in ids), day=7)


def derived(lake: Memory) -> list[list[tuple[object, ...]]]:
    tables = ("organizations", "grants", "milestones", "organization_merges", "programme_names", "conflict_facts")
    return [rows(lake, f"SELECT * FROM {table} ORDER BY ALL") for table in tables]


def test_two_bodies_become_one_and_their_grants_with_them(lake: Memory) -> None:
    first, second = grant_ids(lake)
    assert apply(lake, verdict("merge", SPELT.organization_id, COMPANY.organization_id)) == 1
    assert rows(lake, "SELECT recipient_id, article_count FROM grants") == [("upstage", 2)]
    assert rows(lake, "SELECT name FROM organizations ORDER BY 1") == [("과학기술정보통신부",), ("업스테이지",)]
    assert rows(lake, "SELECT count(DISTINCT grant_id) FROM grant_evidence") == [(1,)]
    (kept,) = grant_ids(lake)
    (gone,) = {first, second} - {kept}
    assert rows(lake, "SELECT old_id, new_id, run_id FROM id_history") == [(gone, kept, "correction")]


@pytest.mark.parametrize(
    "correction",
    [
        verdict("merge", SPELT.organization_id, COMPANY.organization_id),
        verdict("rename", COMPANY.organization_id, "업스테이지(주)"),
        verdict("set", COMPANY.organization_id, "agency", "kind"),
        verdict("rename", "독자 AI 파운데이션 모델", "독파모"),
        verdict("reject", SPELT.organization_id),
    ],
)
def test_a_correction_taken_back_leaves_no_trace(lake: Memory, correction: Correction) -> None:
    before = derived(lake)
    apply(lake, correction)
    assert derived(lake) != before
    revoke_all(lake)
    assert derived(lake) == before


def test_facts_are_joined_rejected_and_set_by_id(lake: Memory) -> None:
    before = derived(lake)
    first, second = grant_ids(lake)
    apply(lake, verdict("merge", first, second))
    assert rows(lake, "SELECT grant_id, article_count FROM grants") == [(second, 2)]
    revoke_all(lake)
    apply(
        lake, verdict("reject", first), verdict("set", second, "1000", "amount"), verdict("set", second, "cash", "kind")
    )
    assert rows(lake, "SELECT grant_id, amount::INTEGER FROM grants") == [(second, 1000)]
    revoke_all(lake)
    assert derived(lake) == before


def test_a_statement_that_was_misread_counts_no_more(lake: Memory) -> None:
    ((evidence,),) = rows(lake, "SELECT evidence_id FROM milestone_evidence WHERE article_id = 'article-a2'")
    apply(lake, verdict("reject", str(evidence)))
    assert rows(lake, "SELECT article_count FROM milestones") == [(1,)]
    revoke_all(lake)
    apply(lake, verdict("split", str(evidence)))
    assert rows(lake, "SELECT article_count FROM milestones") == [(1,), (1,)]


def test_a_join_that_articles_made_is_undone(lake: Memory) -> None:
    spelt = Organization("shape-1", SPELT.name, None, ("Upstage",), "company", None, "shape")
    paper = article("a4", day=4)
    lake.add([ArticleFacts(paper, (spelt,), (), (), ())])
    assert rows(lake, "SELECT organization_id, into_id FROM organization_merges") == [("shape-1", "upstage")]
    apply(lake, verdict("split", "shape-1", "upstage"))
    assert rows(lake, "FROM organization_merges") == []
    revoke_all(lake)
    assert rows(lake, "SELECT into_id FROM organization_merges") == [("upstage",)]


def test_corrections_outlive_a_new_reading(lake: Memory) -> None:
    apply(lake, verdict("merge", SPELT.organization_id, COMPANY.organization_id))
    before = derived(lake)
    lake.add([facts("a1")])
    assert derived(lake) == before
    lake.add([facts("a3", day=9)])
    assert rows(lake, "SELECT article_count FROM grants") == [(3,)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("- {kind: merge, target: a, reason: r, author: k}", "entry 1: value is missing"),
        ("- {kind: drop, target: a, reason: r, author: k}", "entry 1: kind is one of"),
        ("- {kind: reject, target: a, author: k}", "entry 1: reason is missing"),
        ("- {kind: reject, target: a, reason: r, author: k, when: now}", "entry 1: unknown when"),
        ("kind: reject", "a list of entries"),
        ("- [", "not YAML"),
    ],
)
def test_a_bad_file_is_told_by_its_entry(text: str, why: str) -> None:
    with pytest.raises(BadCorrections, match=why):
        read_corrections(text, "yaml")


def test_csv_and_yaml_say_the_same() -> None:
    table = "kind,target,field,value,reason,author\nset,g-1,amount,100,misprint,kim\n"
    listed = "- {kind: set, target: g-1, field: amount, value: 100, reason: misprint, author: kim}"
    assert read_corrections(table, "csv") == read_corrections(listed, "yaml")


@pytest.mark.parametrize(
    ("correction", "why"),
    [
        (verdict("reject", "g-nowhere"), "nothing in the lake is g-nowhere"),
        (verdict("set", "upstage", "firm", "kind"), "firm is no value of kind"),
        (verdict("set", "upstage", "3", "article_count"), "cannot be set"),
    ],
)
def test_what_does_not_fit_the_lake_is_refused_and_nothing_is_kept(
    lake: Memory, correction: Correction, why: str
) -> None:
    with pytest.raises(BadCorrections, match=why):
        apply(lake, verdict("rename", "upstage", "다른이름"), correction)
    assert rows(lake, "SELECT count(*) FROM corrections") == [(0,)]


def test_the_same_verdict_twice_is_one(lake: Memory) -> None:
    assert apply(lake, verdict("reject", SPELT.organization_id)) == 1
    assert apply(lake, verdict("reject", SPELT.organization_id)) == 0
