"""The text that a page states for machines (JSON-LD, the state of Next.js, Nuxt, Fusion ...), and what it says of
the blocks.

Where the stated text and the blocks agree, a block that it lacks is an insertion; where the page shows no text, or
only its
beginning, the stated text is the article.
"""

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from transforms import limits
from transforms.lenient import loads
from transforms.parse.clean import clean, letters
from transforms.parse.content import WIDE, Piece, printed, weigh
from transforms.parse.nesting import too_nested
from transforms.parse.streamed import streamed
from transforms.parse.tree import HEADINGS, outline

GRAM = 12  # letters that a piece and the stated text must share in a row to share anything
AGREES = 0.8  # share of the stated text that the blocks must hold for it to judge them
LONGER = 1.4  # times that it must be longer than the blocks to replace them
INSERTED = 0.4  # share of the blocks that may be insertions; more, and the stated text is an extract
MIN_STATED = 300  # letters, those of Korean twice; a shorter one is a summary
THIN = 500  # weight of blocks below which the page's scripts are searched for its text
MAX_SCRIPTS = 60  # assignments of a script that are looked into
MAX_STREAM = 400  # scripts of a page that are looked into; Next.js streams its state in hundreds
ASSIGNED = re.compile(r"[\w\])]\s{0,3}=\s{0,3}(?=[{\[])")
DECODER = json.JSONDecoder(strict=False)
TAG = re.compile(r"</?(?:p|br|div|li|h[1-6]|span|a|b|strong|em|figure|ul)\b[^<>]{0,500}>", re.IGNORECASE)
PROSE = re.compile(r"[.!?。！？다요][\"'”’)]?(?:\s|$)")


def judged(kept: list[Piece], everything: list[Piece], stated: str) -> list[Piece] | None:
    """The pieces that are the stated text, or None where it says nothing of them."""
    grams = _grams(letters(stated))
    if len(grams) < MIN_STATED:
        return None
    shares = [_share(piece, grams) for piece in kept]
    if _covered(kept, grams) >= AGREES:
        insertions = sum(piece.weight for piece, share in zip(kept, shares, strict=True) if share < 0.5)
        if insertions > INSERTED * sum(piece.weight for piece in kept):
            return None
        return [
            piece
            for n, (piece, share) in enumerate(zip(kept, shares, strict=True))
            if share >= 0.5 or (piece.tag in HEADINGS and n + 1 < len(kept) and shares[n + 1] >= 0.5)
        ]
    found = [piece for piece in everything if _share(piece, grams) >= 0.5 and piece.weight >= GRAM * 2]
    return found if _covered(found, grams) >= AGREES else None


def replaces(stated: str, kept: list[Piece]) -> bool:
    """True where the page shows much less than it states."""
    return _size(stated) >= MIN_STATED and len(stated) > LONGER * sum(len(piece.text) for piece in kept)


def as_text(stated: str) -> str:
    """A stated text as paragraphs; HTML in it is read, whichever way it was escaped."""
    text = clean(stated)
    if not TAG.search(text):
        return text
    if too_nested(text):
        return ""
    body = LexborHTMLParser(text.replace("\n\n", "<p>")).body
    return printed(weigh(outline(body), "").pieces) if body is not None else ""


def in_scripts(tree: Any) -> str:
    """The longest text that stands in the page's embedded state; "" where there is none."""
    nodes = tree.css("script:not([src])")[:MAX_STREAM]
    scripts = [node.text() or "" for node in nodes if "ld+json" not in (node.attributes.get("type") or "").lower()]
    long = (text for text in scripts if _size(text) >= MIN_STATED and len(text) <= limits.MAX_SCRIPT_BYTES)
    values = chain(streamed(scripts), *map(_values, long))
    return max((text for value in values for text in _texts(value)), key=len, default="")


def _values(script: str) -> Iterator[Any]:
    """The JSON values of a script: all of it, or what stands right of its assignments."""
    if script.lstrip()[:1] in ("{", "["):
        yield loads(script)
        return
    end = 0
    for match in islice(ASSIGNED.finditer(script), MAX_SCRIPTS):
        if match.end() < end or len(script) - match.end() < MIN_STATED:
            continue
        try:
            value, end = DECODER.raw_decode(script, match.end())
            yield value
        except (ValueError, RecursionError):
            continue


def _size(text: str) -> int:
    """The length of a text; a letter of Korean counts twice, as it says more."""
    return len(text) + (0 if text.isascii() else len(WIDE.findall(text[: 2 * MIN_STATED])))


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    """Texts of a JSON value: long strings of prose, and lists whose items together are one."""
    yield ""
    if depth > limits.MAX_JSON_DEPTH:
        return
    if isinstance(value, str):
        if _size(value) >= MIN_STATED and len(PROSE.findall(value)) >= 3:
            yield as_text(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner, depth + 1)
    elif isinstance(value, list):
        parts = [text for item in value for text in _item(item)]
        if sum(map(_size, parts)) >= MIN_STATED and sum(bool(PROSE.search(part)) for part in parts) >= 3:
            yield "\n\n".join(as_text(part) for part in parts)
        for inner in value:
            yield from _texts(inner, depth + 1)


def _item(item: Any) -> list[str]:
    """The text of one element of a list of paragraphs: `{"type": "text", "content": "..."}` and its like."""
    if isinstance(item, str):
        return [item]
    if not isinstance(item, dict):
        return []
    kind = str(item.get("type") or item.get("_type") or item.get("__typename") or "text").casefold()
    if not any(word in kind for word in ("text", "para", "head", "block", "p", "list", "html")):
        return []
    return [
        item[key] for key in ("content", "text", "html", "value", "body", "contents") if isinstance(item.get(key), str)
    ][:1]


def _grams(key: str) -> set[str]:
    return {key[i : i + GRAM] for i in range(max(0, len(key) - GRAM + 1))}


def _share(piece: Piece, grams: set[str]) -> float:
    own = letters(piece.text)
    sample = [own[i : i + GRAM] for i in range(0, max(1, len(own) - GRAM + 1), 3)]
    return sum(gram in grams for gram in sample) / len(sample)


def _covered(pieces: list[Piece], grams: set[str]) -> float:
    """The share of the stated text that the pieces, read in one go, have."""
    return len(grams & _grams(letters("".join(piece.text for piece in pieces)))) / len(grams)
