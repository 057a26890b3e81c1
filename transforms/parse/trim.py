"""What is cut from a text once it is found: lines of furniture, the headline said again, what follows the article."""

import re

from transforms.lexicon.reading import Reading
from transforms.parse.clean import letters
from transforms.parse.content import GOOD_WEIGHT, Piece
from transforms.parse.tree import HEADINGS

SHORT = (
    220  # weight up to which a piece may be a line of furniture; longer ones are paragraphs whatever they begin with
)
CLOSING, CALL = 6, 320  # how many last pieces may be calls to the reader, and the weight up to which one is
BIO = range(100, 900)  # the weight of a paragraph on the author; a shorter one signs the text as a byline does
BEFORE_NAME = 20  # characters of a mark or a job title that may stand before the writer's name
SUBHEAD_SHARE = 0.15  # a heading below the first that repeats the headline opens the text only before this much of it
HEAD_SHARE = 0.05  # an h1 in other words than the headline's is a subhead after this much of the text
END_SHARE = 0.5  # a heading like "Related articles" ends the article only after this much of its text
ABOUT_SHARE = 0.6  # "About Ascom" heads what a press release says of its sender only after this much of the text
LEADING = 6  # the headline may be said again in so many first pieces
TRAILING = " \t\n\xa00123456789()[]:.!·|>»→…+-"
LEADING_MARKS = re.compile(r"^[\W_]+")
DATELINE = 100  # characters of the longest line that says when the text appeared and when it changed
FIGURES = re.compile(r"(?:19|20)\d\d|\d{1,2}:\d{2}")
CLOCK = re.compile(r"\d:\d{2}")
NAMES = re.compile(r"[^\W\d_]+")
SENTENCE_END = re.compile(r"[.!?。！？…”\"'’」』)]\s*$")


def trimmed(pieces: list[Piece], title: str, words: Reading) -> list[Piece]:
    """The pieces that are the article's own."""
    pieces = _from_title(pieces, title)
    pieces = _without_related(pieces, words)
    pieces = [piece for piece in pieces if not is_furniture(piece, words)]
    return _without_edges(_without_calls(pieces, words))


def is_furniture(piece: Piece, words: Reading) -> bool:
    """True for a line that belongs to the page: "Share this article", "Photo: ...", a line of rights."""
    if piece.weight > SHORT:
        return False
    text = piece.text.casefold().strip()
    return (
        plain(text) in words.furniture
        or text.startswith(words.openings)
        or _without_marks(text).startswith(words.openings)
        or bool(words.rights.search(text) or words.promos.search(text))
        or _is_dateline(text, words)
    )


def _is_dateline(text: str, words: Reading) -> bool:
    """True for a line that only says when: "Published on 06/01/2026 - 13:55 Updated 14:20". A day alone, without a
    label or an hour, may head what happened then."""
    if len(text) > DATELINE or not FIGURES.search(text):
        return False
    rest = words.date_labels.sub(" ", text)
    if rest == text and not CLOCK.search(text):
        return False
    return all(word in words.months or word in words.date_words for word in NAMES.findall(rest))


def _without_calls(pieces: list[Piece], words: Reading) -> list[Piece]:
    """Without the closing lines that speak to the reader of the paper itself: "Follow us on ...", "Got a story?"."""
    start = max(len(pieces) - CLOSING, (len(pieces) + 1) // 2)
    return pieces[:start] + [
        piece for piece in pieces[start:] if piece.weight > CALL or not words.calls.search(piece.text.casefold())
    ]


def without_bio(pieces: list[Piece], names: list[str], words: Reading) -> list[Piece]:
    """Without a closing paragraph on who wrote: "Mina Roth is a reporter at The Lantern ..."."""
    start = max(len(pieces) - CLOSING, (len(pieces) + 1) // 2)
    said = [name for name in names if " " in name]
    return pieces[:start] + [piece for piece in pieces[start:] if not _is_bio(piece, said, words)]


def _is_bio(piece: Piece, names: list[str], words: Reading) -> bool:
    """True for a paragraph that opens with a writer's name and says what that person is or does."""
    starts = ((piece.text.find(name, 0, len(name) + BEFORE_NAME), name) for name in names)
    end = next((at + len(name) for at, name in starts if at >= 0), None)
    return end is not None and piece.weight in BIO and bool(words.is_somebody.match(piece.text, end))


def plain(text: str) -> str:
    """A line without figures and marks at its end and marks at its start, casefolded: "Comments (12)" -> "comments"."""
    return _without_marks(text.casefold().rstrip(TRAILING))


def _without_marks(text: str) -> str:
    return text if text[:1].isalnum() else LEADING_MARKS.sub("", text)


def _from_title(pieces: list[Piece], title: str) -> list[Piece]:
    """What stands before the headline is not the article's; the headline itself is no part of its text."""
    total = sum(piece.weight for piece in pieces)
    before = 0
    for n, piece in enumerate(pieces):
        if before > total * 0.35:
            break
        if piece.weight < len(title) * 2 + 60 and _is_title(piece, letters(title), n, before / total):
            return pieces[n + 1 :]
        before += piece.weight
    return pieces


def _is_title(piece: Piece, key: str, n: int, before: float) -> bool:
    """True for the headline, said again or in other words: an h1 before any of the text; `before` is the share of the
    text that stands before the piece."""
    if piece.tag == "h1" and n < LEADING and before <= HEAD_SHARE:
        return True
    said_again = bool(key) and letters(piece.text) == key
    opens = piece.tag == "h1" or n < LEADING or (piece.tag in HEADINGS and before <= SUBHEAD_SHARE)
    return said_again and opens


def _without_related(pieces: list[Piece], words: Reading) -> list[Piece]:
    """Cuts at a heading that ends articles, unless paragraphs follow; then only the lines and links after it go."""
    total, before = sum(piece.weight for piece in pieces), 0
    found: list[Piece] = []
    n = 0
    while n < len(pieces):
        piece = pieces[n]
        if before > total * ABOUT_SHARE and piece.weight < 80 and words.about.fullmatch(piece.text):
            break
        if piece.weight < 80 and plain(piece.text) in words.endings:
            following = _resumes(pieces, n + 1, 1 if before < total * END_SHARE else 2)
            if following is None:
                break
            n = following
            continue
        before += piece.weight
        found.append(piece)
        n += 1
    return found


def _resumes(pieces: list[Piece], start: int, needed: int) -> int | None:
    """Where so many paragraphs in a row begin, none of them a link."""
    for n in range(start, len(pieces) - needed + 1):
        if all(piece.weight >= GOOD_WEIGHT * needed and piece.links < 0.4 for piece in pieces[n : n + needed]):
            return n
    return None


def _without_edges(pieces: list[Piece]) -> list[Piece]:
    """Without short lines that are no sentences before the first paragraph, and headings that nothing follows."""
    first = next((n for n, piece in enumerate(pieces) if piece.weight >= GOOD_WEIGHT), 0)
    head = [piece for piece in pieces[:first] if SENTENCE_END.search(piece.text) and len(piece.text) > 25]
    rest = pieces[first:]
    while rest and rest[-1].tag in HEADINGS:
        rest = rest[:-1]
    return head + rest
