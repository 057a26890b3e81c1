"""The words that carry a clause: predicates with their senses, and the cues of tense, modality and role around them.

`predicates.yml` says which verbs and verbal nouns we know and in which sense (`give`, `get`, `set`, `spend` ...);
`events.yml`, in the same form, says which step of a programme they tell (`event`). A word may stand in both files: the
two entries are one predicate. `cues.yml` holds named lists of regular expressions, each
compiled as one alternative; `grants.yml` does so for what support is and what it is not.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from transforms.lexicon.conjugation import endings_of, stems_of
from transforms.lexicon.errors import LexiconError

LANGUAGES = ("ko", "en")
FILES = ("predicates.yml", "events.yml")
KEYS = {"lemma", "sense", "event", "aspect", "noun", "forms", "also", "beside"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a noun that becomes one with a light verb (`noun`).

    `sense` serves grants; `event` is the step that it tells, `aspect` what it says of a step named beside it. Where
    `beside` is given, the word tells its event only behind words that it matches (공장을 돌리다).
    """

    lemma: str
    sense: str | None
    event: str | None
    noun: bool
    aspect: str | None = None
    beside: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a predicate's stem. `voice` is "participle" for an English -ed form, else "stem"."""

    text: str
    predicate: int
    voice: str


class Cues(dict[str, re.Pattern[str]]):
    """Named patterns, each compiled when it is first asked for: one article needs half of them."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.sources = sources

    def __missing__(self, name: str) -> re.Pattern[str]:
        try:
            found = self[name] = re.compile(self.sources[name])
        except re.error as error:
            raise LexiconError(f"{name}: {error}") from error
        return found


@dataclass(frozen=True, slots=True)
class LanguageFrames:
    """One language: its predicates, an automaton over all forms (an index into `forms` each), and its cues by name.

    `grants` are the cues of `grants.yml`, `steps` those of `milestones.yml`.
    """

    predicates: tuple[Predicate, ...]
    forms: tuple[Form, ...]
    automaton: AhoCorasick
    cues: Cues
    grants: Cues
    steps: Cues


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of every language, by its code."""

    languages: Mapping[str, LanguageFrames]

    def of(self, lang: str) -> LanguageFrames:
        """The frames of a language; English for one that we do not know."""
        return self.languages.get(lang, self.languages["en"])


def read(folder: Path) -> Frames:
    """Every language's frames from the lexicon's folder; LexiconError where an entry is wrong."""
    return Frames(MappingProxyType({lang: _language(folder / lang, lang) for lang in LANGUAGES}))


def read_cues(file: Path) -> Cues:
    """The named patterns of one file: `name: [alternative, ...]`. `{other}` stands for a list written above it.

    LexiconError where an entry is no list of strings, and for a bad pattern when it is asked for;
    `python -m transforms.lexicon.check` asks for all of them.
    """
    sources: dict[str, str] = {}
    for name, alternatives in _load(file).items():
        if not isinstance(alternatives, list) or not all(isinstance(a, str) for a in alternatives):
            raise LexiconError(f"{file.name}: {name}: a cue is a list of regular expressions")
        source = "|".join(alternatives)
        for other, known in sources.items():
            source = source.replace(f"{{{other}}}", f"(?:{known})")
        sources[name] = source
    return Cues(sources)


def _load(file: Path) -> dict[str, Any]:
    loaded = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    if not isinstance(loaded, dict):
        raise LexiconError(f"{file.name}: the file must be a mapping")
    return loaded


