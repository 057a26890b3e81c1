"""`pressledger run`: ingest files into the lake."""

from importlib import import_module
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows import server
from flows.settings import Settings, load
from flows.summary import Summary, lines


def run(
    paths: Annotated[list[str], Parameter(help="files, folders and globs", negative=())],
    /,
    *,
    lake: Annotated[str | None, Parameter(help="the lake's folder [default: ./lake]")] = None,
    workers: Annotated[int | None, Parameter(help="processes that read [default: one a core]")] = None,
    keep_raw: Annotated[bool | None, Parameter(help="keep the raw files in the lake [default: yes]")] = None,
    verbose: Annotated[bool, Parameter(help="show Prefect's log lines", negative=())] = False,
) -> int:
    """Ingest files, folders and globs into the lake. What was read before is skipped; no file is touched.

    For example:

        pressledger run samples

        pressledger run inbox 'archive/2025-*/*.html.gz' --lake /data/lake
    """
    settings = load(lake=lake, workers=workers, keep_raw=keep_raw)
    home = Path(settings.lake) / "prefect"
    server.prepare(home, "INFO" if verbose else "CRITICAL")
    running = server.start(home, "run")
    try:
        summary = _ingest(paths, settings, running)
    finally:
        server.stop(running)
    print("\n".join(lines(summary)))
    return 1 if summary.held else 0


def _ingest(paths: list[str], settings: Settings, running: server.Server) -> Summary:
    """Read at once; the flow takes over when Prefect and its server are there."""
    from flows.work import begun  # noqa: PLC0415 - the server starts before DuckDB and Arrow are loaded

    with begun(paths, settings) as work:
        ingest = import_module("flows.ingest").ingest
        if work.ahead.something.is_set():
            import_module("expectations.validate")
        server.ready(running)
        summary: Summary = ingest(paths, settings.lake)
    return summary
