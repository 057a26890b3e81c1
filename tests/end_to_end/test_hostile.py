"""Files that mean harm, beside a good one, in one run."""

import json
import subprocess
import threading
import time
from pathlib import Path

from tests.end_to_end.conftest import COMMAND, Pressledger, environment
from tests.end_to_end.hostile import make

GIB = 2**30


def family(pid: int) -> list[int]:
    """A process and all that it started."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*"):
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            found += family(int(child))
    return found


def memory(pid: int) -> int:
    """Bytes of memory of the family; shared pages count once."""
    total = 0
    for member in family(pid):
        try:
            lines = Path(f"/proc/{member}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def test_nothing_breaks_and_each_file_has_its_outcome(
    tmp_path: Path, pressledger: Pressledger, prefect_url: str
) -> None:
    names = make(tmp_path / "inbox", size=0.1)
    env = environment(tmp_path, PREFECT_API_URL=prefect_url, PRESSLEDGER_FILE_SECONDS="10")
    run = subprocess.Popen(
        [*COMMAND, "run", "inbox"], cwd=tmp_path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    peaks = [0]

    def watch() -> None:
        while run.poll() is None:
            peaks.append(memory(run.pid))
            time.sleep(0.2)

    watching = threading.Thread(target=watch)
    watching.start()
    out, err = run.communicate(timeout=280)
    watching.join()
    assert run.returncode == 0, err
    assert "Traceback" not in out + err
    assert max(peaks) < GIB
    done = pressledger("sql", "SELECT source_uri, outcome FROM sources", "--format", "json")
    outcomes = {row["source_uri"].removeprefix("inbox/"): row["outcome"] for row in json.loads(done.stdout)}
    assert outcomes.keys() == names
    assert outcomes["good.txt"] == "article"
    harmless = {"good.txt", "surrogates.json", *(name for name in names if name.endswith(("line.txt", ".exe")))}
    rejected = {name for name, outcome in outcomes.items() if outcome == "rejected"}
    assert rejected >= {"empty.html", "noise.html", "laughs.xml", "xxe.xml", "pipe.txt", "passwd.txt", "loop.txt"}
    assert not rejected & harmless - {"line.txt", "surrogates.json"}
    assert not list(Path("/tmp").glob("slipped*"))