def _language(folder: Path, lang: str) -> LanguageFrames:
    entries: dict[str, dict[str, Any]] = {}
    for name in FILES:
        if (folder / name).exists():
            for entry in _load(folder / name)["predicates"]:
                merged = entries.setdefault(_lemma(entry, f"{lang}/{name}"), {})
                merged |= entry | {k: [*merged.get(k, []), *entry.get(k, [])] for k in ("forms", "also")}
    entries = dict(sorted(entries.items(), key=lambda e: "beside" not in e[1]))  # of equal forms these come first
    predicates = tuple(
        Predicate(lemma, e.get("sense"), e.get("event"), bool(e.get("noun")), e.get("aspect"), _beside(e, lemma))
        for lemma, e in entries.items()
    )
    inflect = _korean if lang == "ko" else _english
    forms = tuple(Form(t, i, v) for i, e in enumerate(entries.values()) for t, v in sorted(inflect(e), key=_order))
    automaton = AhoCorasick([f.text for f in forms], matchkind=MatchKind.Standard)
    cues = (read_cues(folder / f"{name}.yml") for name in ("cues", "grants", "milestones"))
    return LanguageFrames(predicates, forms, automaton, *cues)


def _order(form: tuple[str, str]) -> tuple[int, str]:
    """The first of equal forms counts: what is past and stem (set aside) is told in the press as past."""
    return ("past", "participle", "stem", "third", "gerund", "noun").index(form[1]), form[0]


def _lemma(entry: Any, file: str) -> str:
    if not isinstance(entry, dict) or not isinstance(entry.get("lemma"), str):
        raise LexiconError(f"{file}: {entry!r}: an entry needs a lemma")
    if unknown := set(entry) - KEYS:
        raise LexiconError(f"{file}: {entry['lemma']}: unknown keys {sorted(unknown)}")
    if not (entry.get("sense") or entry.get("event") or entry.get("aspect")):
        raise LexiconError(f"{file}: {entry['lemma']}: an entry needs a sense, an event or an aspect")
    return str(entry["lemma"])


def _beside(entry: dict[str, Any], lemma: str) -> re.Pattern[str] | None:
    try:
        return re.compile(entry["beside"]) if "beside" in entry else None
    except (re.error, TypeError) as error:
        raise LexiconError(f"events.yml: {lemma}: beside: {error}") from error


def _korean(entry: dict[str, Any]) -> set[tuple[str, str]]:
    """A noun stands for itself; a verb for its stems, given (주, 준, 줄, 줬) or those of a regular verb.

    `also` holds further words of the same meaning.
    """
    words, given = [entry["lemma"], *entry.get("also", [])], entry["forms"]
    if entry.get("noun"):
        return {(form, "stem") for form in [*(given or words[:1]), *words[1:]]}
    stems = {form for word in (words[1:] if given else words) for form in _stems(word)} | set(given)
    return {(form, "stem") for form in stems.union(*map(endings_of, stems))}


def _stems(word: str) -> tuple[str, ...]:
    return stems_of(word) if word.endswith("다") else (word,)


def _english(entry: dict[str, Any]) -> set[tuple[str, str]]:
    """The regular inflections of the first word; `forms` gives past and participle, or whole phrases besides."""
    head, _, rest = entry["lemma"].partition(" ")
    tail = f" {rest}" if rest else ""
    if entry.get("noun"):
        return {(f, "noun") for f in (entry["lemma"], entry["lemma"] + "s", *entry["forms"])}
    stem = head[:-1] if head.endswith("e") else head
    past = [stem[:-1] + "ied" if head.endswith("y") and head[-2] not in "aeiou" else stem + "ed"]
    whole = [f for f in entry["forms"] if " " in f]
    past = [f for f in entry["forms"] if " " not in f] or past
    third = head + "es" if head.endswith(("s", "sh", "ch", "x", "z", "o")) else head + "s"
    third = head[:-1] + "ies" if head.endswith("y") and head[-2] not in "aeiou" else third
    result = {(head + tail, "stem"), (third + tail, "third"), (past[0] + tail, "past"), (past[-1] + tail, "participle")}
    result |= {
        (f, "third" if f[:4] != "was " and (f.split()[0].endswith("s") or f[:4] == "are ") else "past") for f in whole
    }
    return result | {(f + tail, "gerund") for f in ({stem + "ing", head + head[-1] + "ing"})}
