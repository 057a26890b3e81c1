"""Tables to be judged: one state of the lake, however long the judging takes."""

from datetime import timedelta

import pytest
from articles import AT, ingest

from warehouse.errors import LakeBusy
from warehouse.frames import whole
from warehouse.lake import Lake
from warehouse.maintain import compact

COUNT = "SELECT count(*) AS n FROM articles"


def test_what_is_published_meanwhile_stays_out(lake: Lake) -> None:
    ingest(lake, "a")
    with whole(lake.folder) as frames:
        before = frames.rows(COUNT)
        ingest(lake, "b")
        assert frames.rows(COUNT) == before
    with whole(lake.folder) as frames:
        assert frames.rows(COUNT)["n"].to_pylist() == [2]


def test_a_merge_meanwhile_is_told_and_not_taken_for_empty_tables(lake: Lake) -> None:
    ingest(lake, "a")
    ingest(lake, "b")
    with pytest.raises(LakeBusy, match="compacted"), whole(lake.folder):
        compact(lake, AT, timedelta(days=30))


def test_rows_beyond_the_bound_are_counted_and_not_kept(lake: Lake) -> None:
    with whole(lake.folder) as frames:
        rows, count = frames.unexpected("SELECT range AS article_id FROM range(25000)", {}, 10)
        assert (rows.num_rows, count) == (10, 25_000)
        rows, count = frames.unexpected("SELECT range AS article_id FROM range(25000)", {}, None)
        assert (rows.num_rows, count) == (25_000, 25_000)
