"""Runs a flow of `flows.ingest` from the command line: its files are read while Prefect and its server start."""

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from flows import server
from flows.settings import Settings
from flows.summary import Summary, lines

JOBS = {"ingest": "new_files", "backfill": "outdated", "retry": "rejected"}  # flow -> its function of flows.jobs


def run_flow(flow: str, parameters: Mapping[str, object], settings: Settings, *, verbose: bool) -> int:
    """Run one of JOBS with its parameters and print what it did; the exit code."""
    home = Path(settings.lake) / "prefect"
    server.prepare(home, "INFO" if verbose else "CRITICAL")
    running = server.start(home, "run")
    try:
        summary = _read_ahead(flow, parameters, settings, running)
    finally:
        server.stop(running)
    print("\n".join(lines(summary)))
    return 1 if summary.held else 0


def _read_ahead(flow: str, parameters: Mapping[str, object], settings: Settings, running: server.Server) -> Summary:
    """Read at once; the flow takes over when Prefect and its server are there.

    Modules are loaded in the order in which they are needed: the server starts before DuckDB and Arrow are loaded, the
    reading before Prefect is, and Great Expectations while the server gets ready.
    """
    job = getattr(import_module("flows.jobs"), JOBS[flow])(**parameters)
    with import_module("flows.work").begun(job, settings) as work:
        run = getattr(import_module("flows.ingest"), flow)
        if work.ahead.something.is_set():
            import_module("expectations.validate")
        server.ready(running)
        summary: Summary = run(**parameters, lake=settings.lake)
    return summary
