"""The publisher: as stated, else as the line of rights or the document's title names it."""

from transforms.lexicon.reading import Reading
from transforms.parse import claims as claimed
from transforms.parse.claims import Claim
from transforms.parse.clean import letters
from transforms.parse.content import Page
from transforms.parse.signatures import owner
from transforms.parse.titles import SEPARATORS

NAME = 40  # characters; a longer part of a title is no name
RIGHTS_WEIGHT = 300  # a longer piece is no line of rights
MACHINES = ("http://", "https://", "@", "www.")


def publisher(
    claims: list[Claim], page: Page | None, headline: str, document_title: str, words: Reading
) -> Claim | None:
    """The first claim that is a name; else what the page's own lines say."""
    for claim in claimed.of(claims, "publisher"):
        if not claim.value.startswith(MACHINES) and len(claim.value) <= 2 * NAME:
            return claim
    suffix = _suffix(document_title, headline)
    short = [piece.text for piece in page.pieces if piece.weight < RIGHTS_WEIGHT] if page else []
    lines = [text for text in short if words.rights.search(text.casefold())]
    rights = next((claim for text in reversed(lines) for claim in owner(text, words)), None)
    if suffix:
        return Claim("publisher", suffix, "title")
    if rights:
        return rights
    handle = next((claim for claim in claimed.of(claims, "creator") if not claim.value.startswith(MACHINES)), None)
    return Claim("publisher", handle.value, handle.source) if handle else None


def _suffix(document_title: str, headline: str) -> str | None:
    """What the document's title says after the headline: "Headline - Site" -> "Site"."""
    cuts = list(SEPARATORS.finditer(document_title))
    if not cuts or not headline:
        return None
    head, tail = document_title[: cuts[-1].start()], document_title[cuts[-1].end() :].strip()
    return tail if letters(head).startswith(letters(headline)) and 1 < len(tail) <= NAME else None
