"""JSON, JSON Lines and CSV of scrapers and databases: each row a record."""

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

from transforms import limits
from transforms.containers.budget import Budget, Unreadable
from transforms.containers.document import RawDocument
from transforms.lenient import loads
from transforms.records import Rejection

TITLES = re.compile(r"^(?:.{0,60}[._ ])?(?:title|headline|subject|제목|기사제목)$", re.IGNORECASE)
TEXTS = re.compile(
    r"^(?:.{0,60}[._ ])?(?:body|content|contents|maintext|text|article_?body|plaintext|full_?text|html"
    r"|본문|내용|기사본문|description|url|link)$",
    re.IGNORECASE,
)
DELIMITERS = (",", "\t", ";", "|")
WRAPPED = 5  # {"data": {"result": {"articles": [...]}}} is as deep as APIs wrap


def json_rows(value: Any) -> list[Any]:
    """The records of a JSON value: itself, its items, or the list of articles that it wraps."""
    if isinstance(value, list):
        return value
    return _wrapped(value, 0) or [value]


def _wrapped(value: Any, depth: int) -> list[Any] | None:
    """The first list of objects that look like articles, in an object that does not."""
    if not isinstance(value, dict) or depth > WRAPPED or (_has(value, TITLES) and _has(value, TEXTS)):
        return None
    for inner in value.values():
        if isinstance(inner, list) and inner and isinstance(inner[0], dict):
            first = inner[0].get("_source", inner[0])
            if isinstance(first, dict) and _has(first, TITLES) and _has(first, TEXTS):
                return [row.get("_source", row) if isinstance(row, dict) else row for row in inner]
        if isinstance(inner, dict) and (found := _wrapped(inner, depth + 1)):
            return found
    return None


def _has(row: dict[str, Any], names: re.Pattern[str]) -> bool:
    return any(names.match(str(key)) for key in row)


def from_json(uri: str, sha256: str, value: Any, encoding: str, budget: Budget) -> Iterator[RawDocument | Rejection]:
    """One document for each record of a JSON value; a single one keeps the file's name."""
    rows = json_rows(value)
    for number, row in enumerate(rows, 1):
        name = uri if len(rows) == 1 and not isinstance(value, list) else f"{uri}#{number}"
        yield _row(name, sha256, "json", row, encoding, budget)


def from_lines(uri: str, sha256: str, text: str, encoding: str, budget: Budget) -> Iterator[RawDocument | Rejection]:
    """One document for each line of JSON Lines, numbered by line; a broken line is a rejection of its own."""
    for number, line in enumerate(io.StringIO(text), 1):
        if line.strip():
            yield _row(f"{uri}#{number}", sha256, "jsonl", loads(line), encoding, budget)


def _row(name: str, sha256: str, form: str, row: Any, encoding: str, budget: Budget) -> RawDocument | Rejection:
    budget.entry()
    if not isinstance(row, dict):
        return Rejection(name, sha256, "container", "broken_record", "not a JSON object")
    return RawDocument(name, sha256, "record", form, row, None, encoding)


def delimiter_of(text: str) -> str | None:
    """The delimiter of a table whose first line names a title and a text or an address; None where it is no such
    table."""
    first = text.lstrip("\ufeff").partition("\n")[0][: limits.MAX_LINE_CHARS]
    for delimiter in DELIMITERS:
        names = [name.strip().strip('"').strip() for name in first.split(delimiter)]
        if len(names) > 1 and any(map(TITLES.match, names)) and any(map(TEXTS.match, names)):
            return delimiter
    return None


def from_table(
    uri: str, sha256: str, text: str, delimiter: str, encoding: str, budget: Budget
) -> Iterator[RawDocument]:
    """One document for each row below the header, numbered from 1."""
    csv.field_size_limit(limits.MAX_DOCUMENT_BYTES)  # the module's own limit is 128 KB, less than a long article's HTML
    try:
        rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
        for number, row in enumerate(rows, 1):
            budget.entry()
            fields = {
                key.strip(): value for key, value in row.items() if isinstance(key, str) and isinstance(value, str)
            }
            yield RawDocument(f"{uri}#{number}", sha256, "record", "csv", fields, None, encoding)
    except csv.Error as error:
        raise Unreadable("broken_table", str(error)) from error
