"""What a run did, in words: on the terminal, and as an artifact of Prefect."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

TABLES = ("articles", "organizations", "grants", "milestones", "grant_evidence", "milestone_evidence")
GPUS = "SELECT recipient, quantity, unit, quote FROM grant_facts WHERE unit = 'GPU' ORDER BY quantity DESC"
REJECTED = "SELECT source_uri, reason, detail FROM rejections WHERE resolved_run_id IS NULL"


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of one run. `added` may be negative: a file read anew may state less. `held`: why units were kept out."""

    run_id: str
    lake: str
    seconds: float
    files: int
    skipped: int
    articles: int
    rejections: Counter[str] = field(default_factory=Counter)
    added: dict[str, int] = field(default_factory=dict)
    failed_checks: tuple[tuple[str, str, str, int], ...] = ()
    held: tuple[str, ...] = ()


def lines(summary: Summary) -> Iterator[str]:
    """The summary for a terminal, line by line."""
    yield f"run {summary.run_id}: {_files(summary)} in {summary.seconds:.1f} s"
    added = {name: summary.added.get(name, 0) for name in TABLES}
    if any(added.values()):
        yield "rows added    " + ", ".join(f"{name} {count:+}" for name, count in added.items() if count)
    elif summary.files:
        yield "rows added    none: the lake held all of it"
    if summary.rejections:
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(summary.rejections.items()))
        yield f"rejections    {reasons}"
    for table, expectation, severity, count in summary.failed_checks:
        yield f"check failed  {table}: {expectation} ({severity}), {count} rows"
    for why in summary.held:
        yield f"KEPT OUT      {why}"
    yield f'next          pressledger sql{_lake(summary)} "{REJECTED if summary.held else GPUS}"'
    if summary.rejections and not summary.held:
        yield f"              pressledger status{_lake(summary)} --rejections"


def markdown(summary: Summary) -> str:
    """The summary as Prefect's artifact shows it."""
    rows = "\n".join(f"| {name} | {summary.added.get(name, 0):+} |" for name in TABLES)
    reasons = "\n".join(f"| {reason} | {count} |" for reason, count in sorted(summary.rejections.items()))
    checks = "\n".join(f"| {table} | {name} | {severity} | {n} |" for table, name, severity, n in summary.failed_checks)
    parts = [
        f"**Run {summary.run_id}** on `{summary.lake}`: {_files(summary)} in {summary.seconds:.1f} s",
        f"| table | rows added |\n| --- | ---: |\n{rows}",
    ]
    if reasons:
        parts.append(f"| rejected because | count |\n| --- | ---: |\n{reasons}")
    if checks:
        parts.append(f"| table | check failed | severity | rows |\n| --- | --- | --- | ---: |\n{checks}")
    parts += [f"**Kept out:** {why}" for why in summary.held]
    return "\n\n".join(parts)


def _files(summary: Summary) -> str:
    rejected = sum(summary.rejections.values())
    return (
        f"{summary.files} files read, {summary.skipped} known and skipped, "
        f"{summary.articles} articles, {rejected} rejections"
    )


def _lake(summary: Summary) -> str:
    return "" if summary.lake == "./lake" else f" --lake {summary.lake}"
