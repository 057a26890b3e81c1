"""The state that Next.js streams into a page: strings pushed by many scripts, together lines of `id:JSON` and texts."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from transforms import limits
from transforms.lenient import loads

PUSHED = re.compile(r'\.push\(\[1,("(?:[^"\\]|\\.)*+")\]\)', re.DOTALL)
ROW = re.compile(r"\s{0,3}[0-9a-f]{1,6}:(?:T([0-9a-f]{1,6}),)?")  # T: text as it is, so many bytes
MAX_ROWS = 2000  # rows of one page; big sites have a few hundred


def streamed(scripts: Iterable[str]) -> Iterator[Any]:
    """The values and texts of the stream that the scripts push, cut wherever they like."""
    chunks = (loads(match) for script in scripts for match in PUSHED.findall(script))
    stream = "".join(chunk for chunk in chunks if isinstance(chunk, str))
    if len(stream) <= limits.MAX_SCRIPT_BYTES:
        yield from islice(_rows(stream), MAX_ROWS)


def _rows(stream: str) -> Iterator[Any]:
    at = 0
    while at < len(stream):
        match = ROW.match(stream, at)
        if match and match[1]:
            size = int(match[1], 16)
            text = stream[match.end() : match.end() + size].encode("utf-8", "replace")[:size].decode("utf-8", "ignore")
            yield text
            at = match.end() + max(1, len(text))
            continue
        end = stream.find("\n", at)
        end = len(stream) if end < 0 else end
        if match:
            yield loads(stream[match.end() : end])
        at = end + 1
