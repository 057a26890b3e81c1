"""The public suites hold what was promised for them: F1 of their own scorer, per language and kind."""

import importlib.util
import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from transforms.lexicon.model import Lexicon
from transforms.normalize.annotate import annotate, as_json

FLOORS = {
    ("ko", "date"): 0.95,
    ("ko", "money"): 0.95,
    ("ko", "quantity"): 0.90,
    ("ko", "percent"): 0.97,
    ("en", "date"): 0.85,
    ("en", "money"): 0.92,
    ("en", "quantity"): 0.90,
    ("en", "percent"): 0.95,
}


@pytest.fixture(scope="module")
def scores(shared: Path, lexicon: Lexicon) -> dict[tuple[str, str], float]:
    suites = shared / "bench" / "values"
    spec = importlib.util.spec_from_file_location("suites_score", suites / "score.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    tally: dict[tuple[str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for file in sorted(suites.glob("*.jsonl")):
        for case in map(json.loads, file.read_text("utf-8").splitlines()):
            published = date.fromisoformat(case["published"]) if case["published"] else None
            values = [as_json(value) for value in annotate(case["text"], published, lexicon, case["lang"])]
            scorer.judge({**case, "suite": case["lang"]}, values, tally, [])
    return {key: scorer.row(counts, key[1])["f1"] for key, counts in tally.items()}


@pytest.mark.parametrize(("lang", "kind"), FLOORS)
def test_floor(scores: dict[tuple[str, str], float], lang: str, kind: str) -> None:
    assert scores[lang, kind] >= FLOORS[lang, kind]
