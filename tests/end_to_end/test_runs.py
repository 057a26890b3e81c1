"""A real run: files in, facts out, nothing doubled, nothing lost."""

import json
import shutil
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

from tests.end_to_end.conftest import COMMAND, ROOT, Pressledger, environment
from warehouse.tables import TABLES

SAMPLES = ROOT / "samples"
OF_A_RUN = ("runs", "checks")


def rows(pressledger: Pressledger, query: str) -> list[dict[str, object]]:
    done = pressledger("sql", query, "--format", "json")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, object]] = json.loads(done.stdout)
    return found


def snapshot(pressledger: Pressledger) -> int:
    [row] = rows(pressledger, "SELECT max(snapshot_id) AS id FROM ducklake_snapshots('lake')")
    return int(str(row["id"]))


def test_first_contact_without_a_server_in_an_empty_home(tmp_path: Path) -> None:
    """What `make demo` does: Prefect's own server is started, quietly, and ends with the run."""
    shutil.copytree(SAMPLES, tmp_path / "samples")
    env = environment(tmp_path)
    done = subprocess.run(
        [*COMMAND, "run", "samples"], cwd=tmp_path, env=env, capture_output=True, text=True, timeout=200, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "rows added    articles +" in done.stdout
    assert "rejections    " in done.stdout
    assert 'pressledger sql "' in done.stdout
    assert not [path for path in tmp_path.iterdir() if path.name not in ("samples", "lake")]
    assert list((tmp_path / "lake" / "staging").glob("*/*")) == []
    with sqlite3.connect(tmp_path / "lake" / "prefect" / "run.db") as prefect:
        names = {row[0] for row in prefect.execute("SELECT name FROM task_run")}
        [(state,)] = prefect.execute("SELECT state_name FROM flow_run").fetchall()
        [(artifact,)] = prefect.execute("SELECT data FROM artifact").fetchall()
        written = {
            row[0]
            for row in prefect.execute("SELECT resource_id FROM events WHERE event = 'pressledger.table.written'")
        }
    assert state == "Completed"
    assert {name.split("-")[0] for name in names} >= {"read", "stage", "validate", "publish"}
    assert "rows added" in artifact
    assert {"pressledger.table.articles", "pressledger.table.grant_evidence", "pressledger.table.sources"} <= written


def test_the_same_files_again_change_no_row(tmp_path: Path, pressledger: Pressledger) -> None:
    shutil.copytree(SAMPLES, tmp_path / "samples")
    first = pressledger("run", "samples")
    assert first.returncode == 0, first.stderr
    before = snapshot(pressledger)
    again = pressledger("run", "samples")
    assert again.returncode == 0, again.stderr
    assert " 0 files read, " in again.stdout
    after = snapshot(pressledger)
    changes = (
        f"SELECT '{table}' AS t, count(*) AS n FROM lake.table_changes('{table}', {before + 1}, {after})"
        for table in TABLES.keys() - set(OF_A_RUN)
    )
    assert [row for row in rows(pressledger, " UNION ALL ".join(changes)) if row["n"]] == []
    done = pressledger("sql", "SELECT DISTINCT recipient FROM grant_facts", "--format", "table")
    assert "업스테이지" in done.stdout, done.stderr
    [quoted] = rows(
        pressledger,
        """SELECT count(*) FILTER (quote <> substr(CASE field WHEN 'title' THEN title WHEN 'subtitle' THEN subtitle
           ELSE body END, char_start + 1, char_end - char_start)) AS wrong, count(*) AS n
           FROM grant_evidence JOIN articles USING (article_id)""",
    )
    assert quoted["wrong"] == 0
    assert int(str(quoted["n"])) > 0


def test_backfill_and_retry_read_from_the_lake_also_from_a_restored_one(
    tmp_path: Path, pressledger: Pressledger
) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for sample in sorted(SAMPLES.glob("*.txt"))[:2]:
        shutil.copy(sample, inbox)
    (inbox / "empty.html").write_text("")
    assert pressledger("run", "inbox").returncode == 0
    shutil.rmtree(inbox)
    counted = "SELECT (SELECT count(*) FROM articles) AS a, (SELECT count(*) FROM grant_evidence) AS g"
    before = rows(pressledger, counted)
    retried = pressledger("retry")
    assert " 1 files read, " in retried.stdout, retried.stdout + retried.stderr
    assert "empty 1" in retried.stdout
    backup = tmp_path / "backup"
    backup.mkdir()
    with (
        sqlite3.connect(tmp_path / "lake" / "catalog.sqlite") as held,
        sqlite3.connect(backup / "catalog.sqlite") as copy,
    ):
        held.backup(copy)
    for part in ("data", "raw"):
        shutil.copytree(tmp_path / "lake" / part, backup / part)
    shutil.rmtree(tmp_path / "lake")
    backup.rename(tmp_path / "lake")
    assert pressledger("status", "--check").returncode == 0
    current = pressledger("backfill")
    assert " 0 files read, " in current.stdout, current.stdout + current.stderr
    assert rows(pressledger, counted) == before


def test_a_file_that_is_not_kept_raw(tmp_path: Path, pressledger: Pressledger) -> None:
    shutil.copy(sorted(SAMPLES.glob("*.txt"))[0], tmp_path / "a.txt")
    assert pressledger("run", "a.txt", "--no-keep-raw").returncode == 0
    assert list((tmp_path / "lake" / "raw").iterdir()) == []


def test_a_run_that_was_killed_is_marked_by_the_next_which_finishes_its_work(
    tmp_path: Path, pressledger: Pressledger, prefect_url: str
) -> None:
    shutil.copytree(SAMPLES, tmp_path / "samples")
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    killed = subprocess.Popen([*COMMAND, "run", "samples"], cwd=tmp_path, env=env, stdout=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("lake/staging/*/*.spool")) and time.monotonic() < deadline:
        time.sleep(0.02)
    killed.kill()
    killed.wait()
    assert pressledger("sql", "SELECT 1").returncode == 0
    done = pressledger("run", "samples")
    assert done.returncode == 0, done.stderr
    states = [row["status"] for row in rows(pressledger, "SELECT status FROM runs ORDER BY started_at")]
    assert states == ["died", "done"]
    assert list((tmp_path / "lake" / "staging").glob("*/*")) == []
    assert "died" in pressledger("status").stdout


def test_ctrl_c_is_one_line_and_the_next_run_reads_on(tmp_path: Path, prefect_url: str) -> None:
    shutil.copytree(SAMPLES, tmp_path / "samples")
    env = environment(tmp_path, PREFECT_API_URL=prefect_url)
    run = subprocess.Popen([*COMMAND, "run", "samples"], cwd=tmp_path, env=env, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not list(tmp_path.glob("lake/staging/*/*.spool")) and time.monotonic() < deadline:
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert (run.returncode, told) == (
        130,
        "pressledger: stopped; what was published stays, the rest is read by the next run\n",
    )


def test_a_wrong_query_is_one_line(tmp_path: Path, pressledger: Pressledger) -> None:
    from warehouse.lake import open_lake

    open_lake(tmp_path / "lake")
    for query in ("SELECT nothing FROM articles", "DROP TABLE articles", "SELECT 1; SELECT 2", "SELEC"):
        done = pressledger("sql", query)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), query
