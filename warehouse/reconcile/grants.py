"""Grant claims of one programme and recipient -> facts: one for each claimed figure, whoever states it.

Claims are taken from the surest to the vaguest; each joins the first fact that it agrees with, else it is a fact of its
own. An article that states two figures, purposes or bases tells them apart: they are never joined.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from warehouse.reconcile.claims import GrantClaim, claim_order, most_said
from warehouse.reconcile.figures import ROUNDED_BOUNDS, digits, rounds_to
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
    wordings: dict[tuple[object, ...], list[GrantClaim]] = defaultdict(list)
    for claim in claims:
        wordings[_wording(claim)].append(claim)
    ordered = [sorted(group, key=claim_order) for group in wordings.values()]
    clusters: list[list[list[GrantClaim]]] = []
    for group in sorted(ordered, key=_sureness):
        home = next((cluster for cluster in clusters if _joins(group, cluster)), None)
        if home is None:
            clusters.append([group])
        else:
            home.append(group)
    return _named(clusters)


def _wording(claim: GrantClaim) -> tuple[object, ...]:
    figures = (claim.amount, claim.currency, claim.quantity, claim.quantity_max, claim.unit)
    return (claim.funder, claim.kind, *figures, claim.basis, plain(claim.purpose), claim.bound in ROUNDED_BOUNDS)


def _sureness(group: list[GrantClaim]) -> tuple[object, ...]:
    first = group[0]
    articles = len({claim.source.origin for claim in group})
    return (
        first.bound in ROUNDED_BOUNDS,
        first.funder is None,
        first.quantity_max is None,
        first.purpose is None,
        -articles,
        claim_order(first),
    )


def _joins(group: list[GrantClaim], cluster: list[list[GrantClaim]]) -> bool:
    head = cluster[0][0]
    return _same(group[0], head) and not any(_told_apart(group, other) for other in cluster)


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


def _told_apart(group: list[GrantClaim], other: list[GrantClaim]) -> bool:
    shared = {claim.source.origin for claim in group} & {claim.source.origin for claim in other}
    return bool(shared) and _differ(group[0], other[0])


def _differ(claim: GrantClaim, head: GrantClaim) -> bool:
    """Whether one article that states both means two things."""
    if claim.kind != head.kind or (claim.basis and head.basis and claim.basis != head.basis):
        return True
    if not agree(claim.purpose, head.purpose):
        return True
    rounded = claim.bound in ROUNDED_BOUNDS
    return not rounded and (claim.amount, claim.quantity) != (head.amount, head.quantity)


def _named(clusters: list[list[list[GrantClaim]]]) -> list[GrantFact]:
    """Facts with their ids: those that share all of the key are told apart by purpose, then by their order."""
    facts: dict[str, GrantFact] = {}
    for cluster in clusters:
        claims = tuple(sorted((claim for group in cluster for claim in group), key=claim_order))
        head = cluster[0][0]
        kind = most_said(claim.kind for claim in claims) or head.kind
        figures = (head.amount, head.currency, head.quantity, head.quantity_max, head.unit)
        parts = (head.programme, head.funder, head.recipient, kind, head.basis, *figures)
        fact_id = unused(facts, content_key("g", *parts), plain(head.purpose))
        facts[fact_id] = GrantFact(fact_id, head, claims)
    return list(facts.values())
