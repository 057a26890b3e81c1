"""One YAML file of the lexicon, read with checks: what is asked comes typed, or LexiconError says what is wrong."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from transforms.lexicon.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of `file`, by name. Every method raises LexiconError: file, entry, what it should be."""

    file: Path
    entries: dict[str, Any]

    def words(self, entry: str) -> tuple[str, ...]:
        """A list of words."""
        value = self._entry(entry)
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self._wrong(entry, "a list of words")
        return tuple(value)

    def text(self, entry: str) -> str:
        """One text."""
        value = self._entry(entry)
        if not isinstance(value, str) or not value:
            raise self._wrong(entry, "a text")
        return value

    def counts(self, entry: str) -> dict[str, int]:
        """Words and their whole numbers."""
        value = self._mapping(entry)
        if not all(isinstance(count, int) for count in value.values()):
            raise self._wrong(entry, "words, each with a whole number")
        return value

    def texts(self, entry: str) -> dict[str, str]:
        """Words and what each stands for."""
        value = self._mapping(entry)
        if not all(isinstance(word, str) for word in value.values()):
            raise self._wrong(entry, "words, each with one word")
        return value

    def numbers(self, entry: str) -> dict[str, Decimal]:
        """Words and their values."""
        try:
            return {word: Decimal(str(value)) for word, value in self._mapping(entry).items()}
        except InvalidOperation as error:
            raise self._wrong(entry, "words, each with a number") from error

    def groups(self, entry: str) -> dict[str, tuple[str, ...]]:
        """Names, each with its list of words."""
        value = self._mapping(entry)
        if not all(isinstance(words, list) and all(isinstance(w, str) for w in words) for words in value.values()):
            raise self._wrong(entry, "names, each with a list of words")
        return {name: tuple(words) for name, words in value.items()}

    def pairs(self, entry: str) -> dict[str, tuple[Any, Any]]:
        """Words, each with two values."""
        value = self._mapping(entry)
        if not all(isinstance(pair, list) and len(pair) == 2 for pair in value.values()):
            raise self._wrong(entry, "words, each with two values")
        return {word: (pair[0], pair[1]) for word, pair in value.items()}

    def _entry(self, entry: str) -> Any:
        if entry not in self.entries:
            raise LexiconError(f"{self.file.parent.name}/{self.file.name}: {entry} is missing")
        return self.entries[entry]

    def _mapping(self, entry: str) -> dict[str, Any]:
        value = self._entry(entry)
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise self._wrong(entry, "a mapping of words")
        return value

    def _wrong(self, entry: str, wanted: str) -> LexiconError:
        return LexiconError(f"{self.file.parent.name}/{self.file.name}: {entry}: {wanted} is wanted")


def read_sheet(file: Path) -> Sheet:
    """The entries of one file; LexiconError where it is no YAML mapping."""
    try:
        entries = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{file.parent.name}/{file.name}: {error}") from error
    if not isinstance(entries, dict):
        raise LexiconError(f"{file.parent.name}/{file.name}: a mapping is wanted")
    return Sheet(file, entries)
