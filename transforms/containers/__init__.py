"""One file -> its raw documents, under the limits of `transforms.limits`. Nothing is fetched, nothing written."""

import gzip
from collections.abc import Iterator
from typing import BinaryIO

from transforms import limits
from transforms.containers.document import RawDocument
from transforms.decode import decode
from transforms.lenient import loads
from transforms.records import Rejection

__all__ = ["RawDocument", "documents"]


def documents(uri: str, sha256: str, stream: BinaryIO) -> Iterator[RawDocument | Rejection]:
    """Every document of the file, in the file's order, or the reasons why there are none."""
    data = stream.read(limits.MAX_FILE_BYTES + 1)
    if len(data) > limits.MAX_FILE_BYTES:
        yield Rejection(uri, sha256, "container", "too_large", f"over {limits.MAX_FILE_BYTES} bytes")
        return
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    text = decode(data)
    if text is None:
        yield Rejection(uri, sha256, "decode", "undecodable", "no encoding gives readable text")
        return
    start = text.text.lstrip()[:200].lower()
    if start.startswith(("{", "[")) and isinstance(value := loads(text.text), dict | list):
        rows = value if isinstance(value, list) else [value]
        for n, row in enumerate(rows):
            yield RawDocument(
                uri if len(rows) == 1 else f"{uri}#{n + 1}", sha256, "record", "json", row, encoding=text.encoding
            )
    elif start.startswith("{"):
        for n, part in enumerate(text.text.splitlines()):
            yield RawDocument(f"{uri}#{n + 1}", sha256, "record", "jsonl", loads(part), encoding=text.encoding)
    else:
        kind = "html" if start.startswith(("<!doctype", "<html", "<head", "<?xml", "<body", "<!--")) else "text"
        yield RawDocument(uri, sha256, kind, kind, text.text, encoding=text.encoding)
