"""The stems that Korean verbs are written with."""

import pytest

from transforms.lexicon.conjugation import endings_of, stems_of


@pytest.mark.parametrize(
    ("lemma", "stems"),
    [
        ("올리다", {"올리", "올린", "올릴", "올려", "올렸"}),
        ("오르다", {"오르", "오른", "오를", "올라", "올랐"}),
        ("길러 내다", {"길러 내", "길러 낸", "길러 낼", "길러 냈"}),
        ("첫 삽을 뜨다", {"첫 삽을 뜨", "첫 삽을 뜬", "첫 삽을 뜰", "첫 삽을 떠", "첫 삽을 떴"}),
        ("모으다", {"모으", "모은", "모을", "모아", "모았"}),
        ("나오다", {"나오", "나온", "나올", "나와", "나왔"}),
        ("띄우다", {"띄우", "띄운", "띄울", "띄워", "띄웠"}),
        ("건립되다", {"건립되", "건립된", "건립될", "건립돼", "건립됐"}),
        ("건립하다", {"건립하", "건립한", "건립할", "건립해", "건립했", "건립함"}),
        ("거머쥐다", {"거머쥐", "거머쥔", "거머쥘"}),
        ("도장을 찍다", {"도장을 찍"}),
        ("문을 열다", {"문을 열", "문을 여는", "문을 여니", "문을 연", "문을 엽"}),
    ],
)
def test_stems(lemma: str, stems: set[str]) -> None:
    assert set(stems_of(lemma)) == stems


def test_a_stem_that_ends_in_a_vowel_has_a_polite_form() -> None:
    assert endings_of("올려") == {"올렵", "올려요", "올려야", "올려서"}
    assert endings_of("주") == {"줍"}
    assert endings_of("찍") == set()
