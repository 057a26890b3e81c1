"""What English sentences say of a name that no head noun gives away: "the band Korn", "X is a company", "joined X"."""

import re

from transforms.lexicon.grammar import Grammar
from transforms.normalize.words_english import POSSESSIVE, Token

BEFORE = 48  # code points before a name that are looked at
AFTER = 90
AROUND = 200
SENTENCE = 600  # a longer text gives the long form of a short one, and binds it: there, others are no bodies
FOLLOWING = re.compile(r" ([A-Za-z]+)")
NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)$")


def said_kind(text: str, words: list[Token], grammar: Grammar) -> str | None:
    """The kind of body that the sentence makes of the words; None where it says nothing."""
    first, not_names = words[0], grammar.words["not_names"]
    phrase = POSSESSIVE.sub("", text[first.start : words[-1].end])
    if phrase in not_names or first.word in not_names or POSSESSIVE.sub("", words[-1].word) in not_names:
        return None
    before, after = text[max(0, first.start - BEFORE) : first.start], text[words[-1].end : words[-1].end + AFTER]
    patterns = grammar.patterns
    noun = patterns["noun_before"].search(before)
    kind = (_kind_of(noun.group(1), grammar) if noun else None) or _described(after, len(words), grammar)
    if kind:
        return kind
    if len(words) == 1 and patterns["acronym"].fullmatch(first.word):
        introduced = len(text) > SENTENCE and not patterns["acts"].match(after)
        return None if introduced or _is_no_body(first.word, after, grammar) else "other"
    if len(words) == 1 and _is_team(text, first, before, grammar):
        return "other"
    if patterns["role_before"].search(before) and not _is_person(words):
        return "other"
    if POSSESSIVE.search(words[-1].word) and patterns["owns"].match(after) and not _is_person(words):
        return "other"
    if after[:1] == ")" and patterns["of_person"].search(before) and first.word not in grammar.words["acronyms"]:
        return "other"
    if NUMBER.match(first.word) and patterns["article"].search(before) and _near(text, first, "war", grammar):
        return "government"
    if (
        len(words) == 1
        and first.start > 0
        and any(char.isupper() for char in first.word[1:])
        and patterns["says"].match(after)
    ):
        return "company"
    return None


def _described(after: str, size: int, grammar: Grammar) -> str | None:
    """The kind in "X is a rock band", "X, a computing cooperative"; after a comma people are described too."""
    for way in ("is_a", "after_comma"):
        described = grammar.patterns[way].match(after)
        if described:
            phrase = grammar.patterns["described_until"].split(described.group(1), maxsplit=1)[0].split()
            kind = next((grammar.heads[word] for word in reversed(phrase[-3:]) if word in grammar.heads), None)
            if kind and not (way == "after_comma" and size > 1 and kind == "other"):
                return kind
    return None


def _kind_of(noun: str, grammar: Grammar) -> str | None:
    return grammar.heads.get(noun) or grammar.heads.get(noun.removesuffix("s"))


def _is_no_body(word: str, after: str, grammar: Grammar) -> bool:
    """Whether capitals are a common short form (DVD), a place in a dateline, or the name of a programme or a thing."""
    if (
        word in grammar.words["acronyms"]
        or word.title() in grammar.words["not_names"]
        or grammar.patterns["dateline"].match(after)
    ):
        return True
    following = FOLLOWING.match(after)
    return following is not None and following.group(1) in grammar.words["programmes"]


def _is_team(text: str, token: Token, before: str, grammar: Grammar) -> bool:
    """Whether a nickname alone means a team: "the Longhorns", in a sentence about sport."""
    nickname = POSSESSIVE.sub("", token.word) in grammar.words["nicknames"]
    return nickname and grammar.patterns["article"].search(before) is not None and _near(text, token, "sport", grammar)


def _near(text: str, token: Token, topic: str, grammar: Grammar) -> bool:
    """Whether the words around speak of a topic (sport, war)."""
    return grammar.patterns[topic].search(text[max(0, token.start - AROUND) : token.end + AROUND]) is not None


def _is_person(words: list[Token]) -> bool:
    """Whether the words may be a person: two or three plain capitalised words."""
    return 2 <= len(words) <= 3 and all(
        re.fullmatch(r"(?:[A-Z]['’])?[A-Z][a-zé]+(?:-[A-Z][a-z]+)?|[A-Z]\.", word.word) for word in words
    )


def is_listed(words: list[Token], grammar: Grammar) -> bool:
    """Whether the words may be a body beside others in one list: they are no place, no people, no common capitals."""
    phrase = " ".join(word.word for word in words)
    if (
        phrase in grammar.words["not_names"]
        or phrase in grammar.words["acronyms"]
        or words[0].word in grammar.words["not_names"]
    ):
        return False
    return not _is_person(words)
