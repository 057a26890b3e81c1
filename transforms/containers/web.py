"""WARC, MHTML and mail: pages as they came over the wire, with the address and the encoding that their headers
state."""

import email
import email.policy
import io
from collections.abc import Iterator
from email.errors import MessageError
from email.message import EmailMessage
from typing import Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from transforms import limits
from transforms.containers.budget import Budget, Unreadable
from transforms.containers.document import RawDocument

MAX_MULTIPARTS = 50  # the parser looks for the end of each open part at every line
PAGES = ("text/html", "application/xhtml+xml")
FEEDS = ("application/rss+xml", "application/atom+xml", "text/xml", "application/xml")


def warc(uri: str, sha256: str, data: bytes, budget: Budget) -> Iterator[RawDocument]:
    """The pages of a WARC file, in its order; pictures, scripts and requests are passed over."""
    number = 0
    try:
        for record in ArchiveIterator(io.BytesIO(data)):  # type: ignore[no-untyped-call]
            budget.entry()
            if record.rec_type not in ("response", "resource", "conversion"):
                continue
            media, charset = _media(_header(record, "Content-Type"))
            if media not in (*PAGES, "text/plain") or _status(record) >= 300:
                continue
            content = record.content_stream().read(limits.MAX_DOCUMENT_BYTES + 1)
            budget.expand(len(content), len(data), len(content))
            number += 1
            kind = "html" if media in PAGES else "text"
            url = record.rec_headers.get_header("WARC-Target-URI")
            yield RawDocument(f"{uri}#{number}", sha256, kind, "warc", content, charset, None, url)
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, KeyError, AttributeError, TypeError, IndexError) as error:
        raise Unreadable("broken_archive", f"warc: {error}") from error


def _header(record: Any, name: str) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header(name) or "")


def _status(record: Any) -> int:
    code = str(record.http_headers.get_statuscode() or "") if record.http_headers is not None else ""
    return int(code) if code.isdigit() else 200


def _media(text: str) -> tuple[str, str | None]:
    """Media type and charset of a Content-Type header."""
    media, _, rest = text.partition(";")
    charset = rest.casefold().partition("charset=")[2].split(";")[0].strip(" \"'")
    return media.strip().casefold(), charset or None


def mail(uri: str, sha256: str, data: bytes, budget: Budget) -> Iterator[RawDocument]:
    """An MHTML file's page, or a mail as a record of subject, date, sender and text."""
    if data.count(b"multipart/") > MAX_MULTIPARTS:
        raise Unreadable("too_many_entries", f"over {MAX_MULTIPARTS} parts in one another")
    try:
        message = email.message_from_bytes(data, policy=email.policy.default.clone(refold_source="none"))
        parts = [part for part, _ in zip(message.walk(), range(limits.MAX_PARTS), strict=False)]
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError, IndexError) as error:
        raise Unreadable("broken_archive", f"mail: {error}") from error
    pages = [part for part in parts if part.get_content_type() in PAGES]
    texts = [part for part in parts if part.get_content_type() == "text/plain"]
    chosen = (pages or texts)[:1]
    if not chosen:
        raise Unreadable("no_text", "the mail has no text")
    budget.entry()
    content = _payload(chosen[0])
    charset = _of(chosen[0], "charset")
    if message.get_content_type() == "multipart/related" or _of(message, "Snapshot-Content-Location"):
        url = _of(message, "Snapshot-Content-Location") or _of(chosen[0], "Content-Location")
        yield RawDocument(uri, sha256, "html", "mhtml", content, charset, None, url)
        return
    headers = (("subject", _of(message, "Subject")), ("date", _of(message, "Date")), ("from", _of(message, "From")))
    stated = tuple((name, value) for name, value in headers if value)
    yield RawDocument(uri, sha256, "html" if pages else "text", "eml", content, charset, None, None, stated)


def _payload(part: Any) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, TypeError, AssertionError):
        content = None
    return content if isinstance(content, bytes) else b""


def _of(part: EmailMessage | Any, name: str) -> str | None:
    """A header's text, or the charset; None where it is missing or so broken that the parser fails on it."""
    try:
        value = part.get_content_charset() if name == "charset" else part.get(name)
        return str(value) if value else None
    except (MessageError, ValueError, LookupError, AttributeError, TypeError, IndexError):
        return None
