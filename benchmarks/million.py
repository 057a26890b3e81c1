"""The whole lake judged in bounded memory: time and peak memory of `pressledger validate` on a lake of N articles.

usage: python -m benchmarks.million [--articles 1000000] [--lake FOLDER]

The lake is made of samples/: read and published once, then copied in bulk under other ids, each copy with a last
paragraph of its own and all its mentions, evidence and facts, 10,000 articles a transaction as a run writes them. With
--lake the folder is kept, and used as it is where it holds a lake already.
"""

import argparse
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from transforms.article import read_facts
from transforms.lexicon.load import load
from warehouse.encode import Stamp
from warehouse.lake import Lake, find_lake, open_lake
from warehouse.publish import publish
from warehouse.runs import Run
from warehouse.stage import SourceRead, stage
from warehouse.tables import TABLES

ROOT = Path(__file__).resolve().parents[1]
AT = datetime(2027, 1, 1)
UNIT = 10_000  # articles of a transaction
COPIED = (
    *("articles", "organization_evidence", "organization_mentions", "grant_evidence", "milestone_evidence"),
    *("grants", "milestones", "sources"),
)
IDS = ("article_id", "evidence_id", "grant_id", "milestone_id", "duplicate_of", "source_uri")


def publish_samples(lake: Lake) -> None:
    """What a run on samples/ publishes, without Prefect."""
    lexicon = load()
    items, sources = [], []
    for file in sorted((ROOT / "samples").iterdir()):
        content = file.read_bytes()
        sha256 = hashlib.sha256(content).hexdigest()
        items += list(read_facts(file.name, sha256, io.BytesIO(content), lexicon))
        sources.append(SourceRead(file.name, sha256, len(content)))
    unit = stage(items, sources, lake.staging / "samples", Stamp("base", AT, "-", "-"))
    publish(lake, [unit], Run("base", AT, "-", "-", "done", AT, len(sources)))


def fill(lake: Lake, wanted: int) -> None:
    """Copies of what the lake holds, until it has about `wanted` articles."""
    publish_samples(lake)
    with lake.reading() as connection:
        base = {name: connection.execute(f"FROM {name}").to_arrow_table() for name in COPIED}
    articles = base["articles"].num_rows
    for number, first in enumerate(range(1, wanted // articles, UNIT // articles)):
        last = min(first + UNIT // articles, wanted // articles)
        lake.write(lambda connection, n=number, a=first, b=last: _copies(connection, base, n, a, b))


def _copies(connection: duckdb.DuckDBPyConnection, base: dict[str, pa.Table], run: int, first: int, last: int) -> None:
    for name, rows in base.items():
        connection.register("rows", rows)
        columns = ", ".join(_copied(name, column, run) for column in TABLES[name].names)
        connection.execute(f"INSERT INTO {name} SELECT {columns} FROM rows, range({first}, {last}) AS copies(n)")
        connection.unregister("rows")
    row = {"run_id": f"copies-{run}", "started_at": AT + timedelta(days=run + 1), "status": "done", "files_skipped": 0}
    row |= {"files_seen": UNIT, "articles": (last - first) * base["articles"].num_rows, "rejections": 0}
    connection.register("run", pa.Table.from_pylist([row], schema=TABLES["runs"].schema))
    connection.execute("INSERT INTO runs FROM run")


def _copied(table: str, column: str, run: int) -> str:
    if column in IDS:
        return f"{column} || '-' || n"
    if column == "run_id":
        return f"'copies-{run}'"
    if column == "article_ids":
        return "list_transform(article_ids, lambda x: x || '-' || n)"
    if (table, column) == ("articles", "body"):
        return "body || E'\\n\\n' || md5(n::VARCHAR) || ' ' || sha256(n::VARCHAR)"
    return column


def peak_of(command: list[str]) -> tuple[float, int, str]:
    """(seconds, peak resident bytes, output) of a command and its children."""
    start = time.monotonic()
    done = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert done.stdout is not None
    out = done.stdout.read()
    _, status, usage = os.wait4(done.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_maxrss * 1024, out


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--lake", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = asked.lake or Path(folder) / "lake"
        if not (place / "catalog.sqlite").exists():
            fill(open_lake(place), asked.articles)
        with find_lake(place).reading() as connection:
            for name in COPIED:
                [(count,)] = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
                print(f"{name} {count:,}")
        code = "from flows.cli.main import main; main()"
        seconds, peak, out = peak_of([sys.executable, "-c", code, "validate", "--lake", str(place)])
        print(out, end="")
        print(f"{seconds:.0f} s, peak {peak / 2**20:.0f} MiB")


if __name__ == "__main__":
    main()
