"""What a known layout says: where each field stands, and what inside its text is none of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from transforms.parse.claims import Claim
from transforms.parse.clean import line


@dataclass(frozen=True, slots=True)
class Layout:
    """All but `name` and `seen` are CSS selectors; `seen` is when the layout was met ("2019-2026").

    `mark` tells the layout, `body` holds the text, `drop` names what is cut out of it. A field's selector may end in
    `@attribute`: then the attribute is the value. Several selectors, apart by `;`, are tried in turn. `kind` is
    "publisher", "portal" or "board"; a board's own name is not the publisher's, nor its poster the reporter.
    """

    name: str
    seen: str
    mark: str
    body: str
    drop: str = ""
    title: str = ""
    subtitle: str = ""
    byline: str = ""
    published: str = ""
    modified: str = ""
    publisher: str = ""
    kind: str = "publisher"

    def claims(self, tree: Any) -> Iterator[Claim]:
        """What the layout's selectors find."""
        for field in ("title", "subtitle", "byline", "published", "modified", "publisher"):
            for selector in filter(None, getattr(self, field).split(";")):
                if value := _value(tree, selector.strip()):
                    yield Claim(field, value, f"layout:{self.name}")
                    break


def _value(tree: Any, selector: str) -> str:
    path, _, attribute = selector.partition("@")
    node = tree.css_first(path)
    if node is None:
        return ""
    text = node.attributes.get(attribute) if attribute else node.text(separator=" ", deep=True)
    return line(text or "")[:1000]
