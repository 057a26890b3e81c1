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
from datetime import datetime
from pathlib import Path

import pytest
import yaml

from flows.jsonlines import article_line
from transforms.article import facts_of, read
from transforms.extract.document import read_document
from transforms.extract.milestones import milestones_of
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article

HERE = Path(__file__).parent
SENTENCES = HERE / "sentences.tsv"  # event ("none" for background), tab, sentence with a date
SENTENCES_READ = 0.57  # share of them whose event is read; of background no step at all
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


def test_the_steps_of_made_up_sentences_are_read(lexicon: Lexicon) -> None:
    """Each is a line of a paper by itself, published on 10 April 2026."""
    lines = [line.split("\t") for line in SENTENCES.read_text("utf-8").splitlines()]
    right = 0
    for event, sentence in lines:
        published = datetime(2026, 4, 10)
        article = Article(
            "a", None, None, "", None, None, published, "day", None, None, "ko", sentence, (), "u", "s", "txt", "utf-8"
        )
        told = {m.event for m in milestones_of(read_document(article, lexicon), lexicon)}
        right += event in told or (event == "none" and not told)
    assert right / len(lines) >= SENTENCES_READ
