"""What each ingesting flow does: read, stage, validate and publish, unit by unit, while files are still being found."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from prefect.artifacts import create_markdown_artifact

from expectations.verdict import Check, Verdict
from flows import tasks
from flows.ahead import Batch
from flows.clock import now
from flows.events import tell_failed, tell_written
from flows.gate import refused_versions
from flows.history import row_of
from flows.jobs import Job
from flows.notify import notify
from flows.progress import Watcher, watcher
from flows.settings import Settings
from flows.summary import Summary, markdown
from flows.tasks import Unit
from flows.work import Work, begun
from warehouse.runs import Run
from warehouse.stage import Staged

ARTIFACT = "pressledger-run"  # one key, so that the artifacts of all runs are one history


@dataclass(slots=True)
class _Tally:
    """What has come of the run so far."""

    files: int = 0
    read: int = 0
    skipped: int = 0
    articles: int = 0
    rejections: Counter[str] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    checks: dict[tuple[str, str, str | None], Check] = field(default_factory=dict)
    held: list[str] = field(default_factory=list)


def publish_all(job: Job, settings: Settings) -> Summary:
    """Read what the job finds and publish it unit by unit; inside of a flow."""
    with begun(job, settings) as work, watcher() as watch:
        tally = _Tally()
        for unit in _units(work, tally, watch):
            _unit(work, unit, tally, watch)
        run = _run(work, tally, "held" if tally.held else "done")
        tasks.publish_units(work, [], run, [row_of(check) for check in tally.checks.values()])
        summary = _summary(work, run, tally)
        create_markdown_artifact(markdown(summary), key=ARTIFACT, description=f"Run {run.run_id}")
        tell_written(settings.lake, run.run_id, summary.added)
        tell_failed(settings.lake, run.run_id, tally.checks.values())
    for why in summary.held:
        notify(settings, "run", "kept out", why)
    return summary


def _units(work: Work, tally: _Tally, watch: Watcher) -> Iterator[Unit]:
    """The batches, read one after the other, in units of at most `unit_files` files."""
    batches: list[Batch] = []
    number = 0
    for batch in work.ahead:
        if batches and sum(one.files for one in batches) + batch.files > work.settings.unit_files:
            yield Unit(number, batches)
            batches, number = [], number + 1
        tally.skipped += batch.skipped
        tally.files += batch.files
        watch.found(tally.files)
        if batch.files:
            _read(work, batch, tally)
            batches.append(batch)
            watch.read(tally.read, tally.articles, tally.rejections.total())
    if batches:
        yield Unit(number, batches)


def _read(work: Work, batch: Batch, tally: _Tally) -> None:
    read = tasks.read(work, batch.number, batch)
    tally.read += batch.files
    tally.articles += read.articles
    tally.rejections += read.rejections + Counter(refused.reason for refused in batch.refused)


def _unit(work: Work, unit: Unit, tally: _Tally, watch: Watcher) -> None:
    """Stage, validate, publish. A unit that fails as a whole is kept out; the others go on."""
    watch.doing(f"publishing unit {unit.number + 1}")
    staged, verdict = _judged(work, unit)
    tally.rejections += Counter(one.reason for one in unit.refused)
    _note_checks(tally, verdict.checks)
    if verdict.kept_out:
        tally.held.append(f"unit {unit.number + 1} ({sum(b.files for b in unit.batches)} files): {verdict.kept_out}")
        return
    if verdict.failed:
        staged = tasks.keep_out(work, staged, verdict)
        tally.rejections += Counter(row.expectation for row in verdict.failed)
    published = tasks.publish_units(work, [staged], _run(work, tally, "running"), [])
    tally.added.update(published.added)
    watch.doing("reading")


def _judged(work: Work, unit: Unit) -> tuple[Staged, Verdict]:
    """The staged unit and what validation says of it; a version of an article that fails gives way to the next best."""
    staged = tasks.stage_unit(work, unit)
    once = not staged.several  # then nothing is asked of what was read any more, and more may be read meanwhile
    if once:
        _taken(work, unit)
    verdict = tasks.validate(staged)
    while not verdict.kept_out and (again := refused_versions(staged, verdict.failed)):
        unit.refused += again
        staged = tasks.stage_unit(work, unit)
        verdict = tasks.validate(staged)
    if not once:
        _taken(work, unit)
    return staged, verdict


def _taken(work: Work, unit: Unit) -> None:
    for batch in unit.batches:
        work.ahead.taken(batch)


def _note_checks(tally: _Tally, checks: Sequence[Check]) -> None:
    """One row of `checks` for each rule, whatever the number of units."""
    for check in checks:
        key = (check.table_name, check.expectation, check.column_name)
        held = tally.checks.get(key)
        if held:
            count = held.unexpected_count + check.unexpected_count
            sample = (*held.sample, *check.sample)[:5]
            tally.checks[key] = replace(check, success=not count, unexpected_count=count, sample=sample)
        else:
            tally.checks[key] = check


def _run(work: Work, tally: _Tally, status: str) -> Run:
    finished = None if status == "running" else now()
    seen = tally.files + tally.skipped
    cause = tally.held[0] if tally.held else None
    return replace(
        work.run, status=status, finished_at=finished, files_seen=seen, files_skipped=tally.skipped, cause=cause
    )


def _summary(work: Work, run: Run, tally: _Tally) -> Summary:
    failed = [check for check in tally.checks.values() if not check.success]
    return Summary(
        run_id=run.run_id,
        lake=work.settings.lake,
        seconds=(now() - run.started_at).total_seconds(),
        files=tally.files,
        skipped=tally.skipped,
        articles=tally.articles,
        rejections=tally.rejections,
        added=dict(tally.added),
        failed_checks=tuple((c.table_name, c.expectation, c.severity, c.unexpected_count) for c in failed),
        held=tuple(tally.held),
    )
