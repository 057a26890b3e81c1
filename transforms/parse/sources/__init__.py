"""Layouts of publishers, portals and boards that are known: small declarations, dated, tried before the general
reader."""

import re
from typing import Any

from transforms.parse.names import words_of
from transforms.parse.sources import boards, korea, portals
from transforms.parse.sources.layout import Layout
from transforms.parse.tree import Outline

LAYOUTS: tuple[Layout, ...] = (*portals.LAYOUTS, *korea.LAYOUTS, *boards.LAYOUTS)
_ALTERNATIVES = [alternative for layout in LAYOUTS for alternative in layout.mark.split(",")]
WORDS = {words_of(max(re.findall(r"[\w-]+", alternative), key=len)) for alternative in _ALTERNATIVES}


def layout_of(tree: Any, page: Outline) -> Layout | None:
    """The first layout whose mark stands in the page; most pages do not even hold the longest word of one."""
    if not any(element.names and not WORDS.isdisjoint(element.names.split()) for element in page.elements):
        return None
    return next((layout for layout in LAYOUTS if tree.css_first(layout.mark) is not None), None)
