"""Disagreements: facts of one block that are one fact with different figures, linked; none of them wins.

It takes the same kind (event), basis, purpose (subject) and time, figures near enough to be claims of one thing, and no
article that states both: an article that does so knows two things where it names two. A figure that settles a plan, or
takes an earlier one back, is a change and no disagreement.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from warehouse.reconcile.figures import ROUNDED_BOUNDS, near, rounds_to
from warehouse.reconcile.grants import GrantFact
from warehouse.reconcile.linked import Conflict, Fact, linked, measured, twice
from warehouse.reconcile.milestones import NEWS, MilestoneFact, alike, same_figure
from warehouse.reconcile.words import agree, tells_change

# Reports of one day's event differ by no more than this; further apart they are two events.
DAYS_APART = timedelta(days=10)
# A year's sum is reported about the time when it is set; two reported further apart are of two years.
SAME_YEAR = timedelta(days=200)
SETTLED = ("awarded", "disbursed")
# Papers that tell of a plan within so many days of each other tell of the same state of it.
SAME_TIME = timedelta(days=7)
JUDGED = ("application", "screening", "evaluation")
ONCE = ("call", "selection", "elimination", "agreement", "start", "launch", "completion")


def grant_conflicts(facts: Sequence[GrantFact]) -> list[Conflict]:
    """The disagreements among the grants of one programme and recipient."""
    sums = measured((fact.head.currency, fact.head.amount, fact) for fact in facts)
    counts = measured((fact.head.unit, fact.head.quantity, fact) for fact in facts if fact.head.amount is None)
    amounts = linked("grants", "amount", sums, twice, lambda a, b: _amounts_differ(a, b) and _grants_alike(a, b))
    quantities = linked(
        "grants", "quantity", counts, twice, lambda a, b: _quantities_differ(a, b) and _grants_alike(a, b)
    )
    return [*amounts, *quantities]


def milestone_conflicts(facts: Sequence[MilestoneFact]) -> list[Conflict]:
    """The disagreements among the milestones of one programme, body and event."""
    figures = measured((fact.head.unit, fact.head.value, fact) for fact in facts)
    starts = measured((None, _number(fact.head.date_start), fact) for fact in facts)
    values = linked("milestones", "value", figures, twice, lambda a, b: _values_differ(a, b) and _steps_alike(a, b))
    days = linked("milestones", "date_start", starts, _days_on, lambda a, b: _days_differ(a, b) and _steps_alike(a, b))
    ends = measured((None, _number(fact.head.date_end), fact) for fact in facts)
    plans = linked("milestones", "date_end", ends, _news_on, lambda a, b: _plans_differ(a, b) and _steps_alike(a, b))
    return [*values, *days, *plans]


def _number(day: date | None) -> Decimal | None:
    return Decimal(day.toordinal()) if day else None


def _days_on(day: Decimal) -> Decimal:
    return day + DAYS_APART.days


def _news_on(day: Decimal) -> Decimal:
    return day + NEWS.days


def _grants_alike(one: GrantFact, other: GrantFact) -> bool:
    a, b = one.head, other.head
    return (
        (one.kind == other.kind or a.basis == b.basis == "total")
        and _one_year(one, other)
        and _compatible(a.funder, b.funder)
        and _compatible(a.basis, b.basis)
        and _compatible(one.period, other.period)
        and agree(a.purpose, b.purpose)
        and not one.articles & other.articles
        and "cancelled" not in (one.status, other.status)
        and not _settles(one, other)
        and not _updates(one, other)
    )


def _compatible(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _settles(one: GrantFact, other: GrantFact) -> bool:
    """A plan and, in a later article, what it came to: an award, or for a named recipient any sum that is no plan."""
    first, last = sorted((one, other), key=lambda fact: fact.claims[0].source.order)
    settled = last.status in SETTLED or (last.head.recipient is not None and last.status == "announced")
    return first.status == "planned" and settled


def _one_year(one: GrantFact, other: GrantFact) -> bool:
    """Whether two sums may be of the same year: those of one year each are, while their articles are near."""
    yearly = all(fact.period == "P1Y" or fact.head.basis == "per_year" for fact in (one, other))
    a, b = (fact.claims[0].source.day for fact in (one, other))
    return not yearly or a is None or b is None or abs(a - b) <= SAME_YEAR


def _updates(one: Fact, other: Fact) -> bool:
    """Whether a later article, or one of the same day, gives its figure as a new one in place of the other's."""
    first, last = sorted((one, other), key=lambda fact: fact.claims[0].source.order)
    if first.claims[0].source.day == last.claims[0].source.day and _takes_back(first, last):
        return True
    return _takes_back(last, first)


