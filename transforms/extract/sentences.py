"""A text cut into sentences and list items, each with its shape and its paragraph.

A line is the largest unit: nothing runs over a line's end. A sentence ends at `.`, `!` or `?` (and the marks that close
after it) outside quotation marks; a paragraph that is one quotation is cut inside it. A mark such as ▲ or ① opens an
item, at the head of a line or after the end of a sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

MARKS = "▲△▶▷▼▽■□◆◇●○◦※ㆍ•·★☆①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
HEADING = re.compile(r"\s*(?:[■□◆◇◈▣#]+|\d{1,2}[.)]\s|[<〈《\[(].{1,60}[>〉》\])]\s*$)")
ITEM = re.compile(rf"\s*(?:[{MARKS}]|[-–*]\s|\d{{1,2}}[.)]\s|[가-하][.)]\s|Q[.:]\s|A[.:]\s)\s*")
END = re.compile(r"[.!?…](?:[\"'”’」』)\]]{0,3})(?=\s|$)|(?<=[다요죠까])\.(?=[\"“'‘(\[가-힣A-Z▲△①-⑳])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|vs|Inc|Ltd|Corp|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Gov|Sen|Rep"
    r"|U\.S|U\.K|E\.U|a\.m|p\.m|e\.g|i\.e)|\b[A-Z])\.$"
)
OPEN, CLOSE = "“「『", "”」』"
QUOTE = re.compile(rf'[{OPEN}{CLOSE}"]')
RUN_IN = re.compile(r"(?=.*[A-Z]{4})[A-Z0-9’'&,:. -]{4,60}[.:]")  # HEWLETT'S SHORTLIST. The foundation ...
SENTENCE_MAX = 4000
CAPITALS_MIN = 6
HEADING_MAX = 100  # code points of a heading


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item of one field. `start` and `end` count code points of that field's text.

    `shape` is "prose", "item" (a list item), "heading" or "quotation" (all of it is somebody's words).
    """

    field: str
    start: int
    end: int
    text: str
    paragraph: int
    shape: str


def sentences_of(field: str, text: str) -> tuple[Sentence, ...]:
    """The sentences of one field, in order; paragraphs are counted by blank lines."""
    found: list[Sentence] = []
    paragraph = offset = 0
    for line in text.split("\n"):
        if line.strip():
            found.extend(_line(field, line, offset, paragraph))
        else:
            paragraph += 1
        offset += len(line) + 1
    return tuple(_titled(found))


def _titled(sentences: list[Sentence]) -> Iterator[Sentence]:
    """An item that is no sentence, right above prose of its paragraph and below no item, is that prose's heading."""
    for i, sentence in enumerate(sentences):
        before = sentences[i - 1] if i else None
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        titles = (
            sentence.shape == "item"
            and sentence.text.lstrip()[0] not in "-–*•·"
            and (before is None or before.shape != "item" or before.paragraph != sentence.paragraph)
            and following is not None
            and following.shape == "prose"
            and following.paragraph == sentence.paragraph
            and _ends(following.text)
            and not _ends(sentence.text)
            and len(sentence.text) < HEADING_MAX
        )
        yield replace(sentence, shape="heading") if titles else sentence


def _line(field: str, line: str, offset: int, paragraph: int) -> Iterator[Sentence]:
    whole = _whole_quotation(line)
    pieces = list(_pieces(line, whole))
    for start, end in pieces:
        text = line[start:end]
        shape = "quotation" if whole else _shape(text, alone=len(pieces) == 1)
        if start == pieces[0][0] and len(pieces) > 1 and RUN_IN.fullmatch(text):
            shape = "heading"
        yield Sentence(field, offset + start, offset + end, text, paragraph, shape)


def _whole_quotation(line: str) -> bool:
    stripped = line.strip()
    return len(stripped) > 2 and stripped[0] in '"“' and stripped[-1] in '"”' and stripped[1:-1].count(stripped[0]) == 0


def _shape(text: str, *, alone: bool) -> str:
    if alone and not _ends(text) and len(text) < HEADING_MAX and (HEADING.match(text) or _capitals(text)):
        return "heading"
    return "item" if ITEM.match(text) else "prose"


def _ends(text: str) -> bool:
    """Whether it ends as a sentence does."""
    return text.rstrip(" \"'”’)]")[-1:] in (".", "!", "?")


def _capitals(text: str) -> bool:
    """Whether it is a line of two or more words in capitals (WHAT IS LEFT)."""
    return text.isupper() and text.isascii() and len(text) > CAPITALS_MIN and " " in text


def _pieces(line: str, whole: bool) -> Iterator[tuple[int, int]]:
    """The spans of a line's sentences, without the blanks around them."""
    start = 0
    for cut in _cuts(line, whole):
        yield from _trimmed(line, start, cut)
        start = cut
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    text = line[start:end]
    left = start + len(text) - len(text.lstrip())
    right = start + len(text.rstrip())
    for begin in range(left, right, SENTENCE_MAX):
        yield begin, min(right, begin + SENTENCE_MAX)


def _cuts(line: str, whole: bool) -> Iterator[int]:
    depth, at, plain = 0, 0, False
    for end in END.finditer(line):
        for mark in QUOTE.finditer(line, at, end.start()):
            depth, plain = _quoted(mark.group(), depth, plain)
        at = end.start()
        inside = (depth > 0 or plain) and not whole
        closes = any(ch in CLOSE or ch == '"' for ch in end.group()[1:])
        if (inside and not closes) or _no_end(line, end.start()):
            continue
        yield end.end()


def _no_end(line: str, at: int) -> bool:
    """Whether the full stop at `at` belongs to an abbreviation, a numeral date (2026. 3. 5.) or a list number (1.)."""
    if ABBREVIATION.search(line[max(0, at - 8) : at + 1]):
        return True
    before, after = line[:at], line[at + 1 :].lstrip()
    return before[-1:].isdigit() and (after[:1].isdigit() or before.strip().isdigit())


def _quoted(ch: str, depth: int, plain: bool) -> tuple[int, bool]:
    if ch in OPEN:
        return depth + 1, plain
    if ch in CLOSE:
        return max(0, depth - 1), plain
    return depth, (not plain if ch == '"' else plain)
