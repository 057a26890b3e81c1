"""What the tests of the warehouse share: articles built by hand (`articles.py` beside it), and lakes made once."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from articles import copied, ingest

from warehouse.lake import Lake, open_lake


@pytest.fixture(scope="session")
def empty_lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty lake, made once: a copy of a lake is a lake."""
    return open_lake(tmp_path_factory.mktemp("made") / "lake").folder


@pytest.fixture
def lake(empty_lake: Path, tmp_path: Path) -> Lake:
    """An empty lake of the test's own."""
    return copied(empty_lake, tmp_path / "lake")


@pytest.fixture(scope="session")
def small_lake(empty_lake: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lake that holds article-a, made once."""
    lake = copied(empty_lake, tmp_path_factory.mktemp("small") / "lake")
    ingest(lake, "a")
    return lake.folder
