"""One transaction: all of a batch or nothing; the same input again changes nothing; any order gives one lake."""

from pathlib import Path

import pytest
from articles import AT, BODY, facts, source, stamp

from transforms.records import ArticleFacts, Rejection
from warehouse.lake import Lake, open_lake
from warehouse.publish import Published, publish
from warehouse.runs import Run
from warehouse.stage import Item, SourceRead, stage
from warehouse.tables import TABLES

OF_THE_RUN = {"run_id", "ingested_at", "rejected_at", "first_seen", "resolved_run_id"}
DATA = [name for name in TABLES if name not in ("runs", "checks")]


@pytest.fixture
def lake(tmp_path: Path) -> Lake:
    return open_lake(tmp_path / "lake")


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
