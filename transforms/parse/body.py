"""The text of a page's article, and from which of its three sources: a known layout, what it states, what it shows."""

from dataclasses import dataclass
from typing import Any

from transforms.lexicon.reading import Reading
from transforms.parse import claims as claimed
from transforms.parse import stated, visible
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.content import GOOD_WEIGHT, Page, containers, kept, printed, weigh
from transforms.parse.sources.layout import Layout
from transforms.parse.tree import Outline, outline
from transforms.parse.trim import trimmed, without_bio


@dataclass(frozen=True, slots=True)
class Body:
    """The text and its source, the whole page weighed, and what is seen around the headline."""

    text: str
    source: str
    page: Page | None
    seen: list[Claim]


def read_body(
    tree: Any, shape: Outline, layout: Layout | None, title: str, claims: list[Claim], words: Reading
) -> Body:
    """Finds the article's text. `shape` is the page's outline; `claims` are those of structured data: they may hold the
    text, and name who wrote it."""
    if not shape.elements:
        return Body("", "general", None, [])
    page = weigh(shape, title)
    if layout is not None and (text := _laid_out(tree, layout, title, words)):
        return Body(text, f"layout:{layout.name}", page, visible.claims(page, title, 0, words))
    pieces = trimmed(kept(page, containers(page)), title, words)
    first = next((piece.order for piece in pieces if piece.weight >= GOOD_WEIGHT), 0)
    seen = visible.claims(page, title, first, words)
    names = [byline(claim.value, words) or "" for claim in (*claimed.of(claims, "byline"), *claimed.of(seen, "byline"))]
    pieces = without_bio(pieces, names, words)
    says = max((stated.as_text(claim.value) for claim in claimed.of(claims, "body")), key=len, default="")
    if says and (judged := stated.judged(pieces, page.pieces, says)) is not None:
        return Body(printed(trimmed(judged, title, words)), "json-ld+general", page, seen)
    if says and stated.replaces(says, pieces):
        return Body(says, "json-ld", page, seen)
    if sum(piece.weight for piece in pieces) < stated.THIN and stated.replaces(says := stated.in_scripts(tree), pieces):
        return Body(says, "state", page, seen)
    return Body(printed(pieces), "general", page, seen)


def _laid_out(tree: Any, layout: Layout, title: str, words: Reading) -> str:
    """The text where a known layout has it, without what the layout says is none of it."""
    root = tree.css_first(layout.body)
    for node in root.css(layout.drop) if layout.drop else ():
        node.decompose()
    page = weigh(outline(root), title)
    return printed(trimmed(page.pieces, title, words))
