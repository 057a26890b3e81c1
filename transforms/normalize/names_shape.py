"""Korean names that no lexicon holds, told by their shape: the suffix of a body, a company mark, a ticker, a head noun."""

import re

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.particles import is_ending

WORD = re.compile(r"[0-9A-Za-z가-힣&]+(?:-[0-9A-Za-z가-힣&]+)?")
LONGEST_ENDING = 7
MARKED = re.compile(
    r"(?:\(주\)|㈜|주식회사 ?)\s?([0-9A-Za-z가-힣&]{2,20})|([0-9A-Za-z가-힣&]{2,20})(?:\(주\)|㈜| ?주식회사)"
)
TICKER = re.compile(r"([0-9A-Za-z가-힣&]{2,20})\((?:\d{6}|코스닥|코스피|KOSDAQ|KOSPI)(?=[)·, :])")


def shape_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape alone gives away, left to right."""
    found = [
        Found(m.start(m.lastindex or 0), m.end(m.lastindex or 0), None, m.group(m.lastindex or 0), "company")
        for pattern in (MARKED, TICKER)
        for m in pattern.finditer(text)
    ]
    for word in WORD.finditer(text):
        candidate = _suffixed(text, word, grammar)
        if candidate is not None:
            found.append(candidate)
    return sorted(found, key=lambda name: (name.start, -name.end))


def _suffixed(text: str, word: re.Match[str], grammar: Grammar) -> Found | None:
    """The name inside a word, where it ends with a suffix of bodies: 한국철도시설공단 in 한국철도시설공단에서."""
    whole = word.group()
    for length in range(len(whole), max(2, len(whole) - LONGEST_ENDING) - 1, -1):
        core = whole[:length]
        suffix = suffix_of(core, grammar)
        if suffix is None or not is_ending(whole[length:], core, grammar):
            continue
        if is_common(core, suffix, grammar):
            continue
        return Found(word.start(), word.start() + length, None, core, grammar.suffixes[suffix])
    return None


def suffix_of(core: str, grammar: Grammar) -> str | None:
    """The longest suffix of bodies that ends the word."""
    for size in range(min(len(core), grammar.longest_suffix), 0, -1):
        if core[-size:] in grammar.suffixes:
            return core[-size:]
    return None


def is_common(core: str, suffix: str, grammar: Grammar) -> bool:
    """Whether the word is a common noun that only ends like a name (대학교, 해당은행, 건설공사)."""
    head = core[: -len(suffix)]
    if len(head) < 2 or core in grammar.words["stop"] or head in grammar.words["determiners"]:
        return True
    return any(core.endswith(ending) for ending in grammar.words["stop_ending"])
