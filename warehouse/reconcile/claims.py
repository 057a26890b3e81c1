"""Claims: what one article states of a fact, as the evidence holds it, with bodies and programmes resolved."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar


@dataclass(frozen=True)
class Source:
    """The article behind a claim. `origin` is the article that it is a copy of, else itself."""

    article_id: str
    origin: str
    published_at: datetime | None

    @property
    def day(self) -> date | None:
        """The day of publication."""
        return self.published_at.date() if self.published_at else None

    @cached_property
    def order(self) -> tuple[datetime, str]:
        """Earliest first; without a date last."""
        return (self.published_at or datetime.max, self.article_id)


class GrantClaim(NamedTuple):
    """One piece of grant evidence."""

    evidence_id: str
    fact_id: str
    source: Source
    programme: str | None
    funder: str | None
    recipient: str | None
    kind: str
    amount: Decimal | None
    currency: str | None
    quantity: Decimal | None
    quantity_max: Decimal | None
    unit: str | None
    period: str | None
    status: str
    announced_on: date | None
    basis: str | None
    purpose: str | None
    bound: str
    quote: str
    figure_raw: str | None


class MilestoneClaim(NamedTuple):
    """One piece of milestone evidence."""

    evidence_id: str
    fact_id: str
    source: Source
    programme: str | None
    organization: str | None
    event: str
    date_start: date | None
    date_end: date | None
    date_precision: str | None
    recurrence: str | None
    metric: str | None
    value: Decimal | None
    unit: str | None
    status: str
    subject: str | None
    bound: str
    quote: str
    figure_raw: str | None


Value = TypeVar("Value")
Claim = TypeVar("Claim", GrantClaim, MilestoneClaim)


def claim_order(claim: GrantClaim | MilestoneClaim) -> tuple[datetime, str, str]:
    """Earliest article first, then by id: the order of every list of claims."""
    return (*claim.source.order, claim.evidence_id)


def most_said(values: Iterable[Value | None]) -> Value | None:
    """The value that most claims give, the first said among equals; None where none gives one."""
    given = [value for value in values if value is not None]
    if not given or given.count(given[0]) * 2 >= len(given):
        return given[0] if given else None
    return Counter(given).most_common(1)[0][0]


@dataclass(frozen=True)
class Wording(Generic[Claim]):
    """Claims of one block that say the same, earliest first."""

    claims: tuple[Claim, ...]

    @property
    def head(self) -> Claim:
        """The earliest of them."""
        return self.claims[0]

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that say it, copies under their original."""
        return frozenset(claim.source.origin for claim in self.claims)


def grouped(claims: Iterable[Claim], wording: Callable[[Claim], Hashable]) -> list[Wording[Claim]]:
    """The claims in groups of one wording each."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[wording(claim)].append(claim)
    return [Wording(tuple(sorted(group, key=claim_order))) for group in groups.values()]
