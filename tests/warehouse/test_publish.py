"""One transaction: all of a batch or nothing; the same input again changes nothing; any order gives one lake."""

import os
import random
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from articles import AT, BODY, copied, facts, grant, milestone, source, stamp

from transforms.records import ArticleFacts, Rejection
from warehouse import publish as publish_module
from warehouse.lake import Lake
from warehouse.publish import Published, publish
from warehouse.runs import Run
from warehouse.stage import Item, SourceRead, stage
from warehouse.tables import TABLES

OF_THE_RUN = {"run_id", "ingested_at", "rejected_at", "first_seen", "resolved_run_id"}
DATA = [name for name in TABLES if name not in ("runs", "checks")]


def run(run_id: str) -> Run:
    return Run(run_id, AT, "1", "1", "done", AT)


def ingest(lake: Lake, run_id: str, *items: Item, sources: list[SourceRead] | None = None) -> Published:
    read = sources if sources is not None else [source(one) for one in items if isinstance(one, ArticleFacts)]
    unit = stage(items, read, lake.staging / run_id / "0", stamp(run_id))
    return publish(lake, [unit], run(run_id))


def contents(lake: Lake) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every data table, but for what tells which run brought it."""
    found = {}
    with lake.reading() as connection:
        for name in DATA:
            columns = ", ".join(column for column in TABLES[name].names if column not in OF_THE_RUN)
            found[name] = connection.execute(f"SELECT {columns} FROM {name} ORDER BY ALL").fetchall()
    return found


def changes(lake: Lake, since: int) -> dict[str, int]:
    """How many changes the lake's feed shows for each data table after a snapshot."""
    with lake.reading() as connection:
        last = connection.execute("FROM ducklake_current_snapshot('lake')").fetchone()
        assert last
        feeds = {
            name: connection.execute(
                f"SELECT count(*) FROM ducklake_table_changes('lake', 'main', '{name}', {since + 1}, {last[0]})"
            ).fetchone()
            for name in DATA
        }
    return {name: count[0] for name, count in feeds.items() if count and count[0]}


def test_an_article_and_what_it_states_are_there(lake: Lake) -> None:
    published = ingest(lake, "r1", facts())
    assert published.added["articles"] == 1
    assert published.added["grants"] == 1
    assert published.added["milestones"] == 1
    assert published.added["organizations"] == 2
    with lake.reading() as connection:
        assert connection.execute("SELECT count(*) FROM grants JOIN grant_evidence USING (grant_id)").fetchone() == (1,)
        assert connection.execute("SELECT snapshot_id, articles FROM runs").fetchall() == [(published.snapshot_id, 1)]
        assert connection.execute("FROM ducklake_current_snapshot('lake')").fetchone() == (published.snapshot_id,)


def test_the_same_input_again_changes_no_row_of_a_data_table(lake: Lake) -> None:
    broken = Rejection("inbox/x.html", "c" * 64, "parse", "empty", "nothing in it")
    sources = [source(facts()), SourceRead("inbox/x.html", "c" * 64, 3)]
    first = ingest(lake, "r1", facts(), broken, sources=sources)
    before = contents(lake)
    ingest(lake, "r2", facts(), broken, sources=sources)
    assert changes(lake, first.snapshot_id) == {}
    assert contents(lake) == before


def test_a_re_read_replaces_what_its_article_states(lake: Lake) -> None:
    one = facts()
    ingest(lake, "r1", one)
    without_grant = replace(one, grants=(), milestones=(milestone(one.article, event="target"),))
    published = ingest(lake, "r2", without_grant)
    assert published.added["grants"] == -1
    with lake.reading() as connection:
        assert connection.execute("SELECT event FROM milestones").fetchall() == [("target",)]
        assert connection.execute("SELECT count(*) FROM milestone_evidence").fetchone() == (1,)


def test_a_source_that_is_no_article_any_more_takes_its_article_along(lake: Lake) -> None:
    one = facts()
    ingest(lake, "r1", one, facts("b"))
    why = Rejection(one.article.source_uri, one.article.source_sha256, "parse", "not_article", "a list of links")
    published = ingest(lake, "r2", why, sources=[source(one)])
    assert published.added["articles"] == -1
    assert {row[0] for row in contents(lake)["articles"]} == {"article-b"}
    outcomes = {row[0]: row[3] for row in contents(lake)["sources"]}
    assert outcomes == {"inbox/a1.html": "not_article", "inbox/b.html": "article"}


def test_a_rejection_is_resolved_when_its_source_reads_well(lake: Lake) -> None:
    one = facts()
    why = Rejection(one.article.source_uri, one.article.source_sha256, "parse", "empty", "nothing in it")
    ingest(lake, "r1", why, sources=[source(one)])
    ingest(lake, "r2", one)
    with lake.reading() as connection:
        assert connection.execute("SELECT run_id, resolved_run_id FROM rejections").fetchall() == [("r1", "r2")]
    ingest(lake, "r3", why, sources=[source(one)])
    with lake.reading() as connection:
        assert connection.execute("SELECT resolved_run_id FROM rejections").fetchall() == [(None,)]


