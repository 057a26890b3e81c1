"""What the company that a name keeps tells of it: neighbours in a list, the head of a group."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.names_nouns import has_ending, is_common_noun
from transforms.normalize.particles import is_ending

WORD = r"[0-9A-Za-z가-힣&]{1,20}+(?:[-.][0-9A-Za-z가-힣&]{1,20}+)?+"
GLOSS = r"(?:\([^()\n]{1,40}\))?"
LIST = re.compile(rf"(?<![0-9A-Za-z가-힣&])(?:{WORD} )?{WORD}{GLOSS}(?:\s?[,·ㆍ∙]\s?{WORD}(?: {WORD})?{GLOSS}){{2,60}}")
ITEM = re.compile(rf"({WORD}(?: {WORD})?){GLOSS}")
LISTED_KINDS = ("company", "university", "institute")


def with_company(text: str, names: list[Found], grammar: Grammar) -> list[Found]:
    """The names with those made sure that stand in a list with sure ones or head a group (노타 컨소시엄)."""
    names = sorted(names, key=lambda name: name.start)
    leads, joint = grammar.patterns["leads"], grammar.patterns["joint"]
    sure = [name.sure or leads.match(text, name.end) is not None for name in names]
    for order in (range(1, len(names)), range(len(names) - 1, 0, -1)):
        for i in order:
            between = text[names[i - 1].end : names[i].start]
            if sure[i - 1] != sure[i] and joint.fullmatch(between):
                sure[i - 1] = sure[i] = True
    pairs = zip(names, sure, strict=True)
    return [name if name.sure == good else replace(name, sure=good) for name, good in pairs]


def neighbours(text: str, names: list[Found], grammar: Grammar) -> list[Found]:
    """Words that no rule knows, in the place of a name inside a list: B in "A, B, C", D in "A, C, D 등".

    `names` stand in the order of the text. A list counts where two of its items are known bodies, or where one is and
    the list is counted in bodies ("등 5개 팀").
    """
    sure = [name for name in names if name.sure and name.kind in LISTED_KINDS]
    starts = [name.start for name in sure]
    found: list[Found] = []
    for row in LIST.finditer(text) if sure else ():
        inside = sure[bisect_left(starts, row.start()) : bisect_left(starts, row.end())]
        end = row.end() - (2 if row.group().endswith(" 등") else 0)
        if len(inside) < (1 if grammar.patterns["counted"].match(text, end) else 2):
            continue
        kinds = {name.kind for name in inside}
        known = {name.start for name in inside}  # "서울대 증액, 한양대 감액": what follows the name is not of it
        found.extend(_items(text, row, known, kinds.pop() if len(kinds) == 1 else "company", grammar))
    return found


def _items(text: str, row: re.Match[str], known: set[int], kind: str, grammar: Grammar) -> Iterator[Found]:
    """The items of one list that may be names; the first may trail what went before, the last a particle or 등."""
    items = list(ITEM.finditer(text, row.start(), row.end()))
    for i, item in enumerate(items):
        start, word = item.start(1), item.group(1)
        if start in known:
            continue
        if i == 0:
            start, word = start + word.rfind(" ") + 1, word.rpartition(" ")[2]
        if i == len(items) - 1:
            word = _last(word, text[item.end(1) : item.end(1) + 1], grammar)
        if word and _may_be_name(word, grammar):
            yield Found(start, start + len(word), None, word, kind)


def _last(words: str, after: str, grammar: Grammar) -> str:
    """The name at the end of a list: 클러쉬 of "클러쉬 등", 포스코DX of "포스코DX가 참여"; empty without an end."""
    word, _, following = words.partition(" ")
    if following in grammar.words["list_end"]:
        return word
    if after == "(":
        return words
    cut = next((n for n in range(len(word) - 1, 1, -1) if is_ending(word[n:], word[:n], grammar)), None)
    return word[:cut] if cut else ""


def _may_be_name(words: str, grammar: Grammar) -> bool:
    if is_common_noun(words, grammar) or words.endswith(
        (*grammar.tails["stop_ending"], *grammar.tails["clause_ending"])
    ):
        return False
    first, _, second = words.partition(" ")
    return not second or not has_ending(first, grammar)
