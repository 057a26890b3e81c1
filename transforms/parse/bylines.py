"""Reporters' names as printed: out of bylines, signatures and structured data."""

import re

from transforms.lexicon.reading import Reading
from transforms.parse.clean import line

EMAIL = re.compile(r"[(\[<]?\s?[\w.+-]{1,64}@(?:[\w.-]{1,64})?\s?[)\]>]?")
ADDRESS = re.compile(r"(?:https?:|www\.|facebook\.com|twitter\.com)\S*", re.IGNORECASE)
BETWEEN = re.compile(r"\s*[|·•]\s*")


def byline(text: str, words: Reading, publisher: str | None = None) -> str | None:
    """The names in `text`, without label, e-mail and address; None where it holds none.

    Labels ("By", "기자명", "입력") and the publisher's own name are no names.
    """
    text = ADDRESS.sub(" ", EMAIL.sub(" ", line(text)[:400])).strip(" ,|/·-–—:()[]<>")
    for label in words.byline_labels:
        if text.casefold().startswith(label) and (rest := text[len(label) :]) and not rest[0].isalnum():
            text = rest.strip(" :=·-|")
            break
    text = " ".join(text.split()).strip(" ,|/·-–—:")
    if not text or len(text) > 200 or not any(c.isalpha() for c in text):
        return None
    folded = text.casefold()
    if folded in words.published_labels or folded in words.modified_labels or folded in words.furniture:
        return None
    return text
