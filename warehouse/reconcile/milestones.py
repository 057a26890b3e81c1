"""Milestone claims of one programme, body and event -> facts: one for each claimed date and figure.

As with grants, claims are taken from the surest to the vaguest. A result without a date joins the dated one that its
article was published just after; a result told by its month or year joins the one day inside it. Plans are joined only
where they name the same days: each date planned is a promise of its own.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from warehouse.reconcile.claims import MilestoneClaim, Wording, claim_order, grouped, most_said
from warehouse.reconcile.figures import ROUNDED_BOUNDS, rounds_to
from warehouse.reconcile.keys import content_key, plain, unused
from warehouse.reconcile.words import LIKE, agree, likeness, same_round

# An article that reports a result without its date is published within so many days of it.
NEWS = timedelta(days=31)
# Steps of many sorts, of which one programme has several: only their words tell which of them is meant.
MANIFOLD = ("start", "launch", "completion", "target", "other")
CALENDAR = ("part", "month", "quarter", "half", "year")
Group = Wording[MilestoneClaim]


@dataclass(frozen=True)
class MilestoneFact:
    """One row of milestones and the claims that state it, earliest first; `head` is the surest of them."""

    fact_id: str
    head: MilestoneClaim
    claims: tuple[MilestoneClaim, ...]

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that state it, copies under their original."""
        return frozenset(claim.source.origin for claim in self.claims)

    @cached_property
    def status(self) -> str:
        """What the latest article says; reached, once any says so and none takes it back later."""
        return self.claims[-1].status

    @cached_property
    def done(self) -> bool:
        """Whether any article says that it was reached."""
        return any(claim.status == "achieved" for claim in self.claims)


def milestone_facts(claims: Iterable[MilestoneClaim]) -> list[MilestoneFact]:
    """The facts that the claims of one block state; any order of the claims gives the same facts."""
    shelves = _Shelves([], defaultdict(list), [])
    for group in sorted(grouped(claims, _wording), key=_sureness):
        home = _home(group, shelves)
        if home is None:
            shelves.keep(group)
        else:
            shelves.clusters[home].append(group)
    return _named(shelves.clusters)


class _Shelves(NamedTuple):
    """The facts so far: each cluster's place by its days, and those of results by the day on which they ended."""

    clusters: list[list[Group]]
    by_days: dict[tuple[date | None, date | None], list[int]]
    results: list[tuple[date, int]]

    def keep(self, group: Group) -> None:
        """Begin a cluster with the group."""
        place = len(self.clusters)
        self.clusters.append([group])
        self.by_days[_days(group.head)].append(place)
        if group.head.status == "achieved" and group.head.date_start and group.head.date_end:
            insort(self.results, (group.head.date_end, place))

    def ended(self, first: date | None, last: date) -> list[int]:
        """The results that ended within these days, the latest first."""
        start = bisect_left(self.results, (first, -1)) if first else 0
        stop = bisect_left(self.results, (last + timedelta(days=1), -1))
        return [place for _, place in reversed(self.results[start:stop])]


def _undated(claim: MilestoneClaim) -> bool:
    return claim.date_start is None and claim.date_end is None


def _wording(claim: MilestoneClaim) -> tuple[object, ...]:
    days = (claim.date_start, claim.date_end, claim.recurrence)
    # results without a date are placed by the day of their article
    told = claim.source.day if _undated(claim) and claim.status == "achieved" else None
    rounded = claim.bound in ROUNDED_BOUNDS
    return (*days, claim.value, claim.unit, rounded, plain(claim.subject), claim.status == "achieved", told)


def _sureness(group: Group) -> tuple[object, ...]:
    first = group.head
    width = (first.date_end - first.date_start).days if first.date_start and first.date_end else 100_000
    rounded = first.bound in ROUNDED_BOUNDS
    unsure = (rounded, first.value is None, first.subject is None)
    return (_undated(first), width, *unsure, -len(group.articles), claim_order(first))


