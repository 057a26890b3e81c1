"""What the page reader knows of words: reporters' titles, labels of dates, furniture of pages, phrases of pages that
are none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from transforms.lexicon.errors import LexiconError

FIELDS: dict[str, type] = {
    "job_titles": list,
    "byline_labels": list,
    "published_labels": list,
    "first_published": list,
    "modified_labels": list,
    "rights": list,
    "furniture": list,
    "openings": list,
    "endings": list,
    "promos": list,
    "about": list,
    "calls": list,
    "is_somebody": list,
    "board_labels": dict,
    "months": dict,
    "date_words": list,
    "am": list,
    "pm": list,
    "not_article": dict,
}


NAMED = r"\s(?-i:[^\W\d_a-z][^.?!]{1,50}?)\s?:?"  # a name, which begins with a capital or has none, and no sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of all languages together, casefolded, and patterns made of them; each field is defined in
    ko/reading.yml."""

    job_titles: tuple[str, ...]
    english_jobs: frozenset[str]
    titles: str
    reporter: re.Pattern[str]
    byline_labels: tuple[str, ...]
    published_labels: tuple[str, ...]
    first_published: tuple[str, ...]
    modified_labels: tuple[str, ...]
    rights: re.Pattern[str]
    furniture: frozenset[str]
    openings: tuple[str, ...]
    endings: frozenset[str]
    promos: re.Pattern[str]
    about: re.Pattern[str]
    calls: re.Pattern[str]
    is_somebody: re.Pattern[str]
    board_dates: tuple[str, ...]
    board_lists: tuple[str, ...]
    board_after: tuple[str, ...]
    months: dict[str, int]
    date_words: frozenset[str]
    am: frozenset[str]
    pm: frozenset[str]
    not_article: tuple[tuple[str, re.Pattern[str]], ...]
    date_labels: re.Pattern[str]
    by: re.Pattern[str]
    by_line: re.Pattern[str]


def read(folder: Path) -> Reading:
    """Reads `<folder>/*/reading.yml`; LexiconError says what is wrong with a bad entry."""
    parts = [_checked(file) for file in sorted(folder.glob("*/reading.yml"))]

    def words(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(str(word).casefold() for part in parts for word in part[name]))

    def board(name: str) -> tuple[str, ...]:
        return tuple(word for part in parts for word in part["board_labels"].get(name, ()))

    kinds = dict.fromkeys(kind for part in parts for kind in part["not_article"])
    return Reading(
        job_titles=_longest_first(words("job_titles")),
        titles=_titles(words("job_titles")),
        reporter=re.compile(rf"(?<![가-힣])[가-힣]{{2,4}}\s?(?:{_titles(words('job_titles'))})(?![가-힣])"),
        english_jobs=frozenset(title for title in words("job_titles") if title.isascii()),
        byline_labels=_longest_first(words("byline_labels")),
        published_labels=_longest_first(words("published_labels")),
        first_published=_longest_first(words("first_published")),
        modified_labels=_longest_first(words("modified_labels")),
        rights=_any_of(words("rights")),
        furniture=frozenset(words("furniture")),
        openings=words("openings"),
        promos=_any_of(words("promos")),
        about=re.compile(f"(?:{'|'.join(map(re.escape, words('about')))})" + NAMED, re.IGNORECASE),
        calls=_any_of(words("calls")),
        is_somebody=_words_of(words("is_somebody"), before=r"[,.]?[^.]{0,40}?\s"),
        endings=frozenset(words("endings")),
        board_dates=board("date"),
        board_lists=board("list"),
        board_after=board("after"),
        months={str(name).casefold(): number for part in parts for name, number in part["months"].items()},
        date_words=frozenset(words("date_words") + words("am") + words("pm")),
        am=frozenset(words("am")),
        pm=frozenset(words("pm")),
        not_article=tuple(
            (kind, _any_of(phrase for part in parts for phrase in part["not_article"].get(kind, ()))) for kind in kinds
        ),
        date_labels=_labels_of(words("modified_labels") + words("published_labels")),
        by_line=_words_of(words("byline_labels"), before=""),
        by=_words_of((label for label in words("byline_labels") if len(label) > 1), before=r"(?:^|\d\W{1,4})"),
    )


def _checked(file: Path) -> dict[str, Any]:
    content = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    if not isinstance(content, dict):
        raise LexiconError(f"{file.name}: the file must be a mapping of the fields that its first lines define")
    for name, kind in FIELDS.items():
        if not isinstance(content.get(name), kind):
            raise LexiconError(f"{file.parent.name}/{file.name}: {name}: must be a {kind.__name__}")
    unknown = set(content) - set(FIELDS)
    if unknown:
        raise LexiconError(f"{file.parent.name}/{file.name}: unknown field {sorted(unknown)[0]}")
    wrong = [name for name, number in content["months"].items() if number not in range(1, 13)]
    if wrong:
        raise LexiconError(f"{file.parent.name}/{file.name}: months: {wrong[0]} must be 1 to 12")
    return content


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _titles(titles: Iterable[str]) -> str:
    """The Korean titles as the alternatives of a pattern."""
    return "|".join(re.escape(title) for title in _longest_first(titles) if not title.isascii())


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all phrases, for casefolded text (a pattern that disregards case takes ten times as long); white
    space in a phrase fits any."""
    longest = _longest_first({phrase.casefold() for phrase in phrases})
    body = "|".join(re.escape(phrase).replace("\\ ", r"\s{1,4}") for phrase in longest)
    return re.compile(body or r"(?!)")


def _words_of(phrases: Iterable[str], before: str = r"(?<!\w)") -> re.Pattern[str]:
    """One pattern for all phrases as whole words that stand after `before`, without regard to case."""
    body = "|".join(map(re.escape, _longest_first(phrases)))
    return re.compile(rf"{before}(?:{body})(?!\w)" if body else r"(?!)", re.IGNORECASE)


def _labels_of(labels: Iterable[str]) -> re.Pattern[str]:
    """The labels of dates as whole words; those of other scripts also glued to what precedes them, right before a year:
    "홍길동 기자승인 2026.04.03"."""
    long = [label for label in labels if len(label) > 3 or not label.isascii()]
    glued = "|".join(map(re.escape, _longest_first(label for label in long if not label.isascii())))
    return re.compile(rf"{_words_of(long).pattern}|(?:{glued})(?=\s{{0,2}}:?\s{{0,2}}(?:19|20)\d\d)", re.IGNORECASE)
