"""Planted defects, at least one for each expectation: each is caught by the expectation meant for it."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal

import duckdb
import pyarrow as pa
import pytest

from expectations import suites
from expectations.rules import ColumnRule, Rule
from expectations.validate.judge import Judged, judge
from tests.defects.sound import (
    DAY,
    Row,
    Tables,
    article,
    body_of,
    grant,
    mention,
    milestone,
    run,
    sound,
    source,
)
from warehouse.frames import Frames
from warehouse.tables import TABLES

OLD = DAY - timedelta(days=400)
E = "grant_evidence"
M = "milestone_evidence"

# (table, the row with the defect, the expectation that is meant for it)
PLANTED: list[tuple[str, Row, str]] = [
    ("articles", article("d1", title=None), "title:ExpectColumnValuesToNotBeNull"),
    ("articles", article("d2", body=None), "body:ExpectColumnValuesToNotBeNull"),
    ("articles", article("d3", language="한국어"), "language:ExpectColumnValuesToMatchRegex"),
    ("articles", article("d4", source_sha256="x"), "source_sha256:ExpectColumnValuesToMatchRegex"),
    ("articles", article("d5", url="javascript:alert(1)"), "url:ExpectColumnValuesToMatchRegex"),
    ("articles", article("d6", published_offset="KST"), "published_offset:ExpectColumnValuesToMatchRegex"),
    ("articles", article("d7", body=" \n "), "articles_empty_body"),
    ("articles", article("d8", published_at=datetime(1601, 1, 1)), "articles_published_range"),
    ("articles", article("d9", published_at=DAY + timedelta(days=90)), "articles_published_range"),
    ("articles", article("d10", published_precision="minute", modified_at=OLD), "articles_modified_before_published"),
    ("articles", article("d11", published_at=None), "articles_without_date"),
    ("articles", article("d12", title="열 글자가 넘는 머리글입니다", body="열 글자가 넘는 머리글입니다\n\n본문"),
     "articles_title_in_body"),
    ("articles", article("a0"), "articles_unique"),
    ("articles", article("d13", duplicate_of="gone"), "articles_duplicate_of"),
    ("organization_evidence", body_of("o1", name=None), "name:ExpectColumnValuesToNotBeNull"),
    ("organization_evidence", body_of("o2", kind=None), "kind:ExpectColumnValuesToNotBeNull"),
    ("organization_evidence", body_of("o3", origin=None), "origin:ExpectColumnValuesToNotBeNull"),
    ("organization_evidence", body_of("o4", country="Korea"), "country:ExpectColumnValuesToMatchRegex"),
    ("organization_evidence", body_of("o5", name="2025"), "organizations_blank_name"),
    ("organization_evidence", body_of("o6", article_id="gone"), "organizations_references"),
    ("organization_evidence", body_of("kr-upstage"), "organization_evidence_unique"),
    ("organization_mentions", mention(7, surface=None), "surface:ExpectColumnValuesToNotBeNull"),
    ("organization_mentions", mention(-3), "char_start:ExpectColumnValuesToBeBetween"),
    ("organization_mentions", mention(9, surface="과기부"), "mentions_surface"),
    ("organization_mentions", mention(1, organization_id="gone"), "mentions_references"),
    (E, grant("g1", quote=None), "quote:ExpectColumnValuesToNotBeNull"),
    (E, grant("g2", rule=None), "rule:ExpectColumnValuesToNotBeNull"),
    (E, grant("g3", kind=None), "kind:ExpectColumnValuesToNotBeNull"),
    (E, grant("g4", status=None), "status:ExpectColumnValuesToNotBeNull"),
    (E, grant("g5", amount=Decimal(0), currency="KRW"), "amount:ExpectColumnValuesToBeBetween"),
    (E, grant("g6", quantity=Decimal(-1)), "quantity:ExpectColumnValuesToBeBetween"),
    (E, grant("g7", char_start=-1), "char_start:ExpectColumnValuesToBeBetween"),
    (E, grant("g8", amount=Decimal(5), currency="원"), "currency:ExpectColumnValuesToMatchRegex"),
    (E, grant("g9", period="3년"), "period:ExpectColumnValuesToMatchRegex"),
    (E, grant("g10", quote="다른 말"), "grants_quote_span"),
    (E, grant("g11", currency="KRW"), "grants_currency_with_amount"),
    (E, grant("g12", amount=Decimal(5)), "grants_currency_with_amount"),
    (E, grant("g13", amount=Decimal(10**15), currency="KRW"), "grants_amount_over_budget"),
    (E, grant("g14", quantity_max=Decimal(100)), "grants_quantity_order"),
    (E, grant("g15", unit=None), "grants_unit_with_quantity"),
    (E, grant("g16", quantity_raw="5백장"), "grants_figure_in_quote"),
    (E, grant("g17", recipient_id="kr-msit"), "grants_funder_is_recipient"),
    (E, grant("g18", recipient_id="gone"), "grants_references"),
    (E, grant("g19", article_id="gone"), "grants_references"),
    (E, grant("g20", amount=Decimal(10**9), currency="KRW", amount_raw="100억원"), "grants_amount_read_again"),
    (E, grant("e0"), "grant_evidence_unique"),
    (E, grant("g21", grant_id="gone"), "grant_evidence_without_fact"),
    (M, milestone("m1", quote=None), "quote:ExpectColumnValuesToNotBeNull"),
    (M, milestone("m2", rule=None), "rule:ExpectColumnValuesToNotBeNull"),
    (M, milestone("m3", event=None), "event:ExpectColumnValuesToNotBeNull"),
    (M, milestone("m4", status=None), "status:ExpectColumnValuesToNotBeNull"),
    (M, milestone("m5", char_start=-1), "char_start:ExpectColumnValuesToBeBetween"),
    (M, milestone("m6", value=Decimal(-5), metric="teams"), "value:ExpectColumnValuesToBeBetween"),
    (M, milestone("m7", recurrence="매년"), "recurrence:ExpectColumnValuesToMatchRegex"),
    (M, milestone("m8", quote="다른 말"), "milestones_quote_span"),
    (M, milestone("m9", date_end=date(2025, 8, 1)), "milestones_date_order"),
    (M, milestone("m10", date_start=date(1950, 6, 25), date_end=None), "milestones_date_range"),
    (M, milestone("m11", date_start=date(2026, 1, 1), date_end=None), "milestones_achieved_in_future"),
    (M, milestone("m12", value=Decimal(5)), "milestones_value_with_metric"),
    (M, milestone("m13", organization_id="gone"), "milestones_references"),
    (M, milestone("n0"), "milestone_evidence_unique"),
    (M, milestone("m14", milestone_id="gone"), "milestone_evidence_without_fact"),
    ("organizations", {"organization_id": "kr-msit", "name": "둘째", "kind": "other", "origin": "fact"},
     "organizations_unique"),
    ("grants", {"grant_id": "G0", "kind": "cash", "status": "planned"}, "grants_unique"),
    ("milestones", {"milestone_id": "M0", "event": "call", "status": "planned"}, "milestones_unique"),
    ("grants", {"grant_id": "G1", "kind": "cash", "status": "planned"}, "grants_without_evidence"),
    ("milestones", {"milestone_id": "M1", "event": "call", "status": "planned"}, "milestones_without_evidence"),
    ("grants", {"grant_id": "G2", "kind": "cash", "status": "planned", "funder_id": "gone"}, "grants_parties"),
    ("milestones", {"milestone_id": "M2", "event": "call", "status": "planned", "organization_id": "gone"},
     "milestones_parties"),
    ("sources", source("s1", article_ids=["gone"]), "sources_articles"),
]  # fmt: skip

MAKERS = {
    "articles": article,
    "organization_evidence": body_of,
    "grant_evidence": grant,
    "milestone_evidence": milestone,
    "sources": source,
}


def of_contract(rule: ColumnRule, number: int) -> Row:
    """A row that breaks a rule made from the tables' own contract: NULL where required, or a word of no vocabulary."""
    value = None if rule.expectation == "ExpectColumnValuesToNotBeNull" else "nonsense"
    if rule.table == "organization_mentions":
        return mention(100 + number) | {rule.column: value}
    if rule.table in MAKERS:
        return MAKERS[rule.table](f"c{number}") | {rule.column: value}
    return sound()[rule.table][0] | {TABLES[rule.table].key[0]: f"c{number}"} | {rule.column: value}


