"""Milestone claims of one programme, body and event -> facts: one for each claimed date and figure.

As with grants, claims are taken from the surest to the vaguest. A result without a date joins the dated one that its
article was published just after; a result told by its month or year joins the one day inside it. Plans are joined only
where they name the same days: each date planned is a promise of its own.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from warehouse.reconcile.claims import MilestoneClaim, claim_order, most_said
from warehouse.reconcile.keys import content_key, plain, unused
from warehouse.reconcile.words import agree

# An article that reports a result without its date is published within so many days of it.
NEWS = timedelta(days=31)
# Steps of many sorts: without a date, only their descriptions tell which of them is meant.
MANIFOLD = ("launch", "target", "other")
CALENDAR = ("part", "month", "quarter", "half", "year")
Group = list[MilestoneClaim]


@dataclass(frozen=True, slots=True)
class MilestoneFact:
    """One row of milestones and the claims that state it, earliest first; `head` is the surest of them."""

    fact_id: str
    head: MilestoneClaim
    claims: tuple[MilestoneClaim, ...]

    @property
    def articles(self) -> frozenset[str]:
        """The articles that state it, copies under their original."""
        return frozenset(claim.source.origin for claim in self.claims)

    @property
    def status(self) -> str:
        """What the latest article says; reached, once any says so and none takes it back later."""
        return self.claims[-1].status

    @property
    def done(self) -> bool:
        """Whether any article says that it was reached."""
        return any(claim.status == "achieved" for claim in self.claims)


def milestone_facts(claims: Iterable[MilestoneClaim]) -> list[MilestoneFact]:
    """The facts that the claims of one block state; any order of the claims gives the same facts."""
    wordings: dict[tuple[object, ...], Group] = defaultdict(list)
    for claim in claims:
        wordings[_wording(claim)].append(claim)
    ordered = [sorted(group, key=claim_order) for group in wordings.values()]
    clusters: list[list[Group]] = []
    for group in sorted(ordered, key=_sureness):
        home = _home(group, clusters)
        if home is None:
            clusters.append([group])
        else:
            home.append(group)
    return _named(clusters)


def _undated(claim: MilestoneClaim) -> bool:
    return claim.date_start is None and claim.date_end is None


def _wording(claim: MilestoneClaim) -> tuple[object, ...]:
    days = (claim.date_start, claim.date_end, claim.recurrence)
    # results without a date are placed by the day of their article
    told = claim.source.day if _undated(claim) and claim.status == "achieved" else None
    return (*days, claim.value, claim.unit, plain(claim.subject), claim.status == "achieved", told)


def _sureness(group: Group) -> tuple[object, ...]:
    first = group[0]
    articles = len({claim.source.origin for claim in group})
    width = (first.date_end - first.date_start).days if first.date_start and first.date_end else 100_000
    return (_undated(first), width, first.value is None, first.subject is None, -articles, claim_order(first))


def _home(group: Group, clusters: list[list[Group]]) -> list[Group] | None:
    """The facts that the group may join; the nearest, and none where two are as near."""
    open_to = [cluster for cluster in clusters if _agrees(group, cluster)]
    exact = [cluster for cluster in open_to if _days(group[0]) == _days(cluster[0][0])]
    if exact or not open_to:
        return exact[0] if exact else None
    if group[0].status != "achieved":
        return None
    inside = [cluster for cluster in open_to if _placed(group[0], cluster[0][0])]
    days = {_days(cluster[0][0]) for cluster in inside}
    return inside[0] if len(days) == 1 else None


def _days(claim: MilestoneClaim) -> tuple[date | None, date | None]:
    return (claim.date_start, claim.date_end)


def _placed(vague: MilestoneClaim, exact: MilestoneClaim) -> bool:
    """Whether the vague result may be the exact one: told just after it, or its calendar interval holds that day."""
    if exact.date_start is None or exact.date_end is None or exact.status != "achieved":
        return False
    if _undated(vague):
        if vague.event in MANIFOLD and not (vague.subject and exact.subject):
            return False
        told = vague.source.day
        return told is not None and exact.date_end <= told <= exact.date_end + NEWS
    if vague.date_end is None:
        return False
    if vague.date_start is None:
        return vague.date_end == exact.date_end
    holds = vague.date_start <= exact.date_start and exact.date_end <= vague.date_end
    return holds and vague.date_precision in CALENDAR


def _agrees(group: Group, cluster: list[Group]) -> bool:
    claim, head = group[0], cluster[0][0]
    if claim.recurrence != head.recurrence:
        return False
    if claim.value is not None and (claim.value, claim.unit) != (head.value, head.unit):
        return False
    exact_day = claim.date_start is not None and _days(claim) == _days(head) and claim.date_start == claim.date_end
    if not exact_day and not agree(claim.subject, head.subject):
        return False
    return not any(_told_apart(group, other) for other in cluster)


def _told_apart(group: Group, other: Group) -> bool:
    """Whether one article states both as two things."""
    shared = {claim.source.origin for claim in group} & {claim.source.origin for claim in other}
    return bool(shared) and not agree(group[0].subject, other[0].subject)


def _named(clusters: list[list[Group]]) -> list[MilestoneFact]:
    facts: dict[str, MilestoneFact] = {}
    for cluster in clusters:
        claims = tuple(sorted((claim for group in cluster for claim in group), key=claim_order))
        head = cluster[0][0]
        body = (head.programme, head.organization, head.event, plain(head.subject))
        fact_id = content_key("m", *body, head.date_start, head.date_end, head.recurrence, head.value, head.unit)
        fact_id = unused(facts, fact_id, most_said(claim.status for claim in claims) or "")
        facts[fact_id] = MilestoneFact(fact_id, head, claims)
    return list(facts.values())
