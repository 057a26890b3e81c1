"""How long until a command answers: each beside the floor, which is Python that imports nothing.

usage: python -m benchmarks.startup [--rounds N]

Prints the best of N rounds: seconds by the clock and of the processor. `sql` and `status` ask a fresh lake.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
RUN = [sys.executable, "-c", "from flows.cli.main import main; main()"]
ARTICLE = "제목\n\n과학기술정보통신부는 4일 업스테이지에 GPU 500장을 지원한다고 밝혔다.\n"


def measured(command: list[str], folder: Path) -> tuple[float, float]:
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env={"PYTHONPATH": str(ROOT)})
    elapsed, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        raise SystemExit(f"{command[3:]}: {done.stderr.decode()}")
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.txt").write_text(ARTICLE * 3)
        make = "from warehouse.lake import open_lake; open_lake('lake')"
        subprocess.run([sys.executable, "-c", make], cwd=folder, check=True, env={"PYTHONPATH": str(ROOT)})
        commands = {
            "python (floor)": [sys.executable, "-c", "pass"],
            "--help": [*RUN, "--help"],
            "sql --help": [*RUN, "sql", "--help"],
            "sql": [*RUN, "sql", "SELECT count(*) FROM articles"],
            "extract": [*RUN, "extract", "a.txt"],
            "annotate": [*RUN, "annotate", "a.txt"],
            "status": [*RUN, "status"],
        }
        print(f"{'command':<16}{'clock':>8}{'cpu':>8}")
        for label, command in commands.items():
            results = [measured(command, folder) for _ in range(rounds)]
            print(f"{label:<16}{min(r[0] for r in results):>7.2f}s{min(r[1] for r in results):>7.2f}s")


if __name__ == "__main__":
    main()
