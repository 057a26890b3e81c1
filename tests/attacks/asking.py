"""Shuts itself in and answers: `python asking.py LAKE` reads {sql, timeout, limit} lines, writes what came of each."""

import json
import sys
import time
from pathlib import Path

from warehouse.errors import WarehouseError
from warehouse.query import open_gate


def main() -> None:
    with open_gate(sys.argv[1], memory=256) as gate:
        for line in sys.stdin:
            asked = json.loads(line)
            started = time.monotonic()
            try:
                answer = gate.ask(asked["sql"], asked.get("limit", 1000), asked.get("timeout", 1.0))
                told = {"rows": [[str(value) for value in row] for row in answer.rows()], "cut": answer.cut}
            except WarehouseError as error:
                told = {"error": type(error).__name__, "text": str(error)}
            told["seconds"] = time.monotonic() - started
            print(json.dumps(told), flush=True)
        print(json.dumps({"writes": _writes(Path(sys.argv[1]))}), flush=True)


def _writes(folder: Path) -> list[str]:
    """What this process can still write, past the gate: nothing."""
    done = []
    for path in (folder / "x", folder / "data" / "x", folder.parent / "x", folder / "catalog.sqlite"):
        try:
            path.open("ab").close()
            done.append(str(path))
        except OSError:
            continue
    return done


main()
