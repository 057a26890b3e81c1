"""The headline of a page: the heading that its share title, JSON-LD or document title confirms."""

import re
from collections.abc import Iterable

from transforms import limits
from transforms.parse.claims import Claim
from transforms.parse.clean import letters, line

SEPARATORS = re.compile(r"\s+[|\-–—·•»›:/~]+\s+|\s*\|\s*|\s+::\s+|\s*:::?\s*|\s*»\s*|\s*_\s*(?=[^\x00-\x7f])")


def without_site(title: str, sites: Iterable[str]) -> str:
    """`title` without a site's name at its end or beginning: "Headline | Site" -> "Headline"."""
    names = {letters(site) for site in sites} - {""}
    for _ in range(3):
        cuts = list(SEPARATORS.finditer(title))
        if not cuts:
            break
        head, tail = title[: cuts[-1].start()], title[cuts[-1].end() :]
        first, rest = title[: cuts[0].start()], title[cuts[0].end() :]
        if letters(tail) in names or _like(tail, names):
            title = head
        elif letters(first) in names:
            title = rest
        else:
            break
    return title.strip()


def _like(text: str, names: set[str]) -> bool:
    """A short name that is part of a known name of the site or its domain, or holds it."""
    found = letters(text)
    return len(found) >= 3 and any(
        found in name or (len(name) >= 3 and name in found and len(found) <= 2 * len(name) + 10) for name in names
    )


def choose(headings: list[str], claims: list[Claim], document_title: str, sites: list[str]) -> Claim | None:
    """The headline among the page's first headings and what its sources claim.

    A heading is taken where a claim or the document's title holds it or is held by it; then the claims in their order.
    """
    stated = [without_site(claim.value, sites) for claim in claims]
    if document_title:
        stated.append(without_site(document_title, sites))
    keys = [letters(text) for text in stated]
    for heading in headings:
        key = letters(heading)
        if len(key) >= 4 and any(
            other and (key == other or (len(key) >= 10 and (key in other or other in key and len(other) > 10)))
            for other in keys
        ):
            return Claim("title", heading, "heading")
    for claim, text in zip(claims, stated, strict=False):
        if text:
            return Claim("title", text[: limits.MAX_TITLE_CHARS], claim.source)
    if headings and len(headings) == 1:
        return Claim("title", headings[0], "heading")
    if document_title:
        return Claim("title", line(stated[-1])[: limits.MAX_TITLE_CHARS], "title")
    return Claim("title", headings[0], "heading") if headings else None
