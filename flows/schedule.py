"""`pressledger schedule`: a Prefect deployment that ingests an inbox, served by this process until it is told to end.

What was missed is covered by one ingest at the start; runs that a dead process left behind are put away first.
"""

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from uuid import UUID

import orjson
from prefect.client.orchestration import PrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import (
    ConcurrencyLimitConfig,
    ConcurrencyLimitStrategy,
    FlowRun,
    State,
    StateType,
)
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectNotFound
from prefect.runner import Runner
from prefect.schedules import Schedule
from prefect.states import Cancelled, Crashed
from prefect.types.entrypoint import EntrypointType

from flows.api import STATE, TAG
from flows.errors import OutsideFault, WrongUse
from flows.ingest import inbox
from flows.plan import SLUG, Plan
from flows.server import Server
from flows.versions import code_version

POLL_SECONDS = 2.0
OPEN = [StateType.SCHEDULED, StateType.PENDING, StateType.RUNNING, StateType.CANCELLING, StateType.PAUSED]


def serve(plan: Plan, server: Server, tell: Callable[[str], None]) -> None:
    """Serve the plan until SIGINT or SIGTERM. OutsideFault when the server ends before."""
    signal.signal(signal.SIGTERM, lambda number, frame: signal.raise_signal(signal.SIGINT))
    ending = Event()
    if server.process:
        Thread(target=_end_with, args=(server.process, ending), daemon=True).start()
        _note(server, plan)
    try:
        asyncio.run(_serve(plan, server, tell))
    except (KeyboardInterrupt, asyncio.CancelledError):
        if server.process and server.process.poll() is not None:
            raise OutsideFault(f"the Prefect server ended; {server.home / 'server.log'} says why") from None
    finally:
        ending.set()
        if server.process:
            (server.home / STATE).unlink(missing_ok=True)


async def _serve(plan: Plan, server: Server, tell: Callable[[str], None]) -> None:
    runner = Runner(name=f"pressledger-{plan.name}", query_seconds=POLL_SECONDS, pause_on_shutdown=False, limit=1)
    async with get_client() as client:
        paused = await _is_paused(client, plan)
        deployment_id = await runner.aadd_deployment(await _deployment(plan, paused))
        await _put_away(client, deployment_id)
        if not paused:
            await client.create_flow_run_from_deployment(deployment_id, name="at-start")
    state = "paused" if paused else plan.when
    tell(f"{plan.name}: {plan.inbox} -> {plan.lake}, {state}; {server.url.removesuffix('/api')}; Ctrl-C ends it")
    await runner.start()


async def _deployment(plan: Plan, paused: bool) -> RunnerDeployment:
    try:
        schedule = Schedule(cron=plan.cron, interval=plan.every, timezone=plan.timezone, slug=SLUG, active=True)
    except ValueError as error:
        raise WrongUse(f"--cron {plan.cron!r}: {error}") from None
    return await inbox.ato_deployment(
        plan.name,
        schedules=[schedule],
        paused=paused,
        concurrency_limit=ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW),
        parameters={"paths": [plan.inbox], "lake": plan.lake},
        description=plan.when,
        tags=[TAG],
        version=code_version(),
        entrypoint_type=EntrypointType.MODULE_PATH,  # the package may be installed anywhere
    )


async def _is_paused(client: PrefectClient, plan: Plan) -> bool:
    """Whether somebody paused it: a restart is no resume."""
    with suppress(ObjectNotFound):
        held = await client.read_deployment_by_name(f"{inbox.name}/{plan.name}")
        return bool(held.paused)
    return False


async def _put_away(client: PrefectClient, deployment_id: UUID) -> None:
    """End the runs of a process that is gone: those at work crashed, those that are due were missed."""
    ours = DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id]))
    still_open = FlowRunFilter(state=FlowRunFilterState(type=FlowRunFilterStateType(any_=OPEN)))
    while runs := await client.read_flow_runs(deployment_filter=ours, flow_run_filter=still_open, limit=200):
        for run in runs:
            await client.set_flow_run_state(run.id, _end_of(run), force=True)


def _end_of(run: FlowRun) -> "State[None]":
    if run.state_type == StateType.SCHEDULED:
        return Cancelled(message="missed: one ingest at the start covers it")
    return Crashed(message="its process ended")


def _note(server: Server, plan: Plan) -> None:
    """Tell others of this lake where the server is."""
    state = {"url": server.url, "pid": os.getpid(), "name": plan.name, "inbox": plan.inbox, "when": plan.when}
    fresh = Path(server.home / f"{STATE}.new")
    fresh.write_bytes(orjson.dumps(state))
    fresh.replace(server.home / STATE)


def _end_with(process: "subprocess.Popen[bytes]", ending: Event) -> None:
    """A server that ends before us ends us too: whoever minds this process starts both again."""
    process.wait()
    if not ending.is_set():
        os.kill(os.getpid(), signal.SIGINT)
