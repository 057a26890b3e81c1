"""What was read becomes Parquet files of the contract's columns; what no table holds becomes a rejection."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from articles import BODY, article, facts, grant, source, stamp

from transforms.records import ArticleFacts, Rejection
from warehouse import stage as stage_module
from warehouse.stage import SourceRead, stage
from warehouse.tables import STAGED


def rows(folder: Path, table: str) -> list[dict[str, object]]:
    return pq.read_table(folder / f"{table}.parquet").to_pylist()


def test_every_table_has_the_contracts_columns(tmp_path: Path) -> None:
    one = facts()
    staged = stage([one], [source(one)], tmp_path / "unit", stamp())
    for name, table in STAGED.items():
        assert tuple(pq.read_schema(staged.folder / f"{name}.parquet").names) == table.names
    assert staged.rows == {
        "articles": 1,
        "organizations": 2,
        "organization_mentions": 2,
        "grant_evidence": 1,
        "milestone_evidence": 1,
        "sources": 1,
        "rejections": 0,
    }


def test_evidence_keeps_the_statement_and_its_versions(tmp_path: Path) -> None:
    one = facts()
    stage([one], [source(one)], tmp_path, stamp(code="7", lexicon="8"))
    [stated] = rows(tmp_path, "grant_evidence")
    assert stated["amount"] == Decimal(157_600_000_000)
    assert stated["funder_id"] == "msit"
    assert stated["code_version"] == "7"
    assert stated["lexicon_version"] == "8"
    assert BODY[stated["char_start"] : stated["char_end"]] == stated["quote"]  # type: ignore[misc]


def test_two_statements_in_the_same_words_are_two_rows_and_one_stated_twice_is_one(tmp_path: Path) -> None:
    one = article()
    stated = ArticleFacts(one, (), (), (grant(one), grant(one, recipient_id="other"), grant(one)), ())
    stage([stated], [], tmp_path, stamp())
    assert len({row["evidence_id"] for row in rows(tmp_path, "grant_evidence")}) == 2
    assert len(rows(tmp_path, "grant_evidence")) == 2


VERSIONS = [
    facts("a", body=BODY + " 끝.", source_uri="1.html"),
    facts("a", source_uri="2.html", modified_at=datetime(2026, 1, 2)),
    facts("a", source_uri="3.html", modified_at=datetime(2026, 1, 2), body=BODY + " 더 긴 글이다."),
    facts("a", source_uri="4.html"),
]


@pytest.mark.parametrize("chunk", [1, 2, 500])
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_the_latest_then_longest_version_of_an_article_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chunk: int, order: tuple[int, ...]
) -> None:
    monkeypatch.setattr(stage_module, "CHUNK", chunk)
    items = [*(VERSIONS[i] for i in order), facts("b")]
    staged = stage(items, [source(one) for one in items], tmp_path, stamp())
    kept = {row["article_id"]: row["source_uri"] for row in rows(tmp_path, "articles")}
    assert kept == {"article-a": "3.html", "article-b": "inbox/b.html"}
    assert staged.rows["grant_evidence"] == 2
    assert staged.rows["organization_mentions"] == 4


def test_a_figure_that_no_column_holds_costs_the_fact_not_the_article(tmp_path: Path) -> None:
    one = article()
    huge, fine, endless = (grant(one, amount=a) for a in (10**33, 5, 1))
    endless = replace(endless, amount=Decimal("0.12345678"))
    stage([ArticleFacts(one, (), (), (huge, fine, endless), ())], [], tmp_path, stamp())
    assert [row["amount"] for row in rows(tmp_path, "grant_evidence")] == [Decimal(5)]
    kept_out = rows(tmp_path, "rejections")
    assert [row["table_name"] for row in kept_out] == ["grant_evidence"] * 2
    assert {row["reason"] for row in kept_out} == {"figure_too_large"}


def test_half_a_surrogate_pair_rejects_its_article_alone(tmp_path: Path) -> None:
    bad = facts("bad", title="\ud800")
    stage([bad, facts("good")], [source(bad)], tmp_path, stamp())
    assert [row["article_id"] for row in rows(tmp_path, "articles")] == ["article-good"]
    [kept_out] = rows(tmp_path, "rejections")
    assert (kept_out["reason"], kept_out["article_id"]) == ("unfit_for_tables", "article-bad")


def test_each_source_has_its_outcome(tmp_path: Path) -> None:
    one = facts("a", source_uri="in/feed.jsonl#2", source_sha256="f" * 64)
    broken = Rejection("in/b.html", "b" * 64, "parse", "login_wall", "asks for a password")
    hub = Rejection("in/c.html", "c" * 64, "parse", "not_article", "a list of links")
    part = Rejection("in/feed.jsonl#3", "f" * 64, "parse", "empty", "nothing in it")
    sources = [
        SourceRead("in/feed.jsonl", "f" * 64, 1),
        SourceRead("in/b.html", "b" * 64, 1),
        SourceRead("in/c.html", "c" * 64, 1),
        SourceRead("in/again.html", "b" * 64, 1, "duplicate"),
    ]
    stage([one, broken, hub, part], sources, tmp_path, stamp())
    outcomes = {row["source_uri"]: (row["outcome"], row["article_ids"]) for row in rows(tmp_path, "sources")}
    assert outcomes == {
        "in/feed.jsonl": ("article", ["article-a"]),
        "in/b.html": ("rejected", []),
        "in/c.html": ("not_article", []),
        "in/again.html": ("duplicate", []),
    }
    assert len({row["rejection_id"] for row in rows(tmp_path, "rejections")}) == 3
