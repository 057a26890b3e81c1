"""Who gives and who receives in English, on sentences made up for the grammar that they show."""

import pytest

from transforms.extract.grants import grants_of
from transforms.normalize.names import organization_id_of

MILLION = 10**6
ENERGY = "U.S. Department of Energy"

GIVEN = {
    "an object before the figure": (
        "The Wexford Foundation gave Lowick College $3 million and Marsh University $2 million.",
        {("Wexford Foundation", "Lowick College", 3), ("Wexford Foundation", "Marsh University", 2)},
    ),
    "a series of givers": (
        "The Wexford Foundation gave $3 million to Lowick College, and the Marsh Foundation $2 million.",
        {("Wexford Foundation", "Lowick College", 3), ("Marsh Foundation", "Lowick College", 2)},
    ),
    "names and figures in one order": (
        "The Department of Energy will pay Northwind Energy and Sunrise Power $10 million and $12 million "
        "respectively.",
        {(ENERGY, "Northwind Energy", 10), (ENERGY, "Sunrise Power", 12)},
    ),
    "states that are given shares by a body behind them": (
        "Texas is allotted $300 million, Louisiana $136 million and West Virginia $121 million by the Department of "
        "Energy.",
        {(ENERGY, "Texas", 300), (ENERGY, "Louisiana", 136), (ENERGY, "West Virginia", 121)},
    ),
    "a parenthesis between subject and verb": (
        "Kala Studio, which reopened its old home in the harbour last spring, receives £2 million from Arts Council "
        "England.",
        {("Arts Council England", "Kala Studio", 2)},
    ),
    "the figure is the subject": (
        "Of the $50 million, $20 million was awarded to Tulane University and $30 million to Marsh University.",
        {(None, "Tulane University", 20), (None, "Marsh University", 30)},
    ),
    "a territory, and a word for it": (
        "HUD gave the state of Iowa $20 million. The state adds $5 million.",
        {("U.S. Department of Housing and Urban Development", "State of Iowa", 20), ("State of Iowa", None, 5)},
    ),
    "for a county": (
        "FEMA approved $48 million for Madison County.",
        {("Federal Emergency Management Agency", "Madison County", 48)},
    ),
    "under its grant": (
        "Under a $12 million grant from the Department of Energy, Arcadia University will build a pilot plant.",
        {(ENERGY, "Arcadia University", 12)},
    ),
    "a participle of the choice": (
        "The Economic Development Administration picked 12 places, handing the largest award, $24 million, to the "
        "Dover Growth Partnership.",
        {("Economic Development Administration", "Dover Growth Partnership", 24)},
    ),
    "somebody without a name": (
        "The Department of Energy backs colleges. A group of donors promised Lowick College $4 million.",
        {(None, "Lowick College", 4)},
    ),
    "a council that was not named": (
        "The Wexford Trust has pledged £2 million to the Marlow Playhouse, and the borough council will match it with "
        "another £1 million.",
        {("Wexford Trust", "Marlow Playhouse", 2), (None, "Marlow Playhouse", 1)},
    ),
    "each of several givers": (
        "Wellcome and the Wexford Foundation each put in $20 million.",
        {("Wellcome", None, 20), ("Wexford Foundation", None, 20)},
    ),
    "a company's foundation": (
        "Duke Energy's foundation gave $2 million to Lowick College.",
        {("Duke Energy Foundation", "Lowick College", 2)},
    ),
}

HOME = {
    "CANBERRA — The Australian Research Council awarded $4 million to Monash University.": "AUD",
    "Ottawa has awarded $4 million to Lowick College in Ontario, the federal agency said. Canada wants more.": "CAD",
    "The Department of Energy awarded $4 million to Lowick College in Ohio.": "USD",
    "Canadian donors gave Lowick College C$3 million. The Department of Energy awarded it $4 million.": "USD",
}


@pytest.mark.parametrize("name", GIVEN)
def test_who_gives_and_who_gets(name, read, lexicon):
    body, expected = GIVEN[name]
    document = read(body)
    names = {organization_id_of(n): n.name for n in document.names.get("body", ())}
    found = {
        (names.get(g.funder_id), names.get(g.recipient_id), int(g.amount) // MILLION)
        for g in grants_of(document, lexicon)
    }
    assert found == expected


@pytest.mark.parametrize("body", HOME)
def test_whose_dollar(body, read):
    assert read(body).money["body"][-1].currency == HOME[body]