def planted() -> list[tuple[str, Row, str]]:
    told = {(table, name) for table, _, name in PLANTED} | AS_A_WHOLE
    contract = [r for r in suites.LAKE if isinstance(r, ColumnRule) and (r.table, r.name) not in told]
    return PLANTED + [(rule.table, of_contract(rule, i), rule.name) for i, rule in enumerate(contract)]


# what only shows in many rows: (table, expectation)
AS_A_WHOLE = {
    ("articles", "shape_facts_of_article"),
    ("articles", "shape_without_facts"),
    ("articles", "shape_without_date"),
    ("articles", "freshness"),
    ("runs", "volume"),
    (E, "drift_kinds"),
    (E, "drift_rules"),
    (M, "drift_events"),
}


def with_crowds(tables: Tables) -> Tables:
    """The defects that only show in many rows: publishers and runs that changed."""
    tables["articles"] += [article(f"w{i}", publisher="날짜없는신문", published_at=None) for i in range(25)]
    tables["articles"] += [article(f"x{i}", publisher="멈춘신문", published_at=OLD) for i in range(25)]
    tables["articles"] += [article("last", run_id="r9")]
    tables["runs"] += [run(f"r{i}", started_at=DAY + timedelta(days=i)) for i in range(1, 9)]
    tables["runs"] += [run("r9", started_at=DAY + timedelta(days=9), articles=1)]
    tables[E] += [grant(f"k{i}", article_id="last", kind="other", rule="new") for i in range(210)]
    tables[M] += [milestone(f"l{i}", article_id="last", event="other") for i in range(60)]
    tables[E] += [grant(f"y{i}") for i in range(60)]
    tables[M] += [milestone(f"z{i}") for i in range(60)]
    return tables


