"""The record of runs: who is at work, who died at it, and what each one did.

A run holds a lock of its own (`staging/<run_id>.lock`) as long as it lives. The lock of a run that died is free: so the
next run knows it, marks its row, and removes what it had staged.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from warehouse.errors import LakeBusy
from warehouse.faults import told_plainly
from warehouse.lake import Lake
from warehouse.merge import merge
from warehouse.tables.runs import RUNS

DIED = "its process ended"


@dataclass(frozen=True, slots=True)
class Run:
    """A row of `runs`, but for what publishing counts. `status` is one of RUN_STATUSES; times are UTC."""

    run_id: str
    started_at: datetime
    code_version: str
    lexicon_version: str
    status: str = "running"
    finished_at: datetime | None = None
    files_seen: int = 0
    files_skipped: int = 0
    cause: str | None = None


@contextmanager
def at_work(lake: Lake, run: Run) -> Iterator[Path]:
    """Begin the run: put away the dead ones before it, write its row of `runs`, give its folder for staging."""
    folder = lake.staging / run.run_id
    with told_plainly(lake.folder), lake.turn():  # under the lake's lock, since others look for the dead under it
        lock = FileLock(_lock_file(lake, run.run_id))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise LakeBusy(f"run {run.run_id} is at work already") from None
        folder.mkdir(parents=True, exist_ok=True)
    try:
        lake.write(lambda connection: _begin(connection, lake, run))
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        _lock_file(lake, run.run_id).unlink(missing_ok=True)


def is_alive(lake: Lake, run_id: str) -> bool:
    """Whether the run's process holds its lock, for whoever only looks; True also where that cannot be known."""
    file = _lock_file(lake, run_id)
    try:
        with FileLock(file, timeout=0) if file.exists() else nullcontext():
            return False
    except (Timeout, OSError):
        return True


def finish_run(lake: Lake, run: Run) -> None:
    """Write the end of a run that publishes nothing more (failed, or nothing new)."""
    lake.write(lambda connection: write_run(connection, run, None, 0, 0))


def write_run(
    connection: duckdb.DuckDBPyConnection, run: Run, snapshot_id: int | None, articles: int, rejections: int
) -> None:
    """Write the run's row; counts are added to those that it has published already."""
    connection.execute(
        """
        CREATE OR REPLACE TEMP TABLE this_run AS
        SELECT $1 AS run_id, $2::TIMESTAMP AS started_at, $3::TIMESTAMP AS finished_at, $4 AS status,
            $5::BIGINT AS files_seen, $6::BIGINT AS files_skipped,
            coalesce(r.articles, 0) + $7 AS articles, coalesce(r.rejections, 0) + $8 AS rejections,
            coalesce($9, r.snapshot_id)::BIGINT AS snapshot_id, $10 AS code_version, $11 AS lexicon_version,
            $12::VARCHAR AS cause
        FROM (SELECT 1) LEFT JOIN runs r ON r.run_id = $1
        """,
        [
            run.run_id,
            run.started_at,
            run.finished_at,
            run.status,
            run.files_seen,
            run.files_skipped,
            articles,
            rejections,
            snapshot_id,
            run.code_version,
            run.lexicon_version,
            run.cause,
        ],
    )
    merge(connection, "runs", "this_run", ("run_id",), RUNS.names)


def _begin(connection: duckdb.DuckDBPyConnection, lake: Lake, run: Run) -> None:
    open_runs = {row[0] for row in connection.execute("SELECT run_id FROM runs WHERE status = 'running'").fetchall()}
    staged = {path.stem for path in lake.staging.glob("*.lock")}
    for run_id in sorted((open_runs | staged) - {run.run_id}):
        if _is_dead(lake, run_id):
            connection.execute(
                "UPDATE runs SET status = 'died', cause = ? WHERE run_id = ? AND status = 'running'", [DIED, run_id]
            )
            shutil.rmtree(lake.staging / run_id, ignore_errors=True)
    write_run(connection, run, None, 0, 0)


def _is_dead(lake: Lake, run_id: str) -> bool:
    try:
        with FileLock(_lock_file(lake, run_id), timeout=0):
            pass
    except Timeout:
        return False
    _lock_file(lake, run_id).unlink(missing_ok=True)
    return True


def _lock_file(lake: Lake, run_id: str) -> Path:
    return lake.staging / f"{run_id}.lock"
