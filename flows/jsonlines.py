"""Facts as JSON lines: what `extract` and `annotate` print. Names in place of ids, figures as plain numbers."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

import orjson

from transforms.records import ArticleFacts, Grant, Milestone

WHOLE_LIMIT = 2**63  # JSON numbers that every reader takes as they are


def article_line(facts: ArticleFacts, **beside: object) -> bytes:
    """One article as {"source", "article", "organizations", "grants", "milestones"}, and what is given beside."""
    article = asdict(facts.article)
    article["provenance"] = dict(facts.article.provenance)
    names = {organization.organization_id: organization.name for organization in facts.organizations}
    places: dict[str, list[dict[str, Any]]] = {}
    for mention in facts.mentions:
        place = asdict(mention)
        places.setdefault(place.pop("organization_id"), []).append(place)
    return dumps(
        {
            "source": facts.article.source_uri,
            "article": article,
            "organizations": [
                asdict(organization) | {"mentions": places.get(organization.organization_id, [])}
                for organization in facts.organizations
            ],
            "grants": [_grant(grant, names) for grant in facts.grants],
            "milestones": [_milestone(milestone, names) for milestone in facts.milestones],
            **beside,
        }
    )


def dumps(value: object) -> bytes:
    """One line of JSON; a decimal without a fraction is a whole number."""
    return orjson.dumps(value, default=_plain)


def _grant(grant: Grant, names: dict[str, str]) -> dict[str, Any]:
    fact = asdict(grant)
    evidence = fact.pop("evidence")
    named = {"funder": _name(grant.funder_id, names), "recipient": _name(grant.recipient_id, names)}
    return {**fact, **named, **evidence}


def _milestone(milestone: Milestone, names: dict[str, str]) -> dict[str, Any]:
    fact = asdict(milestone)
    evidence = fact.pop("evidence")
    return {**fact, "organization": _name(milestone.organization_id, names), **evidence}


def _name(organization_id: str | None, names: dict[str, str]) -> str | None:
    return None if organization_id is None else names.get(organization_id, organization_id)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < WHOLE_LIMIT
        return int(value) if whole else float(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
