"""Organizations named in a text: known ones by the lexicon, others by their shape.

`NameValue.key` is the lexicon's key, None for a body known by its shape alone. `organization_id_of` gives the id that
every record uses: the key, else the normalised name (NFKC, lower case, without company marks, spaces and punctuation),
so that the same name gives the same id in every article.
"""

import re
import unicodedata

from transforms.lexicon.model import Lexicon
from transforms.normalize.names_known import Found, known_names
from transforms.normalize.names_shape import shape_names
from transforms.normalize.values import NameValue

MARKS = re.compile(r"\(주\)|㈜|주식회사|\b(?:inc|ltd|corp|co|llc|plc)\b\.?")


def organization_id_of(name: NameValue) -> str:
    """The id of the body that a name means: the lexicon's key, else the normalised name."""
    return name.key or normal_name(name.name)


def normal_name(name: str) -> str:
    """A name without case, company marks, spaces and punctuation, so that its spellings are equal."""
    folded = MARKS.sub("", unicodedata.normalize("NFKC", name).casefold())
    return "".join(char for char in folded if char.isalnum()) or folded.strip()


def read_names(text: str, lexicon: Lexicon, lang: str) -> list[NameValue]:
    """Every named organization of one text, left to right, without overlaps."""
    return list(read_article_names({"text": text}, lexicon, lang)["text"])


def read_article_names(fields: dict[str, str], lexicon: Lexicon, lang: str) -> dict[str, tuple[NameValue, ...]]:
    """The named organizations of each field of one article; what one field binds holds for all of them."""
    return {field: tuple(_values(text, _candidates(text, lexicon, lang))) for field, text in fields.items()}


def _candidates(text: str, lexicon: Lexicon, lang: str) -> list[Found]:
    bodies = lexicon.organizations
    grammar = bodies.grammars[lang if lang in bodies.grammars else "en"]
    known = known_names(text, bodies, grammar)
    shaped = shape_names(text, grammar) if lang == "ko" else []
    return known + shaped


def _values(text: str, candidates: list[Found]) -> list[NameValue]:
    values: list[NameValue] = []
    free = 0
    for name in sorted(candidates, key=lambda name: (name.start, -name.end)):
        if name.start >= free and name.sure:
            values.append(NameValue(name.start, name.end, text[name.start : name.end], name.key, name.name, name.kind))
            free = name.end
    return values
