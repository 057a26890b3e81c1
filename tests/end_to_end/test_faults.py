"""Faults of disk, catalogue and clock as a user meets them: one plain line, and a lake that opens."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import COMMAND, ROOT, Pressledger, environment

SAMPLES = [ROOT / "samples" / name for name in ("naicc-2025-06-no-bid.txt", "sovereign-ai-2025-08-five-teams.txt")]
TOTAL = "SELECT count(*) AS n FROM articles"
BEHIND = """
import flows.clock
from datetime import timedelta
true = flows.clock.now
flows.clock.now = lambda: true() - timedelta(days=30)
from flows.cli.main import main
main()
"""


@pytest.fixture
def lake(tmp_path: Path, pressledger: Pressledger) -> Path:
    """A lake that holds the first sample; a second file waits in the inbox."""
    (tmp_path / "inbox").mkdir()
    shutil.copy(SAMPLES[0], tmp_path / "inbox")
    done = pressledger("run", "inbox")
    assert done.returncode == 0, done.stderr
    shutil.copy(SAMPLES[1], tmp_path / "inbox")
    return tmp_path / "lake"


def told_plainly(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The command failed, and stderr says why in one line."""
    lines = done.stderr.strip().splitlines()
    assert done.returncode not in (0, -1), done.stdout
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert any(word in lines[0] for word in words), lines[0]


def goes_on(pressledger: Pressledger, before: int = 1) -> None:
    """The lake holds what was published, and the next run reads what is left."""
    assert pressledger("sql", TOTAL, "--format", "csv").stdout.split() == ["n", str(before)]
    done = pressledger("run", "inbox")
    assert done.returncode == 0, done.stderr
    assert pressledger("sql", TOTAL, "--format", "csv").stdout.split() == ["n", "2"]
    assert pressledger("status", "--check").returncode == 0


def small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_no_file_may_grow(tmp_path: Path, lake: Path, pressledger: Pressledger, prefect_url: str) -> None:
    """A full disk where none can be mounted: no file over 100,000 bytes, and the catalogue is larger."""
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    done = subprocess.run(
        [*COMMAND, "run", "inbox"],
        cwd=tmp_path,
        env=env,
        preexec_fn=small_files,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told_plainly(done, "lake", "space", "large")
    goes_on(pressledger)


def test_the_lake_is_taken_away_in_the_middle_of_a_run(
    tmp_path: Path, lake: Path, pressledger: Pressledger, prefect_url: str
) -> None:
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    running = subprocess.Popen(
        [*COMMAND, "run", "inbox"], cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    while not any((lake / "staging").glob("*/*")) and running.poll() is None:
        time.sleep(0.001)
    lake.rename(tmp_path / "away")
    out, err = running.communicate(timeout=120)
    told_plainly(subprocess.CompletedProcess([], running.returncode, out, err), "lake", "No such file")
    shutil.rmtree(lake, ignore_errors=True)
    (tmp_path / "away").rename(lake)
    goes_on(pressledger)


def scribble(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


@pytest.mark.parametrize("damage", [scribble, os.unlink], ids=["overwritten", "gone"])
def test_a_damaged_data_file(lake: Path, pressledger: Pressledger, damage: Callable[[Path], None]) -> None:
    for file in (lake / "data").rglob("articles/**/*.parquet"):
        damage(file)
    told_plainly(pressledger("sql", "SELECT title FROM articles"), "parquet")
    told_plainly(pressledger("status", "--check"), "parquet")


def test_a_damaged_catalogue(tmp_path: Path, lake: Path, pressledger: Pressledger) -> None:
    catalogs = [path for path in lake.iterdir() if path.name.startswith("catalog")]
    whole = tmp_path / "whole"
    whole.mkdir()
    for file in catalogs:
        shutil.copy(file, whole)
        scribble(file)
    for words in (("sql", TOTAL), ("run", "inbox"), ("status",)):
        told_plainly(pressledger(*words), "catalog")
    for file in catalogs:
        shutil.copy(whole / file.name, file)
    goes_on(pressledger)


def test_a_clock_that_steps_back(tmp_path: Path, lake: Path, pressledger: Pressledger, prefect_url: str) -> None:
    """A month back: the run is done, and what it read is in the lake."""
    done = subprocess.run(
        [sys.executable, "-c", BEHIND, "run", "inbox"],
        cwd=tmp_path,
        env=environment(tmp_path, PREFECT_API_URL=prefect_url),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    goes_on(pressledger, before=2)
