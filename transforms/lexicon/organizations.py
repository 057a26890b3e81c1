"""The bodies that we know by name, and the grammar by which names are told from other words.

`organizations*.yml` hold the bodies, one row a body; `names.yml` of each language holds the grammar: particles, the
nouns that may be glued to a name, the suffixes that make a name, stop words. Each file says what its fields mean.

The key of a body is its country and its English name (`kr-ministry-of-science-and-ict`), so an English name that was
published is not edited; a row may state a key of its own. Forms that follow from a name by rule are not listed but
derived here: 서울대 from 서울대학교, 완주군청 from 완주군, 금융위 from 금융위원회, "LG AI연구원" without its spaces.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick

from transforms.lexicon.errors import LexiconError
from transforms.lexicon.grammar import Grammar, read_grammars
from transforms.records import ORGANIZATION_KINDS

COLUMNS = ("name", "name_en", "aliases", "weak", "key")
SEATS = {"시": "시청", "군": "군청", "구": "구청", "도": "도청"}  # a local government, also named by its seat


@dataclass(frozen=True, slots=True)
class Body:
    """A named body. `aliases` are safe wherever they stand; `weak` ones only in the company of other names.

    `place` is True where the name is also that of a territory, so that it names the government only when it acts.
    `since` and `until` are ISO dates between which the name was in force; `succeeded_by` is the key of the next body.
    """

    key: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    weak: tuple[str, ...]
    kind: str
    country: str | None
    place: bool = False
    since: str | None = None
    until: str | None = None
    succeeded_by: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a body."""

    text: str
    key: str
    weak: bool
    place: bool


@dataclass(frozen=True, slots=True)
class Organizations:
    """Every body by key, every written form, the automaton that finds them all, and the grammar of each language."""

    bodies: Mapping[str, Body]
    forms: Mapping[str, Form]
    patterns: tuple[Form, ...]
    automaton: AhoCorasick = field(repr=False, compare=False)
    grammars: Mapping[str, Grammar] = field(repr=False)


def read(folder: Path) -> Organizations:
    """The bodies and the grammar under `folder` (`ko/`, `en/`); LexiconError tells what is wrong and where."""
    bodies: dict[str, Body] = {}
    for file in sorted(folder.glob("*/organizations*.yml")):
        for body in _bodies_of(file):
            if body.key in bodies:
                raise LexiconError(f"{file.name}: {body.name}: {body.key} is already {bodies[body.key].name}")
            bodies[body.key] = body
    return assemble(bodies, read_grammars(folder, ("ko", "en")))


def assemble(bodies: Mapping[str, Body], grammars: Mapping[str, Grammar]) -> Organizations:
    """The lexicon of these bodies: also what a test uses to take names out of it."""
    for body in bodies.values():
        if body.succeeded_by is not None and body.succeeded_by not in bodies:
            raise LexiconError(f"{body.key}: succeeded_by {body.succeeded_by} is no body")
    forms: dict[str, Form] = {}
    for body in bodies.values():
        for form in forms_of(body):
            before = forms.get(form.text)
            if before is None or (before.weak and not form.weak):
                forms[form.text] = form
    patterns = tuple(forms.values())
    automaton = AhoCorasick([form.text for form in patterns], store_patterns=False)
    return Organizations(MappingProxyType(dict(bodies)), MappingProxyType(forms), patterns, automaton, grammars)


def forms_of(body: Body) -> Iterator[Form]:
    """Every written form of a body: weak ones (also a name may be weak), given ones, then those that follow by rule."""
    strong = [body.name, *([body.name_en] if body.name_en else []), *body.aliases]
    derived = [new for given in strong for new in _derived(given)]
    seen = set()
    for text, weak in [*((s, True) for s in body.weak), *((s, False) for s in [*strong, *derived])]:
        if text not in seen:
            seen.add(text)
            yield Form(
                text, body.key, weak, body.place and not text.isascii() and not text.endswith(tuple(SEATS.values()))
            )


def _derived(name: str) -> Iterator[str]:
    if name.endswith("대학교"):
        yield name[:-2]
        if name.startswith("국립"):
            yield name[2:]
            yield name[2:-2]
    if "대학교" in name[:-2] and name.endswith("병원"):
        yield (short := name.replace("대학교", "대", 1))
        yield short.replace(" ", "")
    if name.endswith("위원회") and " " not in name and len(name) > 4:
        yield f"{name[:-3]}위"
    if re.fullmatch("[가-힣]{2,7}[시군구도]", name):
        yield name[:-1] + SEATS[name[-1]]
    if " " in name and re.search("[가-힣]", name):
        yield name.replace(" ", "")
    if name.startswith("U.S. "):
        yield f"US {name[5:]}"
    if " & " in name:
        yield name.replace(" & ", " and ")
    elif " and " in name:
        yield name.replace(" and ", " & ")


def _bodies_of(file: Path) -> Iterator[Body]:
    groups = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    if not isinstance(groups, list):
        raise LexiconError(f"{file.name}: a list of groups is wanted")
    for group in groups:
        yield from _group(file, group)


def _group(file: Path, group: Any) -> Iterator[Body]:
    if not isinstance(group, dict) or not isinstance(group.get("bodies"), list):
        raise LexiconError(f"{file.name}: a group has kind, country and bodies: {str(group)[:60]}")
    kind, country = group.get("kind"), group.get("country")
    if kind not in ORGANIZATION_KINDS:
        raise LexiconError(f"{file.name}: {kind!r} is no kind of organization")
    history = group.get("history") or {}
    for row in group["bodies"]:
        body = _row(file, row, kind, country, bool(group.get("place")))
        past = history.get(body.name)
        yield body if past is None else _past(file, body, past)
    unknown = set(history) - {str(row).split("|")[0].strip() for row in group["bodies"]}
    if unknown:
        raise LexiconError(f"{file.name}: history of {sorted(unknown)}, which the group does not list")


def _row(file: Path, row: Any, kind: str, country: str | None, place: bool) -> Body:
    cells = [cell.strip() for cell in row.split("|")] if isinstance(row, str) else []
    if not cells or not cells[0] or len(cells) > len(COLUMNS):
        raise LexiconError(f"{file.name}: {row!r}: a row is {' | '.join(COLUMNS)}")
    name, english, aliases, weak, key = cells + [""] * (len(COLUMNS) - len(cells))
    return Body(
        key=key or _key(country, english or name),
        name=name,
        name_en=english or (name if name.isascii() else None),
        aliases=_list(aliases),
        weak=_list(weak),
        kind=kind,
        country=country or _country_of(key),
        place=place,
    )


def _past(file: Path, body: Body, past: Any) -> Body:
    """The body with the time in which its name was in force and the body that came after."""
    if not isinstance(past, dict) or set(past) - {"since", "until", "succeeded_by"}:
        raise LexiconError(f"{file.name}: {body.name}: history is since, until, succeeded_by")
    since, until, after = (None if past.get(x) is None else str(past[x]) for x in ("since", "until", "succeeded_by"))
    return replace(body, since=since, until=until, succeeded_by=after)


def _country_of(key: str) -> str | None:
    """The country that a stated key opens with, where its group has none (`de-dfg`; `xx-` is no country)."""
    return key[:2].upper() if key[2:3] == "-" and key[:2] != "xx" else None


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _key(country: str | None, name: str) -> str:
    words = re.findall(r"[a-z0-9가-힣]+", name.lower().replace("'", "").replace(".", ""))
    return "-".join([(country or "xx").lower(), *words])
