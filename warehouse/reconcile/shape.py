"""A fact -> its row of grants or milestones, with the columns that a correction gives another value."""

from datetime import date
from decimal import Decimal
from typing import Any

from warehouse.reconcile.claims import most_said
from warehouse.reconcile.grants import GrantFact
from warehouse.reconcile.milestones import MilestoneFact
from warehouse.reconcile.verdicts import Verdicts
from warehouse.tables import TABLES
from warehouse.tables.model import DAY, FIGURE


def corrected(table: str, row: dict[str, Any], row_id: str, decided: Verdicts) -> dict[str, Any]:
    """The row with what people set in it; what no column holds is left out (it was checked when it was made)."""
    given = decided.given.get(row_id)
    for column in TABLES[table].columns if given else ():
        if given and column.name in given:
            row[column.name] = _typed(column.type, given[column.name])
    return row


def _typed(kind: object, value: str | None) -> str | Decimal | date | None:
    if value is None:
        return None
    if kind == FIGURE:
        return Decimal(value)
    return date.fromisoformat(value) if kind == DAY else value


def grant_row(fact: GrantFact, at_odds: set[str]) -> dict[str, Any]:
    """The row of the fact; `at_odds` are the facts that stand in a disagreement."""
    head, claims = fact.head, fact.claims
    return {
        "grant_id": fact.fact_id,
        "programme": head.programme,
        "funder_id": head.funder,
        "recipient_id": head.recipient,
        "kind": fact.kind,
        "amount": head.amount,
        "currency": head.currency,
        "quantity": head.quantity,
        "quantity_max": head.quantity_max,
        "unit": head.unit,
        "period": fact.period,
        "status": fact.status,
        "announced_on": min((claim.announced_on for claim in claims if claim.announced_on), default=None),
        "article_count": len(fact.articles),
        "has_conflict": fact.fact_id in at_odds,
        "basis": most_said(claim.basis for claim in claims),
        "purpose": most_said(claim.purpose for claim in claims),
    }


def milestone_row(fact: MilestoneFact, at_odds: set[str]) -> dict[str, Any]:
    """The row of the fact; `at_odds` are the facts that stand in a disagreement."""
    head, claims = fact.head, fact.claims
    return {
        "milestone_id": fact.fact_id,
        "programme": head.programme,
        "organization_id": head.organization,
        "event": head.event,
        "date_start": head.date_start,
        "date_end": head.date_end,
        "date_precision": head.date_precision,
        "recurrence": head.recurrence,
        "metric": head.metric or most_said(claim.metric for claim in claims),
        "value": head.value,
        "unit": head.unit,
        "status": fact.status,
        "article_count": len(fact.articles),
        "has_conflict": fact.fact_id in at_odds,
        "subject": head.subject or most_said(claim.subject for claim in claims),
    }
