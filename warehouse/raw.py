"""The raw files, kept so that they can be read again: `raw/<sha256>.zst`, each proved by its name."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import zstandard

from warehouse.errors import LakeBroken
from warehouse.faults import told_plainly
from warehouse.lake import Lake

_PIECE = 1 << 20


def raw_path(lake: Lake, sha256: str) -> Path:
    """Where the raw file of this name is, or would be."""
    return lake.raw / f"{sha256}.zst"


def keep_raw(lake: Lake, sha256: str, stream: BinaryIO) -> bool:
    """Keep the stream's bytes under their sha256; what is kept already is left alone.

    False, and nothing is kept, where the bytes are others (the file changed since it was read). LakeFault when the disk
    does not take it.
    """
    target = raw_path(lake, sha256)
    with told_plainly(lake.folder):
        if target.is_file():
            return True
        lake.raw.mkdir(parents=True, exist_ok=True)
        fresh = target.with_name(f".{sha256}.{os.getpid()}")
        try:
            with fresh.open("wb") as file:
                right = _pack(stream, file) == sha256
                os.fsync(file.fileno())
            if right:
                fresh.replace(target)
        finally:
            fresh.unlink(missing_ok=True)
    return right


@contextmanager
def read_raw(lake: Lake, sha256: str) -> Iterator[BinaryIO]:
    """The kept bytes, checked against their name before any is given; LakeBroken where they are not there or others."""
    path = raw_path(lake, sha256)
    if not path.is_file():
        raise LakeBroken(f"the raw file {path.name} is not kept in {lake.raw}")
    with told_plainly(lake.folder):
        if _unpacked_sha256(path) != sha256:
            raise LakeBroken(f"the raw file {path} is damaged: its bytes are not those that it is named for")
    with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as reader:
        yield reader


def _pack(stream: BinaryIO, file: BinaryIO) -> str:
    digest = hashlib.sha256()
    with zstandard.ZstdCompressor(level=6).stream_writer(file, closefd=False) as writer:
        while piece := stream.read(_PIECE):
            digest.update(piece)
            writer.write(piece)
    return digest.hexdigest()


def _unpacked_sha256(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as reader:
            while piece := reader.read(_PIECE):
                digest.update(piece)
    except zstandard.ZstdError:
        return None
    return digest.hexdigest()
