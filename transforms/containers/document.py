"""What a container hands to the parser."""

from dataclasses import dataclass, replace
from typing import Any

KINDS = ("html", "text", "markdown", "record")


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One document of a file, not yet read.

    `uri` names it (`file.zip!member`, `file.jsonl#3`), `sha256` is that of the whole file. `kind` is how to read it
    (one
    of KINDS), `format` what it came as ("html", "jsonl", "warc", "rss" ...). `content` is bytes or text, for a
    record its
    fields. `declared` is the encoding's label from outside, `encoding` the codec where the container has decoded
    already.
    `url` is the address that the container states, `headers` what else it says (lower-case names).
    """

    uri: str
    sha256: str
    kind: str
    format: str
    content: bytes | str | dict[str, Any]
    declared: str | None = None
    encoding: str | None = None
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()

    def renamed(self, uri: str) -> "RawDocument":
        """The same document under another name."""
        return replace(self, uri=uri)