def _takes_back(last: Fact, first: Fact) -> bool:
    old = {claim.figure_raw for claim in first.claims if claim.figure_raw}
    since = first.claims[0].source.published_at or datetime.max
    return any(
        (claim.source.published_at or datetime.max) >= since.replace(hour=0, minute=0, second=0, microsecond=0)
        and (tells_change(claim.quote) or any(figure in claim.quote for figure in old))
        for claim in last.claims
    )


def _amounts_differ(one: GrantFact, other: GrantFact) -> bool:
    a, b = one.head, other.head
    if a.amount is None or b.amount is None or a.currency != b.currency:
        return False
    fits = (a.bound in ROUNDED_BOUNDS and rounds_to(b.amount, a.amount)) or (
        b.bound in ROUNDED_BOUNDS and rounds_to(a.amount, b.amount)
    )
    return near(a.amount, b.amount) and not fits


def _quantities_differ(one: GrantFact, other: GrantFact) -> bool:
    a, b = one.head, other.head
    if a.amount is not None or b.amount is not None or a.unit != b.unit:
        return False
    if a.quantity is None or b.quantity is None or a.quantity_max is not None or b.quantity_max is not None:
        return False
    return near(a.quantity, b.quantity)


def _steps_alike(one: MilestoneFact, other: MilestoneFact) -> bool:
    a, b = one.head, other.head
    return (
        one.done == other.done
        and "cancelled" not in (one.status, other.status)
        and alike(a, b)
        and not one.articles & other.articles
        and not _updates(one, other)
    )


def _values_differ(one: MilestoneFact, other: MilestoneFact) -> bool:
    a, b = one.head, other.head
    if a.value is None or b.value is None or a.unit != b.unit or not near(a.value, b.value):
        return False
    if same_figure(a, b) or same_figure(b, a):
        return False
    if not one.done:
        return a.date_end is not None and a.date_end == b.date_end
    return _one_time(_when(one), _when(other))


def _days_differ(one: MilestoneFact, other: MilestoneFact) -> bool:
    """Results that happen once, told with different days."""
    a, b = one.head, other.head
    if not one.done or a.event not in ONCE or (a.value, a.unit) != (b.value, b.unit):
        return False
    days = (a.date_start, a.date_end, b.date_start, b.date_end)
    first, last, other_first, other_last = days
    if first is None or other_first is None or first != last or other_first != other_last or first == other_first:
        return False
    return abs(first - other_first) <= DAYS_APART


def _plans_differ(one: MilestoneFact, other: MilestoneFact) -> bool:
    """Plans of a step that happens once, first told in the same days, with times that cannot both be right."""
    a, b = one.head, other.head
    if {one.status, other.status} != {"planned"} or a.event not in (*ONCE, *JUDGED):
        return False
    if (a.value, a.unit, a.recurrence) != (b.value, b.unit, b.recurrence):
        return False
    told, other_told = (fact.claims[0].source.day for fact in (one, other))
    if told is None or other_told is None or abs(told - other_told) > SAME_TIME:
        return False
    first, last = sorted((a, b), key=lambda claim: claim.date_end or date.max)
    if first.date_end is None or last.date_end is None or last.date_end - first.date_end > NEWS:
        return False
    if last.date_start is None:
        return first.date_start is None and first.date_end < last.date_end
    return last.date_start > first.date_end


@dataclass(frozen=True, slots=True)
class _When:
    first: date
    last: date
    coarse: bool


def _when(fact: MilestoneFact) -> _When | None:
    """The time of a result; one told without a date happened within the days before its article."""
    head = fact.head
    told = head.source.day
    if head.date_end is not None:
        return _When(head.date_start or head.date_end, head.date_end, head.date_start != head.date_end)
    return _When(told - NEWS, told, True) if told and head.date_start is None else None


def _one_time(one: _When | None, other: _When | None) -> bool:
    if one is None or other is None:
        return False
    gap = max(one.first - other.last, other.first - one.last, timedelta())
    return gap <= (NEWS if one.coarse or other.coarse else timedelta())


def conflicted(conflicts: Iterable[Conflict]) -> set[str]:
    """The facts that stand in any disagreement."""
    return {fact for conflict in conflicts for fact in conflict.facts}
