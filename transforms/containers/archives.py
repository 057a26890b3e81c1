"""zip and tar: their members as bytes. Nothing is written, so that no name can lead out; names that try are refused."""

import io
import re
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from transforms import limits
from transforms.containers.budget import Budget, Unreadable

UNSAFE = re.compile(r"(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[A-Za-z]:|[\x00-\x1f]")
UTF8_NAMES = 0x800  # the flag by which a zip says that its names are UTF-8
STEP = 1 << 20
# what zipfile raises on damaged and made-up archives (a mutation test feeds it both): its own error, zlib's, cut data,
# a member that its directory does not know, bad offsets, an unknown or encrypted method, names and dates out of range
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, RuntimeError, ValueError)


def zip_members(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each file in a zip, or why it cannot be had."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except BROKEN_ZIP as error:
        raise Unreadable("broken_archive", f"zip: {error}") from error
    for entry in entries:
        if entry.is_dir():
            continue
        budget.entry()
        name = _name(entry)
        if problem := _unsafe(name):
            yield name, problem
        elif entry.flag_bits & 1:
            yield name, Unreadable("encrypted", "the member is encrypted")
        else:
            yield name, _read_zip(archive, entry, budget)


def _name(entry: zipfile.ZipInfo) -> str:
    """Windows in Korea writes names in CP949 and says nothing of it."""
    if entry.flag_bits & UTF8_NAMES or entry.filename.isascii():
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("cp949")
    except UnicodeError:
        return entry.filename


def _read_zip(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, budget: Budget) -> bytes | Unreadable:
    out, total = [], 0
    try:
        with archive.open(entry) as stream:
            while piece := stream.read(STEP):
                total += len(piece)
                if total > limits.MAX_FILE_BYTES:
                    return Unreadable("too_large", f"over {limits.MAX_FILE_BYTES} bytes")
                budget.expand(len(piece), max(1, entry.compress_size), total)
                out.append(piece)
    except BROKEN_ZIP as error:
        return Unreadable("broken_archive", f"zip: {error}")
    return b"".join(out)


def tar_members(data: bytes, budget: Budget) -> Iterator[tuple[str, bytes | Unreadable]]:
    """Name and bytes of each file in a tar; links and devices are refused."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            for entry in archive:
                if entry.isdir():
                    continue
                budget.entry()
                if problem := _unsafe(entry.name):
                    yield entry.name, problem
                elif not entry.isreg() or entry.sparse is not None:
                    yield entry.name, Unreadable("not_a_file", "a link or a device")
                else:
                    budget.expand(entry.size, entry.size, entry.size)
                    stream = archive.extractfile(entry)
                    yield entry.name, stream.read(limits.MAX_FILE_BYTES) if stream else b""
    except (tarfile.TarError, ValueError, EOFError, OSError, OverflowError, UnicodeError, MemoryError) as error:
        raise Unreadable("broken_archive", f"tar: {error}") from error


def _unsafe(name: str) -> Unreadable | None:
    return Unreadable("unsafe_name", "the member's name leads out of the archive") if UNSAFE.search(name) else None
