"""Makes an article's records from its labels: what a perfect reading would hand to the warehouse."""

import hashlib
import json
import unicodedata
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from transforms.records import Article, ArticleFacts, Evidence, Grant, Mention, Milestone, Organization

Label = dict[str, Any]
# One programme under its names in two languages; a reading takes these from the lexicon.
PROGRAMMES = {"Glocal University 30": "글로컬대학30"}
PRECISION = {0: "day", 9: "part", 10: "part", 7: "part", 8: "part", 27: "month", 28: "month", 29: "month", 30: "month"}


def facts_of_labels(file: Path) -> ArticleFacts:
    """The records of one labelled article, its `must` and `may` labels alike."""
    label = json.loads(file.read_text(encoding="utf-8"))
    article = _article(label)
    bodies = {o["name"]: o for o in label["organizations"]}
    organizations = tuple(_organization(o) for o in label["organizations"])
    unlisted = {n for g in label["grants"] for n in (g.get("funder"), g.get("recipient"))}
    unlisted |= {m.get("organization") for m in label["milestones"]}
    organizations += tuple(
        _organization({"name": n, "aliases": [], "kind": "other"}) for n in sorted(unlisted - {None} - set(bodies))
    )
    mentions = tuple(m for o in label["organizations"] for m in _mentions(o, article))
    return ArticleFacts(
        article,
        organizations,
        mentions,
        tuple(_grant(g, article) for g in label["grants"]),
        tuple(_milestone(m, article) for m in label["milestones"]),
    )


def body_id(name: str | None) -> str | None:
    """The id that a reading gives to a body that its lexicon does not list."""
    return "name:" + unicodedata.normalize("NFKC", name).casefold().replace(" ", "") if name else None


def _article(label: Label) -> Article:
    return Article(
        article_id=label["id"],
        url=f"https://news.example/{label['id']}",
        publisher=label["publisher"],
        title=label["title"],
        subtitle=None,
        byline=label["byline"],
        published_at=datetime.fromisoformat(label["published"][:10]),
        published_precision="day",
        published_offset=None,
        modified_at=None,
        language=label["lang"],
        body=label["body"],
        image_urls=(),
        source_uri=f"{label['id']}.json",
        source_sha256=hashlib.sha256(label["body"].encode()).hexdigest(),
        source_format="json",
        encoding="utf-8",
    )


def _organization(label: Label) -> Organization:
    name = label["name"]
    return Organization(body_id(name) or "", name, None, tuple(label["aliases"]), label["kind"], None, "shape")


def _mentions(label: Label, article: Article) -> list[Mention]:
    found = []
    for form in (label["name"], *label["aliases"]):
        start = article.body.find(form)
        if start >= 0:
            found.append(Mention(body_id(label["name"]) or "", "body", start, start + len(form), form))
    return found[:1]


def _evidence(label: Label, article: Article) -> Evidence:
    for field in ("body", "title"):
        start = article.text_of(field).find(label["quote"])
        if start >= 0:
            return Evidence(field, start, start + len(label["quote"]), label["quote"], "label")
    raise ValueError(f"{article.article_id}: no such words: {label['quote']}")


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _grant(label: Label, article: Article) -> Grant:
    return Grant(
        programme=PROGRAMMES.get(label["programme"], label["programme"]),
        funder_id=body_id(label.get("funder")),
        recipient_id=body_id(label.get("recipient")),
        kind=label["kind"],
        amount=_number(label.get("amount")),
        currency=label.get("currency") if label.get("amount") is not None else None,
        quantity=_number(label.get("quantity")),
        quantity_max=_number(label.get("quantity_max")),
        unit=label.get("unit"),
        period=label.get("period"),
        status=label["status"],
        announced_on=None,
        basis=None,
        purpose=None,
        bound="exact",
        programme_raw=label["programme"],
        funder_raw=label.get("funder"),
        recipient_raw=label.get("recipient"),
        amount_raw=None,
        quantity_raw=None,
        evidence=_evidence(label, article),
    )


def _milestone(label: Label, article: Article) -> Milestone:
    start, end = _day(label.get("date_start")), _day(label.get("date_end"))
    return Milestone(
        programme=PROGRAMMES.get(label["programme"], label["programme"]),
        organization_id=body_id(label.get("organization")),
        event=label["event"],
        date_start=start,
        date_end=end,
        date_precision=PRECISION.get((end - start).days) if start and end else None,
        recurrence=label.get("recurrence"),
        metric=label.get("metric"),
        value=_number(label.get("value")),
        unit=label.get("unit"),
        status=label["status"],
        subject=None,
        bound="exact",
        programme_raw=label["programme"],
        organization_raw=label.get("organization"),
        date_raw=None,
        value_raw=None,
        evidence=_evidence(label, article),
    )
