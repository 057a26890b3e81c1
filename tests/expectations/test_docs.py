"""Data Docs stand alone: nothing is fetched, nothing runs, and what articles hold is escaped."""

import re

import duckdb
import pyarrow as pa
import pytest

from expectations import suites
from expectations.validate.docs import write_docs
from expectations.validate.judge import judge
from tests.defects.sound import article, grant, sound
from warehouse.frames import Frames
from warehouse.tables import TABLES

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("docs")
    tables = sound()
    tables["articles"].append(article("h1", language=HOSTILE, source_uri=HOSTILE, published_at=None))
    tables["grant_evidence"].append(grant("h2", kind=HOSTILE))
    with duckdb.connect() as connection:
        for name in ("articles", "grant_evidence", "organization_evidence"):
            rows = pa.Table.from_pylist(tables[name], schema=TABLES[name].schema)
            connection.register("rows", rows)
            connection.execute(f"create table {name} as from rows")
            connection.unregister("rows")
        frames = Frames(connection, ("articles", "grant_evidence"))
        write_docs(list(judge(frames, suites.BATCH)), folder)
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_there_is_an_index_and_a_page_a_table(pages: dict[str, str]) -> None:
    assert set(pages) == {"index.html", "articles.html", "grant_evidence.html"}


def test_nothing_is_fetched_or_run(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert "default-src 'none'" in page
        assert not re.search(r"<script|<link|<img|url\(['\"]?http", page, re.IGNORECASE)


def test_what_articles_hold_is_escaped(pages: dict[str, str]) -> None:
    assert "&lt;script&gt;alert(1)" in pages["index.html"]
    assert "onerror=alert(2)>" not in pages["grant_evidence.html"]


def test_the_index_says_why_a_rule_stands(pages: dict[str, str]) -> None:
    assert "relative dates in it cannot be resolved" in pages["index.html"]


def test_the_index_names_rows_that_fail(pages: dict[str, str]) -> None:
    rows = pages["index.html"].split("rows of articles_without_date (1 of 1)")[1].split("</details>")[0]
    assert "<th>article_id</th><th>sample</th>" in rows
    assert "<td>h1</td>" in rows


def test_links_stay_in_the_folder(pages: dict[str, str]) -> None:
    for page in pages.values():
        for link in re.findall(r'href="([^"#]+)"', page):
            assert link in pages
