"""English names: known ones, names told by their heads, and by what their sentence says."""

import pytest

from transforms.lexicon.load import load
from transforms.normalize.names import read_article_names, read_names

LEXICON = load()


def named(text: str) -> list[str]:
    return [name.text for name in read_names(text, LEXICON, "en")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Intel and Samsung Electronics split the award.", ["Intel", "Samsung Electronics"]),
        (
            "The Larkspur Foundation pays the University of Quillmore.",
            ["Larkspur Foundation", "University of Quillmore"],
        ),
        (
            "Officials at the Department for Rural Trade, Innovation and Skills said so.",
            ["Department for Rural Trade, Innovation and Skills"],
        ),
        ("Brackwater Therapeutics, Inc. rose 4%.", ["Brackwater Therapeutics"]),
        ("It went to the Orlian Water and Health Research Center.", ["Orlian Water and Health Research Center"]),
        ("The White House and Quillmore University agreed.", ["White House", "Quillmore University"]),
        ("He led the 4th Squadron of the Army of the Ostrel.", ["4th Squadron", "Army of the Ostrel"]),
        ("Zentrivo is a start-up based in Leeds.", ["Zentrivo"]),
        ("Curling Australia and Handball Canada share it.", ["Curling Australia", "Handball Canada"]),
        ("The Marlow Children's Hospitals Network opened.", ["Marlow Children's Hospitals Network"]),
        ("He spoke for the Millers' Association.", ["Millers' Association"]),
        (
            "It came from the Ministry of Housing, Communities and Local Government.",
            ["Ministry of Housing, Communities and Local Government"],
        ),
        ("The Flemish government and the canton of Geneva paid.", ["Flemish government", "canton of Geneva"]),
        ("Marlow University C$12 million", ["Marlow University"]),
        ("The Partido Verde de Ostrel lost.", ["Partido Verde de Ostrel"]),
        ("It is now a part of Dalsk Marked.", ["Dalsk Marked"]),
        ("The prize went to Northern Ireland and New Zealand.", []),
        ("SURFNET, a computing cooperative, runs it.", ["SURFNET"]),
        ("He joined the band Quasarlight in 1999.", ["Quasarlight"]),
        ("She played for the Halifax Wanderers last season.", ["Halifax Wanderers"]),
        ("The machine is owned by Oxbridgeware.", ["Oxbridgeware"]),
        ("She signed to Velvet Harbor in 2003.", ["Velvet Harbor"]),
        ('He formed a band called "Ostrelight" there.', ["Ostrelight"]),
        ("Quarrelwood disbanded and sold its van.", ["Quarrelwood"]),
        ("He made 12 appearances for Quillmore and Ostrelham.", ["Quillmore", "Ostrelham"]),
        ("The striker was on loan to Liverpool, a fine season.", ["Liverpool"]),
        ("The Ostrel national hockey team won.", ["Ostrel"]),
        ("Members resent the League as a whole.", ["League"]),
        ("It is the Ostrel Rovers of the QXHL.", ["Ostrel Rovers", "QXHL"]),
        ("7QXR's news is read at noon.", ["7QXR"]),
        ("It runs on the South Eastern Railway.", ["South Eastern Railway"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "In January the minister visited Paris.",
        "The university said the company would hire.",
        "He watched a DVD on his PC.",
        "LONDON, Jan. 28 — It rained.",
        "Its RAISE pilot starts in May.",
        "He visited Liverpool, joined John Harker and moved to Liverpool.",
        "Meanwhile the league said nothing.",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    assert named(text) == []


def test_a_ministry_is_koreas_only_where_korea_is_spoken_of() -> None:
    (ours,) = read_names("South Korea: the Ministry of Education will pay.", LEXICON, "en")
    (other,) = read_names("In Narnia the Ministry of Education will pay.", LEXICON, "en")
    assert ours.key == "kr-ministry-of-education"
    assert (other.key, other.name) == (None, "Ministry of Education")


def test_the_first_word_of_a_company_stands_for_it_later() -> None:
    text = "Samsung Electronics will get $4.7 billion. Samsung plans two plants."
    keys = {name.key for name in read_article_names({"body": text}, LEXICON, "en")["body"]}
    assert keys == {"kr-samsung-electronics"}
