"""The stories of the shared gold, reconciled from their labels: what a perfect reading would give the warehouse."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from memory import Memory

from .labels import facts_of_labels


@pytest.fixture
def scorer(shared: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """score_stories.py, reading labels into memory where it would run the command."""
    monkeypatch.syspath_prepend(str(shared / "gold"))
    spec = importlib.util.spec_from_file_location("score_stories", shared / "gold" / "score_stories.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lakes: dict[str, Memory] = {}

    def run(command: list[str], **_: object) -> SimpleNamespace:
        _, _, *files, _, lake = command
        lakes[lake] = Memory()
        lakes[lake].add([facts_of_labels(Path(file)) for file in files])
        return SimpleNamespace(returncode=0)

    def read(_: object, lake: str, query: str) -> object:
        return json.loads(json.dumps(lakes[lake].rows(query), default=str))

    module.subprocess = SimpleNamespace(run=run)
    module.read = read
    return module


def test_stories_from_labels(
    shared: Path, scorer: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = shared / "gold"
    monkeypatch.setattr(sys, "argv", ["", str(gold), str(gold / "articles"), "--json", "--command", "labels"])
    scorer.main()
    scores = json.loads(capsys.readouterr().out)
    assert scores["same"] >= 0.98
    assert scores["conflicts.precision"] >= 0.95
    assert scores["conflicts.recall"] >= 0.95
    assert scores["promises"] >= 0.95
