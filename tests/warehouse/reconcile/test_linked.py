"""Many figures of one programme: comparing the near ones alone finds what comparing all pairs would, with less work."""

import random
from decimal import Decimal
from itertools import combinations

from warehouse.reconcile.figures import DISAGREEMENT
from warehouse.reconcile.grants import GrantFact, grant_facts
from warehouse.reconcile.linked import BESIDE, linked, measured, twice

from .papers import claim


def facts(count: int, most: int, seed: int = 1) -> list[GrantFact]:
    """Facts of different sums from `most` / 1000 up."""
    dice = random.Random(seed)
    sums = dice.sample(range(most // 1000, most), count)
    return grant_facts(claim(f"e{amount}", Decimal(amount)) for amount in sums)


def odd(one: GrantFact, other: GrantFact) -> bool:
    """A disagreement by chance: here, one that figures far apart never have."""
    low, high = sorted((one.head.amount or Decimal(0), other.head.amount or Decimal(0)))
    return high <= low * DISAGREEMENT and (low + high) % 7 == 0


def test_near_figures_alone_are_compared_and_nothing_is_missed() -> None:
    found = facts(60, 100_000)
    leader = {fact.fact_id: fact.fact_id for fact in found}
    for one, other in combinations(found, 2):
        if odd(one, other):
            old, new = leader[other.fact_id], leader[one.fact_id]
            leader = {fact: new if group == old else group for fact, group in leader.items()}
    groups = {frozenset(fact for fact in leader if leader[fact] == group) for group in leader.values()}
    sums = measured((fact.head.currency, fact.head.amount, fact) for fact in found)
    assert {frozenset(one.facts) for one in linked("grants", "amount", sums, twice, odd)} == {
        group for group in groups if len(group) > 1
    }


def test_the_number_of_comparisons_grows_with_the_number_of_figures() -> None:
    asked = 0

    def never(_: GrantFact, __: GrantFact) -> bool:
        nonlocal asked
        asked += 1
        return False

    found = facts(3000, 1_000_000)
    assert len(found) == 3000
    linked("grants", "amount", measured((f.head.currency, f.head.amount, f) for f in found), twice, never)
    assert asked <= 3000 * BESIDE


def test_rounded_sums_find_theirs_among_many() -> None:
    exact = [claim(f"e{n}", Decimal(1_000_000_000 + n * 7_000_001)) for n in range(500)]
    rounded = [claim("about", Decimal(3_000_000_000), bound="about"), claim("off", Decimal(9_000_000), bound="about")]
    found = grant_facts([*rounded, *exact])
    joined = {c.evidence_id: fact.head.evidence_id for fact in found for c in fact.claims}
    assert len(found) == 501
    assert joined["about"] != "about"
    assert joined["off"] == "off"
