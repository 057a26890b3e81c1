"""The Prefect server behind a run: the one that PREFECT_API_URL names, else one of our own for as long as it is needed.

Our own is started before Prefect is imported here, in a process of its own, so that files are read while it starts
(6 s, 15 s in a new home). It listens on loopback only, writes its log and database beside the lake, and ends with us,
however we end: it watches a pipe that closes with this process.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock

from flows.errors import OutsideFault
from flows.server_process import DATABASES

READY_SECONDS = 90
STOP_SECONDS = 5
LOG = "server.log"


@dataclass(frozen=True, slots=True)
class Server:
    """A Prefect API. `process` is None for one that somebody else minds."""

    url: str
    home: Path
    role: str
    process: "subprocess.Popen[bytes] | None" = None
    starting: FileLock | None = None


def prepare(home: Path, verbose: str) -> None:
    """Set what Prefect reads when it is imported: no telemetry, all state in `home`, log lines from level `verbose`."""
    home.mkdir(parents=True, exist_ok=True)
    settings = {
        "PREFECT_HOME": str(home.resolve()),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "PREFECT_SHOW_VERSION_CHECK_IN_CLI": "false",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": verbose,
        "PREFECT_LOGGING_HANDLERS_CONSOLE_FLOW_RUNS_LEVEL": verbose,
        "PREFECT_LOGGING_HANDLERS_CONSOLE_TASK_RUNS_LEVEL": verbose,
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    os.environ["PREFECT_SERVER_ALLOW_EPHEMERAL_MODE"] = "false"  # ours is started here, never a second one by Prefect


def start(home: Path, role: str) -> Server:
    """The server to use, perhaps still starting (`ready` waits). `role` is a key of server_process.ROLES."""
    named = os.environ.get("PREFECT_API_URL")
    if named:
        return Server(named, home, role)
    port = _free_port()
    starting = FileLock(home / "starting.lock") if not _migrated(home, role).exists() else None
    if starting:
        starting.acquire()  # the first start makes the database: one process only
    url = f"http://127.0.0.1:{port}/api"
    with (home / LOG).open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - our own words
            [sys.executable, "-m", "flows.server_process", role, str(port)],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,  # Ctrl-C in the terminal is for us; the server ends when we say so
        )
    os.environ["PREFECT_API_URL"] = url
    os.environ.setdefault("PREFECT_LOGGING_TO_API_ENABLED", "false" if role == "run" else "true")
    return Server(url, home, role, process, starting)


def ready(server: Server) -> None:
    """Wait until the server answers. OutsideFault when it does not."""
    deadline = time.monotonic() + (READY_SECONDS if server.process else 10)
    while not _answers(server.url):
        if server.process and server.process.poll() is not None:
            raise OutsideFault(f"the Prefect server did not start; {server.home / LOG} says why")
        if time.monotonic() > deadline:
            raise OutsideFault(f"no Prefect server answers at {server.url}")
        time.sleep(0.05)
    if server.process:
        _migrated(server.home, server.role).touch()
    if server.starting:
        server.starting.release()


def stop(server: Server) -> None:
    """End a server of our own: politely, then not."""
    if server.starting:
        server.starting.release()
    if server.process is None:
        return
    with suppress(OSError):
        server.process.stdin and server.process.stdin.close()
    try:
        server.process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.process.kill()
        server.process.wait()


def _migrated(home: Path, role: str) -> Path:
    """The mark that this version of Prefect has made the role's database in `home`."""
    return home / f"{DATABASES[role]}-{version('prefect')}"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=5) as answer:  # noqa: S310 - our own address or the user's
            return bool(answer.status == 200)
    except (OSError, urllib.error.URLError):
        return False
