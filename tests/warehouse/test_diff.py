"""What a run, a withdrawal or a correction changed, told from the change feed."""

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest
from articles import AT, BODY, article, facts, grant, milestone, source, stamp

from transforms.records import ArticleFacts
from warehouse.corrections import Correction, correct
from warehouse.diff import Change, NoSnapshot, diff
from warehouse.lake import Lake
from warehouse.publish import publish
from warehouse.runs import Run
from warehouse.stage import stage

WITHOUT_FACTS = (
    "과학기술정보통신부는 업스테이지에 1576억 원을 지원한다. 업스테이지는 2027년 6월까지 모델을 공개한다. 끝."
)


@pytest.fixture
def lake(empty_lake: Path, tmp_path: Path) -> Lake:
    """A lake of one article."""
    lake = Lake(Path(shutil.copytree(empty_lake, tmp_path / "lake")))
    put(lake, "run-1", facts("a1"))
    return lake


def put(lake: Lake, run_id: str, *items: ArticleFacts) -> None:
    unit = stage(items, [source(one) for one in items], lake.staging / run_id / "0", stamp(run_id))
    publish(lake, [unit], Run(run_id, AT, "1", "1", "done", AT))


def told(lake: Lake, *snapshots: int) -> list[tuple[str, str]]:
    return [(change.table, change.kind) for change in diff(lake, *snapshots)[2]]


def grants(lake: Lake, *snapshots: int) -> list[Change]:
    return [change for change in diff(lake, *snapshots)[2] if change.table == "grants"]


def test_the_first_run_added_everything_with_its_words(lake: Lake) -> None:
    assert told(lake) == [
        ("organizations", "added"),
        ("organizations", "added"),
        ("grants", "added"),
        ("milestones", "added"),
    ]
    (change,) = grants(lake)
    assert change.quote == "1576억 원을 지원한다"
    assert change.label == "독자 AI 파운데이션 모델 · cash · upstage · 157600000000 KRW"


def test_the_same_input_again_changed_nothing(lake: Lake) -> None:
    put(lake, "run-2", facts("a1"))
    assert told(lake) == []


def test_a_second_article_alters_and_a_status_that_went_back_is_marked(lake: Lake) -> None:
    paper = article("a2", day=2)
    later = ArticleFacts(paper, facts().organizations, (), (grant(paper, status="disbursed"),), ())
    put(lake, "run-2", later)
    (change,) = grants(lake)
    assert change.columns == (("status", "announced", "disbursed"), ("article_count", 1, 2))
    assert not change.went_back
    put(lake, "run-3", ArticleFacts(article("a2", BODY + " 끝.", day=2), facts().organizations, (), (), ()))
    (back,) = grants(lake)
    assert back.columns == (("status", "disbursed", "announced"), ("article_count", 2, 1))
    assert back.went_back


def test_what_no_article_states_any_more_is_gone_with_its_words(lake: Lake) -> None:
    put(lake, "run-2", ArticleFacts(article("a1", WITHOUT_FACTS), facts().organizations, (), (), ()))
    gone = [change for change in diff(lake)[2] if change.kind == "gone"]
    assert [(change.table, change.quote) for change in gone] == [
        ("grants", "1576억 원을 지원한다"),
        ("milestones", "2027년 6월까지 모델을 공개한다"),
    ]


def test_a_fact_under_a_new_id_is_one_rename(lake: Lake) -> None:
    paper = article("a2", day=2)
    dated = milestone(paper, date_start=date(2027, 6, 1), programme="모델 공개")
    put(lake, "run-2", ArticleFacts(paper, facts().organizations, (), (), (dated,)))
    names = [Correction("merge", "모델 공개", None, "독자 AI 파운데이션 모델", "one", "kim", None)]
    begin = diff(lake)[1]
    correct(lake, names, datetime(2026, 1, 8))
    changes = diff(lake, begin)[2]
    assert [(change.kind, change.columns[0][0]) for change in changes] == [("renamed", "programme")]
    assert changes[0].new_id != changes[0].row_id


def test_what_came_and_went_between_two_snapshots_is_no_change(lake: Lake) -> None:
    put(lake, "run-2", facts("a2", day=2))
    put(lake, "run-3", ArticleFacts(article("a2", WITHOUT_FACTS, day=2), facts().organizations, (), (), ()))
    first, last, _ = diff(lake)
    assert [change for change in diff(lake, first - 1, last)[2] if change.table != "organizations"] == []


def test_a_snapshot_that_is_not_there_is_told_in_one_line(lake: Lake) -> None:
    with pytest.raises(NoSnapshot, match="not all kept") as told_once:
        diff(lake, 1, 99)
    assert "\n" not in str(told_once.value)
