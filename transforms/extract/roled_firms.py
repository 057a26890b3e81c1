"""Korean: bodies that only their role shows: a coined name that gets a sum, is chosen, signs or heads a row.

누리셀은 15억원을 받는다, 트랙에 누리셀을 선정했다, 사업자인 다온 그린수소와, ○ 진주소재(진주): 1억원. The word must
have a syllable of coined names and be no common loan word; at the head of a row with its town, any word may.
"""

import re
from collections.abc import Iterator, Sequence

from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.grammar import Grammar
from transforms.lexicon.organizations import Organizations
from transforms.normalize.names_nouns import has_ending, is_common_noun, is_person
from transforms.normalize.particles import ends_word, is_ending, starts_word
from transforms.normalize.values import NameValue

SLOTS = ("firm_gets", "firm_given", "firm_chosen", "firm_partner", "firm_called", "firm_abroad")
VERBAL = ("지", "나")  # how verbs end before 는 (버려지는)
SHORT = ("텍", "셀", "넷", "젠", "켐", "웰", "웍", "칩")  # ends of coined names of two syllables
FIRMS_MAX = 300  # a page with more is no article but a list
LENGTH_MIN = 3  # syllables of a coined name


def firms_by_role(
    text: str, known: Sequence[NameValue], frames: LanguageFrames, bodies: Organizations
) -> Iterator[NameValue]:
    """Every place of the text that names such a body, where no name is known yet."""
    grammar, cues = bodies.grammars["ko"], frames.grants
    taken = [False] * (len(text) + 1)
    for name in known:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    found = {row["body"] for row in cues["firm_row"].finditer(text) if _heads_row(row["body"], row["town"], grammar)}
    for slot in SLOTS:
        for match in cues[slot].finditer(text):
            body, rest = match["body"], match["rest"]
            if not taken[match.start("body")] and body not in bodies.forms and _is_coined(body, rest, grammar):
                found.add(body)
    for body in sorted(found, key=lambda word: (-len(word), word))[:FIRMS_MAX]:
        yield from _places(text, body, taken, bodies)


def _heads_row(body: str, town: str, grammar: Grammar) -> bool:
    known = town in grammar.words["towns"] or town in grammar.words["countries"]
    return known and not is_common_noun(body, grammar) and len(body) >= LENGTH_MIN


def _is_coined(body: str, rest: str, grammar: Grammar) -> bool:
    """Whether the word (or two), with `rest` glued to it, has the look of a coined name."""
    first, _, second = body.partition(" ")
    if body.isascii() or (rest == "는" and body.endswith(VERBAL)):
        return False
    if grammar.patterns["spelled"].fullmatch(body):
        return is_ending(rest, body, grammar)
    if len(first) < LENGTH_MIN and not first.endswith(SHORT):
        return False
    if has_ending(first, grammar) or _is_common(first, grammar):
        return False
    return grammar.patterns["loanlike"].search(first) is not None and is_ending(rest, second or first, grammar)


def _is_common(word: str, grammar: Grammar) -> bool:
    """Whether the word is a common noun, a place abroad or a person, or ends like common nouns of foreign origin."""
    tails, words = grammar.tails, grammar.words
    ends = (*tails["loan_nouns"], *tails["common_ending"], *tails["stop_ending"], *tails["unnamed_ending"])
    if word in words["loan_places"] or is_common_noun(word, grammar) or word.endswith(ends):
        return True
    coined = max((end for end in tails["coined_ends"] if word.endswith(end)), key=len, default="")
    head = word.removesuffix(coined) if coined else ""
    if coined:
        return (
            not head or head.endswith(tails["loan_nouns"]) or grammar.patterns["plain_head"].fullmatch(head) is not None
        )
    return is_person(word, grammar)


def _places(text: str, word: str, taken: list[bool], bodies: Organizations) -> Iterator[NameValue]:
    """Every free place of the word, as the body of the lexicon where a bracket behind it names one (파워칩(PSMC))."""
    glosses = re.findall(rf"{re.escape(word)}\(([^()]{{2,30}})\)", text)
    form = next((bodies.forms[gloss] for gloss in glosses if gloss in bodies.forms), None)
    body = bodies.bodies[form.key] if form else None
    key, name, kind = (body.key, body.name, body.kind) if body else (None, word, "company")
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not any(taken[at:end]) and starts_word(text, at) and ends_word(text, at, end, bodies.grammars["ko"]):
            taken[at:end] = [True] * len(word)
            yield NameValue(at, end, word, key, name, kind)
        at = text.find(word, end)
