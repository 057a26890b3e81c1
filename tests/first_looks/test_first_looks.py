"""Articles written and labelled by hands that had not seen the rules: what was learned from them is not lost again.

A folder is a round in the form of ../shared/gold/articles: our own texts, papers and quotations fictional, figures
partly so. `floors.yml` holds for each round the F1 below which the rules may not fall again; what its first look gave
stands in docs/benchmarks.md.
"""

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from flows.jsonlines import article_line
from transforms.article import facts_of, read
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = yaml.safe_load((HERE / "floors.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load()


def predicted(file: Path, lexicon: Lexicon) -> bytes:
    """What `pressledger extract` prints of one labelled article, read as the raw file of a scraper."""
    data = file.read_bytes()
    [article] = read(file.name, hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon)
    assert isinstance(article, Article), article
    facts = facts_of(article, lexicon)
    for fact in (*facts.grants, *facts.milestones):
        evidence = fact.evidence
        assert article.text_of(evidence.field)[evidence.char_start : evidence.char_end] == evidence.quote
    return article_line(facts)


def test_every_round_has_its_floors() -> None:
    assert sorted(FLOORS) == sorted(folder.name for folder in HERE.iterdir() if any(folder.glob("*.json")))


@pytest.mark.parametrize("name", FLOORS)
def test_no_round_falls_below_its_floor(name: str, lexicon: Lexicon, shared: Path, tmp_path: Path) -> None:
    lines = b"".join(predicted(file, lexicon) + b"\n" for file in sorted((HERE / name).glob("*.json")))
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_bytes(lines)
    command = [sys.executable, str(shared / "gold" / "score.py"), str(HERE / name), str(predictions), "--json"]
    scored = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert scored["absent"] == []
    reached = {kind: figures["f1"] for kind, figures in scored["scores"].items()}
    assert {kind: f1 for kind, f1 in reached.items() if f1 < FLOORS[name][kind]} == {}
