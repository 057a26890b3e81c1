"""Organizations named in a text: known ones by the lexicon, others by their shape and company.

`NameValue.key` is the lexicon's key, None for a body known by its shape alone. `organization_id_of` gives the id that
every record uses: the key, else the normalised name (NFKC, lower case, without company marks, spaces and punctuation),
so that the same name gives the same id in every article.
"""

import re
import unicodedata
from dataclasses import replace

from transforms.lexicon.grammar import Grammar
from transforms.lexicon.model import Lexicon
from transforms.lexicon.organizations import Organizations
from transforms.normalize.names_bind import (
    acronym_names,
    bound_forms,
    find_forms,
    first_words,
    glossed_names,
    own_forms,
    renamed,
    short_forms,
)
from transforms.normalize.names_english import english_names
from transforms.normalize.names_known import Found, known_names
from transforms.normalize.names_listed import neighbours, with_company
from transforms.normalize.names_meant import Company, company_of, is_meant
from transforms.normalize.names_said import said_names
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
    bodies = lexicon.organizations
    grammar = bodies.grammars["ko" if lang == "ko" else "en"]
    found = {field: _candidates(text, bodies, grammar, lang) for field, text in fields.items()}
    forms: dict[str, Found] = {}
    for field, text in fields.items():
        forms.update(bound_forms(text, found[field], bodies, grammar))
    every = [name for names in found.values() for name in names]
    forms = {**({**own_forms(every), **short_forms(every)} if lang == "ko" else first_words(every, bodies)), **forms}
    for field, text in fields.items():
        found[field] = _chosen([*find_forms(text, forms, grammar), *found[field]])
    newer = renamed((name for names in found.values() for name in names), bodies)
    found = {field: [_as_named(name, newer, bodies) for name in names] for field, names in found.items()}
    company = company_of(fields.values(), (name for names in found.values() for name in names), bodies, grammar)
    return {
        field: tuple(
            NameValue(name.start, name.end, fields[field][name.start : name.end], name.key, name.name, name.kind)
            for doubtful in names
            if (name := _meant(doubtful, fields[field], company, bodies, grammar, lang)) is not None
        )
        for field, names in found.items()
    }


def _as_named(name: Found, newer: dict[str, str], bodies: Organizations) -> Found:
    """The name as that of the body which came after, where the article names that one."""
    body = bodies.bodies[newer[name.key]] if name.key in newer else None
    return replace(name, key=body.key, name=body.name, kind=body.kind) if body else name


def _meant(
    name: Found, text: str, company: Company, bodies: Organizations, grammar: Grammar, lang: str
) -> Found | None:
    """The name; a body of its own where it cannot be the lexicon's but has the shape of one; None where it has not."""
    if is_meant(name, company, bodies):
        return name
    surface = text[name.start : name.end]
    shaped = english_names(surface, grammar) if lang != "ko" and " " in surface else []
    return replace(name, key=None, name=surface) if any(found.end == len(surface) for found in shaped) else None


def _candidates(text: str, bodies: Organizations, grammar: Grammar, lang: str) -> list[Found]:
    known = known_names(text, bodies, grammar)
    if lang != "ko":
        shaped = english_names(text, grammar)
        return _chosen([*_said_clubs(known, shaped), *shaped])
    shaped = [*glossed_names(text, bodies.grammars["en"]), *shape_names(text, grammar), *said_names(text, grammar)]
    shaped += acronym_names(text, grammar)
    names = with_company(text, _chosen([*known, *shaped]), grammar)
    return _chosen([*names, *neighbours(text, names, grammar)])


def _said_clubs(known: list[Found], shaped: list[Found]) -> list[Found]:
    """The known names, a club of one word made sure where its sentence makes a team of it ("on loan to Liverpool")."""
    said = {(name.start, name.end) for name in shaped if " " not in name.name and name.kind == "other"}
    return [
        replace(name, sure=True) if name.kind == "other" and (name.start, name.end) in said else name for name in known
    ]


def _chosen(candidates: list[Found]) -> list[Found]:
    """The candidates without overlaps: the longer one wins, then the earlier of the list."""
    chosen: list[Found] = []
    for name in sorted(candidates, key=lambda name: (name.start, -name.end)):
        if not chosen or name.start >= chosen[-1].end:
            chosen.append(name)
        elif name.end - name.start > chosen[-1].end - chosen[-1].start and not chosen[-1].key:
            chosen[-1] = name
    return chosen
