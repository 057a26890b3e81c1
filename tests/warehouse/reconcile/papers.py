"""Articles built from what they state, one sentence a statement."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from articles import article, words

from transforms.records import Article, ArticleFacts, Grant, Milestone, Organization
from warehouse.reconcile.claims import GrantClaim, Source

PROGRAMME = "바다 바람 발전"


def grant(quote: str, amount: int | None = None, **given: object) -> tuple[str, Grant]:
    """A sentence, and the grant that it states."""
    values: dict[str, object] = {
        name: None for name in Grant.__dataclass_fields__ if name not in ("kind", "status", "bound", "evidence")
    }
    values |= {"programme": PROGRAMME, "funder_id": "motie", "kind": "cash", "status": "announced", "bound": "exact"}
    values |= {"amount": None if amount is None else Decimal(amount), "currency": "KRW" if amount is not None else None}
    return quote, Grant(**{**values, **given, "evidence": None})  # type: ignore[arg-type]


def step(
    quote: str, event: str, days: str | None = None, status: str = "planned", **given: object
) -> tuple[str, Milestone]:
    """A sentence, and the milestone that it states. `days` is "2026-01-01/2026-01-31", "/2026-01-31" or one day."""
    first, _, last = (days or "/").partition("/")
    if days and "/" not in days:
        last = first
    values: dict[str, object] = dict.fromkeys(Milestone.__dataclass_fields__)
    values |= {"programme": PROGRAMME, "event": event, "status": status, "bound": "exact"}
    values |= {"date_start": _day(first), "date_end": _day(last), "date_precision": _precision(first, last)}
    if "value" in given:
        given["value"] = Decimal(str(given["value"]))
    return quote, Milestone(**{**values, **given})  # type: ignore[arg-type]


def paper(
    name: str, day: str, *stated: tuple[str, Grant | Milestone], bodies: tuple[Organization, ...] = ()
) -> ArticleFacts:
    """An article of that day that states these facts and names every body of theirs."""
    body = " ".join(quote for quote, _ in stated) or "아무 일도 없었다."
    one: Article = article(name, body, published_at=datetime.fromisoformat(day), title=name)
    facts = [replace(fact, evidence=words(one, quote)) for quote, fact in stated]
    grants = tuple(fact for fact in facts if isinstance(fact, Grant))
    milestones = tuple(fact for fact in facts if isinstance(fact, Milestone))
    ids = {b for g in grants for b in (g.funder_id, g.recipient_id)} | {m.organization_id for m in milestones}
    known = {body.organization_id for body in bodies}
    named = tuple(named_body(key) for key in sorted(key for key in ids if key and key not in known))
    return ArticleFacts(one, bodies + named, (), grants, milestones)


def named_body(key: str, *aliases: str, origin: str = "shape", kind: str = "company") -> Organization:
    """A body whose id is its name."""
    return Organization(key, key, None, aliases, kind, None, origin)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _precision(first: str, last: str) -> str | None:
    if not first or not last:
        return None
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "day" if days == 0 else "part" if days < 12 else "month" if days < 31 else "quarter" if days < 95 else "year"


def claim(name: str, amount: Decimal, **given: object) -> GrantClaim:
    """A claim of a sum, by an article of its own."""
    values: dict[str, object] = dict.fromkeys(GrantClaim._fields)
    values |= {"evidence_id": name, "fact_id": name, "source": Source(name, name, None), "programme": PROGRAMME}
    values |= {
        "kind": "cash",
        "amount": amount,
        "currency": "KRW",
        "status": "announced",
        "bound": "exact",
        "quote": "",
    }
    return GrantClaim(**{**values, **given})  # type: ignore[arg-type]
