"""Content keys, and the plain forms of names that they are made from: same words, same id, on any machine."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from datetime import date
from decimal import Decimal
from functools import lru_cache

_DROPPED = re.compile(r"[\s'\"‘’“”`´·・ㆍ.,()\[\]{}「」『』<>《》〈〉_\-–—/]+")

Part = str | Decimal | date | None


def plain(words: str | None) -> str:
    """The words without case, width, spaces, quotes and brackets: two spellings of one name are equal in it."""
    return _plain(words) if words else ""


@lru_cache(maxsize=1 << 16)
def _plain(words: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words).casefold())


def content_key(prefix: str, *parts: Part) -> str:
    """`prefix` and 16 hex digits of the sha256 over the parts; a missing part counts as itself, figures as figures."""
    text = "\x1f".join([_written(part) for part in parts])
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _written(part: Part) -> str:
    if part is None:
        return "\x00"
    if isinstance(part, str):
        return part
    return figure(part) if isinstance(part, Decimal) else part.isoformat()


def unused(taken: Container[str], fact_id: str, description: str) -> str:
    """`fact_id`, or where it is taken one made with the description, which then tells the facts apart."""
    while fact_id in taken:
        fact_id = content_key(fact_id.partition("-")[0], fact_id, description)
    return fact_id


def figure(value: Decimal) -> str:
    """The figure in plain digits, without zeros that say nothing: 1.50 -> 1.5, 1E+3 -> 1000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
