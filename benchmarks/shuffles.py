"""The same raw files in any order and any number of runs: one lake.

usage: python -m benchmarks.shuffles PATH... [--shuffles 20] [--seed 1]

Shuffle N deals the files, in random order, to N runs of `pressledger run` (1 to 20, then again from 1), and all data
tables of its lake are compared with those of a lake that read the whole folder in one run. Real runs on a real Prefect
server of its own; what names a moment or a run is not compared.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.kills import differences, run_whole
from benchmarks.runs import ROOT, on_server

MOST_RUNS = 20


def shuffled(folder: Path, files: list[Path], runs: int, env: dict[str, str]) -> Path:
    """A lake that read `files` in so many runs, in their order: each run finds what came since the last."""
    inbox = folder / "inbox"
    inbox.mkdir(parents=True)
    for number in range(runs):
        for file in files[number::runs]:
            (inbox / file.parent.name).mkdir(exist_ok=True)
            shutil.copy(file, inbox / file.parent.name)
        run_whole(folder, env)
    return folder / "lake"


def outcomes(folder: Path, files: list[Path], shuffles: int, seed: int, env: dict[str, str]) -> Iterator[list[str]]:
    """For each shuffle the tables in which its lake differs from that of one run."""
    whole = shuffled(folder / "whole", files, 1, env)
    dice = random.Random(seed)
    for number in range(shuffles):
        start = time.perf_counter()
        runs = 1 + number % MOST_RUNS
        place = folder / f"shuffle-{number}"
        wrong = [*differences(shuffled(place, dice.sample(files, len(files)), runs, env), whole)]
        print(f"{runs} runs, {time.perf_counter() - start:.0f} s: {'; '.join(wrong) or 'equal'}", flush=True)
        shutil.rmtree(place)
        yield wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--shuffles", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    files = sorted(file for path in asked.paths for file in path.iterdir() if file.is_file())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, on_server(Path(name)) as url:
        env = {"PATH": os.environ["PATH"], "HOME": name, "PYTHONPATH": str(ROOT), "PREFECT_API_URL": url}
        wrong = sum(bool(each) for each in outcomes(Path(name), files, asked.shuffles, asked.seed, env))
    print(f"{len(files)} files, {asked.shuffles} shuffles: {wrong} of them gave another lake")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
