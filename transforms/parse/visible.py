"""What a reader sees around the headline: when the article was published, and who wrote it."""

import re

from transforms.lexicon.reading import Reading
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.clean import letters
from transforms.parse.content import GOOD_WEIGHT, Page, Piece
from transforms.parse.dates import moment
from transforms.parse.names import is_author, is_dated, is_other

BEFORE, AFTER = 14, 18  # how many blocks before and after the headline may tell when and who
FAR = 8  # a date without a label that stands farther from the headline may be another's
SLACK = 20  # characters by which marks and spaces may make a headline longer
SHORT = 40  # characters of a line that is a date and little else
LINE = 160  # the weight of a line of such words; longer ones are sentences
RIGHTS = re.compile(r"copyright|[©ⓒ]|\(c\)", re.IGNORECASE)
AFTER_NAMES = re.compile(r"\s[|•·–—]\s|\s{2,}|\s(?=\d)|\son\s|,\s(?=\w+\s\d)")
DATELINE = re.compile(r"[(\[]?\s?([^()\[\]]{6,24}?)(?:[)\]:]|(?<=\d)\.)\s")  # "(21. November 2022) The council ..."
FOOT = re.compile(r"(?:site-|page-|global-)?footer(?:-\w+)?(?:\s.*)?|foot|copyright")  # of a page
YEAR = re.compile(r"\d(?:(?<=1)9\d\d|(?<=2)0\d\d|\d[./-]\d{2}[./-]\d{2})")  # begins with a figure: found thrice as fast


def claims(page: Page, title: str, first: int, words: Reading) -> list[Claim]:
    """Dates and names near the headline, nearest first. `first` is the order of the first block of the text."""
    headline = _headline(page, title, first)
    near = [
        piece
        for piece in page.pieces
        if headline - BEFORE <= piece.order <= max(headline, first) + AFTER and piece.weight <= LINE
    ]
    return [*_dates(page, near, headline, title, words), *_names(page, near, headline, words)]


def _headline(page: Page, title: str, first: int) -> int:
    """Where the headline stands: of several places that nearest to the text."""
    key, size = letters(title), len(title)
    places = [piece for piece in page.pieces if abs(len(piece.text) - size) < SLACK and letters(piece.text) == key]
    nearest = min(places, key=lambda p: (p.tag != "h1", p.order > first, abs(first - p.order)), default=None)
    return nearest.order if nearest else first


def _distance(order: int, headline: int) -> int:
    """Blocks from the headline; what stands before it is farther."""
    return order - headline if order >= headline else (headline - order) * 2


def _dates(page: Page, near: list[Piece], headline: int, title: str, words: Reading) -> list[Claim]:
    found: list[tuple[int, Claim]] = []
    for mark in page.outline.marks:
        near_by = headline - BEFORE <= mark.order <= headline + AFTER
        if mark.kind == "time" and near_by and not _other(page, mark.element):
            field = _labelled(mark.text, words)
            value = mark.value if moment(mark.value, words) else mark.text
            found.append((_distance(mark.order, headline), Claim(field, value, "time")))
    key = letters(title)
    for piece in near:
        if not YEAR.search(piece.text) or letters(piece.text) == key or _below(page, piece):
            continue
        for part in _parts(piece.text, words):
            if moment(part, words) and not _is_sentence(part):
                distance = _distance(piece.order, headline) + (FAR if len(part) > 60 else 0)
                found.append((distance, _claim(page, piece, part, distance, words)))
    found += [(-1, claim) for claim in _told(page, words)]
    return [claim for _, claim in sorted(found, key=lambda pair: pair[0])]


def _claim(page: Page, piece: Piece, part: str, distance: int, words: Reading) -> Claim:
    """What a line with a date says: of a change or the publication, by its label or by where it stands."""
    field = _labelled(part, words)
    own = _has_label(part, piece, words) or words.by.search(piece.text) or (distance <= FAR and _named(page, piece))
    if field == "modified" or own:
        return Claim(field, part, "label")
    return Claim(field, part, "far line" if distance > FAR or _other(page, piece.element) else "line")


def _has_label(part: str, piece: Piece, words: Reading) -> bool:
    """True for "Published ..."; short labels such as "am" also open sentences, so that the line must be short."""
    folded = part.casefold().strip()
    label = next((label for label in words.published_labels if folded.startswith(label)), "")
    return len(label) > 4 or (bool(label) and (not label.isascii() or len(piece.text) < SHORT))


def _is_sentence(text: str) -> bool:
    """True for a sentence, whose date is one of the matter."""
    return len(text) > SHORT * 2 and text.rstrip().endswith((".", "?", "!", "…"))


