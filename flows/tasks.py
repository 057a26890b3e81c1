"""The tasks of a run, each over a batch or a unit of files, never over one article."""

from collections.abc import Iterator, Sequence

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from expectations.verdict import Verdict
from flows.ahead import Batch
from flows.gate import leave_out
from flows.work import Work
from flows.worker import Read, records_of
from transforms.records import ArticleFacts, Rejection
from warehouse.errors import LakeBusy
from warehouse.publish import Published, publish
from warehouse.runs import Run
from warehouse.stage import SourceRead, Staged, stage


class Unit:
    """Files that are published together: their batches, read or about to be. A plain class, as `Work` is."""

    def __init__(self, number: int, batches: Sequence[Batch]) -> None:
        self.number = number
        self.batches = batches
        self.refused: list[Rejection] = []  # versions of articles that failed a check

    def sources(self) -> Iterator[SourceRead]:
        """Every file, those that could not be opened among them."""
        for batch in self.batches:
            for source in batch.sources:
                yield SourceRead(source.uri, source.sha256, source.size)
            for refused in batch.refused:
                yield SourceRead(refused.source_uri, refused.source_sha256, 0)

    def records(self) -> Iterator[ArticleFacts | Rejection]:
        """All that was read, in the order of the files."""
        for batch in self.batches:
            yield from records_of(batch.spool)
            yield from batch.refused


async def _lock_was_held(task: "Task[..., object]", run: TaskRun, state: "State[object]") -> bool:
    """Only a lock can pass by waiting; a full disk or a wrong row cannot."""
    return isinstance(await state.aresult(raise_on_failure=False), LakeBusy)


@task(name="read", task_run_name="read-{number}", cache_policy=NO_CACHE, persist_result=False)
def read(work: Work, number: int, batch: Batch) -> Read:
    """What the reading processes made of one batch of files; waits for them."""
    return work.ahead.result(batch)


@task(name="stage", cache_policy=NO_CACHE, persist_result=False)
def stage_unit(work: Work, unit: Unit) -> Staged:
    """Records to Parquet, one file a table."""
    return stage(unit.records(), unit.sources(), work.folder / f"unit-{unit.number:04d}", work.stamp, unit.refused)


@task(name="validate", cache_policy=NO_CACHE, persist_result=False)
def validate(staged: Staged) -> Verdict:
    """Judge the staged unit with Great Expectations, which is imported only here."""
    from expectations.validate import validate_batch  # noqa: PLC0415 - takes seconds

    return validate_batch(staged.folder)


@task(name="keep-out", cache_policy=NO_CACHE, persist_result=False)
def keep_out(work: Work, staged: Staged, verdict: Verdict) -> Staged:
    """Take the rows that failed out of the unit and into its rejections."""
    return leave_out(staged, verdict.failed, work.stamp)


@task(
    name="publish",
    cache_policy=NO_CACHE,
    persist_result=False,
    retries=3,
    retry_delay_seconds=[1, 5, 15],
    retry_condition_fn=_lock_was_held,
)
def publish_units(work: Work, units: Sequence[Staged], run: Run, checks: Sequence[dict[str, object]]) -> Published:
    """One transaction: all of it, or nothing."""
    return publish(work.lake, units, run, checks, work.job.message)
