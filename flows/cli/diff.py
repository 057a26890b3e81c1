"""`pressledger diff`: what changed between two snapshots."""

import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.cli.flags import LakeFlag
from flows.errors import WrongUse
from flows.jsonlines import dumps
from flows.settings import existing_lake, load
from warehouse.diff import Change, NoSnapshot
from warehouse.diff import diff as changes_between
from warehouse.lake import find_lake

SIGNS = {"added": "+", "gone": "-", "altered": "~", "renamed": ">"}


def diff(
    first: Annotated[int | None, Parameter(help="changes after this snapshot [default: before the last run]")] = None,
    last: Annotated[int | None, Parameter(help="up to this snapshot [default: the newest]")] = None,
    /,
    *,
    format: Annotated[Literal["text", "jsonl"], Parameter(help="lines for eyes, or an object a line")] = "text",
    lake: LakeFlag = None,
) -> int:
    """What changed between two snapshots: facts and organizations added (+), gone (-), altered (~), renamed (>).

    `runs.snapshot_id` tells the snapshot of each run.

    For example:

        pressledger diff

        pressledger diff 12 20 --format jsonl
    """
    settings = load(lake=lake)
    try:
        begin, end, changes = changes_between(find_lake(existing_lake(settings)), first, last)
    except NoSnapshot as error:
        raise WrongUse(str(error)) from None
    for change in changes:
        if format == "jsonl":
            sys.stdout.buffer.write(dumps(asdict(change)) + b"\n")
        else:
            print("\n".join(_lines(change)))
    sys.stdout.buffer.flush()
    print(f"{len(changes)} changes from snapshot {begin} to {end}", file=sys.stderr)
    return 0


def _lines(change: Change) -> Iterator[str]:
    quote = f"  “{' '.join(change.quote.split())[:100]}”" if change.quote else ""
    renamed = f" -> {change.new_id}" if change.new_id else ""
    yield f"{SIGNS[change.kind]} {change.table} {change.row_id}{renamed}  {change.label}{quote}"
    for name, before, after in change.columns:
        yield f"    {name}: {before} -> {after}"
    if change.went_back:
        yield "    went back"
