"""Layouts of publishers, portals and boards that are known: small declarations, dated, tried before the general
reader."""

import re
from typing import Any

from transforms.parse.sources import boards, korea, portals
from transforms.parse.sources.layout import Layout

LAYOUTS: tuple[Layout, ...] = (*portals.LAYOUTS, *korea.LAYOUTS, *boards.LAYOUTS)
_ALTERNATIVES = [alternative for layout in LAYOUTS for alternative in layout.mark.split(",")]
WORDS = sorted({max(re.findall(r"[\w-]+", alternative), key=len) for alternative in _ALTERNATIVES})


def layout_of(html: str, tree: Any) -> Layout | None:
    """The first layout whose mark stands in the page; most pages do not even hold the longest word of one."""
    if not any(word in html for word in WORDS):
        return None
    return next((layout for layout in LAYOUTS if tree.css_first(layout.mark) is not None), None)
