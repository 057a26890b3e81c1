"""The nightly validation on a Prefect server: it fails with the cause, and automations have something to hang on."""

import json
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any

from benchmarks.million import publish_samples
from tests.end_to_end.conftest import COMMAND, environment
from warehouse.lake import open_lake

VALIDATE = "import sys; from flows.maintain import validate; validate(lake=sys.argv[1])"
BREAK = """
    UPDATE grants SET funder_id = 'gone'
    WHERE grant_id = (SELECT min(grant_id) FROM grants WHERE funder_id IS NOT NULL)
"""


def asked(url: str, path: str, body: dict[str, Any]) -> Any:
    request = urllib.request.Request(
        f"{url}/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def failed_checks(url: str, expectation: str) -> list[dict[str, Any]]:
    """The events of one failed check, of any run on this server; they are written a moment after they were sent."""
    wanted = {"filter": {"event": {"name": ["pressledger.check.failed"]}}}
    for _ in range(100):
        told = [event["resource"] for event in asked(url, "events/filter", wanted)["events"]]
        if found := [one for one in told if one["pressledger.expectation"] == expectation]:
            return found
        time.sleep(0.2)
    return []


def test_a_critical_breach_fails_the_flow_and_is_an_event(tmp_path: Path, prefect_url: str) -> None:
    lake = open_lake(tmp_path / "lake")
    publish_samples(lake)
    lake.write(lambda connection: connection.execute(BREAK))
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    done = subprocess.run(
        [sys.executable, "-c", VALIDATE, str(lake.folder)],
        cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    [run] = asked(prefect_url, "flow_runs/filter", {"flows": {"name": {"any_": ["validate"]}}})
    assert run["state_type"] == "FAILED"
    assert "1 critical expectations are not met: grants: grants_parties first" in run["state"]["message"]
    artifacts = {one["key"]: one["data"] for one in asked(prefect_url, "artifacts/latest/filter", {})}
    rows = json.loads(artifacts["pressledger-checks"])
    assert (rows[0]["met"], rows[0]["expectation"], rows[0]["rows"]) == ("NO", "grants_parties", 1)
    assert {row["met"] for row in rows[1:]} == {"yes"}
    assert str(lake.folder / "docs" / "index.html") in artifacts["pressledger-data-docs"]
    assert (lake.folder / "docs" / "index.html").is_file()
    [broken] = failed_checks(prefect_url, "grants_parties")
    assert broken["prefect.resource.id"] == "pressledger.table.grants"
    assert broken["pressledger.severity"] == "critical"
    with lake.reading() as connection:
        [(status, cause)] = connection.execute("SELECT status, cause FROM runs WHERE status = 'checked'").fetchall()
    assert (status, cause) == ("checked", "1 critical expectations are not met: grants: grants_parties first")
    by_hand = subprocess.run(
        [*COMMAND, "validate", "--lake", str(lake.folder)],
        cwd=tmp_path, env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert by_hand.returncode == 1
    assert "grants_parties" in by_hand.stdout
    assert "Traceback" not in by_hand.stderr
