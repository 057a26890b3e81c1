"""The grammar by which names are told from other words, read from `names.yml` of each language."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from transforms.lexicon.errors import LexiconError
from transforms.records import ORGANIZATION_KINDS

PARTS = ("particles", "glued", "suffixes", "heads", "macros", "patterns", "formulas", "words")
PARTICLES = ("after_any", "after_consonant", "after_vowel")
NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Grammar:
    """What `names.yml` of one language holds; its comments define every list and pattern.

    `ending_after_consonant` and `ending_after_vowel` match the rest of a word after a name. `suffixes` gives the kind
    of a body whose name ends so, `heads` that of a name which follows such a noun, `suffix_ends` and `head_ends` their
    last characters. `formulas` are patterns whose first
    group is a name, with its kind. `tails` are the words of `words` as tuples, for `str.endswith`.
    """

    suffixes: Mapping[str, str]
    longest_suffix: int
    suffix_ends: frozenset[str]
    heads: Mapping[str, str]
    head_ends: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]]
    formulas: tuple[tuple[str, re.Pattern[str]], ...]
    words: Mapping[str, frozenset[str]]
    tails: Mapping[str, tuple[str, ...]]
    ending_after_consonant: re.Pattern[str]
    ending_after_vowel: re.Pattern[str]


def read_grammars(folder: Path, languages: tuple[str, ...]) -> dict[str, Grammar]:
    """The grammar of each language. A list or pattern that only another language has is empty, or matches nothing."""
    grammars = {lang: _read(folder / lang / "names.yml") for lang in languages}
    words = {name for grammar in grammars.values() for name in grammar.words}
    patterns = {name for grammar in grammars.values() for name in grammar.patterns}
    return {
        lang: replace(
            grammar,
            words={name: grammar.words.get(name, frozenset()) for name in sorted(words)},
            tails={name: tuple(sorted(grammar.words.get(name, ()))) for name in sorted(words)},
            patterns={name: grammar.patterns.get(name, NEVER) for name in sorted(patterns)},
        )
        for lang, grammar in grammars.items()
    }


def _read(file: Path) -> Grammar:
    data = yaml.load(file.read_bytes(), yaml.CSafeLoader)
    if not isinstance(data, dict) or set(data) != set(PARTS):
        raise LexiconError(f"{file.name}: a grammar has {', '.join(PARTS)}")
    suffixes, heads = _kinds(file, data["suffixes"]), _kinds(file, data["heads"])
    macros = data["macros"]
    return Grammar(
        suffixes=suffixes,
        longest_suffix=max(map(len, suffixes)),
        suffix_ends=frozenset(suffix[-1] for suffix in suffixes),
        heads=heads,
        head_ends=frozenset(head[-1] for head in heads),
        patterns={name: _pattern(file, name, text, macros) for name, text in data["patterns"].items()},
        formulas=tuple(
            (_kind(file, row["kind"]), _pattern(file, name, row["pattern"], macros))
            for name, row in data["formulas"].items()
        ),
        words={name: frozenset(_strings(file, name, text)) for name, text in data["words"].items()},
        tails={},
        ending_after_consonant=_ending(file, data, "after_consonant"),
        ending_after_vowel=_ending(file, data, "after_vowel"),
    )


def _kind(file: Path, kind: str) -> str:
    if kind not in ORGANIZATION_KINDS:
        raise LexiconError(f"{file.name}: {kind!r} is no kind of organization")
    return kind


def _kinds(file: Path, lists: Mapping[str, Any]) -> dict[str, str]:
    """Each word of the lists, which are named by kind of body, to its kind."""
    return {word: _kind(file, kind) for kind, text in lists.items() for word in _strings(file, kind, text)}


def _strings(file: Path, name: str, text: Any) -> list[str]:
    """The words of a list: one string, its words apart by spaces, "_" standing for a space inside a word."""
    if not isinstance(text, str):
        raise LexiconError(f"{file.name}: {name}: one string of words is wanted")
    return [word.replace("_", " ") for word in text.split()]


def _pattern(file: Path, name: str, text: Any, macros: Mapping[str, str]) -> re.Pattern[str]:
    """A verbose regular expression (blanks are layout), in which `<word>` stands for the macro of that name."""
    try:
        return re.compile(re.sub(r"<(\w+)>", lambda macro: macros[macro.group(1)], text), re.VERBOSE)
    except (re.error, KeyError, TypeError) as error:
        raise LexiconError(f"{file.name}: patterns: {name}: {error}") from error


def _ending(file: Path, data: dict[str, Any], sound: str) -> re.Pattern[str]:
    """What may follow a name inside its word: at most one glued noun, then particles (bounded, so linear)."""
    particles = data["particles"]
    if not set(particles) <= set(PARTICLES):
        raise LexiconError(f"{file.name}: particles are {', '.join(PARTICLES)}")
    every = [word for name in PARTICLES for word in _strings(file, name, particles.get(name, ""))]
    first = [word for name in ("after_any", sound) for word in _strings(file, name, particles.get(name, ""))]
    glued = _strings(file, "glued", data["glued"])
    if not every:
        return NEVER
    return re.compile(f"(?:(?:{_either(first)})|(?:{_either(glued)})(?:{_either(every)})?)(?:{_either(every)})?")


def _either(words: list[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
