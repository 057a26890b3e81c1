"""One file -> its raw documents, under the limits of `transforms.limits`. Nothing is fetched, nothing written."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from transforms import limits
from transforms.containers import archives, compressed, feeds, records, web
from transforms.containers.budget import Budget, Unreadable
from transforms.containers.document import RawDocument
from transforms.decode import decode
from transforms.lenient import loads
from transforms.records import Rejection

__all__ = ["RawDocument", "documents"]

BINARIES = {
    b"%PDF": "pdf",
    b"\x89PNG": "png",
    b"\xff\xd8\xff": "jpeg",
    b"GIF8": "gif",
    b"\xd0\xcf\x11\xe0": "office",
    b"7z\xbc\xaf": "7z",
    b"Rar!": "rar",
    b"\x7fELF": "program",
    b"MZ\x90": "program",
    b"SQLite format 3": "sqlite",
    b"PAR1": "parquet",
    b"OggS": "media",
    b"ID3": "media",
    b"RIFF": "media",
    b"HWP Document": "hwp",
}
HEADERS = rb"Return-Path|Received|MIME-Version|From|Subject|Date|Message-ID|Delivered-To|Content-Type"
MAIL = re.compile(
    rb"(?:From |(?:" + HEADERS + rb"|Snapshot-Content-Location):\s)[^\n]{0,2000}\r?\n(?:[\w-]{2,60}:|[ \t])",
    re.IGNORECASE,
)
PAGE = re.compile(r"<(?:!doctype|html|head|body|meta|title|frameset)\b", re.IGNORECASE)
FRAGMENT = re.compile(
    r"<(?:p|div|article|section|h[1-3]|table|center|font|span|a|ul|main|strong|b|img|br)\b", re.IGNORECASE
)
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\n]{0,2000}\n){1,100}?---[ \t]*\r?\n")
SNIFFED = 4096


def documents(uri: str, sha256: str, stream: BinaryIO) -> Iterator[RawDocument | Rejection]:
    """Every document of the file, in the file's order, or the reasons why there are none."""
    data = stream.read(limits.MAX_FILE_BYTES + 1)
    if len(data) > limits.MAX_FILE_BYTES:
        yield Rejection(uri, sha256, "container", "too_large", f"over {limits.MAX_FILE_BYTES} bytes")
        return
    yield from _opened(uri, sha256, data, Budget(), 0)


def _opened(uri: str, sha256: str, data: bytes, budget: Budget, depth: int) -> Iterator[RawDocument | Rejection]:
    """The documents of a file or member; what is wrong with it is a Rejection, after those that could be read."""
    try:
        yield from _read(uri, sha256, data, budget, depth)
    except Unreadable as problem:
        yield Rejection(uri, sha256, "container", problem.reason, str(problem))


def _read(uri: str, sha256: str, data: bytes, budget: Budget, depth: int) -> Iterator[RawDocument | Rejection]:
    if depth > limits.MAX_DEPTH:
        raise Unreadable("too_deep", f"over {limits.MAX_DEPTH} containers in one another")
    if not data.strip():
        raise Unreadable("empty", "the file is empty")
    if binary := next((name for magic, name in BINARIES.items() if data.startswith(magic)), None):
        raise Unreadable("unsupported", f"{binary} is not read")
    if kind := compressed.kind_of(data):
        yield from _opened(uri, sha256, compressed.expand(data, kind, budget), budget, depth + 1)
    elif data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _members(uri, sha256, archives.zip_members(data, budget), budget, depth)
    elif data[257:262] == b"ustar":
        yield from _members(uri, sha256, archives.tar_members(data, budget), budget, depth)
    elif data.startswith(b"WARC/"):
        yield from web.warc(uri, sha256, data, budget)
    elif MAIL.match(data):
        yield from web.mail(uri, sha256, data, budget)
    else:
        yield from _text(uri, sha256, data, budget)


def _members(
    uri: str, sha256: str, members: Iterator[tuple[str, bytes | Unreadable]], budget: Budget, depth: int
) -> Iterator[RawDocument | Rejection]:
    for name, content in members:
        if isinstance(content, Unreadable):
            yield Rejection(f"{uri}!{name}", sha256, "container", content.reason, str(content))
        elif not name.startswith("__MACOSX/") and not name.rsplit("/", 1)[-1].startswith("."):
            yield from _opened(f"{uri}!{name}", sha256, content, budget, depth + 1)


def _text(uri: str, sha256: str, data: bytes, budget: Budget) -> Iterator[RawDocument | Rejection]:
    """What is no container by its bytes is text: a feed, records, a page, Markdown or plain text."""
    decoded = decode(data)
    if decoded is None:
        yield Rejection(uri, sha256, "decode", "undecodable", "no encoding gives readable text")
        return
    text, encoding = decoded.text, decoded.encoding
    head = text.lstrip()[:SNIFFED]
    if head.startswith("<") and feeds.looks_like(head):
        yield from feeds.entries(uri, sha256, text, encoding, budget)
    elif head.startswith(("{", "[")) and (found := _json(uri, sha256, text, encoding, budget)) is not None:
        yield from found
    elif delimiter := records.delimiter_of(text):
        yield from records.from_table(uri, sha256, text, delimiter, encoding, budget)
    elif len(data) > limits.MAX_DOCUMENT_BYTES:
        raise Unreadable("too_large", f"a document of over {limits.MAX_DOCUMENT_BYTES} bytes")
    else:
        kind = _kind(uri, head, text)
        yield RawDocument(uri, sha256, kind, kind, text, None, encoding)


def _json(uri: str, sha256: str, text: str, encoding: str, budget: Budget) -> Iterator[RawDocument | Rejection] | None:
    """The records of JSON or JSON Lines, None where the text only begins like them ("[서울=뉴스핌] ...")."""
    value = loads(text)
    if isinstance(value, dict) or (isinstance(value, list) and any(isinstance(row, dict) for row in value)):
        return records.from_json(uri, sha256, value, encoding, budget)
    first = text.lstrip().partition("\n")[0]
    if isinstance(loads(first), dict):
        return records.from_lines(uri, sha256, text, encoding, budget)
    if text.lstrip().startswith(("{", "[{")):
        raise Unreadable("broken_record", "the JSON is broken or cut off")
    return None


def _kind(uri: str, head: str, text: str) -> str:
    name = uri.rsplit("/", 1)[-1].casefold()
    if PAGE.search(head) or (head.startswith("<") and FRAGMENT.match(head)):
        return "html"
    if name.endswith((".md", ".markdown", ".md.gz")) or FRONT_MATTER.match(text.lstrip()):
        return "markdown"
    return "text"
