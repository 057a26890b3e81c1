"""A page -> Draft: structured data, a known layout, the general reader; each field says where it came from."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from transforms import limits
from transforms.lexicon.model import Lexicon
from transforms.parse import claims as claimed
from transforms.parse import structured
from transforms.parse.body import read_body
from transforms.parse.choices import dated, language_of, moment_of, names, url_of
from transforms.parse.claims import Claim
from transforms.parse.clean import line
from transforms.parse.dates import order_of
from transforms.parse.draft import Draft, Signs
from transforms.parse.publishers import publisher
from transforms.parse.sources import layout_of
from transforms.parse.titles import choose, shown, without_site
from transforms.parse.tree import Outline, outline

OPENING = 3000  # characters of a page's text in which a wall or an error says what it is


def read_page(html: str, url: str | None, lexicon: Lexicon, extra: Iterable[Claim] = ()) -> Draft:
    """Reads a page's text. `url` is the address its container states, `extra` what else is known, trusted first."""
    words = lexicon.reading
    tree = LexborHTMLParser(html)
    shape = outline(tree.body) if tree.body is not None else Outline()
    layout = layout_of(tree, shape)
    first = [*extra, *(layout.claims(tree) if layout else ())]
    claims = [*first, *structured.claims(tree)]
    address = url_of(claims, url)
    sites = _sites(claims, address)
    document_title = _text(tree.css_first("title"))
    title = next(iter(claimed.of(first, "title")), None) or choose(
        _headings(tree), claimed.of(claims, "title"), document_title, sites
    )
    headline = title.value if title else ""
    body = read_body(tree, shape, layout, headline, claims, words)
    if (title is None or title.source == "title") and (own := shown(body.page, document_title)):
        title, headline = own, own.value
    claims += body.seen
    order = order_of(language_of(claims))
    published = moment_of(dated(claims, address, words), words, order)
    modified = moment_of(claimed.of(claims, "modified"), words, order)
    byline = names(claimed.of(claims, "byline"), sites, words)
    subtitle = next(iter(claimed.of(claims, "subtitle")), None)
    ours = layout is None or layout.kind != "board"
    owner = publisher(claims, body.page if ours else None, headline, document_title if ours else "", words)
    if owner and not layout:
        headline = without_site(headline, [owner.value])
    sources = {
        "title": title and title.source,
        "subtitle": subtitle and subtitle.source,
        "body": body.source,
        "byline": byline and byline[1],
        "published_at": published and published[1],
        "publisher": owner and owner.source,
    }
    return Draft(
        title=headline,
        subtitle=subtitle.value if subtitle else None,
        body=body.text,
        byline=byline[0] if byline else None,
        published=published[0] if published else None,
        modified=modified[0] if modified else None,
        publisher=owner.value if owner else None,
        url=address,
        language=language_of(claims) or None,
        images=tuple(dict.fromkeys(claim.value for claim in claimed.of(claims, "image")))[: limits.MAX_IMAGES],
        provenance=tuple((field, source) for field, source in sources.items() if source),
        signs=_signs(claims, body.page),
    )


def _sites(claims: list[Claim], address: str | None) -> list[str]:
    """The site's names: as stated, and its host with and without "www." and ending."""
    found = [claim.value for claim in claims if claim.field in ("publisher", "site")]
    host = (urlsplit(address).hostname or "") if address else ""
    return [*found, host, host.removeprefix("www."), host.removeprefix("www.").rpartition(".")[0]]


def _headings(tree: Any) -> list[str]:
    return [text for node in tree.css("h1")[:10] if (text := _text(node))]


def _text(node: Any) -> str:
    return line(node.text(separator=" ")) if node is not None else ""


def _signs(claims: list[Claim], page: Any) -> Signs:
    kind = next((claim.value for claim in claims if claim.field == "type"), "").casefold()
    if page is None:
        return Signs(kind)
    total = sum(piece.weight for piece in page.pieces)
    linked = sum(piece.weight * piece.links for piece in page.pieces)
    opening = "\n".join(piece.text for piece in page.pieces[:100])[:OPENING]
    return Signs(kind, opening, linked / total if total else 0.0)
