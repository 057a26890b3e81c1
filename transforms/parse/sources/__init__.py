"""Layouts of publishers, portals and boards that are known: small declarations, dated, tried before the general
reader."""

from typing import Any

from transforms.parse.sources import boards, korea, portals
from transforms.parse.sources.layout import Layout

LAYOUTS: tuple[Layout, ...] = (*portals.LAYOUTS, *korea.LAYOUTS, *boards.LAYOUTS)
MARKS = ", ".join(layout.mark for layout in LAYOUTS)


def layout_of(tree: Any) -> Layout | None:
    """The first layout whose mark stands in the page."""
    if tree.css_first(MARKS) is None:
        return None
    return next((layout for layout in LAYOUTS if tree.css_first(layout.mark) is not None), None)
