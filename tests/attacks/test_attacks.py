"""Nothing gets through the gate, and what tries does no harm (attacks.yml); what users need does get through."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "warehouse"))
ATTACKS: dict[str, list[str]] = yaml.safe_load((HERE / "attacks.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from articles import AT, facts, source, stamp

    from warehouse.lake import open_lake
    from warehouse.publish import publish
    from warehouse.runs import Run
    from warehouse.stage import stage

    made = open_lake(tmp_path_factory.mktemp("attacked") / "lake")
    unit = stage([facts()], [source(facts())], made.staging / "0", stamp())
    publish(made, [unit], Run("r1", AT, "1", "1", "done", AT))
    return made.folder


def ask(lake: Path, queries: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of one shut-in process, then what it could write."""
    lines = "".join(json.dumps(query) + "\n" for query in queries)
    done = subprocess.run(
        [sys.executable, str(HERE / "asking.py"), str(lake)],
        input=lines,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return [json.loads(line) for line in done.stdout.splitlines()]


def prints(folder: Path) -> dict[str, str]:
    """A print of every file but those in which SQLite's readers mark what they read."""
    files = [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix not in (".sqlite-shm", ".sqlite-wal")
    ]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_there_are_enough_of_them() -> None:
    assert sum(len(group) for group in ATTACKS.values()) >= 60


def test_no_attack_gets_through(lake: Path) -> None:
    places = {
        "catalog": lake / "catalog.sqlite",
        "data": lake / "data",
        "parquet": next(lake.rglob("articles/*.parquet")),
        "folder": lake,
        "outside": lake.parent,
    }
    attacks = [attack for group in ATTACKS.values() for attack in group]
    for name, place in places.items():
        attacks = [attack.replace("{" + name + "}", str(place)) for attack in attacks]
    before = prints(lake.parent)
    *answers, written = ask(lake, [{"sql": attack} for attack in attacks])
    assert len(answers) == len(attacks)
    through = [attack for attack, told in zip(attacks, answers, strict=True) if "error" not in told]
    assert through == []
    assert all("\n" not in told["text"] for told in answers)
    late = [attack for attack, told in zip(attacks, answers, strict=True) if told["seconds"] > 20]
    assert late == []
    assert prints(lake.parent) == before
    if sys.platform == "linux":
        assert written == {"writes": []}


NEEDED = [
    "SELECT programme, funder, recipient, amount FROM grant_facts",
    "FROM milestone_facts",
    "SELECT * FROM promises",
    "SELECT * FROM promises_at(TIMESTAMP '2027-12-31')",
    "SELECT * FROM lake.main.articles",
    "SELECT count(*) FROM articles AT (VERSION => 2)",
    "SELECT count(*) FROM articles AT (TIMESTAMP => now())",
    "SELECT * FROM ducklake_snapshots('lake')",
    "SELECT * FROM ducklake_table_changes('lake', 'main', 'grants', 0, 2)",
    "SELECT * FROM lake.table_changes('grants', 0, 2)",
    "SHOW TABLES",
    "SHOW ALL TABLES",
    "DESCRIBE articles",
    "SUMMARIZE grants",
    "SELECT table_name, comment FROM duckdb_tables()",
    "SELECT column_name, comment FROM duckdb_columns WHERE table_name = 'grants'",
    "SELECT * FROM information_schema.columns",
    "EXPLAIN SELECT * FROM articles",
    "PIVOT grants ON status IN ('awarded', 'announced') USING count(*)",
    "WITH RECURSIVE t AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM t WHERE a < 10) SELECT sum(a) FROM t",
    "WITH a AS (FROM articles) SELECT * FROM a SEMI JOIN grant_evidence USING (article_id);",
    "SELECT unnest(image_urls), regexp_extract(body, '[0-9]+억'), json_object('a', title) FROM articles",
    "SELECT a.title, g.quote FROM articles a POSITIONAL JOIN grant_evidence g",
    "VALUES (1), (2)",
    "TABLE runs",
    "SELECT list_transform([1, 2], lambda x: x + 1)",
    "SELECT published_at::TIMESTAMPTZ, date_trunc('month', published_at) FROM articles",
    "SELECT ';', '--', '/* */' -- a comment; with a semicolon",
]


def test_what_users_need_gets_through(lake: Path) -> None:
    *answers, _ = ask(lake, [{"sql": query, "timeout": 20} for query in NEEDED])
    assert [(query, told["text"]) for query, told in zip(NEEDED, answers, strict=True) if "error" in told] == []


def test_the_limit_cuts_and_says_so(lake: Path) -> None:
    queries = [{"sql": "FROM range(10)", "limit": 3}, {"sql": "FROM range(3)", "limit": 3}, {"sql": "FROM range(5000)"}]
    cut, whole, long, _ = ask(lake, [{**query, "timeout": 20} for query in queries])
    assert (len(cut["rows"]), cut["cut"]) == (3, True)
    assert (len(whole["rows"]), whole["cut"]) == (3, False)
    assert (len(long["rows"]), long["cut"]) == (1000, True)
