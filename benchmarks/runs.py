"""How long a run takes: the first in an empty home, later ones, and one on a server that is there already.

usage: python -m benchmarks.runs [FOLDER]        (FOLDER: files to read, samples/ by default)

The floor beside them is `pressledger extract` on the same files: reading alone, in one process.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows import server

ROOT = Path(__file__).resolve().parents[1]
RUN = [sys.executable, "-c", "from flows.cli.main import main; main()"]


def timed(label: str, command: list[str], env: dict[str, str]) -> None:
    start = time.perf_counter()
    done = subprocess.run([*RUN, *command], env=env, capture_output=True, text=True, check=False)
    print(f"{label:<34}{time.perf_counter() - start:>7.1f}s  exit {done.returncode}  {done.stderr.strip()[-200:]}")


def main() -> None:
    files = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "samples"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = {"PATH": os.environ["PATH"], "HOME": name, "PYTHONPATH": str(ROOT)}
        lake = ["--lake", str(folder / "lake")]
        timed("extract (floor)", ["extract", str(files)], env)
        timed("first run, empty home", ["run", str(files), *lake], env)
        timed("second run, nothing new", ["run", str(files), *lake], env)
        shutil.copytree(files, folder / "copy")
        timed("third run, the same under new names", ["run", str(folder / "copy"), *lake], env)
        with on_server(folder) as url:
            env["PREFECT_API_URL"] = url
            timed("with a server: first", ["run", str(files), "--lake", str(folder / "lake2")], env)
            timed("with a server: nothing new", ["run", str(files), "--lake", str(folder / "lake2")], env)


@contextmanager
def on_server(folder: Path) -> Iterator[str]:
    """A Prefect server for as long as the body runs."""
    server.prepare(folder / "prefect", "CRITICAL")
    running = server.start(folder / "prefect", "run")
    try:
        server.ready(running)
        yield running.url
    finally:
        server.stop(running)


if __name__ == "__main__":
    main()