def _named(page: Page, piece: Piece) -> bool:
    """True where the class of the element, or of that around it, says that this is the day of publication."""
    path = page.outline.path(piece.element)[:2]
    return (
        len(piece.text) < LINE
        and not _other(page, piece.element)
        and any(is_dated(page.outline.elements[i].names) for i in path)
    )


def _other(page: Page, element: int) -> bool:
    """True for what stands in comments, related stories and the like: its dates are not the article's."""
    return page.junk[element] and any(is_other(page.outline.elements[i].names) for i in page.outline.path(element))


def _told(page: Page, words: Reading) -> list[Claim]:
    """Dates that sentences tell: "This article was originally published on 26 September 2019"; a date that opens the
    text."""
    found = []
    for piece in page.pieces:
        if not YEAR.search(piece.text[: 2 * LINE]) or _other(page, piece.element):
            continue
        opening = DATELINE.match(piece.text)
        if opening and not piece.junk and piece.weight > GOOD_WEIGHT and moment(opening[1], words):
            found.append(Claim("published", opening[1], "far line"))
        if piece.weight > 2 * LINE:
            continue
        folded = piece.text.casefold()
        for label in words.first_published:
            at = folded.find(label)
            if at >= 0 and moment(piece.text[at : at + len(label) + SHORT], words):
                found.append(Claim("published", piece.text[at : at + len(label) + SHORT], "label"))
    return found


def _below(page: Page, piece: Piece) -> bool:
    """True for a footer's line or one of rights: its year is not the article's."""
    if RIGHTS.match(piece.text.strip()):
        return True
    around = [page.outline.elements[i] for i in page.outline.path(piece.element)]
    tags = [element.tag for element in around]
    foots = "footer" in tags or any(FOOT.fullmatch(element.names) for element in around)
    return foots and "article" not in tags and "main" not in tags


def _parts(text: str, words: Reading) -> list[str]:
    """A line with both dates as two: "Published May 1, 2024 | Updated May 3, 2024"."""
    cuts = [match.start() for match in words.date_labels.finditer(text)]
    return [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if text[a:b].strip()]


def _labelled(text: str, words: Reading) -> str:
    folded = text.casefold()
    return "modified" if any(label in folded for label in words.modified_labels) else "published"


def _names(page: Page, near: list[Piece], headline: int, words: Reading) -> list[Claim]:
    found: list[tuple[int, int, Claim]] = []
    for mark in page.outline.marks:
        if mark.kind == "author" and headline - BEFORE <= mark.order <= headline + AFTER and _is_name(mark.text, words):
            found.append((0, _distance(mark.order, headline), Claim("byline", mark.text, "author")))
    for piece in near:
        line = piece.text.replace("\n", " ")
        label = _after_label(line, words)
        if label and _is_name(label, words):
            found.append((0, _distance(piece.order, headline), Claim("byline", label, "line")))
        elif (reporter := _reporter(line, words)) is not None:
            found.append((2, _distance(piece.order, headline), Claim("byline", reporter, "line")))
        elif (
            piece.weight < 80
            and any(is_author(page.outline.elements[i].names) for i in page.outline.path(piece.element)[:3])
            and _is_name(line, words)
        ):
            found.append((1, _distance(piece.order, headline), Claim("byline", line, "author")))
    return [claim for _, _, claim in sorted(found, key=lambda triple: triple[:2])]


def _after_label(line: str, words: Reading) -> str | None:
    """The names after "By" or "Von" at a line's start, up to a date or a mark."""
    match = words.by_line.match(line)
    if match is None or len(line) == match.end():
        return None
    return AFTER_NAMES.split(line[match.end() :].strip(" :"))[0].strip()


def _reporter(line: str, words: Reading) -> str | None:
    """The name with its title of a line that says no more, or that says when: "입력 2006.03.04 18:22 / 홍길동 기자"."""
    for part in () if line.isascii() else _parts(line, words):
        match = words.reporter.search(part)
        if match and (len(part) - len(match[0]) < SLACK or (YEAR.search(part) and moment(part, words))):
            return match[0]
    return None


def _is_name(text: str, words: Reading) -> bool:
    """True for one to a dozen words that begin like names, and are no date and no line of furniture."""
    text = (byline(text, words) or "").strip()
    parts = text.split()
    if not 1 <= len(parts) <= 14 or len(text) > 120 or text.endswith((".", "?", "!", ":")) or moment(text, words):
        return False
    capital = sum(part[0].isupper() or not part[0].isascii() for part in parts)
    return capital >= len(parts) / 2 and text.casefold() not in words.endings and not any(c.isdigit() for c in text)
