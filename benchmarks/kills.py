"""Runs killed with SIGKILL at random moments: the lake must equal one that was never killed.

usage: python -m benchmarks.kills [--kills 30] [--seed 1]

Each round drops new files into an inbox, starts `pressledger run`, kills it, and asks `pressledger sql` at once; the
first tenth while the lake is being made, then one run is let through. A third of the kills come at a random moment of
the whole run, a third at one after BEGIN of a transaction, a third after COMMIT was said: the command runs under
`benchmarks.killed`, which kills its own process there, and notes in a file of one byte where it is, so that every kill,
however it came, can tell where it hit. At the end one run is let through and all data tables are compared with those of
a lake that read the same inbox in one run.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.killed import PLACES
from benchmarks.runs import ROOT, RUN, on_server
from warehouse.lake import find_lake
from warehouse.tables import TABLES

KILLED = [sys.executable, "-m", "benchmarks.killed"]
TRANSACTIONS = 4  # of a run: open, begin, publish, end
SECONDS = {"begin": 0.5, "commit": 0.015}  # the span after the word in which the kill falls
OF_A_RUN = ("runs", "checks", "id_history")  # what was published when: another order of publishing, another history
OF_A_MOMENT = ("ingested_at", "run_id", "first_seen", "rejected_at", "resolved_run_id")
ARTICLE = """제목: 과기정통부, 업스테이지에 GPU {number}장 지원
매체: 새벽통신
입력: 2025-08-{day:02d} 10:00

과학기술정보통신부는 {day}일 업스테이지에 GPU {number}장을 지원한다고 밝혔다.
관계자는 "다음 평가는 내년 1월에 한다"고 말했다.

이 사업에는 올해 {amount}억원이 들어간다. 과기정통부는 {tag}차 공고를 11월에 낸다고 설명했다.
"""


@dataclass(frozen=True, slots=True)
class Kill:
    """Where a kill hit (of PLACES), and what `sql` answered right after it."""

    aimed: str
    place: str
    ended: int
    sql: int
    seconds: float


def kill_runs(folder: Path, kills: int, seed: int, env: dict[str, str]) -> list[Kill]:
    """Kill so many runs of `folder`/inbox into `folder`/lake, then let one through. RuntimeError if that one fails."""
    chance = random.Random(seed)
    inbox = folder / "inbox"
    inbox.mkdir()
    samples = sorted(path for path in (ROOT / "samples").iterdir() if path.is_file() and path.name != "README.md")
    span = 5.0  # seconds of a whole run, put right by the first
    made = max(1, kills // 10)
    done = []
    for number in range(kills):
        if number == made:
            start = time.perf_counter()
            run_whole(folder, env)
            span = time.perf_counter() - start
        drop(inbox, number, samples)
        aimed = ("anywhen", "begin", "commit")[number % 3]
        question = "SELECT count(*) AS n FROM grant_facts" if number >= made else "SELECT 1"
        done.append(_kill(folder, aimed, chance, span, env, question))
    run_whole(folder, env)
    return done


def run_whole(folder: Path, env: dict[str, str], lake: str = "lake") -> None:
    """A run that is let through."""
    words = [*RUN, "run", "inbox", "--lake", lake]
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"a run that nobody killed: exit {done.returncode}: {done.stderr}")


def drop(inbox: Path, number: int, samples: list[Path]) -> None:
    """The files of one round: a sample as long as there are some, and an article of its own."""
    if number < len(samples):
        shutil.copy(samples[number], inbox)
    text = ARTICLE.format(number=100 + 7 * number, day=1 + number % 28, amount=1000 + number, tag=number + 2)
    (inbox / f"article-{number:03d}.txt").write_text(text, encoding="utf-8")


def _kill(folder: Path, aimed: str, chance: random.Random, span: float, env: dict[str, str], question: str) -> Kill:
    note = folder / "note"
    note.write_bytes(bytes(1))
    aim = {"KILL_NOTE": str(note)}
    if aimed != "anywhen":
        delay = chance.uniform(0, SECONDS[aimed])
        aim |= {"KILL_AT": aimed, "KILL_NTH": str(chance.randint(1, TRANSACTIONS)), "KILL_DELAY": f"{delay:.4f}"}
    run = subprocess.Popen(
        [*KILLED, "run", "inbox"], cwd=folder, env=env | aim, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        run.wait(chance.uniform(0.3, span) if aimed == "anywhen" else 120)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
    start = time.perf_counter()
    asked = [*RUN, "sql", question]
    answer = subprocess.run(asked, cwd=folder, env=env, capture_output=True, text=True, check=False)
    unmade = any(words in answer.stderr for words in ("there is no lake", "is empty"))
    code = 0 if unmade else answer.returncode
    if code:
        print(f"sql: {answer.stderr.strip()}", file=sys.stderr)
    return Kill(aimed, PLACES[note.read_bytes()[0]], run.returncode, code, time.perf_counter() - start)


def differences(first: Path, second: Path) -> Iterator[str]:
    """The data tables in which two lakes differ; what names a moment or a run is not compared."""
    with find_lake(first).reading() as one, find_lake(second).reading() as other:
        for name, table in TABLES.items():
            if name in OF_A_RUN:
                continue
            columns = ", ".join(column for column in table.names if column not in OF_A_MOMENT)
            query = f"SELECT {columns} FROM {name} ORDER BY ALL"
            held, expected = one.execute(query).fetchall(), other.execute(query).fetchall()
            if held != expected:
                odd = [row for row in held if row not in expected] + [row for row in expected if row not in held]
                yield f"{name}: {len(held)} rows, {len(expected)} expected, e.g. {str(odd[:1])[:300]}"


def statuses(lake: Path) -> Counter[str]:
    """How the runs of the lake ended."""
    with find_lake(lake).reading() as connection:
        return Counter(row[0] for row in connection.execute("SELECT status FROM runs").fetchall())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name, on_server(Path(name)) as url:
        folder = Path(name)
        env = {"PATH": os.environ["PATH"], "HOME": name, "PYTHONPATH": str(ROOT), "PREFECT_API_URL": url}
        start = time.perf_counter()
        kills = kill_runs(folder, asked.kills, asked.seed, env)
        run_whole(folder, env, "whole")
        hit = Counter(kill.place for kill in kills if kill.ended == -9)
        print(f"{sum(hit.values())} runs killed in {time.perf_counter() - start:.0f} s: {json.dumps(hit)}")
        print(f"ended before their kill: {sum(kill.ended != -9 for kill in kills)}")
        print(f"sql after a kill: {sum(kill.sql != 0 for kill in kills)} failed, ", end="")
        print(f"slowest {max(kill.seconds for kill in kills):.1f} s")
        print(f"runs: {json.dumps(statuses(folder / 'lake'))}")
        wrong = [*differences(folder / "lake", folder / "whole")]
        print("\n".join(wrong) or "every data table equals that of the lake that was never killed")
    sys.exit(1 if wrong or any(kill.sql for kill in kills) else 0)


if __name__ == "__main__":
    main()
