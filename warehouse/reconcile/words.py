"""How alike two wordings are: shared terms, whatever particles and endings hang on them."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import yaml

_RUN = re.compile(r"[가-힣]{2,}|[a-z]{3,}")
LIKE = 0.5


@lru_cache(maxsize=1 << 14)
def terms(words: str | None) -> frozenset[str]:
    """The terms of a wording; empty for none."""
    return frozenset(run[:2] if run[0] >= "가" else run for run in _RUN.findall((words or "").casefold()))


def likeness(one: str | None, other: str | None) -> float:
    """Share of the shorter wording's terms that the other has too, 0 to 1; 0 where either has none."""
    a, b = terms(one), terms(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@lru_cache(maxsize=1 << 14)
def rounds(words: str | None) -> frozenset[str]:
    """The rounds that a wording names: "2차 단계평가" is not "1차 단계평가"."""
    return frozenset(_round_pattern().findall(words or ""))


def same_round(one: str | None, other: str | None) -> bool:
    """Whether two wordings may be of one round: either names none, or they name the same."""
    a, b = rounds(one), rounds(other)
    return not a or not b or a == b


def agree(one: str | None, other: str | None) -> bool:
    """Whether two descriptions may be of one thing: either is missing, or they are alike and name the same rounds."""
    if one is None or other is None:
        return True
    return same_round(one, other) and likeness(one, other) >= LIKE


@dataclass(frozen=True, slots=True)
class Words:
    """What `words.yml` lists; its head defines each."""

    generic: tuple[str, ...]
    changes: tuple[str, ...]
    rounds: tuple[str, ...]


@cache
def known_words() -> Words:
    """The words of `words.yml`, read once."""
    listed = yaml.safe_load((Path(__file__).parent / "words.yml").read_text(encoding="utf-8"))
    changes = tuple(word for line in listed["changes"] for word in line)
    return Words(tuple(listed["generic"]), changes, tuple(listed["rounds"]))


@cache
def _round_pattern() -> re.Pattern[str]:
    return re.compile(rf"(\d+)(?:{'|'.join(map(re.escape, known_words().rounds))})")


@cache
def _change_pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, known_words().changes)))


def tells_change(quote: str) -> bool:
    """Whether the words say that a figure is a new one."""
    return _change_pattern().search(quote.casefold()) is not None
