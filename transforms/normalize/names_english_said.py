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


def said_kind(text: str, words: list[Token], opening: int, grammar: Grammar) -> str | None:
    """The kind of body that the sentence makes of the words; None where it says nothing.

    `opening` is where the list begins of which the words are a part: what stands before it is said of each part.
    """
    first, patterns = words[0], grammar.patterns
    opening = first.start if _is_person(words) else opening
    before, after = text[max(0, opening - BEFORE) : opening], text[words[-1].end : words[-1].end + AFTER]
    if _is_side(text, words, before, after, grammar):
        return "other"
    if _is_place(text, words, grammar):
        return None
    noun = patterns["noun_before"].search(before)
    kind = (_kind_of(noun.group(1), grammar) if noun else None) or _described(after, len(words), grammar)
    if kind:
        return kind
    if len(words) == 1 and _stands_alone(text, first, grammar):
        return grammar.suffixes.get(first.word, "other")
    if len(words) == 1 and patterns["acronym"].fullmatch(POSSESSIVE.sub("", first.word)):
        introduced = len(text) > SENTENCE and not patterns["acts"].match(after)
        return None if introduced or _is_no_body(POSSESSIVE.sub("", first.word), after, grammar) else "other"
    if len(words) == 1 and _is_team(text, first, before, grammar):
        return "other"
    if patterns["body_before"].search(before):
        return "other"
    if patterns["noun_after"].match(after) and not _is_plain(words, grammar):
        return "other"
    named = patterns["article"].search(before) is not None or not _is_person(words)
    if named and (patterns["role_before"].search(before) or patterns["founded_after"].match(after)):
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


def _is_side(text: str, words: list[Token], before: str, after: str, grammar: Grammar) -> bool:
    """Whether the words are a team by what follows, or a town that plays ("signed for Liverpool")."""
    if grammar.patterns["team_after"].match(after):
        return True
    phrase = " ".join(POSSESSIVE.sub("", word.word) for word in words)
    plays = phrase in grammar.words["sides"] or phrase in grammar.words["nicknames"]
    return (
        plays and grammar.patterns["side_before"].search(before) is not None and _near(text, words[0], "sport", grammar)
    )


def _is_place(text: str, words: list[Token], grammar: Grammar) -> bool:
    """Whether the words are, or begin or end with, a place, a month or another name of no body."""
    phrase = POSSESSIVE.sub("", text[words[0].start : words[-1].end])
    ends = (phrase, words[0].word, POSSESSIVE.sub("", words[-1].word))
    return any(end in grammar.words["not_names"] for end in ends)


def _stands_alone(text: str, token: Token, grammar: Grammar) -> bool:
    """Whether a head noun with the article is the body itself, in a text too short to have named it: "the League"."""
    if len(text) > SENTENCE or token.word not in grammar.words["alone"]:
        return False
    return text[max(0, token.start - 4) : token.start].casefold() == "the "


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


def _is_plain(words: list[Token], grammar: Grammar) -> bool:
    """Whether the words only say of what sort or country something is (a Japanese band, a Jazz orchestra)."""
    adjective = re.compile(r"(?:ese|ish|ian|ean|can|ic|al|ern|an|ch)$")
    return len(words) == 1 and (
        adjective.search(words[0].word) is not None or words[0].word in grammar.words["generic"]
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
