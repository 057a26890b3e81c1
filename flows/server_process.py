"""The Prefect server as a child: `python -m flows.server_process ROLE PORT`; ends when its stdin does.

The parent may die of SIGKILL, so the pipe is watched: its end is the one sign that always comes.
"""

import os
import signal
import sys
import threading
from pathlib import Path

ROLES = {
    # no web page, and only the services that a run needs
    "run": {"PREFECT_UI_ENABLED": "false", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"},
    "schedule": {"PREFECT__SERVER_FINAL": "1"},
    # the schedule's database without its scheduler, to change a schedule that is not running
    "edit": {"PREFECT_UI_ENABLED": "false", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"},
}

DATABASES = {"run": "run.db", "schedule": "schedule.db", "edit": "schedule.db"}


def _end_with_parent() -> None:
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Timer(3, os._exit, (0,)).start()  # a server that hangs on its way out


def main(role: str, port: int) -> None:
    """Serve the API on loopback until stdin closes."""
    os.environ.update(ROLES[role])
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    os.environ["PREFECT_SERVER_DATABASE_CONNECTION_URL"] = (
        f"sqlite+aiosqlite:///{Path(os.environ['PREFECT_HOME'], DATABASES[role])}"
    )
    threading.Thread(target=_end_with_parent, daemon=True).start()

    import uvicorn  # noqa: PLC0415 - after the environment is set

    uvicorn.run(
        "prefect.server.api.server:create_app",
        factory=True,
        host="127.0.0.1",
        port=port,
        log_level="error",
        lifespan="on",
    )


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
