"""One run at work: its lake, its row of `runs`, its reading processes. Imports no Prefect: reading begins at once."""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from flows.ahead import Ahead
from flows.discover import Found, discover, expand
from flows.pool import Pool
from flows.settings import Settings
from flows.versions import code_version
from flows.worker import Limits
from transforms.lexicon.load import version as lexicon_version
from transforms.records import Rejection
from warehouse.encode import Stamp
from warehouse.engine import quoted
from warehouse.lake import Lake, open_lake
from warehouse.runs import Run, at_work, finish_run

WORKER_BYTES = 768 * 2**20  # data of one reading process: what needs more is a hostile file
Key = tuple[str, str]


class Work:
    """What the tasks of one run share. A plain class: Prefect looks into dataclasses that are handed to tasks."""

    def __init__(self, lake: Lake, run: Run, folder: Path, ahead: Ahead, settings: Settings) -> None:
        self.lake = lake
        self.run = run
        self.folder = folder
        self.ahead = ahead
        self.settings = settings

    @property
    def stamp(self) -> Stamp:
        """What every row of this run carries."""
        return Stamp(self.run.run_id, self.run.started_at, self.run.code_version, self.run.lexicon_version)


_CURRENT: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def begun(paths: Sequence[str], settings: Settings) -> Iterator[Work]:
    """A run that is reading already; the flow called inside takes it over. WrongUse if a path is not there."""
    expand(paths)
    with working(discover(paths), settings) as work:
        token = _CURRENT.set(work)
        try:
            yield work
        finally:
            _CURRENT.reset(token)


@contextmanager
def current(paths: Sequence[str], settings: Settings) -> Iterator[Work]:
    """The run that was begun for this call, else a new one."""
    work = _CURRENT.get()
    if work:
        yield work
    else:
        with begun(paths, settings) as fresh:
            yield fresh


@contextmanager
def working(found: Iterator[Found | Rejection], settings: Settings) -> Iterator[Work]:
    """Read `found` into the lake's staging folder for as long as the body runs."""
    pool = Pool(settings.workers, Limits(settings.file_seconds, WORKER_BYTES))
    try:
        lake = open_lake(settings.lake)
        run = _new_run()
        with at_work(lake, run) as folder:
            kept = lake if settings.keep_raw else None
            ahead = Ahead(found, _known(lake, run), pool, folder, settings.batch_files, kept)
            try:
                yield Work(lake, run, folder, ahead, settings)
            except BaseException:
                finish_run(lake, replace(run, status="failed", finished_at=now()))
                raise
            finally:
                ahead.close()
    finally:
        pool.close()


def now() -> datetime:
    """UTC without zone, as the lake's tables hold it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _new_run() -> Run:
    started = now()
    return Run(f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}", started, code_version(), lexicon_version())


def _known(lake: Lake, run: Run) -> set[Key]:
    """(uri, sha256) of every file that this code and this lexicon have read. A copy of another name is not among them:
    which of the two names an article bears must not hang on the order of runs."""
    made_by = f"code_version = {quoted(run.code_version)} AND lexicon_version = {quoted(run.lexicon_version)}"
    query = f"SELECT source_uri, source_sha256 FROM sources WHERE {made_by}"  # noqa: S608 - our own words
    with lake.reading() as connection:
        rows = connection.execute(query)
        known: set[Key] = set()
        while chunk := rows.fetchmany(100_000):
            known.update((uri, sha256) for uri, sha256 in chunk if sha256)
    return known
