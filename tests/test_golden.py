"""Each folder of tests/golden holds an input and the articles, or the reasons, that it must give.

The expected fields were taken from the labels of the articles that the inputs were made of, never from our own
output. "*"
stands for a field whose value the form changes (characters that an encoding lacks).
"""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest

from transforms.article import read
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article, Rejection

GOLDEN = Path(__file__).parent / "golden"
FOLDERS = sorted(folder for folder in GOLDEN.iterdir() if (folder / "meta.json").is_file())


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def read_folder(folder: Path, lexicon: Lexicon) -> tuple[list[Article], list[Rejection]]:
    file = next(folder.glob("input.*"))
    data = file.read_bytes()
    found = list(read(file.name, hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon))
    return [a for a in found if isinstance(a, Article)], [r for r in found if isinstance(r, Rejection)]


def stated(folder: Path, name: str) -> list[dict[str, Any]]:
    file = folder / name
    return json.loads(file.read_text("utf-8")) if file.is_file() else []


def shown(article: Article, wanted: dict[str, Any]) -> dict[str, Any]:
    """The article in the form of its expectation."""
    published = article.published_at
    values = {
        "published": published.date().isoformat() if published else None,
        "precision": article.published_precision,
        "offset": article.published_offset,
    }
    return {key: "*" if value == "*" else values.get(key, getattr(article, key, None)) for key, value in wanted.items()}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_golden(folder: Path, lexicon: Lexicon) -> None:
    articles, rejections = read_folder(folder, lexicon)
    wanted = stated(folder, "expected.json")

    assert [shown(a, w) for a, w in zip(articles, wanted, strict=False)] == wanted
    assert len(articles) == len(wanted)
    assert [{"source_uri": r.source_uri, "stage": r.stage, "reason": r.reason} for r in rejections] == stated(
        folder, "rejection.json"
    )


def test_every_form_of_the_documentation_has_a_folder() -> None:
    table = (GOLDEN.parents[1] / "docs" / "inputs.md").read_text("utf-8")
    named = {line.split("`")[1] for line in table.splitlines() if line.startswith("| `")}

    assert named == {folder.name for folder in FOLDERS}
