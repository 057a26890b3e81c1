"""The headline of a page: the heading that its share title, JSON-LD or document title confirms."""

import re
from collections.abc import Iterable

from transforms import limits
from transforms.parse.claims import Claim
from transforms.parse.clean import letters
from transforms.parse.content import GOOD_LINKS, GOOD_WEIGHT, SENTENCE_ENDS, Page
from transforms.parse.tree import HEADINGS

SEPARATORS = re.compile(r"\s+[|\-–—·•»›:/~]+\s+|\s*\|\s*|\s+::\s+|\s*:::?\s*|\s*»\s*|\s*_\s*(?=[^\x00-\x7f])")


WORD = re.compile(r"\w+")
SHARED = 0.34  # share of words by which a heading is taken to say the same as a claimed title
LATER = 0.15  # a heading counts so much less than the one before it: the first is the headline more often
CALLED_TITLE = re.compile(r"(?<![a-z])(?:tit|title|subject|headline|subj)(?![a-z])")
LEAST_WEIGHT = 24  # a shorter line is a section's name
TRUSTED = ("json-ld", "og", "title", "meta:title")


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

    The heading that shares most words with a claim or the document's title is taken; where it only puts a kicker before
    a claimed title, the claim; where JSON-LD states another headline for it, that one. Without such a heading the
    claims count in their order.
    """
    stated = [(claim.source, without_site(claim.value, sites)) for claim in claims]
    if document_title:
        stated.append(("title", without_site(document_title, sites)))
    stated = [(source, text[: limits.MAX_TITLE_CHARS]) for source, text in stated if text]
    names = {letters(site) for site in sites}
    scored = [
        (max(_shared(heading, text) for _, text in stated) - n * LATER, heading)
        for n, heading in enumerate(heading for heading in headings if letters(heading) not in names)
        if stated
    ]
    if scored and (best := max(scored, key=lambda pair: pair[0]))[0] >= SHARED:
        if (own := _restated(stated, best[1])) is not None:
            return own
        kicker = next((c for c in stated if c[0] in TRUSTED and _ends_with(best[1], c[1])), None)
        return Claim("title", kicker[1], kicker[0]) if kicker else Claim("title", best[1], "heading")
    if stated:
        return Claim("title", stated[0][1], stated[0][0])
    return Claim("title", headings[0], "heading") if headings else None


def shown(page: Page | None, document_title: str) -> Claim | None:
    """The headline that only the page itself shows, where the document's title says nothing of it (that of an old page
    is often the paper's name): the last line before the text that is set as a heading or called a title."""
    found = None
    for piece in page.pieces if page else ():
        if piece.weight >= 2 * GOOD_WEIGHT and piece.text.endswith(SENTENCE_ENDS) and piece.links < GOOD_LINKS:
            break
        around = [page.outline.elements[i] for i in page.outline.path(piece.element)[:2]] if page else []
        named = piece.tag in HEADINGS or any(CALLED_TITLE.search(element.names) for element in around)
        if named and not piece.junk and piece.links < GOOD_LINKS and piece.weight >= LEAST_WEIGHT:
            found = piece
    if found is None or len(found.text) > limits.MAX_TITLE_CHARS or _shared(found.text, document_title) >= SHARED:
        return None
    return Claim("title", found.text, "heading")


def _shared(one: str, other: str) -> float:
    """The share of words (for scripts without spaces: of letter pairs) of the shorter that the longer has too;
    none where the heading is much shorter, as a site's or section's name is."""
    if letters(one) == letters(other):
        return 2.0
    if len(letters(one)) < 0.4 * len(letters(other)):
        return 0.0
    first, second = (set(WORD.findall(text.casefold())) for text in (one, other))
    if min(len(first), len(second)) < 3:
        first, second = ({text[i : i + 2] for i in range(len(text) - 1)} for text in (letters(one), letters(other)))
    return len(first & second) / max(1, min(len(first), len(second)))


def _restated(stated: list[tuple[str, str]], heading: str) -> Claim | None:
    """The headline that JSON-LD gives in other words than the heading: not one that is only cut off, or only longer by
    a section or a month."""
    own = next((text for source, text in stated if source == "json-ld"), "")
    key, shown = letters(own), letters(heading)
    if not key or key.startswith(shown) or shown.startswith(key) or _shared(own, heading) < SHARED:
        return None
    return Claim("title", own, "json-ld")


def _ends_with(heading: str, text: str) -> bool:
    """True where the heading is the text with a kicker before it."""
    key, full = letters(text), letters(heading)
    return full != key and len(key) >= max(12, len(full) * 0.4) and full.endswith(key)
