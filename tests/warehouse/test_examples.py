"""The example queries answer on the samples: each through the gate that everybody's queries pass."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest

from benchmarks.million import publish_samples
from warehouse.lake import Lake, open_lake

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "warehouse" / "examples"


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    """A lake of the samples."""
    lake = open_lake(tmp_path_factory.mktemp("samples") / "lake")
    publish_samples(lake)
    return lake


def answer(lake: Lake, name: str) -> pa.Table:
    query = (EXAMPLES / f"{name}.sql").read_text(encoding="utf-8")
    with lake.reading() as connection:
        return connection.execute(query).to_arrow_table()


def test_every_example_opens_with_its_question_and_has_an_answer(lake: Lake) -> None:
    files = sorted(EXAMPLES.glob("*.sql"))
    assert len(files) == 6
    for file in files:
        assert file.read_text(encoding="utf-8").startswith("-- ")
        assert answer(lake, file.stem).num_rows, file.stem


def test_who_got_how_many_gpus(lake: Lake) -> None:
    rows = {(row["recipient"], row["gpus"], row["up_to"]) for row in answer(lake, "gpus_by_recipient").to_pylist()}
    assert ("LG AI연구원", 768, 1000) in rows
    assert ("NC AI", 500, 1000) in rows
    assert not {recipient for recipient, _, _ in rows} & {"네이버클라우드", "SK텔레콤"}, "chosen, but lent none"


def test_a_budget_and_its_parts_are_not_added_up(lake: Lake) -> None:
    rows = answer(lake, "money_by_ministry_and_year").to_pylist()
    (science,) = [row for row in rows if row["funder"] == "과학기술정보통신부" and row["year"] == 2025]
    # the computing centre's 2.5 trillion won and the model project's 193.6 billion, whose 157.6 billion is for GPUs
    assert 2_693_600_000_000 <= science["announced"] < 2_750_000_000_000
    assert science["disbursed"] <= science["announced"]


def test_what_is_overdue_was_due_before_the_newest_article(lake: Lake) -> None:
    rows = answer(lake, "overdue_promises").to_pylist()
    with lake.reading() as connection:
        (newest,) = connection.execute("SELECT max(published_at)::DATE FROM articles").fetchall()
    assert all(row["due"] < newest[0] for row in rows)
    assert (date(2025, 11, 30), "국가 AI컴퓨팅 센터", "launch") in {
        (row["due"], row["programme"], row["what"]) for row in rows
    }


def test_papers_that_disagree_stand_side_by_side(lake: Lake) -> None:
    rows = answer(lake, "disagreements").to_pylist()
    sums = {row["value"] for row in rows if row["programme"] == "독자 AI 파운데이션 모델" and row["field"] == "amount"}
    assert sums == {"193600000000", "213600000000"}


def test_a_timeline_is_of_one_programme_in_order(lake: Lake) -> None:
    days = answer(lake, "programme_timeline")["day"].to_pylist()
    assert days == sorted(days)


def test_all_facts_are_new_since_the_empty_lake(lake: Lake) -> None:
    with lake.reading() as connection:
        (held,) = connection.execute(
            "SELECT (SELECT count(*) FROM grants) + (SELECT count(*) FROM milestones)"
        ).fetchall()
    assert answer(lake, "new_facts").num_rows == held[0]


def test_the_readme_shows_the_answers_that_the_samples_give(lake: Lake) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r'\$ pressledger sql "(SELECT [^"]+)"\n(.*?)```', readme, re.DOTALL)
    assert len(blocks) == 3
    for query, shown in blocks:
        with lake.reading() as connection:
            rows = connection.execute(query).fetchall()
        lines = shown.splitlines()[1:-1]
        assert len(lines) == len(rows)
        for row, line in zip(rows, lines, strict=True):
            cells = [f"{cell:f}".split(".")[0] if isinstance(cell, Decimal) else str(cell) for cell in row if cell]
            assert all(cell in line for cell in cells), line
