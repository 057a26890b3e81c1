"""One file of this machine -> its facts: the only place where a file of an inbox is opened.

The bytes that are hashed are the bytes that are read: a small file is held in memory, a large one is opened once.
"""

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from flows.discover import Found, cause
from transforms.article import read_facts
from transforms.lexicon.model import Lexicon
from transforms.records import ArticleFacts, Rejection
from warehouse.lake import Lake
from warehouse.raw import read_raw

IN_MEMORY = 16 * 2**20  # bytes of a file that are held at once


@dataclass(frozen=True, slots=True)
class Source:
    """A file by its content: where it is, what it is called, and the sha256 of its bytes.

    `kept` is the lake that keeps the bytes, for a file that is read again; `path` is then not looked at.
    """

    path: Path
    uri: str
    sha256: str
    size: int
    kept: Lake | None = None


def source_of(found: Found) -> Source | Rejection:
    """The file with its content hash, or why it cannot be read. Blocks for as long as the disk needs."""
    try:
        with open_file(found.path) as stream:
            return Source(found.path, found.uri, hashlib.file_digest(stream, "sha256").hexdigest(), found.size)
    except OSError as error:
        return unreadable(found.uri, "", error)


def facts_of_file(source: Source, lexicon: Lexicon) -> Iterator[ArticleFacts | Rejection]:
    """All that one file states. Never raises for what is in the file or for a file that is gone."""
    try:
        with _opened(source) as (stream, sha256):
            if sha256 != source.sha256:
                detail = "the file changed while it was read; the next run takes it"
                yield Rejection(source.uri, source.sha256, "decode", "changed_while_read", detail)
                return
            yield from read_facts(source.uri, source.sha256, stream, lexicon)
    except OSError as error:
        yield unreadable(source.uri, source.sha256, error)


def unreadable(uri: str, sha256: str, error: OSError) -> Rejection:
    """The disk's answer as a rejection."""
    return Rejection(uri, sha256, "decode", "unreadable", cause(error))


@contextmanager
def _opened(source: Source) -> Iterator[tuple[BinaryIO, str]]:
    """The source's bytes at their start, and the hash of what they will give."""
    if source.kept:
        with read_raw(source.kept, source.sha256) as stream:
            yield stream, source.sha256
    else:
        with open_file(source.path) as opened:
            yield _settled(opened)


def _settled(stream: io.BufferedReader) -> tuple[BinaryIO, str]:
    head = stream.read(IN_MEMORY + 1)
    if len(head) <= IN_MEMORY:
        return io.BytesIO(head), hashlib.sha256(head).hexdigest()
    stream.seek(0)
    sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    stream.seek(0)
    return stream, sha256


def open_file(path: Path) -> io.BufferedReader:
    """Open for reading; a FIFO that took the file's place since it was found does not block us."""
    return os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb")
