"""The few questions that `status` and `schedule list` put to a Prefect server, over plain HTTP: no import of it."""

import os
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson

from flows.errors import OutsideFault
from flows.plan import words

TAG = "pressledger"
STATE = "schedule.json"
SECONDS = 10


@dataclass(frozen=True, slots=True)
class Deployed:
    """A schedule as the server knows it. `next_at` and `last` are texts in UTC; `last` says how it ended, too."""

    id: str
    name: str
    lake: str
    inbox: str
    when: str
    paused: bool
    next_at: str | None
    last: str | None


def address(home: Path) -> str | None:
    """The server of this lake's schedules: PREFECT_API_URL, else that of a running `pressledger schedule`."""
    named = os.environ.get("PREFECT_API_URL")
    if named:
        return named
    try:
        url = str(orjson.loads((home / STATE).read_bytes())["url"])
        _ask(url, "GET", "health")
    except (OSError, ValueError, KeyError, OutsideFault):
        return None
    return url


def deployed(url: str) -> list[Deployed]:
    """Every schedule of ours on the server."""
    ours = {"deployments": {"tags": {"all_": [TAG]}}}
    return [_deployed(url, one) for one in _ask(url, "POST", "deployments/filter", ours)]


def pause(url: str, deployment_id: str) -> None:
    """No more ticks until `resume`; it holds over restarts."""
    _ask(url, "POST", f"deployments/{deployment_id}/pause_deployment")


def resume(url: str, deployment_id: str) -> None:
    """Ticks again."""
    _ask(url, "POST", f"deployments/{deployment_id}/resume_deployment")


def remove(url: str, deployment_id: str) -> None:
    """The schedule is gone; what it published stays."""
    _ask(url, "DELETE", f"deployments/{deployment_id}")


def _deployed(url: str, one: dict[str, Any]) -> Deployed:
    parameters = one.get("parameters") or {}
    paths = parameters.get("paths") or [""]
    return Deployed(
        id=one["id"],
        name=one["name"],
        lake=str(parameters.get("lake", "")),
        inbox=str(paths[0]),
        when=_when(one.get("schedules") or []),
        paused=bool(one.get("paused")),
        next_at=_first(url, one["id"], ["SCHEDULED"], "EXPECTED_START_TIME_ASC", "expected_start_time"),
        last=_last(url, one["id"]),
    )


def _when(schedules: list[dict[str, Any]]) -> str:
    """The first schedule in words."""
    for held in schedules:
        schedule = held["schedule"]
        if "cron" in schedule:
            return f"cron {schedule['cron']} ({schedule.get('timezone') or 'UTC'})"
        if "interval" in schedule:
            return f"every {words(timedelta(seconds=schedule['interval']))}"
    return "by hand"


def _first(url: str, deployment_id: str, states: list[str], sort: str, moment: str) -> str | None:
    runs = _runs(url, deployment_id, states, sort)
    return str(runs[0][moment])[:19].replace("T", " ") if runs else None


def _last(url: str, deployment_id: str) -> str | None:
    ended = ["COMPLETED", "FAILED", "CRASHED", "CANCELLED", "RUNNING"]
    runs = _runs(url, deployment_id, ended, "START_TIME_DESC")
    if not runs or not runs[0]["start_time"]:
        return None
    return f"{str(runs[0]['start_time'])[:19].replace('T', ' ')} {str(runs[0]['state_name']).lower()}"


def _runs(url: str, deployment_id: str, states: list[str], sort: str) -> list[dict[str, Any]]:
    wanted = {
        "deployments": {"id": {"any_": [deployment_id]}},
        "flow_runs": {"state": {"type": {"any_": states}}},
        "sort": sort,
        "limit": 1,
    }
    runs: list[dict[str, Any]] = _ask(url, "POST", "flow_runs/filter", wanted)
    return runs


def _ask(url: str, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    request = urllib.request.Request(  # noqa: S310 - the user's server, or ours on loopback
        f"{url.rstrip('/')}/{path}",
        orjson.dumps(body if body is not None else {}) if method == "POST" else None,
        {"Content-Type": "application/json"},
        method=method,
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            text = answer.read()
    except (OSError, urllib.error.URLError) as error:
        raise OutsideFault(f"the Prefect server at {url} does not answer: {error}") from None
    return orjson.loads(text) if text else None
