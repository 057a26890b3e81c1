"""Plain text -> Article: a text with a header, or a board's page copied as text with a portal's HTML inside."""

import re
from dataclasses import replace
from datetime import datetime

from transforms import limits
from transforms.lexicon.model import Lexicon
from transforms.lexicon.reading import Reading
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.clean import clean, line
from transforms.parse.data import read_record
from transforms.parse.dates import Moment, moment, month_and_day, year_of
from transforms.parse.draft import Draft, Signs
from transforms.parse.html import read_page
from transforms.parse.signatures import owner

MARKUP = re.compile(r"<(?:div|p|br|section|article|table|span|strong|figure|html|body)\b[^<>]{0,2000}>", re.IGNORECASE)
LABELLED = re.compile(r"^[ \t]*([^\W\d][\w ]{0,20})[ \t]{0,3}[:：][ \t]*(\S[^\n]{0,500})$")
SHORT_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}")
HEADER_LINES, HEADER_CHARS = 8, 300
PROVENANCE = {"published": "published_at", "modified": "modified_at"}
SOFT_BREAK = re.compile(r"(?<=[^>\s])[ \t]{0,20}\n(?=[ \t]{0,20}[^<\s])")
MARKS = re.compile(r"<[^<>]{0,2000}>")


def read_text(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """Reads a text file. With markup inside it is a copied page; else its first line is the title."""
    if len(MARKUP.findall(text[:20_000])) >= 3:
        return _copied_page(text, url, lexicon)
    return _headed(clean(text), url, lexicon)


def _headed(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """Labelled lines ("제목: ..."), or a title, then lines of who and when in any order; the rest is the body."""
    lines = text.split("\n")
    labelled = [(match[1], match[2]) for line_ in lines[:HEADER_LINES] if (match := LABELLED.match(line_))]
    if len(labelled) >= 2 and LABELLED.match(lines[0]):
        draft = read_record(dict(labelled), url, lexicon)
        if draft.title and (draft.published or draft.publisher or draft.byline):
            count = next((n for n, line_ in enumerate(lines) if not LABELLED.match(line_)), len(lines))
            return replace(
                draft, body="\n".join(lines[count:]).strip(), provenance=(*draft.provenance, ("body", "text"))
            )
    title, rest = lines[0][: limits.MAX_TITLE_CHARS + 1], lines[1:]
    claims: list[Claim] = []
    for n, text_line in enumerate(rest[: 2 * HEADER_LINES]):
        found = _header_claims(text_line, lexicon.reading)
        if text_line.strip() and not found:
            rest = rest[n:]
            break
        claims += found
    return _draft(title, "\n".join(rest).strip(), claims, url, lexicon)


def _draft(title: str, body: str, claims: list[Claim], url: str | None, lexicon: Lexicon) -> Draft:
    words = lexicon.reading
    first = {claim.field: claim.value for claim in reversed(claims)}
    published = moment(first.get("published", ""), words)
    if published is None and "published" in first:
        published = dated(first["published"], body)
    modified = moment(first.get("modified", ""), words)
    sources = [(PROVENANCE.get(field, field), "header") for field in first] + [("body", "text")]
    return Draft(
        title=line(title), subtitle=None, body=body, byline=byline(first.get("byline", ""), words),
        published=published, modified=modified,
        publisher=first.get("publisher"), url=url, language=None, images=(),
        provenance=(("title", "first line"), *sources), signs=Signs(opening=title),
    )  # fmt: skip


def _header_claims(text: str, words: Reading) -> list[Claim]:
    """What a short line between title and body says: "publisher | byline | date", "입력 2025.08.04 09:30", "홍길동
    기자"."""
    parts = [part.strip() for part in text.split("|")]
    if len(text) > HEADER_CHARS or not text.strip():
        return []
    dates = [part for part in parts if moment(part, words) or SHORT_DATE.fullmatch(part)]
    if len(parts) > 1 and dates:
        names = [part for part in parts if part and part not in dates]
        fields = zip(("publisher", "byline"), names, strict=False)
        return [Claim("published", dates[0], "header"), *(Claim(field, name, "header") for field, name in fields)]
    folded = text.casefold().strip()
    if (
        len(parts) == 1
        and dates
        and (len(text) < 25 or folded.startswith((*words.published_labels, *words.modified_labels)))
    ):
        return [Claim("modified" if folded.startswith(words.modified_labels) else "published", text, "header")]
    if len(text) < 60 and folded.endswith(tuple(words.job_titles)) and byline(text, words):
        return [Claim("byline", text, "header")]
    return []


def dated(words: str, evidence: str) -> Moment | None:
    """A day without its year, with the one that `evidence` gives it; else partial; None where it is no day."""
    day = month_and_day(words)
    if day is None:
        return None
    year = year_of(evidence, *day)
    return Moment(datetime(year, *day), "day") if year else Moment(None, "partial")


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
    return dated(before[cut:], text) if cut >= 0 else None
