"""The general reader: which blocks of a page, no matter whose, are the article's text."""

import re
from dataclasses import dataclass
from itertools import zip_longest

from transforms.parse.clean import clean, letters, line
from transforms.parse.names import HIDDEN, ROLES_JUNK, SUSPENDED, TAGS_JUNK, content, junk
from transforms.parse.tree import BREAK, HEADINGS, Block, Element, Outline

WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
CODE = re.compile(r"[{};=<>()$\[\]_#/]")
FRAMED = frozenset({"table", "blockquote", "pre"})  # what a <figure> may frame that is text of the article
GOOD_WEIGHT = 50  # a shorter block may be a paragraph, but says nothing about where the article stands
GOOD_LINKS = 0.4  # links make up more than this of a menu or a list of teasers, less of a paragraph
MAIN_SHARES = (
    0.0,
    0.3,
    0.75,
)  # an element with more of all good text than this is no furniture, though its words say 0, 1, 2
RESCUE_SHARE = 0.4  # less good text than this beside the furniture means that the furniture was none
RESCUES = 3
SENTENCE_ENDS = (".", "?", "!", "…", "。")
TEASER_LINKS = 0.6  # a list is one of teasers where links make up so much of each of its items
TEASER_WEIGHT = 35  # a list item that is one long link is a teaser; short ones are names
DESCENT_SHARE = 0.8  # the article's element is the innermost that holds this much of the text around it
TRUSTED_SHARES = (
    9.0,
    0.7,
    0.3,
)  # elements whose words say "the text" (0, 1, 2) need this much of all good text to be believed


@dataclass(slots=True)
class Piece:
    """A block as it will be printed, with what the rules ask of it. `order` is its block's place in the outline."""

    element: int
    tag: str
    text: str
    weight: int
    links: float
    order: int
    junk: bool = False


@dataclass(slots=True)
class Page:
    """An outline, weighed. `junk` and `good` are by element: is it furniture, how much good text does it hold."""

    outline: Outline
    pieces: list[Piece]
    junk: list[bool]
    good: list[int]


def weigh(outline: Outline, title: str) -> Page:
    """Cuts and weighs the blocks of an outline. What holds the heading that says `title` is no furniture."""
    pieces = [piece for order, block in enumerate(outline.blocks) for piece in _cut(outline, block, order)]
    raw = _sums(outline, pieces, [False] * len(outline.elements))
    around_title = {
        i
        for piece in pieces
        if piece.tag == "h1" and letters(piece.text) == letters(title)
        for i in outline.path(piece.element)
    }
    framed = {e.parent for e in outline.elements if e.tag in FRAMED} | {
        outline.elements[e.parent].parent for e in outline.elements if e.tag in FRAMED
    }
    says = [_says_junk(element) for element in outline.elements]
    for index in around_title | {index for index in framed if outline.elements[index].tag == "figure"}:
        says[index] = 0
    furniture = _furniture(outline, says, raw)
    good = _sums(outline, pieces, furniture)
    for _ in range(RESCUES):
        if good[0] >= RESCUE_SHARE * raw[0]:
            break
        # nearly all was taken for furniture: what holds most of it cannot be
        outer = [i for i, junk in enumerate(furniture) if junk and not furniture[max(0, outline.elements[i].parent)]]
        says[max(outer, key=lambda index: raw[index], default=0)] = 0
        furniture = _furniture(outline, says, raw)
        good = _sums(outline, pieces, furniture)
    for piece in pieces:
        piece.junk = furniture[piece.element]
    return Page(outline, pieces, furniture, good)


def _furniture(outline: Outline, says: list[int], raw: list[int]) -> list[bool]:
    """By element: is it, or what it stands in, furniture that is not most of the page."""
    found: list[bool] = []
    for element in outline.elements:
        outside = element.parent >= 0 and found[element.parent]
        sure = says[element.index]
        found.append(outside or (sure > 0 and raw[element.index] <= MAIN_SHARES[sure] * raw[0]))
    return found


def _says_junk(element: Element) -> int:
    """How sure the element's tag, words and attributes are that it is furniture: 0, 1 or 2."""
    attributes = element.attributes
    if element.tag in ("body", "html", "main"):
        return 0
    if not attributes:
        return 2 if element.tag in TAGS_JUNK else 1 if element.tag == "figure" else 0
    if element.tag in TAGS_JUNK or (attributes.get("role") or "").lower() in ROLES_JUNK:
        return 2
    says = junk(element.names)
    if element.tag == "figure":
        return max(says, 1)
    if element.tag == "article":
        return says if says == 2 else 0
    if SUSPENDED.fullmatch((attributes.get("id") or "").lower()):
        return 0
    if (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or HIDDEN.search(attributes.get("style") or "")
    ):
        return max(says, 1)
    return says


def _cut(outline: Outline, block: Block, order: int) -> list[Piece]:
    """A block as pieces: two breaks end a paragraph, one ends a line."""
    element = outline.elements[block.element]
    size = max(1, len(block.text.strip()))
    found, lines = [], []
    if BREAK not in block.text and element.tag != "pre":
        paragraph = line(block.text)
        weight = len(paragraph) + (0 if paragraph.isascii() else len(WIDE.findall(paragraph)))
        return [Piece(element.index, element.tag, paragraph, weight, block.linked / size, order)] if paragraph else []
    for text in [*block.text.split(BREAK), ""]:
        printed_line = clean(text) if element.tag == "pre" else line(text)
        if printed_line:
            lines.append(printed_line)
        elif lines:
            paragraph = "\n".join(lines)
            weight = len(paragraph) + (0 if paragraph.isascii() else len(WIDE.findall(paragraph)))
            found.append(Piece(element.index, element.tag, paragraph, weight, block.linked / size, order))
            lines = []
    return found


