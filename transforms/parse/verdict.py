"""Is what was read an article? Index pages, walls, errors, notices and videos are not, and each has its reason."""

from transforms import limits
from transforms.lexicon.reading import Reading
from transforms.parse.draft import Draft

SHORT_BODY = 600  # weight of a text in which a phrase like "log in to continue" is the matter, not a part
LINKED = 0.75  # share of a page's text in links from which on it is a list of articles
STUB = 400  # weight of a text that such a list may have
WIDE = range(0x1100, 0x10000)
DETAILS = {
    "login_wall": "the page asks to log in or subscribe",
    "error_page": "the page says that there is none, or that it cannot be had",
    "cookie_notice": "the page shows only a notice on cookies",
    "script_required": "the page shows nothing without scripts",
    "documentation": "Markdown without a date, a byline or a publisher is documentation, not news",
    "video_only": "a video without a text",
    "index_page": "a list of articles",
    "no_text": "no text of an article was found",
    "too_short": f"the text is under {limits.MIN_BODY_CHARS} characters",
    "no_title": "no headline was found",
    "summary_only": "the feed gives only a summary that breaks off",
}


def reason(draft: Draft, body: str, title: str, words: Reading) -> str | None:
    """The slug of DETAILS that says why this is no article, or None where it is one."""
    weight = len(body)
    if weight < SHORT_BODY:
        weight += sum(ord(char) in WIDE for char in body)
    if weight < SHORT_BODY:
        own = f"{title}\n{body}".casefold()
        around = f"{own}\n{draft.signs.opening.casefold()}" if weight < limits.MIN_BODY_CHARS else own
        for kind, phrases in words.not_article:
            if phrases.search(own if kind == "cookie_notice" else around):
                return kind
    if draft.signs.kind == "documentation":
        return "documentation"
    if weight < STUB and draft.signs.kind.startswith("video"):
        return "video_only"
    if weight < STUB and draft.signs.linked > LINKED and draft.published is None:
        return "index_page"
    if not body:
        return "no_text"
    if weight < limits.MIN_BODY_CHARS:
        return "too_short"
    return None if title else "no_title"
