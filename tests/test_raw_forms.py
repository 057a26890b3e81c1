"""The labelled articles in the raw forms in which they would be met: title, day and text are read as the labels say.

The labels and the raw files lie in ../shared beside the checkout; without it these tests are skipped.
"""

import hashlib
import io
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from transforms.article import read
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article

WORD = re.compile(r"\w+")
SHINGLE = 4  # words, as the scorer of the page benchmark counts
LEAST = 0.99
LEAST_OF_ONE = 0.98  # one label has kept the line of rights, which the reader leaves out


@pytest.fixture(scope="module")
def pairs(shared: Path) -> list[tuple[dict[str, Any], Article]]:
    """The labels of every Korean article and what is read of its raw file."""
    lexicon = load()
    labels = [json.loads(file.read_text("utf-8")) for file in sorted((shared / "gold" / "articles").glob("*.json"))]
    return [(label, _read(shared, label["id"], lexicon)) for label in labels if label["lang"] == "ko"]


def _read(shared: Path, name: str, lexicon: Lexicon) -> Article:
    (file,) = (shared / "gold" / "raw").glob(f"{name}.*")
    data = file.read_bytes()
    (article,) = read(str(file), hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon)
    assert isinstance(article, Article), article
    return article


def _f1(one: str, other: str) -> float:
    first, second = (
        Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
        for words in (WORD.findall(one), WORD.findall(other))
    )
    return 2 * (first & second).total() / (first.total() + second.total())


def test_titles_are_those_of_the_labels(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    wrong = [(label["id"], article.title) for label, article in pairs if article.title != label["title"]]

    assert len(pairs) >= 25
    assert not wrong


def test_days_of_publication_are_those_of_the_labels(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    wrong = [
        (label["id"], article.published_at)
        for label, article in pairs
        if article.published_at is None or article.published_at.date().isoformat() != label["published"][:10]
    ]

    assert not wrong


def test_texts_are_those_of_the_labels(pairs: list[tuple[dict[str, Any], Article]]) -> None:
    scores = {label["id"]: _f1(label["body"], article.body) for label, article in pairs}

    assert sum(scores.values()) / len(scores) >= LEAST
    assert not {name: score for name, score in scores.items() if score < LEAST_OF_ONE}
