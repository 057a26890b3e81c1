"""Finds files: folders, files and globs, streamed in a fixed order, never outside of the folders that were named.

Nothing is moved, opened or changed. A symlink that leads out of its folder, a FIFO, a socket or a device is not
followed but reported.
"""

import glob
import heapq
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.errors import WrongUse
from transforms.records import Rejection

SPECIAL = ((stat.S_ISFIFO, "fifo"), (stat.S_ISSOCK, "socket"), (stat.S_ISCHR, "device"), (stat.S_ISBLK, "device"))
LAKE = "catalog.sqlite"  # a folder that holds this file is a lake: its own files are no input
NAMES = 100_000  # of a folder that are in memory at once
UNPRINTABLE = re.compile("[\x00-\x1f\x7f\udc80-\udcff]")


@dataclass(frozen=True, slots=True)
class Found:
    """A file as it was found; `uri` is its path as typed, made printable. `modified` is in nanoseconds."""

    path: Path
    uri: str
    size: int
    modified: int


def uri_of(path: Path) -> str:
    """The path as valid Unicode on one line: bytes that are no UTF-8 and control characters become %XX, as in a URL.

    >>> uri_of(Path("inbox/a b.txt")), uri_of(Path("inbox/a\\nb.txt"))
    ('inbox/a b.txt', 'inbox/a%0Ab.txt')
    """
    text = os.fsencode(path).decode("utf-8", "surrogateescape")
    return "".join(f"%{ord(c) & 0xFF:02X}" if UNPRINTABLE.match(c) else c for c in text)


def discover(paths: Iterable[str]) -> Iterator[Found | Rejection]:
    """Every file under `paths`, each once, in their order and by name within. WrongUse if one is not there."""
    for root in expand(paths):
        if root.is_dir():
            yield from _walk(root, root.resolve())
        else:
            yield from _look(root, root.resolve().parent)  # a link that is named itself is followed


def expand(paths: Iterable[str]) -> list[Path]:
    """The paths, globs replaced by what they match; a path inside another one that is named is left out."""
    roots: dict[Path, None] = {}
    for path in paths:
        matches = [path] if os.path.lexists(path) else sorted(glob.glob(path, recursive=True))  # noqa: PTH207
        if not matches:
            raise WrongUse(f"{uri_of(Path(path))}: there is no such file or folder")
        roots.update((Path(os.path.normpath(match)), None) for match in matches)
    return [root for root in roots if not any(parent in roots for parent in root.parents if parent != root)]


def _walk(folder: Path, top: Path) -> Iterator[Found | Rejection]:
    if (folder / LAKE).exists():
        return
    try:
        for name in _names(folder):
            path = folder / name
            if path.is_dir() and not path.is_symlink():
                yield from _walk(path, top)
            else:
                yield from _look(path, top)
    except OSError as error:
        yield _rejected(uri_of(folder), "unreadable", cause(error))


def _names(folder: Path) -> Iterator[str]:
    """The names in a folder, in the order of their bytes; NAMES at a time, so that a million need no room of their own.

    A folder of more is looked through again for each piece: a second and a half for a million names.
    """
    last = b""
    while True:
        with os.scandir(folder) as entries:
            piece = heapq.nsmallest(NAMES, (name for entry in entries if (name := os.fsencode(entry.name)) > last))
        yield from map(os.fsdecode, piece)
        if len(piece) < NAMES:
            return
        last = piece[-1]


def _look(path: Path, top: Path) -> Iterator[Found | Rejection]:
    uri = uri_of(path)
    try:
        status = path.stat()
        if path.is_symlink():
            if not path.resolve().is_relative_to(top):
                yield _rejected(uri, "symlink_outside", "a symbolic link that leads out of its folder")
                return
            if stat.S_ISDIR(status.st_mode):  # its files are found at their own place
                return
    except (OSError, RuntimeError) as error:  # a link to nothing, or to itself
        yield _rejected(uri, "unreadable", cause(error))
        return
    for is_special, reason in SPECIAL:
        if is_special(status.st_mode):
            yield _rejected(uri, reason, f"a {reason} is no file that can be read")
            return
    yield Found(path, uri, status.st_size, status.st_mtime_ns)


def look(path: Path) -> Found | None:
    """The file as it is now, None where it is no file any more."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Found(path, uri_of(path), status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None


def _rejected(uri: str, reason: str, detail: str) -> Rejection:
    return Rejection(uri, "", "decode", reason, detail)


def cause(error: Exception) -> str:
    """The system's own words for what went wrong, without path or number."""
    return (getattr(error, "strerror", None) or type(error).__name__).lower()
