"""Facts that disagree, linked into groups: each compared with those of near figures alone, so that many cost little."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from warehouse.reconcile.figures import DISAGREEMENT
from warehouse.reconcile.grants import GrantFact
from warehouse.reconcile.keys import content_key
from warehouse.reconcile.milestones import MilestoneFact

Fact = TypeVar("Fact", GrantFact, MilestoneFact)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that disagree on `field`; `facts` are their ids, in order."""

    conflict_id: str
    table: str
    field: str
    facts: tuple[str, ...]


# Each figure is compared with so many of the next larger ones: all pairs would be their square.
BESIDE = 100
Measured = list[tuple[str, Decimal, Fact]]  # unit, figure and fact, in this order


def measured(figures: Iterable[tuple[str | None, Decimal | None, Fact]]) -> Measured[Fact]:
    """The facts that have a figure, as `linked` takes them."""
    known = ((unit or "", figure, fact) for unit, figure, fact in figures if figure is not None)
    return sorted(known, key=lambda one: (one[0], one[1], one[2].fact_id))


def twice(figure: Decimal) -> Decimal:
    """The largest figure that may be a claim of the same thing."""
    return figure * DISAGREEMENT


def linked(
    table: str,
    field: str,
    facts: Measured[Fact],
    most: Callable[[Decimal], Decimal],
    disagree: Callable[[Fact, Fact], bool],
) -> list[Conflict]:
    """Groups of facts that hang together by disagreement; `most` is the largest figure that may disagree with one."""
    leader = {fact.fact_id: fact.fact_id for _, _, fact in facts}

    def find(fact_id: str) -> str:
        while leader[fact_id] != fact_id:
            leader[fact_id] = fact_id = leader[leader[fact_id]]
        return fact_id

    for one, other in _pairs(facts, most):
        low, high = sorted((find(one.fact_id), find(other.fact_id)))
        if low != high and disagree(one, other):
            leader[high] = low
    groups: dict[str, list[str]] = defaultdict(list)
    for _, _, fact in facts:
        groups[find(fact.fact_id)].append(fact.fact_id)
    return [
        Conflict(content_key("c", table, field, *sorted(members)), table, field, tuple(sorted(members)))
        for members in groups.values()
        if len(members) > 1
    ]


def _pairs(facts: Measured[Fact], most: Callable[[Decimal], Decimal]) -> Iterator[tuple[Fact, Fact]]:
    """Each fact with the next larger ones of its unit, up to `most` of its figure."""
    after = len(facts)  # the place of the next larger figure, found from the end
    larger = [after] * after
    for place in range(len(facts) - 2, -1, -1):
        if facts[place][:2] != facts[place + 1][:2]:
            after = place + 1
        larger[place] = after
    for (unit, figure, one), start in zip(facts, larger, strict=True):
        limit = most(figure)
        for other_unit, other_figure, other in facts[start : start + BESIDE]:
            if other_unit != unit or other_figure > limit:
                break
            yield one, other
