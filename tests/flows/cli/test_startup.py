"""What answers at once must not load what takes seconds."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("prefect", "great_expectations", "pandas", "scipy")
PROBE = """
import sys
from flows.cli.main import answer
code = answer({tokens!r})
loaded = sorted(name for name in {heavy!r} if name in sys.modules)
print("LOADED", code, *loaded, file=sys.stderr)
"""


def loaded_by(tokens: list[str], folder: Path, stdin: str = "") -> list[str]:
    """The exit code, then the heavy modules that a command loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE.format(tokens=tokens, heavy=HEAVY)],
        input=stdin, capture_output=True, text=True, timeout=60, check=False,
        cwd=folder, env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[3])},
    )  # fmt: skip
    [line] = [line for line in done.stderr.splitlines() if line.startswith("LOADED")]
    return line.split()[1:]


@pytest.fixture
def lake(tmp_path: Path) -> Path:
    from warehouse.lake import open_lake

    return open_lake(tmp_path / "lake").folder


@pytest.mark.parametrize("command", ["", "run", "sql", "extract", "annotate", "status", "retry", "diff", "correct"])
def test_help_is_light(command: str, tmp_path: Path) -> None:
    assert loaded_by([*command.split(), "--help"], tmp_path) == ["0"]


def test_extract_and_annotate_are_light(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("제목\n\n과기정통부는 4일 100억원을 지원한다고 밝혔다.")
    assert loaded_by(["extract", "a.txt"], tmp_path) == ["0"]
    assert loaded_by(["annotate"], tmp_path, "과기정통부는 4일 100억원을 지원한다.\n") == ["0"]


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_sql_is_light(lake: Path, form: str) -> None:
    assert loaded_by(["sql", "SELECT 1 AS one", "--format", form, "--lake", str(lake)], lake.parent) == ["0"]


def test_status_is_light(lake: Path) -> None:
    assert loaded_by(["status", "--lake", str(lake)], lake.parent) == ["0"]
