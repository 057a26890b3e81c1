import json
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq

from expectations.verdict import FailedRow
from flows.gate import leave_out, refused_versions
from tests.flows.records import facts
from transforms.records import Evidence, Grant, Mention
from warehouse.encode import Stamp
from warehouse.stage import SourceRead, Staged, stage

STAMP = Stamp("r1", datetime(2025, 8, 5), "1", "1")


def grant(quote: str) -> Grant:
    return Grant(
        None, None, None, "cash", Decimal(1), "KRW", None, None, None, None, "planned", None, None, None, "exact", None,
        None, None, "1원", None, Evidence("body", 0, len(quote), quote, "rule"),
    )  # fmt: skip


def unit(folder: Path) -> Staged:
    one = replace(
        facts("a1", "a.txt", "1" * 64),
        grants=(grant("본"), grant("본문")),
        mentions=(Mention("o", "body", 0, 1, "본"),),
    )
    two = replace(facts("a2", "b.txt", "2" * 64), grants=(grant("본"),))
    sources = [SourceRead("a.txt", "1" * 64, 6), SourceRead("b.txt", "2" * 64, 6)]
    return stage([one, two], sources, folder / "unit", STAMP)


def rows(staged: Staged, table: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(staged.folder / f"{table}.parquet").to_pylist()
    return found


def test_a_failing_row_goes_and_its_neighbours_stay(tmp_path: Path) -> None:
    staged = unit(tmp_path)
    key = rows(staged, "grant_evidence")[0]["evidence_id"]
    failed = FailedRow("grant_evidence", (("evidence_id", key),), "kind:InSet", "gift")
    left = leave_out(staged, [failed, FailedRow("grant_evidence", failed.key, "second", "x")], STAMP)
    assert key not in [row["evidence_id"] for row in rows(left, "grant_evidence")]
    assert left.rows["grant_evidence"] == 2
    assert left.rows["articles"] == 2
    [rejection] = rows(left, "rejections")
    assert (rejection["stage"], rejection["reason"], rejection["table_name"]) == (
        "validate",
        "kind:InSet",
        "grant_evidence",
    )
    assert (rejection["source_uri"], rejection["article_id"]) == ("a.txt", "a1")
    assert "kind:InSet, second" in str(rejection["detail"])
    assert json.loads(str(rejection["payload"]))["evidence_id"] == key


def test_a_failing_article_takes_what_it_states_along(tmp_path: Path) -> None:
    left = leave_out(unit(tmp_path), [FailedRow("articles", (("article_id", "a1"),), "title:NotNull", "")], STAMP)
    assert [row["article_id"] for row in rows(left, "articles")] == ["a2"]
    assert {row["article_id"] for row in rows(left, "grant_evidence")} == {"a2"}
    assert rows(left, "organization_mentions") == []
    outcomes = {row["source_uri"]: (row["outcome"], row["article_ids"]) for row in rows(left, "sources")}
    assert outcomes == {"a.txt": ("rejected", []), "b.txt": ("article", ["a2"])}
    assert left.rows == {table: len(rows(left, table)) for table in left.rows}


def test_nothing_failed_nothing_is_touched(tmp_path: Path) -> None:
    staged = unit(tmp_path)
    assert leave_out(staged, [], STAMP) is staged


def test_a_version_that_fails_gives_way_to_the_next_best(tmp_path: Path) -> None:
    better, worse, other = (facts(name, f"{n}.txt", n * 64) for name, n in (("a1", "1"), ("a1", "2"), ("a2", "3")))
    better = replace(better, article=replace(better.article, modified_at=datetime(2026, 1, 1)))
    sources = [SourceRead(f"{n}.txt", n * 64, 6) for n in "123"]
    staged = stage([better, worse, other], sources, tmp_path / "unit", STAMP)
    assert staged.several == {"a1"}
    failed = [FailedRow("articles", (("article_id", one),), "title:NotNull", "") for one in ("a1", "a2")]
    again = refused_versions(staged, failed)
    assert [(one.article_id, one.source_uri, one.reason) for one in again] == [("a1", "1.txt", "title:NotNull")]
    staged = stage([better, worse, other], sources, tmp_path / "unit", STAMP, again)
    assert refused_versions(staged, failed) == [], "the last version is left to leave_out"
    assert {(row["article_id"], row["source_uri"]) for row in rows(staged, "articles")} == {
        ("a1", "2.txt"),
        ("a2", "3.txt"),
    }
    assert {row["source_uri"]: row["outcome"] for row in rows(staged, "sources")} == {
        "1.txt": "rejected",
        "2.txt": "article",
        "3.txt": "article",
    }
    assert [row["source_uri"] for row in rows(staged, "rejections")] == ["1.txt"]