NUMBERS = tuple((i * 7919 + 13) % 1_000_003 for i in range(64))
LONG = " ".join(f"{i}번째 문장이다." for i in range(40))
VARIED: list[Item] = [
    facts("a", day=1),
    facts("b", day=2, signature=NUMBERS),
    facts("c", day=3, signature=(*NUMBERS[:60], 1, 2, 3, 4)),
    facts("d", day=1, body=BODY + LONG),
    facts("a", day=1, source_uri="inbox/a-later.html", modified_at=datetime(2026, 1, 9)),
    facts("a", day=1, source_uri="mirror/a.html", body=BODY + " 끝.", modified_at=datetime(2026, 1, 9)),
    facts("e", day=4, signature=(*NUMBERS[:4], *range(60))),
    facts("f", day=5, signature=(*NUMBERS[:52], *range(12))),
    Rejection("inbox/x.html", "c" * 64, "parse", "empty", "nothing in it"),
]
VARIED[3] = replace(VARIED[3], grants=(grant(VARIED[3].article, 150_000_000_000, purpose="개발"),))  # type: ignore[union-attr, type-var]


def source_of(item: Item) -> SourceRead:
    return source(item) if isinstance(item, ArticleFacts) else SourceRead(item.source_uri, item.source_sha256, 1)


# PRESSLEDGER_SHUFFLES=20 tries many more, in up to 20 runs; every run costs a second.
SHUFFLES = int(os.environ.get("PRESSLEDGER_SHUFFLES", "3"))


def test_any_order_in_any_number_of_runs_gives_one_lake(empty_lake: Path, tmp_path: Path) -> None:
    dice = random.Random(20)
    lakes = []
    for number in range(SHUFFLES + 1):
        lake = copied(empty_lake, tmp_path / f"lake-{number}")
        items = VARIED if number == 0 else dice.sample(VARIED, len(VARIED))
        runs = 1 if number == 0 else dice.randint(2, len(items))
        for run_number in range(runs):
            part = items[run_number::runs]
            ingest(lake, f"r{run_number}", *part, sources=[source_of(item) for item in part])
        lakes.append(contents(lake))
    for other in lakes[1:]:
        assert other == lakes[0]
    outcomes = {row[0]: row[3] for row in lakes[0]["sources"]}
    assert outcomes["mirror/a.html"] == "article"
    assert outcomes["inbox/a.html"] == outcomes["inbox/a-later.html"] == "duplicate"


def test_copies_point_at_the_earliest_and_count_once(lake: Lake) -> None:
    ingest(lake, "r1", *VARIED[1:3], VARIED[6], VARIED[7])
    ids = {row[0]: row[15] for row in contents(lake)["articles"]}
    assert ids == {"article-b": None, "article-c": "article-b", "article-e": None, "article-f": "article-b"}
    with lake.reading() as connection:
        assert connection.execute("SELECT article_count FROM grants").fetchall() == [(2,)]


def test_the_group_of_an_original_that_goes_is_worked_out_anew(lake: Lake) -> None:
    ingest(lake, "r1", *VARIED[1:3])
    why = Rejection("inbox/b.html", VARIED[1].article.source_sha256, "parse", "not_article", "")  # type: ignore[union-attr]
    ingest(lake, "r2", why, sources=[source_of(VARIED[1])])
    assert {row[0]: row[15] for row in contents(lake)["articles"]} == {"article-c": None}


def test_two_units_with_one_article_are_published_together(lake: Lake) -> None:
    units = [
        stage([one], [source_of(one)], lake.staging / str(number), stamp())
        for number, one in enumerate((VARIED[0], VARIED[4], VARIED[5]))
    ]
    published = publish(lake, units, run("r1"))
    assert published.added["articles"] == 1
    assert [row[11] for row in contents(lake)["articles"]] == ["mirror/a.html"]


def test_rejected_rows_of_a_beaten_version_are_not_shown(lake: Lake) -> None:
    def refused(one: ArticleFacts) -> Rejection:
        a = one.article
        return Rejection(a.source_uri, a.source_sha256, "validate", "x", "", a.article_id, "grant_evidence", "{}")

    old, new = VARIED[0], VARIED[4]
    assert isinstance(old, ArticleFacts)
    assert isinstance(new, ArticleFacts)
    ingest(lake, "r1", old, refused(old))
    ingest(lake, "r2", new, refused(new))
    ingest(lake, "r3", old, refused(old))
    assert [row[0] for row in contents(lake)["rejections"]] == ["inbox/a-later.html"]


def test_checks_and_counts_are_written_beside_it(lake: Lake) -> None:
    unit = stage([facts()], [source(facts())], lake.staging / "0", stamp("r1"))
    check = {"table_name": "articles", "expectation": "x", "column_name": None, "severity": "warning"}
    checks = [{**check, "success": True, "unexpected_count": 0, "sample": None}]
    publish(lake, [unit], run("r1"), checks)
    publish(lake, [], run("r1"))
    with lake.reading() as connection:
        assert connection.execute("SELECT run_id, expectation, success FROM checks").fetchall() == [("r1", "x", True)]
        assert connection.execute("SELECT run_id, articles, status FROM runs").fetchall() == [("r1", 1, "done")]


def test_a_mistake_in_the_middle_publishes_nothing(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(lake)
    monkeypatch.setattr(publish_module, "write_rejections", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        ingest(lake, "r1", facts())
    assert contents(lake) == before
