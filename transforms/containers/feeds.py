"""RSS, Atom and news sitemaps: each entry a record. Entities and external documents are refused (defusedxml)."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, ParseError, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from transforms.containers.budget import Budget, Unreadable
from transforms.containers.document import RawDocument

MARK = re.compile(r"<(?:rss|feed|rdf:RDF|urlset)\b", re.IGNORECASE)
DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
FORBIDDEN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]")
BARE_AMPERSAND = re.compile(r"&(?!#?\w{1,31};)")
ENTRIES = ("item", "entry", "url")
FIELDS = {
    "title": "title",
    "link": "url",
    "loc": "url",
    "guid": "guid",
    "id": "guid",
    "pubDate": "published_at",
    "published": "published_at",
    "date": "published_at",
    "issued": "published_at",
    "publication_date": "published_at",
    "updated": "updated",
    "modified": "updated",
    "lastmod": "updated",
    "creator": "author",
    "author": "author",
    "encoded": "content",
    "content": "content",
    "description": "summary",
    "summary": "summary",
    "source": "source",
    "language": "language",
}


def looks_like(text: str) -> bool:
    """True where the first tags are those of a feed."""
    return bool(MARK.search(text[:3000]))


def entries(uri: str, sha256: str, text: str, encoding: str, budget: Budget) -> Iterator[RawDocument]:
    """The entries of a feed, in its order. Unreadable where it is no well-formed XML."""
    root = _parsed(text)
    channel = next((element for element in root if _tag(element) == "channel"), root)
    publisher = next((element.text for element in channel if _tag(element) == "title" and element.text), None)
    number = 0
    for element in root.iter():
        if _tag(element) not in ENTRIES:
            continue
        budget.entry()
        number += 1
        fields = _fields(element)
        fields.setdefault("publisher", publisher)
        yield RawDocument(f"{uri}#{number}", sha256, "record", _tag(root).lower(), fields, None, encoding)


def _parsed(text: str) -> Element:
    text = FORBIDDEN.sub("", DECLARATION.sub("", text)).strip()
    problem: Exception | None = None
    for candidate in (text, BARE_AMPERSAND.sub("&amp;", text)):
        try:
            return fromstring(candidate)
        except DefusedXmlException as error:
            raise Unreadable("unsafe_xml", f"entities are not read: {type(error).__name__}") from error
        except (ParseError, ValueError, RecursionError) as error:
            problem = error
    raise Unreadable("broken_xml", str(problem))


def _fields(entry: Element) -> dict[str, Any]:
    """The entry's texts under our names. The full text is `body`; a summary stands in where there is none."""
    fields: dict[str, Any] = {}
    for element in entry.iter():
        name = FIELDS.get(_tag(element))
        if element is entry or name is None:
            continue
        value = _text(element, name).strip() or element.get("href") or ""
        if _tag(element) == "link" and element.get("rel") not in (None, "alternate"):
            continue
        if value and name not in fields:
            fields[name] = value
    body = fields.pop("content", None)
    summary = fields.pop("summary", None)
    fields["body"] = body or summary
    if not body and summary:
        fields["is_summary"] = "yes"
    return fields


def _text(element: Element, name: str) -> str:
    """The element's text; of a content in XHTML its markup, which tells its paragraphs apart."""
    if name not in ("content", "summary") or not len(element):
        return "".join(element.itertext())
    for inner in element.iter():
        inner.tag = _tag(inner)
    return (element.text or "") + "".join(tostring(inner, "unicode", "html") for inner in element)


def _tag(element: Element) -> str:
    return str(element.tag).rsplit("}", 1)[-1]
