"""Tables that stand in a text: one cell a line, or a row a line with tabs or bars between the cells.

A table of one cell a line has a header of k cells and rows of k lines; k is the width for which the columns are of one
kind each (a name first, then figures). Of its columns those count as support that their header calls so (배분, 지원액,
a year not before the article's own); columns of last year or of what was applied for do not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.extract.document import Document, within
from transforms.lexicon.frames import LanguageFrames

CELL_MAX = 48
WIDTHS = range(2, 8)
BLOCK_MAX = 300  # lines of a table that are read
ROWS_MIN = 2
NUMERIC = re.compile(
    r"[-–—]|[€$£¥₩₹][\d,.]+(?:\s\w+)?|[\d,.]+\s?(?:\(.*\))?|(?:약\s)?[\d,.]+[^\s\d]{1,8}(?:\s?\(.*\))?|미정"
)
FIGURED = re.compile(r"\d|^[-–—]$|미정")  # what a column of figures holds, words beside them or not
ENDED = re.compile(r"[.!?]['\"”’]?$")
SPLIT = re.compile(r"\t+|\s*\|\s*|\s{3,}|\s/\s")
LABEL = re.compile(r"\s[:：]\s")  # also parts the cells of a row in a table without a header
MONEY = re.compile(r"(?:약|최대|최고)?\s?\d[\d,.조억만천 ]*원(?:\s?\([^()]*\))?|[€$£¥₩₹][\d,.]+(?:\s\w+)?")
YEAR = re.compile(r"(20\d\d)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and its place in the body."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption (the line above it, or ""), its header and its rows, all rows as wide as the header."""

    caption: str
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        """Where the header begins."""
        return self.header[0].start

    @property
    def end(self) -> int:
        """Where the last row ends."""
        return self.rows[-1][-1].end


def tables_of(document: Document) -> tuple[Table, ...]:
    """The tables of the body, in order."""
    body = document.article.body
    return tuple(t for block in _blocks(body) if (t := _table(block) or _headless(block, body)))


def support_columns(table: Table, document: Document, frames: LanguageFrames) -> list[int]:
    """The columns whose figures are support, by their header; none where the header does not tell."""
    cues = frames.grants
    year = document.published.year if document.published else 0
    chosen: list[int] = []
    if table.header[0].start == table.header[0].end:  # no header: the caption tells what the sums are
        return [i for i in range(1, len(table.header)) if all(MONEY.fullmatch(row[i].text) for row in table.rows)]
    years = [int(y.group()) for cell in table.header[1:] if (y := YEAR.search(cell.text))]
    if cues["next_year"].search(f"{document.article.title} {table.caption}") and year + 1 in years:
        year += 1
    for i, cell in enumerate(table.header[1:], 1):
        if cues["column_refuse"].search(cell.text):
            continue
        named = YEAR.search(cell.text)
        if (named and int(named.group()) >= year) or (not named and cues["column_support"].search(cell.text)):
            chosen.append(i)
    return chosen


def recipient_column(table: Table, document: Document, frames: LanguageFrames) -> int:
    """The column that names the recipients: by its header, else where most rows hold a name, else the first."""
    names = document.names.get("body", ())
    held = [sum(bool(within(names, row[i].start, row[i].end)) for row in table.rows) for i in range(len(table.header))]
    called = [i for i, c in enumerate(table.header) if held[i] and frames.grants["column_recipient"].search(c.text)]
    return called[0] if called else held.index(max(held))


def _blocks(body: str) -> Iterator[list[Cell]]:
    """Runs of short lines without the end of a sentence; each line is a cell, or the cells that it is split into."""
    block: list[Cell] = []
    offset = 0
    for line in body.split("\n"):
        text = line.strip()
        if (
            text
            and len(text) <= CELL_MAX * 4
            and not ENDED.search(text)
            and (len(text) <= CELL_MAX or SPLIT.search(text))
        ):
            block.append(Cell(text, offset + line.index(text), offset + line.index(text) + len(text)))
        else:
            if len(block) > ROWS_MIN:
                yield block
            block = []
        offset += len(line) + 1
    if len(block) > ROWS_MIN:
        yield block


def _table(block: Sequence[Cell]) -> Table | None:
    block = block[:BLOCK_MAX]
    rows = [_split(cell) for cell in block]
    if wide := [r for r in rows if len(r) > 1]:
        return _of_rows(rows, max(len(r) for r in wide))
    best: tuple[int, Table] | None = None
    for width in WIDTHS:
        for first in range(min(3, len(block))):
            if (found := _of_lines(block, first, width)) and (best is None or found[0] > best[0]):
                best = found
    return best[1] if best else None


def _split(cell: Cell, pattern: re.Pattern[str] = SPLIT) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    at = 0
    for piece in pattern.split(cell.text.strip("| ")):
        start = cell.text.index(piece, at)
        at = start + len(piece)
        if piece:
            cells.append(Cell(piece, cell.start + start, cell.start + at))
    return tuple(cells)


def _of_rows(rows: Sequence[tuple[Cell, ...]], width: int) -> Table | None:
    full = [r for r in rows if len(r) == width]
    if any(MONEY.search(c.text) for c in full[0]):
        return None
    body = [r for r in full[1:] if any(FIGURED.search(c.text) for c in r[1:])]
    caption = rows[0][0].text if len(rows[0]) == 1 else ""
    return Table(caption, full[0], tuple(body)) if len(body) >= ROWS_MIN else None


def _headless(block: Sequence[Cell], body: str) -> Table | None:
    """Rows of one width without a header, of which one column is money; the line above them is the caption."""
    rows = [_split(cell, re.compile(f"{SPLIT.pattern}|{LABEL.pattern}")) for cell in block[:BLOCK_MAX]]
    caption = rows.pop(0)[0].text if len(rows[0]) == 1 else _line_above(body, block[0].start)
    widths = {len(r) for r in rows}
    if len(rows) < ROWS_MIN or len(widths) > 1 or widths == {1}:
        return None
    if not any(all(MONEY.fullmatch(r[i].text) for r in rows) for i in range(1, len(rows[0]))):
        return None
    header = tuple(Cell("", rows[0][0].start, rows[0][0].start) for _ in rows[0])
    return Table(caption, header, tuple(rows))


def _line_above(body: str, start: int) -> str:
    """The last line with words before a place in the body."""
    return body[:start].rstrip().rsplit("\n", 1)[-1].strip()


def _of_lines(block: Sequence[Cell], first: int, width: int) -> tuple[int, Table] | None:
    """The table that begins at line `first` with rows of `width` lines, and how well its columns hold together."""
    header = tuple(block[first : first + width])
    if len(header) < width or any(NUMERIC.fullmatch(c.text) and not YEAR.match(c.text) for c in header):
        return None
    rows: list[tuple[Cell, ...]] = []
    for at in range(first + width, len(block) - width + 1, width):
        row = tuple(block[at : at + width])
        if NUMERIC.fullmatch(row[0].text) or not FIGURED.search(row[1].text):
            break
        rows.append(row)
    if len(rows) < ROWS_MIN:
        return None
    numeric = sum(all(FIGURED.search(r[i].text) for r in rows) for i in range(1, width))
    if numeric == 0:
        return None
    left = len(block) - first - width * (len(rows) + 1)
    caption = block[first - 1].text if first else ""
    return (len(rows) * width * 4 + numeric * 2 - left * 4, Table(caption, header, tuple(rows)))
