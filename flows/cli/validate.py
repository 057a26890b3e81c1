"""`pressledger validate`: the whole lake against every expectation."""

import sys
import webbrowser
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from expectations.validate import validate_lake
from flows.cli.flags import LakeFlag
from flows.clock import now
from flows.history import note_checks
from flows.settings import existing_lake, load


def validate(
    *,
    docs: Annotated[bool, Parameter(help="write Data Docs and open them", negative=())] = False,
    lake: LakeFlag = None,
) -> int:
    """Check the whole lake against every expectation. Exit 1 when a critical one fails.

    What was found is kept: the table `checks` has a row for each expectation, under a run of its own.

    For example:

        pressledger validate

        pressledger validate --docs --lake /data/lake
    """
    folder = existing_lake(load(lake=lake))
    began = now()
    pages = Path(folder) / "docs" if docs else None
    checks = validate_lake(folder, pages)
    failed = [check for check in checks if not check.success]
    for check in failed:
        sample = f", e.g. {check.sample[0]}" if check.sample else ""
        print(f"{check.severity:<8}  {check.table_name}: {check.expectation}: {check.unexpected_count} rows{sample}")
    critical = sum(check.severity == "critical" for check in failed)
    print(f"{len(checks)} expectations, {len(failed)} not met, {critical} of these critical")
    run_id = note_checks(folder, checks, began)
    print(f"kept as run {run_id}" if run_id else "not kept: the lake's disk is read-only")
    if pages:
        print(f"Data Docs: {pages / 'index.html'}")
        if sys.stdout.isatty():
            webbrowser.open((pages / "index.html").absolute().as_uri())
    return 1 if critical else 0
