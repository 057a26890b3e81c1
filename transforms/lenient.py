"""JSON as pages and scrapers write it: strict first, then with the faults that are seen in the wild taken out."""

import json
import re
from typing import Any

import orjson

from transforms import limits

COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
TRAILING_COMMA = re.compile(r",(\s{0,200})(?=[}\]])")
BAD_ESCAPE = re.compile(r'\\(?=[^"\\/bfnrtu]|u(?![0-9a-fA-F]{4}))')


def loads(text: str) -> Any:
    """The value, or None where this is no JSON. NaN, Infinity and numbers beyond floats are None inside it."""
    if len(text) > limits.MAX_SCRIPT_BYTES:
        return None
    try:
        return orjson.loads(text)
    except ValueError:
        pass
    text = COMMENT.sub("", text.strip()).strip().rstrip(";")
    for candidate in (text, TRAILING_COMMA.sub(r"\1", text), BAD_ESCAPE.sub(r"\\\\", text)):
        try:
            return json.loads(candidate, strict=False, parse_constant=lambda _: None)
        except (ValueError, RecursionError):
            continue
    return None
