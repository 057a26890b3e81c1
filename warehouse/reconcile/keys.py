"""Content keys, and the plain forms of names that they are made from: same words, same id, on any machine."""

import hashlib
import re
import unicodedata
from collections.abc import Container
from datetime import date
from decimal import Decimal

_DROPPED = re.compile(r"[\s'\"‘’“”`´·・ㆍ.,()\[\]{}「」『』<>《》〈〉_\-–—/]+")

Part = str | Decimal | date | None


def plain(words: str | None) -> str:
    """The words without case, width, spaces, quotes and brackets: two spellings of one name are equal in it."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words or "").casefold())


def content_key(prefix: str, *parts: Part) -> str:
    """`prefix` and 16 hex digits of the sha256 over the parts; a missing part counts as itself, figures as figures."""
    text = "\x1f".join("\x00" if part is None else _written(part) for part in parts)
    return f"{prefix}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _written(part: str | Decimal | date) -> str:
    if isinstance(part, Decimal):
        return figure(part)
    return part.isoformat() if isinstance(part, date) else part


def unused(taken: Container[str], fact_id: str, description: str) -> str:
    """`fact_id`, or where it is taken one made with the description, which then tells the facts apart."""
    while fact_id in taken:
        fact_id = content_key(fact_id.partition("-")[0], fact_id, description)
    return fact_id


def figure(value: Decimal) -> str:
    """The figure in plain digits, without zeros that say nothing: 1.50 -> 1.5, 1E+3 -> 1000."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
