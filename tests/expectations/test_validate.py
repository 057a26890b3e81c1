"""The batch gate, on tables made by hand."""

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.suites import BATCH as RULES
from expectations.validate import Verdict, validate_batch
from warehouse.tables import STAGED

BODY = "과기정통부는 4일 업스테이지에 GPU 500장을 지원한다고 밝혔다."


def rows() -> dict[str, list[dict[str, Any]]]:
    article = {
        "article_id": "a1", "url": "https://news.example/1", "title": "정예팀 선정", "body": BODY, "language": "ko",
        "published_at": datetime(2025, 8, 4), "published_precision": "day", "published_offset": "+09:00",
        "source_uri": "a.txt", "source_sha256": "0" * 64, "source_format": "text", "encoding": "utf-8",
        "ingested_at": datetime(2025, 8, 5), "run_id": "r1",
    }  # fmt: skip
    bodies = [
        {"organization_id": key, "name": name, "kind": kind, "origin": "lexicon", "country": "KR", "article_id": "a1"}
        for key, name, kind in (
            ("kr-msit", "과학기술정보통신부", "government"),
            ("kr-up", "업스테이지", "company"),
        )
    ]
    mention = {
        "article_id": "a1", "organization_id": "kr-msit", "field": "body", "char_start": 0, "char_end": 5,
        "surface": "과기정통부",
    }  # fmt: skip
    fact = {
        "article_id": "a1", "field": "body", "char_start": 0, "char_end": len(BODY), "quote": BODY, "rule": "give",
        "bound": "exact", "code_version": "1", "lexicon_version": "1",
    }  # fmt: skip
    grant = fact | {
        "evidence_id": "g1", "grant_id": "G1", "kind": "compute", "status": "announced", "quantity": Decimal(500),
        "unit": "GPU", "quantity_raw": "500장", "funder_id": "kr-msit", "recipient_id": "kr-up",
    }  # fmt: skip
    milestone = fact | {
        "evidence_id": "m1", "milestone_id": "M1", "event": "selection", "status": "achieved",
        "organization_id": "kr-up", "date_start": datetime(2025, 8, 4).date(),
        "date_end": datetime(2025, 8, 4).date(), "date_precision": "day",
    }  # fmt: skip
    return {
        "articles": [article],
        "organizations": bodies,
        "organization_mentions": [mention],
        "grant_evidence": [grant],
        "milestone_evidence": [milestone],
    }


def judge(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> Verdict:
    for name, content in tables.items():
        pq.write_table(pa.Table.from_pylist(content, schema=STAGED[name].schema), folder / f"{name}.parquet")
    return validate_batch(folder)


def broken(verdict: Verdict) -> set[str]:
    return {check.expectation for check in verdict.checks if not check.success}


def test_a_sound_batch_breaks_nothing(tmp_path: Path) -> None:
    verdict = judge(tmp_path, rows())
    assert broken(verdict) == set()
    assert verdict.failed == ()
    assert verdict.kept_out is None
    assert len(verdict.checks) == len(RULES)


@pytest.mark.parametrize(
    ("table", "change", "expectation"),
    [
        ("grant_evidence", {"quote": "다른 말"}, "grants_quote_span"),
        ("grant_evidence", {"kind": "gift"}, "kind:ExpectColumnValuesToBeInSet"),
        ("grant_evidence", {"amount": Decimal(5)}, "grants_currency_with_amount"),
        ("grant_evidence", {"recipient_id": "nobody"}, "grants_references"),
        ("milestone_evidence", {"date_end": datetime(2025, 8, 3).date()}, "milestones_date_order"),
        ("milestone_evidence", {"event": None}, "event:ExpectColumnValuesToNotBeNull"),
        ("organization_mentions", {"surface": "과기부"}, "mentions_surface"),
        ("articles", {"source_sha256": "x"}, "source_sha256:ExpectColumnValuesToMatchRegex"),
    ],
)
def test_a_critical_breach_names_its_row(tmp_path: Path, table: str, change: dict[str, Any], expectation: str) -> None:
    tables = rows()
    tables[table][0] |= change
    verdict = judge(tmp_path, tables)
    assert expectation in broken(verdict)
    assert expectation in {row.expectation for row in verdict.failed}


def test_a_warning_is_shown_and_keeps_nothing_out(tmp_path: Path) -> None:
    tables = rows()
    tables["grant_evidence"][0]["quantity_raw"] = "5백장"
    verdict = judge(tmp_path, tables)
    assert broken(verdict) == {"grants_figure_in_quote"}
    assert verdict.failed == ()


def test_doubled_ids_keep_the_unit_out(tmp_path: Path) -> None:
    tables = rows()
    tables["grant_evidence"] *= 2
    assert judge(tmp_path, tables).kept_out == "duplicate ids in grant_evidence"


def test_mostly_failing_facts_keep_the_unit_out(tmp_path: Path) -> None:
    tables = rows()
    for table in ("grant_evidence", "milestone_evidence"):
        tables[table][0]["status"] = "perhaps"
    assert judge(tmp_path, tables).kept_out == "2 of 2 facts fail a critical check"


def test_a_rule_is_stated_once() -> None:
    names = [(rule.table, rule.name) for rule in RULES]
    assert len(names) == len(set(names))
