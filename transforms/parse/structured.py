"""What a page states of itself for machines: JSON-LD, Open Graph and other meta tags, microdata, rel and itemprop."""

import re
from collections.abc import Iterator
from typing import Any

from transforms import limits
from transforms.lenient import loads
from transforms.parse.claims import Claim
from transforms.parse.clean import line

ARTICLE_TYPES = ("article", "posting", "report", "newsitem")  # as they end a schema.org type, casefolded
PAGE_TYPES = frozenset(
    {"webpage", "itempage", "recipe", "howto", "review", "creativework", "book", "podcastepisode", "videoobject"}
)
LD_FIELDS = (
    ("headline", "title"),
    ("name", "title"),
    ("alternativeHeadline", "subtitle"),
    ("description", "description"),
    ("articleBody", "body"),
    ("text", "body"),
    ("datePublished", "published"),
    ("dateCreated", "created"),
    ("dateModified", "modified"),
    ("author", "byline"),
    ("creator", "byline"),
    ("publisher", "publisher"),
    ("url", "url"),
    ("mainEntityOfPage", "url"),
    ("inLanguage", "language"),
    ("image", "image"),
)
META_NAMES = {
    "title": """
        og:title twitter:title dc.title dcterms.title sailthru.title parsely-title headline title
    """,
    "published": """
        article:published_time og:article:published_time og:published_time article:published datepublished date
        pubdate publishdate publish-date publish_date publication_date dc.date.issued dcterms.created dc.date.created
        dcterms.issued dcterms.date dc.date sailthru.date parsely-pub-date article_date_original
        originalpublicationdate cxenseparse:recs:publishtime rnews:datepublished displaydate article.published
        article:post_date dable:published_time published_time published-date article.created nrk-published
        last-published bt:pubdate citation_publication_date citation_date gentime timestamp creation_date
    """,
    "modified": """
        article:modified_time og:updated_time last-modified lastmod datemodified dcterms.modified
        og:article:modified_time
    """,
    "byline": """
        author article:author og:article:author byl dc.creator dcterms.creator sailthru.author parsely-author
        citation_author dable:author article.author article:author:name byline cxenseparse:author authors creator
        vr:author rnews:author
    """,
    "publisher": """
        og:site_name application-name dc.publisher dcterms.publisher publisher article:publisher
    """,
    "rights": """
        copyright
    """,
    "creator": """
        twitter:creator
    """,
    "site": """
        twitter:site
    """,
    "url": """
        og:url
    """,
    "language": """
        og:locale language content-language dc.language
    """,
    "image": """
        og:image twitter:image
    """,
    "description": """
        og:description description
    """,
    "type": """
        og:type
    """,
}
META_FIELDS = {name: field for field, names in META_NAMES.items() for name in names.split()}
PUBLISHED = re.compile(
    r"(?:^|[.:_-])(?:published(?:[._-]?(?:date|time|on|at))?|pub(?:lish|lication)?[._-]?(?:date|time)"
    r"|date[._-]?(?:published|publication|posted)|release[._-]?date)$"
)  # what sites call the day of publication that are in no list
PARTS = frozenset({"liveBlogUpdate", "comment", "citation", "mentions"})  # articles within an article, not the page's


def claims(tree: Any) -> list[Claim]:
    """All that the page states of itself, JSON-LD first."""
    return [*json_ld(tree), *microdata(tree), *meta(tree)]


def meta(tree: Any) -> Iterator[Claim]:
    """Meta tags in the head or, as many pages have them, anywhere; the canonical link."""
    for node in tree.css("meta[content]")[: limits.MAX_CLAIMS]:
        attributes = node.attributes
        key = (
            (
                attributes.get("property")
                or attributes.get("name")
                or attributes.get("itemprop")
                or attributes.get("http-equiv")
                or ""
            )
            .strip()
            .lower()
        )
        field = META_FIELDS.get(key) or ("published" if PUBLISHED.search(key) else None)
        value = line(attributes.get("content") or "")
        if field and value:
            yield Claim(field, value[:2000], "og" if key.startswith("og:") else f"meta:{key}")
    for node in tree.css("link[rel=canonical][href], link[rel=amphtml][href]"):
        attributes = node.attributes
        if (attributes.get("rel") or "").lower() == "canonical" and attributes.get("href"):
            yield Claim("url", attributes["href"] or "", "canonical")
    language = (tree.root.attributes.get("lang") or tree.root.attributes.get("xml:lang") or "") if tree.root else ""
    if language.strip():
        yield Claim("language", language.strip(), "html")


