"""What the company that a name keeps tells of it: neighbours in a list, a consortium, the rest of the sentence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found
from transforms.normalize.particles import is_ending, rest_of_word

JOINT = re.compile(r"(?:와|과|랑|이랑) |(?:와|과)?\s?(?:[,·ㆍ∙/&]|및|, and|and)\s?")
WORD = r"[0-9A-Za-z가-힣&]{1,20}(?:[-.][0-9A-Za-z가-힣&]{1,20})?"
GLOSS = r"(?:\([^()\n]{1,40}\))?"
LIST = re.compile(rf"(?:{WORD} ?)?{WORD}{GLOSS}(?:\s?[,·ㆍ∙]\s?{WORD}(?: {WORD})?{GLOSS}){{2,60}}")
ITEM = re.compile(rf"({WORD}(?: {WORD})?){GLOSS}")
COUNTED = re.compile(
    r" ?등(?:이|은|을|의)? ?(?:총 ?|모두 ?)?\d{0,3}(?:개|곳)? ?(?:사|개사|기업|업체|팀|정예팀|컨소시엄|대학|기관|스타트업)"
)
LISTED_KINDS = ("company", "university", "institute")


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
    """Whether what follows is said of bodies only: "노타 컨소시엄", "라이너 측"."""
    rest = rest_of_word(text, name.end)
    if any(rest.startswith(word) for word in ("측", "컨소시엄", "정예팀")):
        return True
    following = text[name.end : name.end + 8]
    return any(following.startswith((f" {word}", f"({word}")) for word in grammar.words.get("consortium", ()))


def neighbours(text: str, names: Iterable[Found], grammar: Grammar) -> list[Found]:
    """Words that no rule knows, in the place of a name inside a list of names: B in "A, B, C", D in "A, C, D 등".

    A list counts where two of its items are known bodies, or one is and the list is counted in bodies ("등 5개 팀").
    """
    sure = {name.start: name for name in names if name.sure and name.kind in LISTED_KINDS}
    found: list[Found] = []
    for row in LIST.finditer(text):
        inside = [name for start, name in sure.items() if row.start() <= start < row.end()]
        if len(inside) < (1 if COUNTED.match(text, row.end()) else 2):
            continue
        kinds = {name.kind for name in inside}
        found.extend(_items(text, row, kinds.pop() if len(kinds) == 1 else "company", grammar))
    return found


def _items(text: str, row: re.Match[str], kind: str, grammar: Grammar) -> Iterator[Found]:
    """The items of one list that may be names; the first may trail what went before, the last a particle or 등."""
    items = list(ITEM.finditer(text, row.start(), row.end()))
    for i, item in enumerate(items):
        start, word = item.start(1), item.group(1)
        if i == 0:
            start, word = start + word.rfind(" ") + 1, word.rpartition(" ")[2]
        if i == len(items) - 1:
            word = _last(word, text[item.end(1) : item.end(1) + 1], grammar)
        if word and _may_be_name(word, grammar):
            yield Found(start, start + len(word), None, word, kind)


def _last(words: str, after: str, grammar: Grammar) -> str:
    """The name at the end of a list: "클러쉬" of "클러쉬 등", "포스코DX" of "포스코DX가 참여"; empty where its end is not plain."""
    word, _, following = words.partition(" ")
    if following == "등" or after == "(":
        return word
    cut = next((n for n in range(len(word) - 1, 1, -1) if is_ending(word[n:], word[:n], grammar)), None)
    return word[:cut] if cut else ""


def _may_be_name(words: str, grammar: Grammar) -> bool:
    lists, last = grammar.words, words.rpartition(" ")[2]
    if (
        words[0].isdigit()
        or len(words) < 2
        or words in lists["unnamed"]
        or words in lists["countries"]
        or words in lists["towns"]
    ):
        return False
    if (
        last in lists["stop"]
        or last in lists["common"]
        or last.endswith((*lists["common_ending"], *lists["stop_ending"]))
    ):
        return False
    return " " not in words or not any(
        is_ending(words.split()[0][n:], words.split()[0][:n], grammar) for n in range(2, len(words.split()[0]))
    )
