"""A page -> Article: structured data, then a known layout, then the general reader; each field says where it came from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from transforms import limits
from transforms.lexicon.model import Lexicon
from transforms.parse import claims as claimed
from transforms.parse import stated, structured, visible
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.clean import letters, line
from transforms.parse.content import GOOD_WEIGHT, containers, kept, printed, weigh
from transforms.parse.dates import Moment, moment, order_of
from transforms.parse.sources import layout_of
from transforms.parse.sources.layout import Layout
from transforms.parse.titles import choose
from transforms.parse.tree import outline
from transforms.parse.trim import trimmed


IN_ADDRESS = re.compile(r"/(20[0-4]\d)(?:/(\d{1,2})/(\d{1,2})(?=[/_-]|$)|-?([01]\d)-?([0-3]\d)(?!\d))")


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an article before it has its key. `provenance` names the source of each."""

    title: str
    subtitle: str | None
    body: str
    byline: str | None
    published: Moment | None
    modified: Moment | None
    publisher: str | None
    url: str | None
    language: str | None
    images: tuple[str, ...]
    provenance: tuple[tuple[str, str], ...]


def read_page(html: str, url: str | None, lexicon: Lexicon, extra: Iterable[Claim] = ()) -> Draft:
    """Reads a page's text. `url` is the address its container states, `extra` what else is known of it, trusted first."""
    words = lexicon.reading
    tree = LexborHTMLParser(html)
    layout = layout_of(tree)
    claims = [*extra, *(layout.claims(tree) if layout else ()), *structured.claims(tree)]
    address = _url(claims, url)
    publisher = _publisher(claims)
    sites = [claim.value for claim in claims if claim.field in ("publisher", "site")]
    if address:
        sites.append(urlsplit(address).hostname or "")
    title_node = tree.css_first("title")
    document_title = line(title_node.text()) if title_node is not None else ""
    headings = [line(node.text(separator=" ")) for node in tree.css("h1")[:10]]
    laid = [claim for claim in claimed.of(claims, "title") if claim.source.startswith("layout") or claim in extra]
    title = laid[0] if laid else choose([h for h in headings if h], claimed.of(claims, "title"), document_title, sites)
    body, body_source, seen = _body(tree, layout, title.value if title else "", claims, lexicon)
    claims += seen
    order = order_of(_language(claims))
    published = _moment(_dated(claims, address), lexicon, order)
    modified = _moment(claimed.of(claims, "modified"), lexicon, order)
    names = _names(claimed.of(claims, "byline"), sites, lexicon)
    subtitle = next((c for c in claimed.of(claims, "subtitle")), None)
    sources = [
        ("title", title.source if title else None),
        ("subtitle", subtitle.source if subtitle else None),
        ("body", body_source),
        ("byline", names[1] if names else None),
        ("published_at", published[1] if published else None),
        ("publisher", publisher.source if publisher else None),
    ]
    return Draft(
        title=title.value if title else "",
        subtitle=subtitle.value if subtitle else None,
        body=body,
        byline=names[0] if names else None,
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        publisher=publisher.value if publisher else None,
        url=address,
        language=_language(claims) or None,
        images=tuple(dict.fromkeys(c.value for c in claimed.of(claims, "image")))[: limits.MAX_IMAGES],
        provenance=tuple((field, source) for field, source in sources if source),
    )


def _body(tree: Any, layout: Layout | None, title: str, claims: list[Claim], lexicon: Lexicon) -> tuple[str, str, list[Claim]]:
    """The text, where it came from, and what is seen around the headline."""
    if layout is not None:
        root = tree.css_first(layout.body)
        for node in root.css(layout.drop) if layout.drop else ():
            node.decompose()
        page = weigh(outline(root), title)
        return printed(trimmed(page.pieces, title, lexicon.reading)), f"layout:{layout.name}", []
    if tree.body is None:
        return "", "general", []
    page = weigh(outline(tree.body), title)
    pieces = trimmed(kept(page, containers(page)), title, lexicon.reading)
    first = next((piece.order for piece in pieces if piece.weight >= GOOD_WEIGHT), 0)
    seen = visible.claims(page, title, first, lexicon.reading)
    says = max((stated.as_text(claim.value) for claim in claimed.of(claims, "body")), key=len, default="")
    if says and (judged := stated.judged(pieces, page.pieces, says)) is not None:
        return printed(trimmed(judged, title, lexicon.reading)), "json-ld+general", seen
    if says and stated.replaces(says, pieces):
        return says, "json-ld", seen
    if sum(piece.weight for piece in pieces) < stated.THIN:
        says = stated.in_scripts(tree)
        if stated.replaces(says, pieces):
            return says, "state", seen
    return printed(pieces), "general", seen


def _dated(claims: list[Claim], address: str | None) -> list[Claim]:
    """Claims of the day of publication, most trusted first: stated, seen, in the address, of creation.

    A page that states one moment for publication and change alike has stated its change: what is seen comes first then.
    """
    dates = claimed.of(claims, "published")
    stated = [claim for claim in dates if claim.source not in ("time", "label", "line", "far line")]
    seen = [claim for claim in dates if claim.source in ("time", "label")]
    lines = [claim for claim in dates if claim.source == "line"]
    far = [claim for claim in dates if claim.source == "far line"]
    match = IN_ADDRESS.search(address or "")
    in_address = [Claim("published", f"{match[1]}-{match[2] or match[4]}-{match[3] or match[5]}", "url")] if match else []
    changes = {claim.value for claim in claimed.of(claims, "modified")}
    if stated and stated[0].value in changes:
        return [*seen, *in_address, *lines, *stated]
    return [*stated, *seen, *in_address, *lines, *claimed.of(claims, "created"), *far]


def _moment(claims: list[Claim], lexicon: Lexicon, order: str) -> tuple[Moment, str] | None:
    for claim in claims:
        if found := moment(claim.value, lexicon.reading, order):
            return found, claim.source
    return None


def _names(claims: list[Claim], sites: list[str], lexicon: Lexicon) -> tuple[str, str] | None:
    """The names of the first claim that holds any, with what else the same source says; the site's own name comes last."""
    known = {letters(site) for site in sites}
    for claim in sorted(claims, key=lambda claim: letters(claim.value) in known):
        if byline(claim.value, lexicon.reading):
            same = [other for other in claims if other.source == claim.source and claim.source.startswith(("json-ld", "meta"))]
            names = [name for other in same or [claim] if (name := byline(other.value, lexicon.reading))]
            return ", ".join(dict.fromkeys(names))[: limits.MAX_BYLINE_CHARS], claim.source
    return None


def _publisher(claims: list[Claim]) -> Claim | None:
    found = [claim for claim in claimed.of(claims, "publisher") if not claim.value.startswith(("http", "@"))]
    return found[0] if found else None


def _url(claims: list[Claim], url: str | None) -> str | None:
    for claim in sorted(claimed.of(claims, "url"), key=lambda c: c.source != "canonical"):
        address = urljoin(url or "", claim.value)
        if address.startswith(("http://", "https://")):
            return address
    return url


def _language(claims: list[Claim]) -> str:
    found = claimed.of(claims, "language")
    return found[0].value if found else ""
