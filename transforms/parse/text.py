"""Plain text -> Article: a text with a header, or a board's page copied as text with a portal's HTML inside."""

import re
from dataclasses import replace
from datetime import datetime

from transforms.lexicon.model import Lexicon
from transforms.lexicon.reading import Reading
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.clean import clean, line
from transforms.parse.signatures import owner
from transforms.parse.dates import Moment, moment, month_and_day, year_of
from transforms.parse.html import Draft, read_page

MARKUP = re.compile(r"<(?:div|p|br|section|article|table|span|strong|figure|html|body)\b[^<>]{0,2000}>", re.IGNORECASE)
SOFT_BREAK = re.compile(r"(?<=[^>\s])[ \t]{0,20}\n(?=[ \t]{0,20}[^<\s])")
MARKS = re.compile(r"<[^<>]{0,2000}>")


def read_text(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """Reads a text file. With markup inside it is a copied page; else its first line is the title."""
    if len(MARKUP.findall(text[:20_000])) >= 3:
        return _copied_page(text, url, lexicon)
    return _headed(clean(text), url, lexicon)


def _headed(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """Title, a line "publisher | byline | date" in any order, an empty line, body."""
    title, _, rest = text.partition("\n")
    head, _, body = rest.strip("\n").partition("\n\n")
    parts = [part.strip() for part in head.split("|")]
    fields = _header_fields(parts, lexicon.reading) if len(head) < 300 and (len(parts) > 1 or len(head) < 60) else {}
    if "published" not in fields:
        fields, body = {}, rest.strip("\n")
    published = fields.get("published")
    return Draft(
        title=line(title), subtitle=None, body=body.strip(), byline=fields.get("byline"), published=published, modified=None,
        publisher=fields.get("publisher"), url=url, language=None, images=(),
        provenance=(
            *((name, "header") for name in ("title", *fields) if fields),
            *([] if fields else [("title", "first line")]),
            ("body", "text"),
        ),
    )  # fmt: skip


def _header_fields(parts: list[str], words: Reading) -> dict[str, Moment | str]:
    """What a header's parts are: the date is what reads as one, the byline what follows the publisher or holds a job title."""
    fields: dict[str, Moment | str] = {}
    names = []
    for part in parts:
        if not part:
            continue
        if "published" not in fields and (found := moment(part, words)):
            fields["published"] = found
        else:
            names.append(part)
    if names:
        fields["publisher"] = names[0]
    if len(names) > 1 and (name := byline(names[1], words)):
        fields["byline"] = name
    return fields


def _copied_page(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """A board's page: its header before the markup, the copied page, and the board's own lines after it."""
    words = lexicon.reading
    first, last = MARKUP.search(text), text.rfind(">") + 1
    start = first.start() if first else 0
    before, tail = line(text[:start]), line(MARKS.sub(" ", text[max(start, last - 3000) : last]))
    extra = [*_board_header(before, words), *owner(tail, words)]
    draft = read_page(SOFT_BREAK.sub("<br>", text[start:last]), url, lexicon, extra)
    if draft.published is None and (day := _board_day(before, text, words)):
        draft = replace(
            draft, published=day, provenance=(*draft.provenance, ("published_at", "board, year from addresses"))
        )
    return draft


def _board_header(before: str, words: Reading) -> list[Claim]:
    """The title, and a whole date, of "Title 작성일 2025-08-04 27 목록"; a header without those words is the title."""
    cut = min((at for label in words.board_dates if (at := before.find(f" {label}")) > 0), default=len(before))
    title = before[:cut].strip()
    found = [Claim("title", title, "board")] if title else []
    if moment(before[cut:], words):
        found.append(Claim("published", before[cut:], "board"))
    return found


def _board_day(before: str, text: str, words: Reading) -> Moment | None:
    """The board's "08-04" with the year that addresses in the file give it; without one the moment stays partial."""
    cut = min((at for label in words.board_dates if (at := before.find(f" {label}")) > 0), default=-1)
    day = month_and_day(before[cut:]) if cut >= 0 else None
    if day is None:
        return None
    year = year_of(text, *day)
    return Moment(datetime(year, *day), "day") if year else Moment(None, "partial")
