"""A record of a scraper -> Article: the field names of the common tools, dot paths, HTML inside."""

import re
from typing import Any

from transforms.lexicon.model import Lexicon
from transforms.parse.bylines import byline
from transforms.parse.clean import clean, line
from transforms.parse.dates import moment
from transforms.parse.draft import Draft
from transforms.parse.html import read_page
from transforms.parse.nesting import too_nested

FIELD_NAMES = {
    "title": """
        title headline news_title article_title subject 제목 기사제목 name
    """,
    "subtitle": """
        subtitle sub_title subheadline standfirst 부제 부제목
    """,
    "body": """
        body content contents maintext text article_body articlebody plaintext full_text fulltext article_text
        main_text news_content 본문 내용 기사본문 content_html content_encoded article html raw_html page_html body_html
        description
    """,
    "byline": """
        byline author authors authors_name reporter writer journalist 기자 기고자 작성자 creator by
    """,
    "published": """
        published_at publishedat published date_publish publishing_date publish_date date_published datepublished
        pub_date pubdate published_date publication_date date datetime seendate 일자 날짜 작성일 발행일 등록일
        created_at issued
        timestamp time
    """,
    "modified": """
        date_modify modified_at updated_at date_modified datemodified modified updated last_modified
    """,
    "publisher": """
        publisher source source_name site_name sitename provider press media news_source 언론사 매체 매체명 outlet
        source_domain domain site
    """,
    "url": """
        url canonical_url link source_url article_url original_url requested_url 원문url urls href permalink page_url id
        guid
    """,
    "language": """
        language lang inlanguage locale
    """,
    "image": """
        image_url image images top_image urltoimage thumbnail socialimage cover_image_url
    """,
}
NAMES = {field: tuple(names.split()) for field, names in FIELD_NAMES.items()}
KEYS = {
    name: (name, f"{name}.name", f"{name}.text", f"{name}.value", f"{name}.title")
    for names in NAMES.values()
    for name in names
}
SHOWN = {name: name for name in ("title", "subtitle", "body", "byline", "publisher")} | {"published": "published_at"}
TAGS = re.compile(r"<(?:p|div|br|html|body|article|section|h[1-6]|ul|table)\b[^<>]{0,2000}>", re.IGNORECASE)
EMPTY = frozenset({"none", "null", "nan", "n/a", "undefined", "inf"})
SEPARATORS = re.compile(r"[ :-]")
LAST = "\0"  # marks the last part of a path


def read_record(fields: dict[str, Any], url: str | None, lexicon: Lexicon) -> Draft:
    """Reads a record. A body that holds markup is read as a page, its own claims after those of the record."""
    paths = _paths(_flat(fields))
    found = {field: hit for field, names in NAMES.items() if (hit := _first(paths, names, field))}
    text = found.get("body", ("", ""))[1]
    address = url or next((v for k, v in [found.get("url", ("", ""))] if v.startswith(("http://", "https://"))), None)
    inner = read_page(text, address, lexicon) if TAGS.search(text[:5000]) and not too_nested(text) else None
    words = lexicon.reading
    published = moment(found["published"][1], words) if "published" in found else inner.published if inner else None
    names = byline(found["byline"][1], words) if "byline" in found else inner.byline if inner else None
    return Draft(
        title=line(found["title"][1]) if "title" in found else inner.title if inner else "",
        subtitle=line(found["subtitle"][1]) if "subtitle" in found else None,
        body=inner.body if inner else clean(text),
        byline=names,
        published=published,
        modified=moment(found["modified"][1], words) if "modified" in found else None,
        publisher=line(found["publisher"][1]) if "publisher" in found else inner.publisher if inner else None,
        url=address or (inner.url if inner else None),
        language=found["language"][1] if "language" in found else inner.language if inner else None,
        images=(found["image"][1],) if "image" in found and found["image"][1].startswith("http") else (),
        provenance=tuple(
            (field, f"field:{key}")
            for field, (key, _) in found.items()
            if field in ("title", "subtitle", "body", "byline", "published", "publisher")
        ),
    )


def _flat(value: Any, path: str = "", depth: int = 0) -> dict[str, str]:
    """Dot paths to texts, casefolded: {"source": {"name": "X"}} -> {"source.name": "X"}; a list of texts is joined."""
    if isinstance(value, dict) and depth < 6:
        return {
            k: v
            for key, inner in value.items()
            for k, v in _flat(
                inner, f"{path}.{str(key).casefold()}" if path else str(key).casefold(), depth + 1
            ).items()
        }
    if isinstance(value, list) and depth < 6:
        if value and all(isinstance(inner, str) for inner in value):
            joint = "\n\n" if sum(map(len, value)) > 300 else ", "
            return {path: joint.join(value)}
        return {k: v for i, inner in enumerate(value[:20]) for k, v in _flat(inner, f"{path}.{i}", depth + 1).items()}
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        text = str(value).strip()
        return {path: text} if text and text.casefold() not in EMPTY else {}
    return {}


def _paths(flat: dict[str, str]) -> dict[str, tuple[str, str]]:
    """By normalised path, and by a path's last part where no whole path has that name: the path as it stands, its
    text."""
    whole: dict[str, tuple[str, str]] = {}
    last: dict[str, tuple[str, str]] = {}
    for path, text in flat.items():
        parts = [part for part in SEPARATORS.sub("_", path).split(".") if not part.isdigit()]
        whole.setdefault(".".join(parts), (path, text))
        if len(parts) > 1:
            last.setdefault(LAST + parts[-1], (path, text))
    return whole | last


def _first(paths: dict[str, tuple[str, str]], names: tuple[str, ...], field: str) -> tuple[str, str] | None:
    """The first name that the record has: as a whole path, with ".name" or the like behind, else as a path's last
    part."""
    for name in names if paths else ():
        for key in KEYS[name]:
            if key in paths:
                return paths[key]
        if field != "publisher" and LAST + name in paths:
            return paths[LAST + name]
    return None
