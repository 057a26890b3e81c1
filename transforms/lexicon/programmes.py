"""Programmes that we know by name, and the words by which an unknown one is told from other phrases.

`programmes.yml` of each language holds `programmes` (name, aliases) and named lists of regular expressions (`suffix`,
`quoted`, `stop` ...), read like cues.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.lexicon.errors import LexiconError

LANGUAGES = ("ko", "en")
BLANKS = re.compile(r"[\s·ㆍ‧\-–'\"‘’“”「」『』<>《》()\[\]]+")


def squeezed(name: str) -> str:
    """A name without blanks, marks and case, by which two spellings of one programme are the same."""
    return BLANKS.sub("", name).casefold()


@dataclass(frozen=True, slots=True)
class LanguageProgrammes:
    """One language: known forms (an automaton with the canonical name of each) and the patterns by name."""

    automaton: AhoCorasick
    forms: tuple[tuple[str, str], ...]
    patterns: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Programmes:
    """All languages; `canonical` gives a known programme's name for any of its squeezed forms."""

    languages: Mapping[str, LanguageProgrammes]
    canonical: Mapping[str, str]

    def of(self, lang: str) -> LanguageProgrammes:
        """The programmes of a language; English for one that we do not know."""
        return self.languages.get(lang, self.languages["en"])


def read(folder: Path) -> Programmes:
    """The programmes of every language; LexiconError where an entry is wrong."""
    languages: dict[str, LanguageProgrammes] = {}
    canonical: dict[str, str] = {}
    for lang in LANGUAGES:
        file = folder / lang / "programmes.yml"
        loaded: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
        forms = tuple(_forms(loaded["programmes"], f"{lang}/{file.name}"))
        canonical |= {squeezed(form): name for form, name in forms}
        automaton = AhoCorasick([form for form, _ in forms], matchkind=MatchKind.LeftmostLongest)
        patterns = {k: _pattern(k, v, f"{lang}/{file.name}") for k, v in loaded.items() if k != "programmes"}
        languages[lang] = LanguageProgrammes(automaton, forms, MappingProxyType(patterns))
    return Programmes(MappingProxyType(languages), MappingProxyType(canonical))


def _forms(entries: list[Any], file: str) -> list[tuple[str, str]]:
    forms: dict[str, str] = {}
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str) or set(entry) - {"name", "aliases"}:
            raise LexiconError(f"{file}: {entry!r}: a programme has a name and aliases")
        for form in (entry["name"], *entry.get("aliases", [])):
            if forms.setdefault(form, entry["name"]) != entry["name"]:
                raise LexiconError(f"{file}: {form}: names two programmes")
    return list(forms.items())


def _pattern(name: str, alternatives: Any, file: str) -> re.Pattern[str]:
    if not isinstance(alternatives, list) or not all(isinstance(a, str) for a in alternatives):
        raise LexiconError(f"{file}: {name}: must be a list of regular expressions")
    try:
        return re.compile("|".join(alternatives))
    except re.error as error:
        raise LexiconError(f"{file}: {name}: {error}") from error
