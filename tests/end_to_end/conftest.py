"""The command line as a user runs it, in processes of its own, on one Prefect server for all tests."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows import server

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from flows.cli.main import main; main()"]
Done = subprocess.CompletedProcess[str]
Pressledger = Callable[..., Done]


def environment(home: Path, **more: str) -> dict[str, str]:
    """An empty home, and nothing of this process's own settings."""
    return {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(ROOT), **more}


@pytest.fixture(scope="session", autouse=True)
def _heeds_ctrl_c() -> None:
    """A shell without job control starts what it puts into the background deaf to SIGINT, and so are its children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def prefect_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Prefect server that is there already."""
    home = tmp_path_factory.mktemp("prefect")
    before = dict(os.environ)
    server.prepare(home, "CRITICAL")
    running = server.start(home, "run")
    os.environ.clear()
    os.environ.update(before)
    try:
        server.ready(running)
        yield running.url
    finally:
        server.stop(running)


@pytest.fixture
def pressledger(tmp_path: Path, prefect_url: str) -> Pressledger:
    """Run one command in `tmp_path` on the lake `tmp_path/lake`; its output is checked for tracebacks."""

    def run(*words: str, **more: str) -> Done:
        env = environment(tmp_path, PREFECT_API_URL=prefect_url, **more)
        done = subprocess.run(
            [*COMMAND, *words], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return done

    return run
