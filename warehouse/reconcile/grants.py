"""Grant claims of one programme and recipient -> facts: one for each claimed figure, whoever states it.

Claims are taken from the surest to the vaguest; each joins the first fact that it agrees with, else it is a fact of its
own. An article that states two figures, purposes or bases tells them apart: they are never joined.
"""

import sys
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from warehouse.reconcile.claims import GrantClaim, Wording, claim_order, grouped, most_said
from warehouse.reconcile.figures import ROUNDED_BOUNDS, digits, rounds_to, span
from warehouse.reconcile.keys import content_key, plain, unused
from warehouse.reconcile.words import agree

# A sum with so many digits is the same money wherever a programme's article names it, whatever kind it is taken for;
# for one recipient, one digit less will do.
TELLING_DIGITS = 3
PROGRESS = ("cancelled", "planned", "announced", "awarded", "disbursed")


@dataclass(frozen=True)
class GrantFact:
    """One row of grants and the claims that state it, earliest first; `head` is the surest of them."""

    fact_id: str
    head: GrantClaim
    claims: tuple[GrantClaim, ...]

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that state it, copies under their original."""
        return frozenset(claim.source.origin for claim in self.claims)

    @cached_property
    def kind(self) -> str:
        """The kind that most claims give."""
        return most_said(claim.kind for claim in self.claims) or self.head.kind

    @cached_property
    def period(self) -> str | None:
        """The period that most claims give."""
        return most_said(claim.period for claim in self.claims)

    @cached_property
    def status(self) -> str:
        """How far it has come: the furthest that any article says, or cancelled where the latest says so."""
        if self.claims[-1].status == "cancelled":
            return "cancelled"
        return max((claim.status for claim in self.claims), key=PROGRESS.index)


def grant_facts(claims: Iterable[GrantClaim]) -> list[GrantFact]:
    """The facts that the claims of one block state; any order of the claims gives the same facts."""
    groups = sorted(grouped(claims, _wording), key=_sureness)
    clusters: list[list[Wording[GrantClaim]]] = []
    shelves: dict[Hashable, list[tuple[Decimal, int]]] = defaultdict(list)
    for group in groups:
        shelf, figure = _shelf(group.head)
        found = sorted(place for _, place in _between(shelves[shelf], *_reach(group.head, figure)))
        home = next((place for place in found if _joins(group, clusters[place])), None)
        if home is None:
            insort(shelves[shelf], (figure, len(clusters)))
            clusters.append([group])
        else:
            clusters[home].append(group)
    return _named(clusters)


def _shelf(head: GrantClaim) -> tuple[Hashable, Decimal]:
    """Where a fact is kept, and by which figure: those of other shelves or far figures are never compared with it."""
    kind, figure = (None, head.amount) if head.amount is not None else (head.kind, head.quantity)
    return (head.currency, head.unit, kind, figure is None), figure or Decimal(0)


def _reach(claim: GrantClaim, figure: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the largest figure of the facts that the claim may state."""
    return span(figure) if claim.bound in ROUNDED_BOUNDS else (figure, figure)


def _between(shelf: list[tuple[Decimal, int]], least: Decimal, largest: Decimal) -> list[tuple[Decimal, int]]:
    return shelf[bisect_left(shelf, (least, -1)) : bisect_right(shelf, (largest, sys.maxsize))]


def _wording(claim: GrantClaim) -> tuple[object, ...]:
    figures = (claim.amount, claim.currency, claim.quantity, claim.quantity_max, claim.unit)
    return (claim.funder, claim.kind, *figures, claim.basis, plain(claim.purpose), claim.bound in ROUNDED_BOUNDS)


def _sureness(group: Wording[GrantClaim]) -> tuple[object, ...]:
    first = group.head
    return (
        first.bound in ROUNDED_BOUNDS,
        first.funder is None,
        first.quantity_max is None,
        first.purpose is None,
        -len(group.articles),
        claim_order(first),
    )


def _joins(group: Wording[GrantClaim], cluster: list[Wording[GrantClaim]]) -> bool:
    return _same(group.head, cluster[0].head) and not any(_told_apart(group, other) for other in cluster)


def _same(claim: GrantClaim, head: GrantClaim) -> bool:
    if claim.funder and head.funder and claim.funder != head.funder:
        return False
    if (claim.currency, claim.unit) != (head.currency, head.unit):
        return False
    if claim.amount is None or head.amount is None:
        return claim.amount is head.amount and claim.kind == head.kind and _same_quantity(claim, head)
    if claim.amount == head.amount:
        return claim.kind == head.kind or digits(head.amount) >= TELLING_DIGITS - (head.recipient is not None)
    rounded = claim.bound in ROUNDED_BOUNDS and rounds_to(head.amount, claim.amount)
    return rounded and claim.kind == head.kind and claim.basis == head.basis


def _same_quantity(claim: GrantClaim, head: GrantClaim) -> bool:
    if claim.quantity is None or head.quantity is None:
        return claim.quantity is head.quantity and agree(claim.purpose, head.purpose)
    if claim.quantity == head.quantity:
        return claim.quantity_max == head.quantity_max or claim.quantity_max is None or head.quantity_max is None
    return claim.bound in ROUNDED_BOUNDS and rounds_to(head.quantity, claim.quantity)


def _told_apart(group: Wording[GrantClaim], other: Wording[GrantClaim]) -> bool:
    return not group.articles.isdisjoint(other.articles) and _differ(group.head, other.head)


def _differ(claim: GrantClaim, head: GrantClaim) -> bool:
    """Whether one article that states both means two things."""
    if claim.kind != head.kind or (claim.basis and head.basis and claim.basis != head.basis):
        return True
    if not agree(claim.purpose, head.purpose):
        return True
    rounded = claim.bound in ROUNDED_BOUNDS
    return not rounded and (claim.amount, claim.quantity) != (head.amount, head.quantity)


def _named(clusters: list[list[Wording[GrantClaim]]]) -> list[GrantFact]:
    """Facts with their ids: those that share all of the key are told apart by purpose, then by their order."""
    facts: dict[str, GrantFact] = {}
    for cluster in clusters:
        claims = tuple(sorted((claim for group in cluster for claim in group.claims), key=claim_order))
        head = cluster[0].head
        kind = most_said(claim.kind for claim in claims) or head.kind
        figures = (head.amount, head.currency, head.quantity, head.quantity_max, head.unit)
        parts = (head.programme, head.funder, head.recipient, kind, head.basis, *figures)
        fact_id = unused(facts, content_key("g", *parts), plain(head.purpose))
        facts[fact_id] = GrantFact(fact_id, head, claims)
    return list(facts.values())
