"""What a lake holds and how its runs went, and whether all of it is there."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from warehouse.errors import WarehouseError
from warehouse.faults import first_line
from warehouse.lake import Lake
from warehouse.tables import TABLES

RUNS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Status:
    """`runs` are the last ones, newest first, by column; `rejections` counts the unresolved ones by stage and reason.

    The three moments tell how far behind the lake is: the newest publication, the newest article, the last good run.
    """

    folder: Path
    snapshot_id: int
    snapshots: int
    rows: dict[str, int]
    files: int
    size: int
    runs: tuple[dict[str, Any], ...]
    rejections: tuple[tuple[str, str, int], ...]
    newest_published_at: datetime | None
    newest_ingested_at: datetime | None
    last_done_at: datetime | None


def status_of(lake: Lake) -> Status:
    """The state of the lake; each figure is of the newest snapshot when it is asked."""
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in TABLES)  # noqa: S608
    with lake.reading() as connection:

        def rows(query: str) -> list[tuple[Any, ...]]:
            return connection.execute(query).fetchall()

        [(snapshot_id, snapshots)] = rows("SELECT max(snapshot_id), count(*) FROM ducklake_snapshots('lake')")
        [(files, size)] = rows("SELECT sum(file_count), sum(file_size_bytes) FROM ducklake_table_info('lake')")
        runs = connection.execute(f"FROM runs ORDER BY started_at DESC, run_id DESC LIMIT {RUNS_SHOWN}")
        columns = [str(column[0]) for column in runs.description or ()]  # an older lake may have fewer
        last = tuple(dict(zip(columns, run, strict=True)) for run in runs.fetchall())
        rejections = rows("""
            SELECT stage, reason, count(*) AS n FROM rejections WHERE resolved_run_id IS NULL
            GROUP BY ALL ORDER BY n DESC, stage, reason
        """)
        [moments] = rows("""
            SELECT (SELECT max(published_at) FROM articles), (SELECT max(ingested_at) FROM articles),
                (SELECT max(finished_at) FROM runs WHERE status IN ('done', 'held'))
        """)
        return Status(
            lake.folder,
            int(snapshot_id),
            int(snapshots),
            dict(rows(counts)),
            int(files or 0),
            int(size or 0),
            last,
            tuple((str(stage), str(reason), int(n)) for stage, reason, n in rejections),
            *moments,
        )


def check(lake: Lake) -> list[str]:
    """What is wrong with the lake, a line each; an empty list when the catalogue and every file are whole."""
    try:
        with lake.readable() as path, closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as catalog:
            verdict = [str(row[0]) for row in catalog.execute("PRAGMA integrity_check(5)")]
            if verdict != ["ok"]:
                return [f"{lake.catalog} is damaged: {line}" for line in verdict]
            files = catalog.execute(_FILES).fetchall()
    except sqlite3.Error as error:
        return [f"{lake.catalog} cannot be read: {first_line(error)}"]
    wrong = [line for table, path, rows, size in files if (line := _wrong(lake.data / path, table, rows, size))]
    try:
        status_of(lake)
    except WarehouseError as error:
        wrong.append(str(error))
    return wrong


_PATH = "s.path || t.path || f.path"
_FILES = f"""
SELECT t.table_name, {_PATH}, f.record_count, f.file_size_bytes FROM ducklake_data_file f
JOIN ducklake_table t ON t.table_id = f.table_id JOIN ducklake_schema s ON s.schema_id = t.schema_id
WHERE f.path_is_relative
UNION SELECT t.table_name, {_PATH}, f.delete_count, f.file_size_bytes FROM ducklake_delete_file f
JOIN ducklake_table t ON t.table_id = f.table_id JOIN ducklake_schema s ON s.schema_id = t.schema_id
WHERE f.path_is_relative
ORDER BY 1, 2
"""  # noqa: S608


def _wrong(path: Path, table: str, rows: int, size: int) -> str | None:
    if not path.is_file():
        return f"{table}: {path} is missing"
    if path.stat().st_size != size:
        return f"{table}: {path} has {path.stat().st_size} bytes, the catalogue says {size}"
    try:
        held = pq.read_metadata(path).num_rows
    except Exception as error:  # whatever Arrow finds wrong with it
        return f"{table}: {path} is damaged: {first_line(error)}"
    return None if held == rows else f"{table}: {path} has {held} rows, the catalogue says {rows}"