def microdata(tree: Any) -> Iterator[Claim]:
    """schema.org in itemprop attributes; of authors and dates the machine's form before the printed one."""
    wanted = {
        "headline": "title",
        "datePublished": "published",
        "dateCreated": "created",
        "dateModified": "modified",
        "author": "byline",
    }
    for node in tree.css("[itemprop]")[: limits.MAX_CLAIMS]:
        attributes = node.attributes
        field = wanted.get(attributes.get("itemprop") or "")
        if field is None or node.tag == "meta" or (field == "byline" and _of_another(node)):
            continue
        name = node.css_first("[itemprop=name]") if field == "byline" else None
        value = attributes.get("datetime") or attributes.get("content") or (name or node).text()
        value = (name.attributes.get("content") or value) if name is not None else value
        if line(value):
            yield Claim(field, line(value)[:500], "microdata")


def _of_another(node: Any) -> bool:
    """True for an author of a comment, a picture or a reviewed thing."""
    for _ in range(12):
        node = node.parent
        if node is None or node.attributes is None:
            return False
        kind = (node.attributes.get("itemtype") or "").casefold()
        if node.attributes.get("itemprop") == "comment" or kind.endswith(
            ("comment", "imageobject", "product", "usercomments")
        ):
            return True
    return False


def json_ld(tree: Any) -> list[Claim]:
    """The claims of the article that the page's JSON-LD describes; of several, the one with most to say."""
    nodes = [node for script in scripts(tree, "application/ld+json") for node in nested(loads(script))]
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if _types(node) & PAGE_TYPES]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    found: list[Claim] = []
    if articles:
        best = max(articles, key=lambda node: ("datePublished" in node, "articleBody" in node, "headline" in node))
        found += _fields(best, by_id, "json-ld")
    for node in pages[:3]:
        found += [claim for claim in _fields(node, by_id, "json-ld:page") if claim.field != "body"]
    for node in nodes:
        if _types(node) & {"newsmediaorganization", "website", "organization"} and isinstance(node.get("name"), str):
            found.append(Claim("publisher", line(node["name"]), "json-ld:site"))
    return [claim for claim in found if claim.value]


def scripts(tree: Any, kind: str) -> Iterator[str]:
    """The texts of the scripts of one media type."""
    for node in tree.css(f'script[type^="{kind}"]')[:50]:
        if text := node.text():
            yield text


def nested(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object with a type in a JSON value, outermost first."""
    if depth > limits.MAX_JSON_DEPTH:
        return
    if isinstance(value, dict):
        if "@type" in value or "@graph" in value:
            yield value
        for key, inner in value.items():
            if isinstance(inner, dict | list) and key not in PARTS:
                yield from nested(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from nested(inner, depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type")
    return {str(kind).rsplit("/", 1)[-1].casefold() for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _is_article(node: dict[str, Any]) -> bool:
    return any(kind.endswith(ARTICLE_TYPES) for kind in _types(node))


def _fields(node: dict[str, Any], by_id: dict[str, Any], source: str) -> Iterator[Claim]:
    for key, field in LD_FIELDS:
        for value in _texts(node.get(key), by_id, field):
            yield Claim(field, value if field == "body" else line(value)[:2000], source)


def _texts(value: Any, by_id: dict[str, Any], field: str, depth: int = 0) -> Iterator[str]:
    """Strings of a value: of a person or organization its name, of a page its address, of a reference what it refers
    to."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and depth < 4:
        for inner in value[:50]:
            yield from _texts(inner, by_id, field, depth + 1)
    elif isinstance(value, dict) and depth < 4:
        node = value if len(value) > 2 or "name" in value else by_id.get(value.get("@id", ""), value)
        key = "name" if field in ("byline", "publisher", "title", "language") else "url" if field == "image" else "@id"
        yield from _texts(node.get(key) or node.get("url" if field != "byline" else ""), by_id, field, depth + 1)