def _sums(outline: Outline, pieces: list[Piece], junk: list[bool]) -> list[int]:
    """By element, the weight of the good pieces in it and below."""
    sums = [0] * len(outline.elements)
    for piece in pieces:
        if piece.weight >= GOOD_WEIGHT and piece.links < GOOD_LINKS and not junk[piece.element]:
            sums[piece.element] += piece.weight
    for element in reversed(outline.elements[1:]):
        sums[element.parent] += sums[element.index]
    return sums


def containers(page: Page) -> list[int]:
    """The elements that hold the article's text: those that say so, else the innermost with most of it."""
    good, elements = page.good, page.outline.elements
    for surety in (2, 1):
        trusted = _outermost(
            page, [e.index for e in elements if good[e.index] and _says_content(e) >= surety and not page.junk[e.index]]
        )
        if trusted and sum(good[index] for index in trusted) >= TRUSTED_SHARES[surety] * good[0]:
            largest = max(good[index] for index in trusted)
            return [index for index in trusted if good[index] >= largest * 0.05]
    children: dict[int, list[int]] = {}
    for element in elements[1:]:
        children.setdefault(element.parent, []).append(element.index)
    current = 0
    while True:
        best = max(children.get(current, ()), key=lambda index: good[index], default=None)
        if best is None or good[best] < DESCENT_SHARE * good[current] or good[best] == 0:
            return [current]
        current = best


def _says_content(element: Element) -> int:
    if element.attributes.get("itemprop") == "articleBody":
        return 2
    return 0 if element.tag in ("body", "html") else content(element.names)


def _outermost(page: Page, indexes: list[int]) -> list[int]:
    """Those that stand in no other of them."""
    chosen = set(indexes)
    return [i for i in indexes if not any(outer in chosen for outer in page.outline.path(i)[1:])]


def kept(page: Page, inside: list[int]) -> list[Piece]:
    """The pieces of the article within the elements `inside`, and the headings between these."""
    within = [False] * len(page.outline.elements)
    for element in page.outline.elements:
        within[element.index] = element.index in inside or (element.parent >= 0 and within[element.parent])
    found = [piece for piece in _spanned(page.pieces, within) if not piece.junk and not _is_code(piece)]
    found = _without_teasers(page, found)
    return [piece for n, piece in enumerate(found) if not _is_link(piece) or _heads(found, n)]


def _spanned(pieces: list[Piece], within: list[bool]) -> list[Piece]:
    """The pieces within, and a heading outside where pieces within stand before it and right after."""
    found: list[Piece] = []
    for piece, following in zip_longest(pieces, pieces[1:]):
        heads = found and piece.tag in HEADINGS and piece.links < GOOD_LINKS
        if within[piece.element] or (heads and following is not None and within[following.element]):
            found.append(piece)
    return found


def _without_teasers(page: Page, pieces: list[Piece]) -> list[Piece]:
    """Without lists each of whose items is mostly a link ("Health: <a>What helps against ...</a>")."""
    lists: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.tag == "li":
            lists.setdefault(page.outline.elements[piece.element].parent, []).append(piece)
    teasers = {
        parent
        for parent, items in lists.items()
        if len(items) >= 2
        and all(item.links >= TEASER_LINKS for item in items)
        and sum(item.weight for item in items) >= TEASER_WEIGHT * len(items)
    }
    return [p for p in pieces if p.tag != "li" or page.outline.elements[p.element].parent not in teasers]


def _heads(pieces: list[Piece], n: int) -> bool:
    """True for a heading that is a link and has its paragraph after it, as in a list of the ten best."""
    following = pieces[n + 1] if n + 1 < len(pieces) else None
    return (
        pieces[n].tag in HEADINGS
        and following is not None
        and following.tag not in HEADINGS
        and following.weight >= 2 * GOOD_WEIGHT
        and following.links < GOOD_LINKS
    )


def _is_code(piece: Piece) -> bool:
    """A listing; old pages put prose into <pre> too, which has fewer marks."""
    return piece.tag in ("pre", "code") and len(CODE.findall(piece.text)) > len(piece.text) / 40


def _is_link(piece: Piece) -> bool:
    """A line that leads elsewhere: a teaser or a menu's entry, not a sentence with links in it."""
    if piece.tag == "li":
        return piece.links > 0.9 and piece.weight >= TEASER_WEIGHT
    sentence = piece.weight >= GOOD_WEIGHT and piece.text.endswith(SENTENCE_ENDS)
    return piece.links > (0.9 if sentence else 0.6) and piece.weight < 400


def printed(pieces: list[Piece]) -> str:
    """The pieces as text: paragraphs apart by an empty line, list items and table rows as lines."""
    parts: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        text = piece.text
        if piece.tag == "li" and letters(text[:1]) != "":
            text = "- " + text
        together = before is not None and before.tag == piece.tag == "li"
        parts += [("\n" if together else "\n\n") if before else "", text]
        before = piece
    return "".join(parts)
