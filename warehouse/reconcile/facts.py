"""Claims of some blocks -> facts and their disagreements, with what people decided applied."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from warehouse.reconcile.claims import GrantClaim, MilestoneClaim, claim_order
from warehouse.reconcile.conflicts import grant_conflicts, milestone_conflicts
from warehouse.reconcile.grants import GrantFact, grant_facts
from warehouse.reconcile.keys import unused
from warehouse.reconcile.linked import Conflict
from warehouse.reconcile.milestones import MilestoneFact, milestone_facts
from warehouse.reconcile.verdicts import Verdicts

C = TypeVar("C", GrantClaim, MilestoneClaim)
F = TypeVar("F", GrantFact, MilestoneFact)


@dataclass(frozen=True, slots=True)
class Worked(Generic[F]):
    """The facts, their disagreements, and where each statement belongs: (evidence_id, id before, id now)."""

    facts: tuple[F, ...]
    conflicts: tuple[Conflict, ...]
    places: tuple[tuple[str, str, str], ...]


def worked_grants(blocks: Mapping[int, list[GrantClaim]], verdicts: Verdicts) -> Worked[GrantFact]:
    """The grants that the claims of the blocks state."""
    return _worked(blocks, verdicts, grant_facts, grant_conflicts)


def worked_milestones(blocks: Mapping[int, list[MilestoneClaim]], verdicts: Verdicts) -> Worked[MilestoneFact]:
    """The milestones that the claims of the blocks state."""
    return _worked(blocks, verdicts, milestone_facts, milestone_conflicts)


def _worked(
    blocks: Mapping[int, list[C]],
    verdicts: Verdicts,
    join: Callable[[Iterable[C]], list[F]],
    disagree: Callable[[list[F]], list[Conflict]],
) -> Worked[F]:
    refused = [claim for claims in blocks.values() for claim in claims if claim.evidence_id in verdicts.rejected]
    found: dict[int, list[F]] = {}
    for block, claims in sorted(blocks.items()):
        counted = [claim for claim in claims if claim.evidence_id not in verdicts.rejected]
        together = join(claim for claim in counted if claim.evidence_id not in verdicts.alone)
        alone = [join([claim])[0] for claim in counted if claim.evidence_id in verdicts.alone]
        taken = {fact.fact_id for fact in together}
        named = [replace(fact, fact_id=unused(taken, fact.fact_id, fact.head.evidence_id)) for fact in alone]
        found[block] = together + named
    natural = {fact.fact_id: fact for facts in found.values() for fact in facts}
    final = _merged(natural, verdicts)
    conflicts = [
        conflict
        for facts in found.values()
        for conflict in disagree([final[fact.fact_id] for fact in facts if fact.fact_id in final])
    ]
    placed = {claim.evidence_id: (claim.fact_id, fact.fact_id) for fact in final.values() for claim in fact.claims}
    for fact in natural.values():
        for claim in fact.claims:
            placed.setdefault(claim.evidence_id, (claim.fact_id, fact.fact_id))
    placed |= {claim.evidence_id: (claim.fact_id, claim.evidence_id) for claim in refused}
    places = tuple((evidence, before, now) for evidence, (before, now) in placed.items())
    return Worked(tuple(final.values()), tuple(conflicts), places)


def _merged(natural: Mapping[str, F], verdicts: Verdicts) -> dict[str, F]:
    """The facts that stay: without the rejected ones, those that a person joined under the id that they became."""
    final = {fact_id: fact for fact_id, fact in natural.items() if fact_id not in verdicts.rejected}
    for fact_id in sorted(final.keys() & verdicts.joined.keys()):
        into = verdicts.end(fact_id)
        if into != fact_id and into in final:
            one: F = final[into]
            other: F = final.pop(fact_id)
            claims = sorted((*one.claims, *other.claims), key=claim_order)
            final[into] = replace(one, claims=tuple(claims))
    return final
