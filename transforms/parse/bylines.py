"""Reporters' names as printed: out of bylines, signatures and structured data."""

import re

from transforms import limits
from transforms.lexicon.reading import Reading
from transforms.parse.clean import line

EMAIL = re.compile(r"[(\[<]?\s?[\w.+-]{1,64}@(?:[\w.-]{1,64})?\s?[)\]>]?")
ADDRESS = re.compile(r"(?:https?:|www\.|facebook\.com|twitter\.com)\S*", re.IGNORECASE)
EDGES = " ,|/·-–—:()[]<>=.•"
NOBODY = frozenset(
    {
        "staff",
        "admin",
        "administrator",
        "editor",
        "guest",
        "anonymous",
        "unknown",
        "편집부",
        "관리자",
        "운영자",
        "redaktion",
    }
)
HANDLE = re.compile(r"(?<!\w)@\w{2,30}")
ASIDE = re.compile(r"\s?\([^()]{0,40}\)?$")
TAIL = re.compile(
    r"\s[|·•–—-]\s|\s{2,}|,\sin\s(?=[A-Z])|\s(?:Updated|Published|Posted|Illustration|Fotos?|Photos?)\b|\s(?=\d{1,2}[./-])"
)


def byline(text: str, words: Reading) -> str | None:
    """The names in `text`, without label, e-mail, address, handle and what follows them; None where it holds none."""
    text = HANDLE.sub("", ADDRESS.sub(" ", EMAIL.sub(" ", line(text)[:400]))).strip(EDGES)
    folded = text.casefold()
    for labels in (words.published_labels, words.byline_labels):
        if not folded.startswith(labels):
            continue
        for label in labels:
            if labels is words.published_labels and len(label) < 4:
                continue  # "le" and "am" open names too
            rest = text[len(label) :]
            if rest and text[: len(label)].casefold() == label and not rest[0].isalnum():
                text = rest.strip(EDGES)
                folded = text.casefold()
                break
    text = ASIDE.sub("", " ".join(TAIL.split(text)[0].split())).strip(EDGES)
    text = _without_job(text, words)
    if (
        not text
        or len(text) > limits.MAX_BYLINE_CHARS
        or text.casefold().startswith(words.openings)
        or not any(c.isalpha() for c in text)
    ):
        return None
    folded = text.casefold()
    if folded in NOBODY or any(
        folded in known
        for known in (
            words.furniture,
            words.endings,
            words.published_labels,
            words.modified_labels,
            words.byline_labels,
        )
    ):
        return None
    return text


def _without_job(text: str, words: Reading) -> str:
    """Without an English job title after the name: "Keith Barry, Senior Autos Reporter" -> "Keith Barry"."""
    parts = text.split()
    if len(parts) > 2 and parts[-1].casefold() in words.english_jobs and parts[1][0].isupper():
        return " ".join(parts[:2]).strip(EDGES)
    return text
