"""A page's tree flattened once: its elements, and its text as a list of blocks in reading order.

A block is what a reader sees as one paragraph, heading, list item, table cell or caption. Everything later works on
these
lists, so the tree is walked a single time. The walk has no recursion and a bounded depth.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from transforms import limits
from transforms.parse.names import is_author, junk, words_of

_SKIPPED = """
    script style noscript svg template iframe object embed canvas audio video map dialog head select option button
    input nav textarea datalist frame frameset math source track meta link title
    amp-ad amp-embed amp-sidebar amp-consent amp-sticky-ad amp-list amp-next-page amp-user-notification
"""
SKIPPED = frozenset(_SKIPPED.split())
_INLINE = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr picture q rp rt ruby s
    samp slot small span strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE.split())
AUTHOR_LINK = re.compile(
    r"^author |/(?:authors?|autor(?:en|in)?|auteurs?|contributors?|redaktion|reporters?|journalists?)/[\w.%-]{3,60}/?$"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BREAK = "\v"  # stands for <br> until a block is cut


@dataclass(slots=True)
class Element:
    """A block-level element, or an inline one that its names set apart. `names` are the words of class, id and role."""

    index: int
    parent: int
    tag: str
    names: str
    attributes: dict[str, str | None]


@dataclass(slots=True)
class Block:
    """A run of text. `element` is the index of the nearest element, `linked` counts its characters in links."""

    element: int
    text: str
    linked: int


@dataclass(slots=True)
class Mark:
    """Something said beside the text: a `<time>` ("time") or a name of an author ("author"), the block it precedes and
    the element it stands in."""

    order: int
    element: int
    kind: str
    value: str
    text: str


@dataclass(slots=True)
class Outline:
    """`elements[0]` is the root; an element's index is greater than its parent's. `truncated`: a limit was met; `parts`
    and `linked` are the block that is being gathered, empty once the walk is done."""

    elements: list[Element] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    truncated: bool = False
    parts: list[str] = field(default_factory=list)
    linked: int = 0

    def path(self, index: int) -> list[int]:
        """The element and all around it, innermost first."""
        found = []
        while index >= 0:
            found.append(index)
            index = self.elements[index].parent
        return found

    def add(self, node: Any, tag: str, attributes: dict[str, str | None], parent: int) -> int:
        """A new element below `parent`; its index."""
        index = len(self.elements)
        self.elements.append(Element(index, parent, tag, names_of(attributes) if attributes else "", attributes))
        return index

    def take(self, text: str, links: int) -> None:
        """More text of the block that is being gathered, inside so many links."""
        if text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        self.parts.append(text)
        if links:
            self.linked += len(text.strip())

    def flush(self, element: int) -> None:
        """Ends the block that was being gathered."""
        if self.parts:
            text = "".join(self.parts)
            if text and not text.isspace():
                self.blocks.append(Block(element, text, self.linked))
            self.parts.clear()
            self.linked = 0


def names_of(attributes: dict[str, str | None]) -> str:
    """The words of an element's class and id, "" for none."""
    if not attributes:
        return ""
    first, second = attributes.get("class"), attributes.get("id")
    if first and second:
        return words_of(f"{first} {second}")
    return words_of(first or second or "")


def outline(root: Any) -> Outline:
    """The outline of a selectolax node. What lies beyond limits.MAX_NODES nodes is left out."""
    page = Outline()
    page.add(root, root.tag, dict(root.attributes), -1)
    stack: list[tuple[Any, int, str]] = []  # open node, the element outside it, its tag
    node, current, links, count, parts = root.first_child, 0, 0, 0, page.parts
    tags: dict[int, str] = {}  # a node's number is had in a tenth of the time of its name
    while node is not None:
        count += 1
        if count > limits.MAX_NODES:
            page.truncated = True
            break
        kind, child = node.tag_id, None
        tag = tags.get(kind) or tags.setdefault(kind, node.tag)
        if tag == "-text":
            if not node.is_empty_text_node:
                page.take(node.text_content or "", links)
            elif parts:
                parts.append(" ")
        elif tag == "br":
            parts.append(BREAK)
        elif tag not in SKIPPED and tag[0] not in "-!":
            child = node.first_child
        if child is not None:
            stack.append((node, current, tag))
            links += tag == "a"
            current = _open(page, node, tag, current, len(stack))
            node = child
            continue
        node = node.next
        while node is None and stack:
            closed, outer, tag = stack.pop()
            links -= tag == "a"
            if parts and (outer != current or tag not in INLINE):
                page.flush(current)
            current, node = outer, closed.next
    page.flush(current)
    return page


def _open(page: Outline, node: Any, tag: str, current: int, depth: int) -> int:
    """The element that text inside `node` belongs to: a new one for a block, the same for what runs with the text."""
    if depth > limits.MAX_TREE_DEPTH:
        page.flush(current)
        return current
    attributes = node.attributes
    if tag in INLINE:
        if not attributes:
            return current
        names = names_of(attributes)
        _mark(page, node, tag, attributes, names, current)
        if tag == "a" or not names or not junk(names):
            return current
    if page.parts:
        page.flush(current)
    return page.add(node, tag, attributes, current)


def _mark(page: Outline, node: Any, tag: str, attributes: dict[str, str | None], names: str, current: int) -> None:
    """Keeps what an inline element says of time or author."""
    order = len(page.blocks)
    if len(page.marks) >= limits.MAX_MARKS:
        return
    if tag == "time" or (tag == "abbr" and "published" in names):
        page.marks.append(
            Mark(order, current, "time", attributes.get("datetime") or attributes.get("title") or "", node.text()[:100])
        )
    elif is_author(names) or (tag == "a" and AUTHOR_LINK.search(f"{attributes.get('rel')} {attributes.get('href')}")):
        page.marks.append(Mark(order, current, "author", "", node.text()[:200]))
