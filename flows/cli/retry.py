"""`pressledger retry`: read again what was rejected."""

from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag, Verbose, Workers
from flows.runs import run_flow
from flows.settings import existing_lake, load


def retry(
    *,
    reason: Annotated[str | None, Parameter(help='only what was rejected for this, e.g. "undecodable"')] = None,
    lake: LakeFlag = None,
    workers: Workers = None,
    verbose: Verbose = False,
) -> int:
    """Read again what was rejected and is not resolved: after a new release, or when the disk gives a file again.

    For example:

        pressledger retry

        pressledger retry --reason unreadable
    """
    settings = load(lake=lake, workers=workers)
    existing_lake(settings)
    return run_flow("retry", {"reason": reason}, settings, verbose=verbose)
