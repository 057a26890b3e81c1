"""`pressledger backfill`: read kept raw files again."""

from datetime import date
from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag, Verbose, Workers
from flows.runs import run_flow
from flows.settings import existing_lake, load


def backfill(
    *,
    since: Annotated[date | None, Parameter(help="only articles published on this day or later")] = None,
    until: Annotated[date | None, Parameter(help="only articles published on this day or earlier")] = None,
    sources: Annotated[str | None, Parameter(help="only files whose name fits this glob")] = None,
    reason: Annotated[str | None, Parameter(help="why, for the lake's history")] = None,
    lake: LakeFlag = None,
    workers: Workers = None,
    verbose: Verbose = False,
) -> int:
    """Read again what older code or another lexicon has read, from the raw files that the lake keeps.

    Facts that are stated as before keep their rows; `pressledger diff` shows what changed.

    For example:

        pressledger backfill --reason 'new lexicon'

        pressledger backfill --since 2025-06-01 --until 2025-08-31 --sources 'inbox/*.html'
    """
    settings = load(lake=lake, workers=workers)
    existing_lake(settings)
    chosen = {"since": since, "until": until, "sources": sources, "reason": reason}
    return run_flow("backfill", chosen, settings, verbose=verbose)
