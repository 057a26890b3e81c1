"""Markdown -> Article: front matter states the fields, the text is rendered and read as a page's article."""

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from transforms.lexicon.model import Lexicon
from transforms.parse.clean import letters
from transforms.parse.content import printed, weigh
from transforms.parse.data import read_record
from transforms.parse.dates import moment
from transforms.parse.draft import Draft, Signs
from transforms.parse.signatures import signed
from transforms.parse.tree import HEADINGS, outline

FRONT = re.compile(r"\A\s*---[ \t]*\n((?:[^\n]{0,2000}\n){1,100}?)---[ \t]*\n")
FIELD = re.compile(r"^([\w.-]{1,60})[ \t]*:[ \t]*(.*)$")
MAX_RENDERED = 300_000  # the renderer takes a second for so many characters; longer texts keep their marks


def read_markdown(text: str, url: str | None, lexicon: Lexicon) -> Draft:
    """Reads a Markdown text. Front matter is taken line by line, "key: value"; nested values are passed over."""
    text = text.replace("\r\n", "\n").lstrip("\ufeff")
    front = FRONT.match(text)
    fields = dict(_fields(front[1])) if front else {}
    body = text[front.end() :] if front else text
    draft = read_record(fields, url, lexicon)
    heading, plain = _rendered(body)
    title = draft.title or heading or plain.partition("\n")[0]
    if heading and letters(heading) == letters(title):
        plain = plain.removeprefix(heading).strip()
    signs = draft.signs if _is_signed(draft, plain, lexicon) else Signs("documentation")
    provenance = tuple(pair for pair in draft.provenance if pair[0] != "body")
    return replace(draft, title=title, body=plain, provenance=(*provenance, ("body", "markdown")), signs=signs)


def _is_signed(draft: Draft, plain: str, lexicon: Lexicon) -> bool:
    """True where the front matter or the text says when it appeared, who wrote it or who published it."""
    return bool(
        draft.published
        or draft.byline
        or draft.publisher
        or signed(plain, lexicon.reading)[1]
        or moment(plain, lexicon.reading)
    )


def _fields(front: str) -> list[tuple[str, str]]:
    pairs = [match.groups() for line in front.split("\n") if (match := FIELD.match(line))]
    return [
        (key, value.strip().strip("\"'"))
        for key, value in pairs
        if value.strip().casefold() not in ("", "none", "null", "~")
    ]


def _rendered(body: str) -> tuple[str, str]:
    """The first heading, where the text opens with one, and the plain text."""
    if len(body) > MAX_RENDERED:
        return "", body
    tree = LexborHTMLParser(MarkdownIt("commonmark", {"html": False}).enable("table").render(body))
    if tree.body is None:
        return "", ""
    pieces = weigh(outline(tree.body), "").pieces
    heading = pieces[0].text if pieces and pieces[0].tag in HEADINGS else ""
    return heading, printed(pieces)
