"""Leaves out of a staged unit what failed a critical check, and writes down each row that was left out, and why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from expectations.verdict import FailedRow
from transforms.records import Rejection
from warehouse.encode import Stamp, encode_rejections
from warehouse.stage import Staged
from warehouse.tables import STAGED

PAYLOAD = 4_000  # characters of a row that its rejection keeps
ARTICLES = "articles"
ARTICLE_ID = "article_id"
Key = tuple[Any, ...]


def leave_out(staged: Staged, failed: Sequence[FailedRow], stamp: Stamp) -> Staged:
    """The unit without the rows that failed, which become rejections. An article that fails takes what it states along.

    The other rows of an article stay, and so do all other articles.
    """
    if not failed:
        return staged
    articles = _rows(staged, ARTICLES)
    places = {row[ARTICLE_ID]: (row["source_uri"], row["source_sha256"]) for row in articles.to_pylist()}
    rejections: list[Rejection] = []
    gone: set[str] = set()
    rows = dict(staged.rows)
    for table, reasons in _by_table(failed).items():
        kept, refused = _split(_rows(staged, table), STAGED[table].key, set(reasons))
        rows[table] = _replace(staged, table, kept)
        for row in refused.to_pylist():
            key = tuple(row[name] for name in STAGED[table].key)
            rejections.append(_rejection(table, row, reasons[key], places))
        if table == ARTICLES:
            gone.update(refused[ARTICLE_ID].to_pylist())
    if gone:
        rows |= _without_articles(staged, gone)
    held = _rows(staged, "rejections")
    rows["rejections"] = _replace(staged, "rejections", pa.concat_tables([held, encode_rejections(rejections, stamp)]))
    return Staged(staged.folder, rows)


def refused_versions(staged: Staged, failed: Sequence[FailedRow]) -> list[Rejection]:
    """The articles that failed and of which the unit was given another version, which may take their place."""
    reasons = {key: names for key, names in _by_table(failed)[ARTICLES].items() if key[0] in staged.several}
    if not reasons:
        return []
    _, refused = _split(_rows(staged, ARTICLES), STAGED[ARTICLES].key, set(reasons))
    places = {row[ARTICLE_ID]: (row["source_uri"], row["source_sha256"]) for row in refused.to_pylist()}
    return [_rejection(ARTICLES, row, reasons[(row[ARTICLE_ID],)], places) for row in refused.to_pylist()]


def _by_table(failed: Iterable[FailedRow]) -> dict[str, dict[Key, list[str]]]:
    """For each table, ARTICLES first, the failed keys with the names of the expectations."""
    tables: dict[str, dict[Key, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(failed, key=lambda row: row.table_name != ARTICLES):
        key = tuple(None if value != value else value for _, value in row.key)  # noqa: PLR0124 - NaN is pandas' NULL
        tables[row.table_name][key].append(row.expectation)
    return tables


def _split(rows: pa.Table, names: Sequence[str], keys: set[Key]) -> tuple[pa.Table, pa.Table]:
    """The rows whose key is not among `keys`, and those whose key is."""
    columns = [rows[name].to_pylist() for name in names]
    refused = pa.array([key in keys for key in zip(*columns, strict=True)], pa.bool_())
    kept = pa.array([not one for one in refused.to_pylist()], pa.bool_())
    return rows.filter(kept), rows.filter(refused)


def _without_articles(staged: Staged, gone: set[str]) -> dict[str, int]:
    """Take what these articles state out of every table; their sources are told as rejected."""
    rows = {}
    for table, held in STAGED.items():
        if table not in (ARTICLES, "sources", "rejections") and ARTICLE_ID in held.names:
            kept, _ = _split(_rows(staged, table), (ARTICLE_ID,), {(one,) for one in gone})
            rows[table] = _replace(staged, table, kept)
    sources = _rows(staged, "sources").to_pylist()
    for source in sources:
        left = [one for one in source["article_ids"] if one not in gone]
        if source["article_ids"] and not left:
            source["outcome"] = "rejected"
        source["article_ids"] = left
    _replace(staged, "sources", pa.Table.from_pylist(sources, schema=STAGED["sources"].schema))
    return rows


def _rejection(
    table: str, row: dict[str, Any], reasons: Sequence[str], places: dict[str, tuple[str, str]]
) -> Rejection:
    article = row.get(ARTICLE_ID)
    uri, sha256 = places.get(str(article), ("", ""))
    detail = f"a row of {table} breaks {', '.join(reasons)}"
    payload = orjson.dumps(row, default=str).decode("utf-8", "replace")[:PAYLOAD]
    return Rejection(uri, sha256, "validate", reasons[0], detail, article, table, payload)


def _rows(staged: Staged, table: str) -> pa.Table:
    return pq.read_table(staged.folder / f"{table}.parquet")


def _replace(staged: Staged, table: str, rows: pa.Table) -> int:
    """Write the table's file anew; how many rows it has."""
    file = staged.folder / f"{table}.parquet"
    fresh = file.with_suffix(".new")
    pq.write_table(rows, fresh, compression="zstd")
    fresh.replace(file)
    return int(rows.num_rows)