def _home(group: Group, shelves: _Shelves) -> int | None:
    """The fact that the group may join: one of the same days, else the only one that a vague result may be."""
    claim, clusters = group.head, shelves.clusters
    exact = next((place for place in shelves.by_days[_days(claim)] if _agrees(group, clusters[place])), None)
    if exact is not None or claim.status != "achieved":
        return exact
    last = claim.source.day if _undated(claim) else claim.date_end
    if last is None:
        return None
    fresh = last - NEWS if _undated(claim) else claim.date_start or last
    for first in (fresh, None) if _undated(claim) else (fresh,):
        inside = _of_one_day(group, shelves, shelves.ended(first, last))
        if inside:
            return min(inside) if len({_days(clusters[place][0].head) for place in inside}) == 1 else None
    return None


def _of_one_day(group: Group, shelves: _Shelves, places: Iterable[int]) -> list[int]:
    """Those of the results that the vague one may be; no more than it takes to know that they are of several days."""
    found: list[int] = []
    for place in places:
        cluster = shelves.clusters[place]
        if _holds(group.head, cluster[0].head) and _agrees(group, cluster):
            found.append(place)
            if _days(cluster[0].head) != _days(shelves.clusters[found[0]][0].head):
                break
    return found


def _days(claim: MilestoneClaim) -> tuple[date | None, date | None]:
    return (claim.date_start, claim.date_end)


def _holds(vague: MilestoneClaim, exact: MilestoneClaim) -> bool:
    """Whether the vague result may be the exact one: its calendar interval holds that day, or it is told after it."""
    if exact.date_start is None or exact.date_end is None or exact.status != "achieved":
        return False
    if _undated(vague):
        told = vague.source.day
        # a programme's own steps without a figure recur: only a fresh report of one says which it is
        telling = vague.organization is not None or vague.value is not None or _just_told(vague, exact)
        return told is not None and exact.date_end <= told and telling
    if vague.date_end is None:
        return False
    if vague.date_start is None:
        return vague.date_end == exact.date_end
    holds = vague.date_start <= exact.date_start and exact.date_end <= vague.date_end
    return holds and vague.date_precision in CALENDAR


def _just_told(vague: MilestoneClaim, exact: MilestoneClaim) -> bool:
    """Whether the article of a result without a date came out just after the exact one; a dated one needs no such."""
    told = vague.source.day
    return not _undated(vague) or (
        told is not None and exact.date_end is not None and timedelta() <= told - exact.date_end <= NEWS
    )


def _agrees(group: Group, cluster: list[Group]) -> bool:
    claim, head = group.head, cluster[0].head
    if claim.recurrence != head.recurrence:
        return False
    if not same_figure(claim, head):
        return False
    if any(_told_apart(group, other) for other in cluster):
        return False
    one_day = claim.date_start is not None and claim.date_start == claim.date_end and _days(claim) == _days(head)
    return one_day or alike(claim, head)


def same_figure(claim: MilestoneClaim, head: MilestoneClaim) -> bool:
    """Whether the claim gives no figure, the same one, or one that the head's may be rounded to."""
    if claim.value is None or (claim.value, claim.unit) == (head.value, head.unit):
        return True
    rounded = claim.bound in ROUNDED_BOUNDS and claim.unit == head.unit and head.value is not None
    return rounded and head.value is not None and rounds_to(head.value, claim.value)


def alike(one: MilestoneClaim, other: MilestoneClaim) -> bool:
    """Whether the words may be of one step: a body is judged or chosen once a round, launches and targets are many."""
    if one.event not in MANIFOLD:
        return same_round(one.subject, other.subject)
    figure = one.value is not None and (one.value, one.unit) == (other.value, other.unit)
    return figure or agree(one.subject, other.subject) or likeness(one.quote, other.quote) >= LIKE


def _told_apart(group: Group, other: Group) -> bool:
    """Whether one article states both as two things."""
    return not group.articles.isdisjoint(other.articles) and not alike(group.head, other.head)


def _named(clusters: list[list[Group]]) -> list[MilestoneFact]:
    facts: dict[str, MilestoneFact] = {}
    for cluster in clusters:
        claims = tuple(sorted((claim for group in cluster for claim in group.claims), key=claim_order))
        head = cluster[0].head
        body = (head.programme, head.organization, head.event, plain(head.subject))
        fact_id = content_key("m", *body, head.date_start, head.date_end, head.recurrence, head.value, head.unit)
        fact_id = unused(facts, fact_id, most_said(claim.status for claim in claims) or "")
        facts[fact_id] = MilestoneFact(fact_id, head, claims)
    return list(facts.values())
