"""The general reader: which blocks of a page, no matter whose, are the article's text."""

import re
from dataclasses import dataclass

from transforms.parse.clean import clean, letters
from transforms.parse.names import HIDDEN, ROLES_JUNK, TAGS_JUNK, is_content, is_junk
from transforms.parse.tree import BREAK, HEADINGS, Element, Outline

WIDE = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
GOOD_WEIGHT = 50  # a shorter block may be a paragraph, but says nothing about where the article stands
GOOD_LINKS = 0.4  # links make up more than this of a menu or a list of teasers, less of a paragraph
MAIN_SHARE = 0.5  # an element with more than this of all good text is the article's, whatever its class says
DESCENT_SHARE = 0.8  # the article's element is the innermost that holds this much of the text around it
TRUSTED_SHARE = 0.35  # an element whose class says "article body" needs only this much


@dataclass(slots=True)
class Piece:
    """A block as it will be printed, with what the rules ask of it."""

    element: int
    tag: str
    text: str
    weight: int
    links: float
    bold: float
    junk: bool = False


@dataclass(slots=True)
class Page:
    """An outline, weighed. `junk` and `good` are by element: is it furniture, how much good text does it hold."""

    outline: Outline
    pieces: list[Piece]
    junk: list[bool]
    good: list[int]


def weigh(outline: Outline) -> Page:
    """Cuts and weighs the blocks of an outline."""
    pieces = [piece for block in outline.blocks for piece in _cut(outline, block)]
    raw = _sums(outline, pieces, [False] * len(outline.elements))
    junk: list[bool] = []
    for element in outline.elements:
        outside = element.parent >= 0 and junk[element.parent]
        junk.append(outside or (_says_junk(element) and raw[element.index] <= MAIN_SHARE * raw[0]))
    for piece in pieces:
        piece.junk = junk[piece.element]
    return Page(outline, pieces, junk, _sums(outline, pieces, junk))


def _says_junk(element: Element) -> bool:
    attributes = element.attributes
    if element.tag in ("body", "html", "main", "article") and element.tag != "article":
        return False
    return (
        element.tag in TAGS_JUNK
        or is_junk(element.names)
        or (attributes.get("role") or "").lower() in ROLES_JUNK
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(HIDDEN.search(attributes.get("style") or ""))
    )


def _cut(outline: Outline, block: object) -> list[Piece]:
    """A block as pieces: two breaks end a paragraph, one ends a line."""
    element = outline.elements[block.element]  # type: ignore[attr-defined]
    size = max(1, len(block.text.strip()))  # type: ignore[attr-defined]
    found, lines = [], []
    texts = block.text.split(BREAK) if element.tag != "pre" else [block.text]  # type: ignore[attr-defined]
    for text in [*texts, ""]:
        line = clean(text) if element.tag == "pre" else " ".join(clean(text).split())
        if line:
            lines.append(line)
        elif lines:
            paragraph = "\n".join(lines)
            weight = len(paragraph) + len(WIDE.findall(paragraph))
            found.append(Piece(element.index, element.tag, paragraph, weight, block.linked / size, block.bold / size))  # type: ignore[attr-defined]
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


def container(page: Page) -> int:
    """The element that holds the article's text."""
    good, elements = page.good, page.outline.elements
    children: dict[int, list[int]] = {}
    for element in elements[1:]:
        children.setdefault(element.parent, []).append(element.index)
    current = 0
    while True:
        best = max(children.get(current, ()), key=lambda index: good[index], default=None)
        if best is None or good[best] < DESCENT_SHARE * good[current] or good[best] == 0:
            break
        current = best
    trusted = [
        element.index
        for element in elements
        if (element.attributes.get("itemprop") in ("articleBody", "text") or is_content(element.names))
        and good[element.index] >= TRUSTED_SHARE * good[0]
        and not page.junk[element.index]
    ]
    if trusted:
        outer = max(trusted, key=lambda index: (good[index], -index))
        if current in page.outline.path(outer):
            return outer
    return current


def kept(page: Page, inside: int) -> list[Piece]:
    """The pieces of the article within the element `inside`."""
    within = [False] * len(page.outline.elements)
    for element in page.outline.elements:
        within[element.index] = element.index == inside or (element.parent >= 0 and within[element.parent])
    found = []
    for piece in page.pieces:
        if not within[piece.element] or piece.junk:
            continue
        if piece.links > 0.6 and piece.weight < 400:
            continue
        found.append(piece)
    return found


def printed(outline: Outline, pieces: list[Piece]) -> str:
    """The pieces as text: paragraphs apart by an empty line, list items and table rows as lines."""
    parts: list[str] = []
    before: Piece | None = None
    for piece in pieces:
        text = piece.text
        if piece.tag == "li" and not letters(text[:1]) == "":
            text = "- " + text
        together = before is not None and before.tag == piece.tag == "li"
        parts += [("\n" if together else "\n\n") if before else "", text]
        before = piece
    return "".join(parts)
