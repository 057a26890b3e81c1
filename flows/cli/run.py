"""`pressledger run`: ingest files into the lake."""

from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag, Verbose, Workers
from flows.discover import expand
from flows.runs import run_flow
from flows.settings import load


def run(
    paths: Annotated[list[str], Parameter(help="files, folders and globs", negative=())],
    /,
    *,
    lake: LakeFlag = None,
    workers: Workers = None,
    keep_raw: Annotated[bool | None, Parameter(help="keep the raw files in the lake [default: yes]")] = None,
    verbose: Verbose = False,
) -> int:
    """Ingest files, folders and globs into the lake. What was read before is skipped; no file is touched.

    For example:

        pressledger run samples

        pressledger run inbox 'archive/2025-*/*.html.gz' --lake /data/lake
    """
    settings = load(lake=lake, workers=workers, keep_raw=keep_raw)
    expand(paths)
    return run_flow("ingest", {"paths": paths}, settings, verbose=verbose)
