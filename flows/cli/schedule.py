"""`pressledger schedule`: ingest an inbox again and again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter

from flows import api, server
from flows.cli.flags import LakeFlag, Verbose
from flows.errors import WrongUse
from flows.plan import plan_of
from flows.settings import Settings, load

EXAMPLES = """For example:

    pressledger schedule inbox --cron "0 6 * * *" --timezone Asia/Seoul

    pressledger schedule inbox --every 10m --lake /data/lake

    pressledger schedule pause"""
schedule = App(name="schedule", help_format="plaintext", help_epilogue=EXAMPLES)
Name = Annotated[str | None, Parameter(help="the schedule's name; not needed where there is one alone")]


@schedule.default
def serve(
    inbox: Annotated[str, Parameter(help="a folder or a glob")],
    /,
    *,
    cron: Annotated[str | None, Parameter(help='a cron line, e.g. "0 6 * * *"')] = None,
    every: Annotated[str | None, Parameter(help="a span, e.g. 10m, 2h, 1d")] = None,
    timezone: Annotated[str | None, Parameter(help="of the cron line [default: Asia/Seoul]")] = None,
    lake: LakeFlag = None,
    verbose: Verbose = False,
) -> int:
    """Ingest what is new in a folder, again and again, until Ctrl-C. What was missed is read at the start.

    Starts and minds a Prefect server of its own beside the lake; with PREFECT_API_URL that server is used instead.

    """
    settings = load(lake=lake, timezone=timezone)
    plan = plan_of(inbox, settings.lake, cron, every, settings.timezone)
    home = _home(settings)
    server.prepare(home, "INFO" if verbose else "CRITICAL")
    running = server.start(home, "schedule")
    try:
        from flows import schedule as serving  # noqa: PLC0415 - Prefect is loaded while its server starts

        server.ready(running)
        serving.serve(plan, running, lambda line: print(line, flush=True))
    finally:
        server.stop(running)
    return 0


@schedule.command(name="list")
def list_(*, lake: LakeFlag = None) -> int:
    """Every schedule: its inbox, when, next and last runs (UTC)."""
    with _reached(load(lake=lake)) as url:
        found = api.deployed(url)
    for one in found:
        state = "paused" if one.paused else f"next {one.next_at or '-'}"
        print(f"{one.name}: {one.inbox} -> {one.lake}, {one.when}, {state}, last {one.last or '-'}")
    if not found:
        print("no schedule")
    return 0


@schedule.command
def pause(name: Name = None, /, *, lake: LakeFlag = None) -> int:
    """No more runs until `resume`; it holds over restarts."""
    with _reached(load(lake=lake)) as url:
        one = _named(url, name)
        api.pause(url, one.id)
    print(f"{one.name} is paused")
    return 0


@schedule.command
def resume(name: Name = None, /, *, lake: LakeFlag = None) -> int:
    """Run again as planned."""
    with _reached(load(lake=lake)) as url:
        one = _named(url, name)
        api.resume(url, one.id)
    print(f"{one.name} runs again, {one.when}")
    return 0


@schedule.command
def remove(name: Name = None, /, *, lake: LakeFlag = None) -> int:
    """Forget the schedule; what it published stays."""
    with _reached(load(lake=lake)) as url:
        one = _named(url, name)
        api.remove(url, one.id)
    print(f"{one.name} is removed")
    return 0


def _home(settings: Settings) -> Path:
    return Path(settings.lake) / "prefect"


@contextmanager
def _reached(settings: Settings) -> Iterator[str]:
    """The address of the server that knows the schedules; ours is started for a moment where none is running."""
    home = _home(settings)
    url = api.address(home)
    if url:
        yield url
        return
    if not (home / "schedule.db").is_file():
        raise WrongUse(f"there is no schedule for {settings.lake}: `pressledger schedule INBOX --every 10m` makes one")
    server.prepare(home, "CRITICAL")
    running = server.start(home, "edit")
    try:
        server.ready(running)
        yield running.url
    finally:
        server.stop(running)


def _named(url: str, name: str | None) -> api.Deployed:
    found = api.deployed(url)
    chosen = [one for one in found if name in (None, one.name)]
    if len(chosen) == 1:
        return chosen[0]
    names = ", ".join(one.name for one in found) or "none"
    raise WrongUse(f"name one schedule of: {names}")
