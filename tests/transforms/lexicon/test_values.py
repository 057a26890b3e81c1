"""The words of the value readers: what is read, and what is said of a bad entry."""

import shutil
from pathlib import Path

import pytest
from babel import Locale

import transforms.lexicon
from transforms.lexicon.errors import LexiconError
from transforms.lexicon.sheet import read_sheet
from transforms.lexicon.values import read

FOLDER = Path(transforms.lexicon.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for lang in ("ko", "en"):
        (tmp_path / lang).mkdir()
        for name in ("numerals", "money", "units", "dates"):
            shutil.copy(FOLDER / lang / f"{name}.yml", tmp_path / lang)
    return tmp_path


def test_units_by_word() -> None:
    units = read(FOLDER).units
    assert (units["ko"].after["달러"].name, units["ko"].after["센트"].name) == ("USD", "USD")
    assert units["ko"].after["개월"].kind == "apart"
    assert units["en"].after["metric tons"].name == "ton"
    assert units["ko"].after["파운드"].instead == "pound"


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_currencies_are_those_of_cldr(lang: str) -> None:
    known = Locale(lang).currencies
    assert set(read_sheet(FOLDER / lang / "money.yml").groups("currencies")) <= set(known)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("ko/numerals.yml", "sino: {영: 0", "sino: {영: zero", "ko/numerals.yml: sino: words, each with a number"),
        ("ko/dates.yml", "weekends: [주말]", "weekends: 주말", "ko/dates.yml: weekends: a list of words"),
        (
            "en/dates.yml",
            "months: {january: 1",
            "months: {january: one",
            "en/dates.yml: months: words, each with a whole number",
        ),
        (
            "en/money.yml",
            '"cent": [USD, "0.01"]',
            '"cent": [USD]',
            "en/money.yml: subunits: words, each with two values",
        ),
        ("en/units.yml", "percent_of:", "percents_of:", "percent_of"),
        ("ko/units.yml", "weights:", "weight:", "ko/units.yml: weights is missing"),
        ("ko/units.yml", "weights:", "[", "ko/units.yml"),
    ],
)
def test_a_bad_entry_is_named(copy: Path, file: str, old: str, new: str, said: str) -> None:
    text = (copy / file).read_text("utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new), "utf-8")
    with pytest.raises(LexiconError, match=said.replace("[", r"\[")):
        read(copy)
