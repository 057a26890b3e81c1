"""What the company that a name keeps tells of it: neighbours in a list, brackets, a consortium, the rest of the article."""

import re
from collections.abc import Iterable
from dataclasses import replace

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.particles import rest_of_word

JOINT = re.compile(r"(?:와|과|랑|이랑) |(?:와|과)?\s?(?:[,·ㆍ∙/&]|및|, and|and)\s?")
SEPARATOR = re.compile(r"[,·ㆍ∙]\s?")
PIECE = re.compile(r"[0-9A-Za-z가-힣&][0-9A-Za-z가-힣&\- ]{1,19}")
LAST = re.compile(r"[,·ㆍ∙]\s?([0-9A-Za-z가-힣&]{2,20})(?= (?:등|컨소시엄|정예팀)(?![가-힣]{3}))")
LISTED_KINDS = ("company", "university", "institute")
REACH = 60  # code points between two names of one list, at most


def with_company(text: str, names: list[Found], grammar: Grammar) -> list[Found]:
    """The names with those made sure that stand in one list with sure ones or at the head of a consortium."""
    names = sorted(names, key=lambda name: name.start)
    sure = [name.sure or _leads(text, name, grammar) for name in names]
    for order in (range(1, len(names)), range(len(names) - 1, 0, -1)):
        for i in order:
            if sure[i - 1] != sure[i] and JOINT.fullmatch(text[names[i - 1].end : names[i].start]):
                sure[i - 1] = sure[i] = True
    return [replace(name, sure=good) for name, good in zip(names, sure, strict=True)]


def _leads(text: str, name: Found, grammar: Grammar) -> bool:
    """Whether what follows is said of bodies only: "노타 컨소시엄", "라이너 측", "모레(대표 …)"."""
    rest = rest_of_word(text, name.end)
    if any(rest.startswith(word) for word in ("측", "컨소시엄", "정예팀")):
        return True
    following = text[name.end : name.end + 8]
    return any(following.startswith((f" {word}", f"({word}")) for word in grammar.words.get("consortium", ()))


def neighbours(text: str, names: Iterable[Found], grammar: Grammar) -> list[Found]:
    """Words that no rule knows, in the place of a name inside a list of names: B in "A, B, C", D in "A, C, D 등"."""
    sure = sorted((name for name in names if name.sure and name.kind in LISTED_KINDS), key=lambda name: name.start)
    found: list[Found] = []
    for before, after in zip(sure, sure[1:], strict=False):
        if 0 < after.start - before.end <= REACH:
            found.extend(_between(text, before, after, grammar))
    for before, last in zip(sure, sure[1:], strict=False):
        if JOINT.fullmatch(text[before.end : last.start]) and (tail := LAST.match(text, last.end)):
            found.extend(_piece(tail.start(1), tail.group(1), last.kind, grammar))
    return found


def _between(text: str, before: Found, after: Found, grammar: Grammar) -> list[Found]:
    gap = text[before.end : after.start]
    opening = SEPARATOR.match(gap)
    if opening is None or not SEPARATOR.search(gap[opening.end() :]):
        return []
    found: list[Found] = []
    place = opening.end()
    for piece in SEPARATOR.split(gap[place:])[:-1]:
        start = before.end + gap.index(piece, place)
        place = start - before.end + len(piece)
        named = _piece(start, piece, before.kind if before.kind == after.kind else "company", grammar)
        if not named:
            return []
        found.extend(named)
    return found if SEPARATOR.fullmatch(gap[place:]) else []


def _piece(start: int, piece: str, kind: str, grammar: Grammar) -> list[Found]:
    words = grammar.words
    if not PIECE.fullmatch(piece) or piece.count(" ") > 1 or piece in words["stop"] or piece in words["common"]:
        return []
    if piece[0].isdigit() or piece.endswith(tuple(words["common_ending"])) or piece in words["countries"]:
        return []
    return [Found(start, start + len(piece), None, piece, kind)]
