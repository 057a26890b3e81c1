"""One run at work: its lake, its row of `runs`, its reading processes. Imports no Prefect: reading begins at once."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from flows.ahead import Ahead
from flows.clock import now
from flows.jobs import Job
from flows.pool import Pool
from flows.settings import Settings
from flows.versions import code_version
from flows.worker import Limits
from transforms.lexicon.load import version as lexicon_version
from warehouse.encode import Stamp
from warehouse.errors import WarehouseError
from warehouse.lake import Lake, open_lake
from warehouse.runs import Run, at_work, finish_run

CAUSE = 500  # characters
WORKER_BYTES = 768 * 2**20  # data of one reading process: what needs more is a hostile file


class Work:
    """What the tasks of one run share. A plain class: Prefect looks into dataclasses that are handed to tasks."""

    def __init__(self, lake: Lake, run: Run, folder: Path, ahead: Ahead, settings: Settings, job: Job) -> None:
        self.lake = lake
        self.run = run
        self.folder = folder
        self.ahead = ahead
        self.settings = settings
        self.job = job

    @property
    def stamp(self) -> Stamp:
        """What every row of this run carries."""
        return Stamp(self.run.run_id, self.run.started_at, self.run.code_version, self.run.lexicon_version)


_CURRENT: ContextVar[Work | None] = ContextVar("work", default=None)


@contextmanager
def begun(job: Job, settings: Settings) -> Iterator[Work]:
    """A run at work on `job`, reading already. Inside of another one's body: that one, so that a flow takes it over."""
    held = _CURRENT.get()
    if held:
        yield held
        return
    with _working(job, settings) as work:
        token = _CURRENT.set(work)
        try:
            yield work
        finally:
            _CURRENT.reset(token)


@contextmanager
def _working(job: Job, settings: Settings) -> Iterator[Work]:
    pool = Pool(settings.workers, Limits(settings.file_seconds, WORKER_BYTES))
    try:
        lake = open_lake(settings.lake)
        run = new_run(now())
        with at_work(lake, run) as folder:
            kept = lake if settings.keep_raw else None
            ahead = Ahead(job.inputs(lake, run), job.known(lake, run), pool, folder, settings.batch_files, kept)
            try:
                yield Work(lake, run, folder, ahead, settings, job)
            except BaseException as error:
                with suppress(WarehouseError):  # a lake that is gone cannot be told: what took it away is raised
                    finish_run(lake, replace(run, status="failed", finished_at=now(), cause=_cause(error)))
                raise
            finally:
                ahead.close()
    finally:
        pool.close()


def new_run(started: datetime) -> Run:
    """A run of this code that began at `started` (UTC), under a name of its own."""
    return Run(f"{started:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}", started, code_version(), lexicon_version())


def _cause(error: BaseException) -> str:
    """What ended a run, in a line."""
    if isinstance(error, KeyboardInterrupt | SystemExit):
        return "it was stopped"
    return (" ".join(str(error).split()) or type(error).__name__)[:CAUSE]
