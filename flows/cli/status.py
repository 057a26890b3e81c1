"""`pressledger status`: what is in the lake, what ran, what failed. Imports neither Prefect nor Great Expectations."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from flows import api
from flows.cli.flags import LakeFlag
from flows.clock import now
from flows.settings import Settings, existing_lake, load
from warehouse.lake import Lake, find_lake
from warehouse.runs import DIED, is_alive
from warehouse.status import Status, check, status_of

SHOWN = ("articles", "organizations", "grants", "milestones", "sources", "rejections", "corrections")
REJECTED = """
    SELECT count(*) AS n, stage, reason, min_by((source_uri, detail), source_uri) AS example
    FROM rejections WHERE resolved_run_id IS NULL GROUP BY stage, reason ORDER BY n DESC, stage, reason
"""


def status(
    *,
    check: Annotated[bool, Parameter(help="verify the catalogue and every data file", negative=())] = False,
    rejections: Annotated[
        bool, Parameter(help="what was kept out, by reason, each with an example", negative=())
    ] = False,
    lake: LakeFlag = None,
) -> int:
    """What is in the lake, its last runs, what was kept out, and how far behind it is. Exit 3 if --check finds damage.

    For example:

        pressledger status

        pressledger status --check

        pressledger status --rejections --lake /data/lake
    """
    settings = load(lake=lake)
    found = find_lake(existing_lake(settings))
    if check:
        return _checked(found)
    if rejections:
        return _tell_rejections(found)
    state = status_of(found)
    print("\n".join((*_lines(found, state, settings), *_schedules(found, state))))
    return 0


def _checked(lake: Lake) -> int:
    wrong = check(lake)
    for line in wrong:
        print(f"pressledger: {line}", file=sys.stderr)
    if not wrong:
        print(f"{lake.folder} is whole: the catalogue opens, every data file is there with its rows")
    return 3 if wrong else 0


def _tell_rejections(lake: Lake) -> int:
    """The open ones: what a retry or a person has resolved is told no more."""
    with lake.reading() as connection:
        rows = connection.execute(REJECTED).fetchall()
    for count, stage, reason, (uri, detail) in rows:
        print(f"{count:>7}  {stage}: {reason}, e.g. {uri}: {detail}")
    print("pressledger retry reads them again" if rows else "nothing is kept out")
    return 0


def _lines(found: Lake, status: Status, settings: Settings) -> Iterator[str]:
    yield f"lake        {status.folder}"
    yield f"snapshot    {status.snapshot_id} ({status.snapshots} kept), {status.files} files, {_size(status.size)}"
    yield "rows        " + ", ".join(f"{table} {status.rows[table]}" for table in SHOWN)
    kept_out = ", ".join(f"{reason} {count} ({stage})" for stage, reason, count in status.rejections)
    yield f"kept out    {kept_out or 'nothing'}"
    for number, run in enumerate(status.runs):
        yield f"{'last runs' if number == 0 else '':<11} {_run(found, run)}"
    yield from _lag(status, settings)


def _schedules(lake: Lake, state: Status) -> Iterator[str]:
    """Next and last runs, where a server is there to ask, and what waits in each inbox."""
    url = api.address(lake.folder / "prefect")
    for number, one in enumerate(api.deployed(url) if url else ()):
        planned = "paused" if one.paused else f"next {one.next_at or '-'} UTC"
        yield f"{'schedules' if number == 0 else '':<11} {one.name}: {one.when}, {planned}, last {one.last or '-'}"
        if Path(one.lake) == lake.folder:
            yield f"{'':<11} {_waiting(lake, one.inbox, state)}"


def _waiting(lake: Lake, inbox: str, state: Status) -> str:
    """The newest file of an inbox that is not yet read."""
    from flows.waiting import waiting  # noqa: PLC0415 - only where there is a schedule

    count, newest = waiting(lake, inbox, state.last_done_at)
    if newest is None:
        return "every file is read"
    modified = datetime.fromtimestamp(newest.modified / 1e9, UTC)
    return f"{count} files not yet read, the newest {newest.uri} of {modified:%Y-%m-%d %H:%M:%S} UTC"


def _run(lake: Lake, run: dict[str, Any]) -> str:
    """A run in a line, with the cause where it has one. One whose process is gone is told as such before the next."""
    finished = run["finished_at"]
    gone = run["status"] == "running" and not is_alive(lake, run["run_id"])
    status, why = ("died", DIED) if gone else (run["status"], run.get("cause"))
    took = f"{(finished - run['started_at']).total_seconds():.0f} s" if finished else "-"
    counts = f"{run['files_seen']} files, {run['files_skipped']} known, {run['articles']} articles"
    if status == "checked":
        counts = "the whole lake against every expectation"
    cause = f": {why}" if why else ""
    return f"{run['started_at']:%Y-%m-%d %H:%M:%S} UTC  {status:<7}  {took:>6}  {counts}{cause}"


def _lag(status: Status, settings: Settings) -> Iterator[str]:
    """How old the newest of all is, and a warning when nothing was published for longer than `quiet_hours`."""
    published, done = status.newest_published_at, status.last_done_at
    yield f"newest      article of {published:%Y-%m-%d}" if published else "newest      no dated article"
    if done:
        quiet = now() - done
        warning = "  LATE" if quiet > timedelta(hours=settings.quiet_hours) else ""
        yield f"lag         last good run {_ago(quiet)} ago{warning}"


def _ago(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h" if minutes < 72 * 60 else f"{span.days} days"


def _size(count: int) -> str:
    return f"{count / 2**20:.1f} MiB"