def judged(tables: Tables) -> dict[tuple[str, str], Judged]:
    with duckdb.connect() as connection:
        for name, table in TABLES.items():
            rows = pa.Table.from_pylist(tables.get(name, []), schema=table.schema)
            connection.register("rows", rows)
            connection.execute(f"create table {name} as from rows")
            connection.unregister("rows")
        frames = Frames(connection, tuple(TABLES))
        return {(one.rule.table, one.rule.name): one for one in judge(frames, suites.LAKE)}


@pytest.fixture(scope="module")
def outcome() -> dict[tuple[str, str], Judged]:
    tables = sound()
    for table, row, _ in planted():
        tables[table].append(row)
    return judged(with_crowds(tables))


def keys(one: Judged) -> Iterator[tuple[object, ...]]:
    for row in one.rows.to_dict("records"):
        values = (row[column] for column in one.rule.key)
        yield tuple(None if v is None or v != v else v for v in values)


def test_a_sound_lake_raises_no_alarm() -> None:
    assert [name for name, one in judged(sound()).items() if one.count] == []


def test_there_are_enough_defects() -> None:
    assert len(PLANTED) >= 60


@pytest.mark.parametrize(("table", "row", "name"), planted())
def test_each_defect_is_caught(outcome: dict[tuple[str, str], Judged], table: str, row: Row, name: str) -> None:
    caught = set(keys(outcome[table, name]))
    assert tuple(row.get(column) for column in TABLES[table].key) in caught


@pytest.mark.parametrize(("table", "name"), sorted(AS_A_WHOLE))
def test_what_shows_in_many_rows_is_caught(outcome: dict[tuple[str, str], Judged], table: str, name: str) -> None:
    assert outcome[table, name].count >= 1


@pytest.mark.parametrize("rule", suites.LAKE, ids=lambda rule: f"{rule.table}-{rule.name}")
def test_no_expectation_without_a_defect(rule: Rule) -> None:
    assert (rule.table, rule.name) in {(table, name) for table, _, name in planted()} | AS_A_WHOLE
