"""The lexicon of bodies: forms that follow by rule, faults told plainly, and no clash in what is shipped."""

from dataclasses import replace
from pathlib import Path

import pytest

from transforms.lexicon import check
from transforms.lexicon.errors import LexiconError
from transforms.lexicon.load import HERE
from transforms.lexicon.organizations import Body, assemble, forms_of, read

BODIES = read(HERE)
PLAIN = Body("kr-a", "가나대학교", None, (), (), "university", "KR")


def forms(body: Body) -> set[str]:
    return {form.text for form in forms_of(body)}


def test_forms_follow_from_names_by_rule() -> None:
    assert forms(replace(PLAIN, name="국립가나대학교")) >= {"가나대학교", "가나대", "국립가나대"}
    assert forms(replace(PLAIN, name="가나위원회")) == {"가나위원회", "가나위"}
    assert forms(replace(PLAIN, name="가나군", place=True)) >= {"가나군청"}
    assert forms(replace(PLAIN, name="LG AI연구원")) >= {"LGAI연구원"}
    assert forms(replace(PLAIN, name="U.S. Department of Tea")) >= {"US Department of Tea"}


def test_the_shipped_lexicon_has_no_clash_and_is_broad() -> None:
    assert list(check.clashes(BODIES)) == []
    assert len(BODIES.bodies) >= 3000
    assert check.main() == 0


def test_clashes_are_told() -> None:
    twins = {"kr-a": PLAIN, "kr-b": replace(PLAIN, key="kr-b")}
    faults = list(check.clashes(assemble(twins, BODIES.grammars)))
    assert any("가나대학교" in fault and "kr-a" in fault and "kr-b" in fault for fault in faults)
    circle = {"kr-a": replace(PLAIN, succeeded_by="kr-a")}
    assert any("circle" in fault for fault in check.clashes(assemble(circle, BODIES.grammars)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- kind: bank\n  bodies: [가나은행]\n", "bank"),
        ("- kind: company\n  bodies: [가나 | G | a | b | c | d]\n", "가나"),
        ("- kind: company\n  bodies: [3]\n", "3"),
        ("- kind: company\n  bodies: [가나]\n  history: {다라: {since: 2020-01-01}}\n", "다라"),
        ("- kind: company\n  bodies: [가나]\n  history: {가나: {born: 2020-01-01}}\n", "가나"),
        ("- kind: company\n  bodies: [가나, 가나]\n", "가나"),
        ("kind: company\n", "list of groups"),
    ],
)
def test_a_bad_entry_is_named(tmp_path: Path, text: str, words: str) -> None:
    for lang in ("ko", "en"):
        (tmp_path / lang).mkdir()
        (tmp_path / lang / "names.yml").write_bytes((HERE / lang / "names.yml").read_bytes())
    (tmp_path / "ko" / "organizations-x.yml").write_text(text, "utf-8")
    with pytest.raises(LexiconError, match=r"organizations-x\.yml") as fault:
        read(tmp_path)
    assert words in str(fault.value)
