"""The grammar by which names are told from other words, read from `names.yml` of each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from transforms.lexicon.errors import LexiconError
from transforms.records import ORGANIZATION_KINDS

PARTICLES = ("after_any", "after_consonant", "after_vowel")


@dataclass(frozen=True, slots=True)
class Grammar:
    """`ending_after_consonant` and `ending_after_vowel` match the rest of a word after a name; None without particles.

    `suffixes` gives the kind of a body whose name ends so, `heads` that of a name which follows such a noun; `words`
    holds every other word list of the file by its name.
    """

    suffixes: Mapping[str, str]
    longest_suffix: int
    heads: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    ending_after_consonant: re.Pattern[str] | None
    ending_after_vowel: re.Pattern[str] | None


def read_grammar(file: Path) -> Grammar:
    """The grammar in `file`; LexiconError tells what is wrong in it."""
    data = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    if not isinstance(data, dict) or set(data) != {"particles", "glued", "suffixes", "heads", "words"}:
        raise LexiconError(f"{file.name}: a grammar has particles, glued, suffixes, heads and words")
    suffixes = _kinds(file, data["suffixes"])
    return Grammar(
        suffixes=suffixes,
        longest_suffix=max(map(len, suffixes)),
        heads=_kinds(file, data["heads"]),
        words={name: frozenset(_strings(file, name, text)) for name, text in data["words"].items()},
        ending_after_consonant=_ending(file, data, "after_consonant"),
        ending_after_vowel=_ending(file, data, "after_vowel"),
    )


def _kinds(file: Path, lists: Mapping[str, Any]) -> dict[str, str]:
    """Each word of the lists, which are named by kind of body, to its kind."""
    kinds = {}
    for kind, text in lists.items():
        if kind not in ORGANIZATION_KINDS:
            raise LexiconError(f"{file.name}: {kind!r} is no kind of organization")
        kinds.update(dict.fromkeys(_strings(file, kind, text), kind))
    return kinds


def _strings(file: Path, name: str, text: Any) -> list[str]:
    """The words of a list: one string, its words apart by spaces, "_" standing for a space inside a word."""
    if not isinstance(text, str):
        raise LexiconError(f"{file.name}: {name}: one string of words is wanted")
    return [word.replace("_", " ") for word in text.split()]


def _ending(file: Path, data: dict[str, Any], sound: str) -> re.Pattern[str] | None:
    """What may follow a name inside its word: at most one glued noun, then particles (bounded, so linear)."""
    if not data["particles"]:
        return None
    if not set(data["particles"]) <= set(PARTICLES):
        raise LexiconError(f"{file.name}: particles are {', '.join(PARTICLES)}")
    every = [word for name in PARTICLES for word in _strings(file, name, data["particles"].get(name, ""))]
    first = [word for name in ("after_any", sound) for word in _strings(file, name, data["particles"].get(name, ""))]
    glued = _strings(file, "glued", data["glued"])
    return re.compile(f"(?:(?:{_either(first)})|(?:{_either(glued)})(?:{_either(every)})?)(?:{_either(every)})?")


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
