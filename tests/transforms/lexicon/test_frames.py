"""Bad entries of predicates, cues and programmes are named, not swallowed."""

import re
import shutil
from pathlib import Path

import pytest

from transforms.lexicon import frames, programmes
from transforms.lexicon.errors import LexiconError

HERE = Path(frames.__file__).parent


@pytest.fixture
def folder(tmp_path):
    for lang in ("ko", "en"):
        shutil.copytree(HERE / lang, tmp_path / lang)
    return tmp_path


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{noun: true, sense: give}", "lemma"),
        ("{lemma: 쾌척하다}", "쾌척하다"),
        ("{lemma: 쾌척, sense: give, colour: red}", "colour"),
    ],
)
def test_a_bad_predicate(folder, entry, said):
    (folder / "ko" / "predicates.yml").write_text(f"predicates:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        frames.read(folder)


@pytest.mark.parametrize("cue", ["national: 국비", "national: ['(']", "national: [1]"])
def test_a_bad_cue(tmp_path, cue):
    file = tmp_path / "cues.yml"
    file.write_text(cue, encoding="utf-8")
    with pytest.raises(LexiconError, match="national"):
        frames.read_cues(file)["national"]


def test_a_cue_may_use_those_above_it(tmp_path):
    file = tmp_path / "cues.yml"
    file.write_text("a: ['x', 'y']\nb: ['{a}z']\n", encoding="utf-8")
    assert frames.read_cues(file)["b"].fullmatch("yz")


@pytest.mark.parametrize(
    ("entry", "said"),
    [("{aliases: [A]}", "name and aliases"), ("{name: A, colour: red}", "name and aliases")],
)
def test_a_bad_programme(folder, entry, said):
    file = folder / "ko" / "programmes.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("programmes:\n", f"programmes:\n  - {entry}\n", 1), encoding="utf-8")
    with pytest.raises(LexiconError, match=said):
        programmes.read(folder)


def test_one_form_may_not_name_two_programmes(folder):
    file = folder / "ko" / "programmes.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("programmes:\n", "programmes:\n  - {name: 다른 것, aliases: [팁스]}\n", 1), encoding="utf-8"
    )
    with pytest.raises(LexiconError, match="names two programmes"):
        programmes.read(folder)


def test_every_cue_is_asked_for():
    """By its name, as one of a kind (refuse_..., ..._support), or from another cue of its file."""
    code = "".join(file.read_text("utf-8") for file in (HERE.parent / "extract").glob("*.py"))
    kinds = re.findall(r'\[f"([a-z_]*)\{\w+\}([a-z_]*)"', code)
    unasked = [
        (file.parent.name, name)
        for file in sorted(HERE.glob("*/*.yml"))
        if file.stem in ("cues", "grants", "milestones")
        for name in frames.read_cues(file).sources
        if f'"{name}"' not in code
        and f"{{{name}}}" not in file.read_text("utf-8")
        and not any(name.startswith(before) and name.endswith(behind) for before, behind in kinds)
    ]
    assert unasked == []
