"""A raw document -> Article, or the reason why it is none."""

import re
from collections.abc import Callable

from transforms import identify, limits
from transforms.containers.document import RawDocument
from transforms.decode import Decoded, decode
from transforms.lexicon.model import Lexicon
from transforms.parse.clean import clean, letters, line
from transforms.parse.data import read_record
from transforms.parse.draft import Draft
from transforms.parse.html import read_page
from transforms.parse.mail import with_headers
from transforms.parse.markdown import read_markdown
from transforms.parse.nesting import too_nested
from transforms.parse.signatures import signed
from transforms.parse.text import read_text
from transforms.parse.verdict import DETAILS, reason
from transforms.records import Article, Rejection

READERS: dict[str, Callable[[str, str | None, Lexicon], Draft]] = {
    "html": read_page,
    "text": read_text,
    "markdown": read_markdown,
}
HANGUL = re.compile(r"[가-힣]")
LANGUAGE = re.compile(r"^[a-zA-Z]{2,3}(?=$|[-_])")


def parse(document: RawDocument, lexicon: Lexicon) -> Article | Rejection:
    """Reads one document. Nothing is raised for bad input: it is a Rejection with its reason."""
    if isinstance(document.content, dict):
        encoding = document.encoding or "utf-8"
        return _finish(read_record(document.content, document.url, lexicon), document, encoding, lexicon)
    decoded = _decoded(document)
    if decoded is None:
        return _rejected(document, "decode", "undecodable", "no encoding gives readable text")
    if too_nested(decoded.text):
        return _rejected(document, "parse", "too_nested", "its elements stand too deep in one another")
    draft = READERS[document.kind](decoded.text, document.url, lexicon)
    return _finish(with_headers(draft, document.headers, lexicon), document, decoded.encoding, lexicon)


def _decoded(document: RawDocument) -> Decoded | None:
    if isinstance(document.content, str):
        return Decoded(document.content, document.encoding or "utf-8", "container")
    return decode(document.content, document.declared) if isinstance(document.content, bytes) else None


def _finish(draft: Draft, document: RawDocument, encoding: str, lexicon: Lexicon) -> Article | Rejection:
    if len(draft.body) > limits.MAX_TEXT_CHARS:
        return _rejected(document, "parse", "too_large", f"a text of over {limits.MAX_TEXT_CHARS} characters")
    body, reporter = signed(clean(draft.body), lexicon.reading)
    title = line(draft.title) if len(draft.title) <= limits.MAX_TITLE_CHARS else ""
    if problem := _problem(draft, document, body, title, lexicon):
        return _rejected(document, "parse", problem, DETAILS[problem])
    published, modified = draft.published, draft.modified
    own = draft.byline if draft.byline and letters(draft.byline) != letters(draft.publisher or "") else None
    provenance = draft.provenance if own or not reporter else (*draft.provenance, ("byline", "signature"))
    return Article(
        article_id=identify.article_id(draft.url, title, body),
        url=draft.url,
        publisher=draft.publisher,
        title=title,
        subtitle=clean(draft.subtitle) if draft.subtitle else None,
        byline=own or reporter or draft.byline,
        published_at=published.at if published else None,
        published_precision=published.precision if published else None,
        published_offset=published.offset if published else None,
        modified_at=modified.at if modified else None,
        language=_language(draft.language, title + body[:2000]),
        body=body,
        image_urls=draft.images,
        source_uri=document.uri,
        source_sha256=document.sha256,
        source_format=document.format,
        encoding=encoding,
        provenance=provenance,
        signature=identify.signature(body),
    )


def _problem(draft: Draft, document: RawDocument, body: str, title: str, lexicon: Lexicon) -> str | None:
    """Why this is no article; a feed's summary that breaks off is none either."""
    summary = isinstance(document.content, dict) and document.content.get("is_summary")
    if summary and body.endswith(("...", "…", "[...]", "[…]")):
        return "summary_only"
    return reason(draft, body, title, lexicon.reading)


def _language(stated: str | None, text: str) -> str:
    """ISO 639-1: Korean by its letters, else what the page states, else "en" for Latin letters, "und" for others."""
    if len(HANGUL.findall(text)) > len(text) * 0.15:
        return "ko"
    match = LANGUAGE.match(stated or "")
    if match and match[0].lower() != "ko":
        return match[0].lower()
    return "en" if sum(c.isascii() for c in text) > len(text) * 0.9 else "und"


def _rejected(document: RawDocument, stage: str, reason: str, detail: str) -> Rejection:
    return Rejection(document.uri, document.sha256, stage, reason, detail)
