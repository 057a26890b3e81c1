"""gzip, bzip2, xz and zstd: expanded piece by piece, so that a bomb is left before it has gone off."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from typing import Any

import zstandard

from transforms import limits
from transforms.containers.budget import Budget, Unreadable

MAGIC = {b"\x1f\x8b": "gz", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz", b"\x28\xb5\x2f\xfd": "zst"}
SUFFIXES = {"gz": (".gz",), "bz2": (".bz2",), "xz": (".xz",), "zst": (".zst", ".zstd")}
STEP = 1 << 20


def kind_of(data: bytes) -> str | None:
    """The compression that the first bytes tell."""
    return next((kind for magic, kind in MAGIC.items() if data.startswith(magic)), None)


def expand(data: bytes, kind: str, budget: Budget) -> bytes:
    """All members of a compressed file, one after another. Unreadable where it is broken, cut off or over a limit."""
    out: list[bytes] = []
    total = 0
    for piece, taken in _pieces(data, kind):
        total += len(piece)
        budget.expand(len(piece), taken, total)
        if total > limits.MAX_FILE_BYTES:
            raise Unreadable("too_large", f"over {limits.MAX_FILE_BYTES} bytes when expanded")
        out.append(piece)
    return b"".join(out)


def _pieces(data: bytes, kind: str) -> Any:
    """Pieces of output, each with the number of input bytes that were taken for all so far."""
    makers: dict[str, Callable[[], Any]] = {
        "gz": lambda: zlib.decompressobj(wbits=31),
        "bz2": bz2.BZ2Decompressor,
        "xz": lambda: lzma.LZMADecompressor(memlimit=limits.MAX_EXPANDED_BYTES),
    }
    try:
        if kind == "zst":
            yield from _zstd(data)
            return
        position = 0
        while position < len(data) and data[position : position + 2].strip(b"\0"):
            position = yield from _member(makers[kind](), data, position)
    except (zlib.error, OSError, EOFError, lzma.LZMAError, zstandard.ZstdError, MemoryError) as error:
        raise Unreadable("broken_archive", f"{kind}: {error}") from error


def _member(machine: Any, data: bytes, start: int) -> Any:
    """One member from `start` on; returns where the next begins."""
    pending, position = b"", start
    while not machine.eof:
        if not pending:
            pending, position = data[position : position + STEP], min(len(data), position + STEP)
        piece = machine.decompress(pending, STEP)
        pending = getattr(machine, "unconsumed_tail", b"")
        if piece:
            yield piece, position - len(pending) - start
        elif not pending and position >= len(data) and getattr(machine, "needs_input", True):
            raise EOFError("the file is cut off")
    return position - len(machine.unused_data)


def _zstd(data: bytes) -> Any:
    reader = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(data, read_across_frames=True)
    total = 0
    while piece := reader.read(STEP):
        total += len(piece)
        yield piece, len(data)
    if not total and len(data) > 32:
        raise EOFError("the file is cut off")
