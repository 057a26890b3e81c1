"""The whole lake against every rule, in bounded memory: tables slice by slice, unexpected rows up to a bound."""

from pathlib import Path

from expectations import suites
from expectations.validate.docs import write_docs
from expectations.validate.judge import check_of, judge
from expectations.verdict import Check
from warehouse.frames import whole

KEPT = 10_000  # unexpected rows of a rule that are held in memory; all are counted


def validate_lake(lake: str | Path, docs: Path | None = None) -> tuple[Check, ...]:
    """Every rule's outcome for the lake as it stands now; with `docs`, Data Docs are written into that folder too.

    LakeBroken where there is no lake.
    """
    with whole(lake) as frames:
        judged = list(judge(frames, suites.LAKE, KEPT))
    if docs is not None:
        write_docs(judged, docs)
    return tuple(check_of(one) for one in judged)
