"""Learn what steps look like: transforms/lexicon/LANG/steps.weights.

usage: python -m training.steps [ko|en] [--without ROUND...] [--sure 0.45]

Learned from the labelled articles of tests/first_looks and from training/LANG/*.tsv (lines of EVENT, tab, SENTENCE with
a date), all written for this project. A clause with a date is one example: its event is that of the label that states
this date there ("may" labels count half), or "none" where no label touches the clause. The same data give the same
weights.
"""

import argparse
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from transforms.extract.clauses import Clause
from transforms.extract.document import Document, read_document
from transforms.extract.likely import masked
from transforms.extract.passages import dates_in
from transforms.lexicon.likeness import places_of
from transforms.lexicon.load import HERE, load
from transforms.lexicon.model import Lexicon
from transforms.records import EVENTS, Article

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = ROOT / "tests" / "first_looks"
CLASSES = ("none", *sorted(EVENTS))
BITS, EPOCHS, RATE, DECAY, SEED = 14, 30, 0.5, 1e-4, 0
PUBLISHED = "2026-04-10"  # of a sentence by itself
WEIGHT = {"must": 1.0, "may": 0.5}
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One clause: where its grams fall, the index of its event in CLASSES, and how much it counts."""

    places: NDArray[np.int64]
    event: int
    weight: float


def examples_of(lang: str, without: tuple[str, ...], lexicon: Lexicon) -> Iterator[Example]:
    """Every example of a language, in a fixed order."""
    for file in files_of(lang):
        if file.parent.name in without:
            continue
        if file.suffix == ".tsv":
            for line in file.read_text("utf-8").splitlines():
                event, _, sentence = line.partition("\t")
                yield from _sentence(event, sentence, lang, lexicon)
        else:
            label = json.loads(file.read_text("utf-8"))
            if label["lang"] == lang:
                yield from _article(label, lexicon)


def files_of(lang: str) -> list[Path]:
    """What is learned from."""
    return [*sorted(ROUNDS.glob("*/*.json")), *sorted((ROOT / "training" / lang).glob("*.tsv"))]


def _sentence(event: str, sentence: str, lang: str, lexicon: Lexicon) -> Iterator[Example]:
    document = _document({"lang": lang, "published": PUBLISHED, "title": "", "body": sentence}, lexicon)
    for clause in _dated(document):
        yield _example(clause, document, event, 1.0)


def _article(label: dict[str, Any], lexicon: Lexicon) -> Iterator[Example]:
    document = _document(label, lexicon)
    stated = [(label["body"].find(m["quote"]), m) for m in label["milestones"]]
    for clause in _dated(document):
        dates = {(str(d.first), str(d.last)) for d in dates_in(document, clause.start, clause.end)}
        touching = [m for at, m in stated if at < clause.end and at + len(m["quote"]) > clause.start]
        here = [m for m in touching if (str(m["date_start"]), str(m["date_end"])) in dates]
        best = min(here, key=lambda m: m["need"] != "must", default=None)
        if best:
            yield _example(clause, document, best["event"], WEIGHT[best["need"]])
        elif not touching:
            yield _example(clause, document, "none", 1.0)


def _document(label: dict[str, Any], lexicon: Lexicon) -> Document:
    article = Article(
        article_id="", url=None, publisher=label.get("publisher"), title=label["title"], subtitle=None,
        byline=None, published_at=datetime.fromisoformat(label["published"]), published_precision="day",
        published_offset=None, modified_at=None, language=label["lang"], body=label["body"], image_urls=(),
        source_uri="", source_sha256="", source_format="text", encoding="utf-8",
    )  # fmt: skip
    return read_document(article, lexicon)


def _dated(document: Document) -> Iterator[Clause]:
    for clause in document.clauses:
        dates = dates_in(document, clause.start, clause.end) if clause.field == "body" else []
        if any(d.first or d.last for d in dates):
            yield clause


def _example(clause: Clause, document: Document, event: str, weight: float) -> Example:
    places = sorted(places_of(masked(clause, document), clause.form, BITS))
    return Example(np.array(places), CLASSES.index(event), weight)


def learn(examples: list[Example]) -> tuple[Floats, Floats]:
    """(weights, bias) of a softmax by AdaGrad, one example at a time in an order drawn with a fixed seed."""
    chance = np.random.default_rng(SEED)
    shape = (1 << BITS, len(CLASSES))
    weights, squares, bias = np.zeros(shape), np.full(shape, 1e-6), np.zeros(len(CLASSES))
    for _ in range(EPOCHS):
        for index in chance.permutation(len(examples)):
            one = examples[index]
            by = 1 / np.sqrt(max(len(one.places), 1))
            logits = weights[one.places].sum(0) * by + bias
            shares = np.exp(logits - logits.max())
            slope = shares / shares.sum()
            slope[one.event] -= 1
            slope *= one.weight
            step = slope * by + DECAY * weights[one.places]
            squares[one.places] += step**2
            weights[one.places] -= RATE * step / np.sqrt(squares[one.places])
            bias -= 0.02 * slope
    return weights, bias


def fingerprint(lang: str) -> str:
    """The sha256 of what is learned from: a test compares it with the one in the file of weights."""
    digest = hashlib.sha256()
    for file in files_of(lang):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def write(lang: str, weights: Floats, bias: Floats, sure: float) -> Path:
    """The file of weights, rounded to a byte each."""
    scale = float(np.abs(weights).max()) / 127
    head = {
        "events": CLASSES,
        "bits": BITS,
        "scale": scale,
        "bias": [round(float(b), 4) for b in bias],
        "sure": sure,
        "of": fingerprint(lang),
    }
    file = HERE / lang / "steps.weights"
    file.write_bytes(json.dumps(head).encode() + b"\n" + np.round(weights / scale).astype(np.int8).tobytes())
    return file


def main() -> None:
    """Learn one language's weights and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lang", choices=("ko", "en"))
    parser.add_argument("--without", nargs="*", default=(), help="rounds that are not learned from")
    parser.add_argument("--sure", type=float, default=0.45)
    asked = parser.parse_args()
    examples = list(examples_of(asked.lang, tuple(asked.without), load()))
    weights, bias = learn(examples)
    file = write(asked.lang, weights, bias, asked.sure)
    print(f"{file.relative_to(ROOT)}: learned from {len(examples)} clauses")


if __name__ == "__main__":
    main()
