"""How well and how fast dates, money, quantities and percents are read, beside korean-datetime in the same run.

    python -m benchmarks.values

Figures are those of `score.py` of the public suites, which must lie in ../shared/bench/values beside the checkout. The
peer's ends of intervals are exclusive, so a day is taken off them; a case's further right values count for it as well.
"""

import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

from transforms.lexicon.load import load
from transforms.normalize.annotate import annotate, as_json
from transforms.normalize.names import read_names

SUITES = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "values"
Case = dict[str, Any]


def main() -> None:
    """Print score and speed of both languages, with and without names, then those of the peer."""
    scorer = scorer_of(SUITES / "score.py")
    cases = [
        json.loads(line) for file in sorted(SUITES.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    ]
    lexicon = load()

    def values(case: Case) -> list[Case]:
        return [as_json(value) for value in annotate(case["text"], day_of(case), lexicon, case["lang"])]

    def with_names(case: Case) -> list[Case]:
        return [as_json(v) for v in annotate(case["text"], day_of(case), lexicon, case["lang"], read_names)]

    report("pressledger", values, cases, scorer, ("date", "money", "quantity", "percent"))
    speed("pressledger with names", with_names, cases)
    peer = korean_datetime()
    if peer:
        report("korean-datetime", peer, [case for case in cases if case["lang"] == "ko"], scorer, ("date",))


def scorer_of(file: Path) -> ModuleType:
    """The scorer of the suites, as a module."""
    spec = importlib.util.spec_from_file_location("suites_score", file)
    if spec is None or spec.loader is None:
        sys.exit(f"{file} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def day_of(case: Case) -> date | None:
    """The day that the words of a case count from."""
    return date.fromisoformat(case["published"]) if case["published"] else None


def speed(title: str, read: Callable[[Case], list[Case]], cases: list[Case]) -> list[list[Case]]:
    """Read every case once, print how many sentences a second of processor time were read."""
    read(cases[0])
    started = time.process_time()
    found = [read(case) for case in cases]
    print(f"{title}: {len(cases) / (time.process_time() - started):.0f} sentences/s ({len(cases)} sentences)")
    return found


def report(
    title: str, read: Callable[[Case], list[Case]], cases: list[Case], scorer: ModuleType, kinds: tuple[str, ...]
) -> None:
    """Print speed, then recall, precision and F1 per language and kind, and F1 per suite."""
    found = speed(title, read, cases)
    tally: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for case, values in zip(cases, found, strict=True):
        scorer.judge(case, values, tally, [])
    totals: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for (suite, kind), counts in tally.items():
        for name, count in counts.items():
            totals[suite.rsplit("-", 1)[1], kind][name] += count
    for rows in (totals, tally):
        for (name, kind), counts in sorted(rows.items()):
            if kind in kinds:
                row = scorer.row(counts, kind)
                figures = " ".join(f"{figure} {row[figure] or 0:.3f}" for figure in ("recall", "precision", "f1"))
                print(f"  {name:24} {kind:9} {figures}")


def korean_datetime() -> Callable[[Case], list[Case]] | None:
    """The peer as a reader of cases; None where it is not installed."""
    if importlib.util.find_spec("korean_datetime") is None:
        return None
    parse_all = importlib.import_module("korean_datetime").parse_all

    def read(case: Case) -> list[Case]:
        return [
            {
                "kind": "date",
                "start": found.span[0],
                "end": found.span[1],
                "value": {
                    "start": found.start.date().isoformat(),
                    "end": (found.end - timedelta(seconds=1)).date().isoformat() if found.end else None,
                },
            }
            for found in parse_all(case["text"], day_of(case) or date(2020, 1, 1))
            if found.start and found.kind.value in ("date", "datetime")
        ]

    return read


if __name__ == "__main__":
    main()
