"""What English sentences say of a name that no head noun gives away: "the band Korn", "X is a company", "played for X"."""

import re

from transforms.lexicon.grammar import Grammar
from transforms.normalize.words_english import POSSESSIVE, Token

BEFORE = 48  # code points before a name that are looked at
AFTER = 90
NOUN_BEFORE = re.compile(r"([a-z]+)[ ,]+(?:\"|“|called |named |known as )?(?:the |The )?$")
ROLE_BEFORE = re.compile(
    r"\b(?:joined|signed (?:with|for|by)|play(?:s|ed|ing)? (?:for|with|in)|acquired by|bought by|owned by|operated by|employed by"
    r"|hired by|published by|sponsored by|funded by|subsidiary of|division of|member of|members of|chief executive of|president of"
    r"|chairman of|director of|manager of|coach of|coached|captain of|editor of|founder of|co-founder of|founded|employee of"
    r"|work(?:s|ed|ing)? (?:for|at|with)|drummer (?:of|for)|guitarist (?:of|for|in)|singer (?:of|for)|bassist (?:of|for)|album by"
    r"|song by|recorded by|drafted by|traded to|loan to|contract with|season with|games (?:for|with)|debut for|shares in|stake in"
    r"|according to|head of|vice president of|CEO of|part of)(?: the)? $"
)
IS_A = re.compile(
    r"(?:\s?\([^)]{1,80}\))?,? (?:is|was|are|were|has been|remains|became|,) ?(?:originally |also |now |currently )?(?:an?|the|one of the)\b([^.;()]{0,80})"
)
COMMA_A = re.compile(r"(?:\s?\([^)]{1,60}\))?, (?:an?|the|one of|which|whose)\b([^.;(),]{0,60})")
SAYS = re.compile(
    r" (?:said|says|announced|reported|plans|sells|makes|employs|operates|acquired|launched|has agreed|will invest|raised|declined)\b"
)
ACRONYM = re.compile(r"[A-Z][A-Z&]{2,4}|\d{1,2}[A-Z]{2,3}")
DATELINE = re.compile(r"(?:, [A-Z0-9][^.]{0,20})?(?: \([A-Z][^)]{2,30}\))? ?(?:—|–|--)")
FOLLOWING = re.compile(r" ([A-Za-z]+)")
ARTICLE = re.compile(r"(?:^|[ (])(?:the|The|his|their|two|three|Three|Two) $")
SPORT = re.compile(
    r"\b(?:games?|season|league|coach|teams?|played|plays|wins?|won|lost|beat|score[ds]?|tackle"
    r"|draft(?:ed)?|players?|championship|quarterback|pitcher|fans)\b"
)
STOP_AT = re.compile(r"\b(?:of|in|at|for|from|by|who|that|which|with|on|to|and|where)\b")


def said_kind(text: str, words: list[Token], grammar: Grammar) -> str | None:
    """The kind of body that the sentence makes of the words; None where it says nothing."""
    first, not_names = words[0], grammar.words["not_names"]
    if first.word in not_names or POSSESSIVE.sub("", words[-1].word) in not_names:
        return None
    before, after = text[max(0, first.start - BEFORE) : first.start], text[words[-1].end : words[-1].end + AFTER]
    noun = NOUN_BEFORE.search(before)
    kind = (_kind_of(noun.group(1), grammar) if noun else None) or _described(after, len(words), grammar)
    if kind:
        return kind
    if len(words) == 1 and ACRONYM.fullmatch(first.word):
        return None if _is_no_body(first.word, after, grammar) else "other"
    if len(words) == 1 and _is_team(text, first, before, grammar):
        return "other"
    if ROLE_BEFORE.search(before) and not _is_person(words):
        return "other"
    if len(words) == 1 and first.start > 0 and any(char.isupper() for char in first.word[1:]) and SAYS.match(after):
        return "company"
    return None


def _described(after: str, size: int, grammar: Grammar) -> str | None:
    """The kind in "X is a rock band", "X, the national computing cooperative"; people too are described after a comma."""
    for pattern in (IS_A, COMMA_A):
        described = pattern.match(after)
        if described:
            phrase = STOP_AT.split(described.group(1), maxsplit=1)[0].split()
            kind = next((grammar.heads[word] for word in reversed(phrase[-3:]) if word in grammar.heads), None)
            if kind and not (pattern is COMMA_A and size > 1 and kind == "other"):
                return kind
    return None


def _kind_of(noun: str, grammar: Grammar) -> str | None:
    return grammar.heads.get(noun) or grammar.heads.get(noun.removesuffix("s"))


def _is_no_body(word: str, after: str, grammar: Grammar) -> bool:
    """Whether capitals are a common short form (DVD), a place in a dateline, or the name of a programme or a thing."""
    if word in grammar.words["acronyms"] or word.title() in grammar.words["not_names"] or DATELINE.match(after):
        return True
    following = FOLLOWING.match(after)
    return following is not None and following.group(1) in grammar.words["programmes"]


def _is_team(text: str, token: Token, before: str, grammar: Grammar) -> bool:
    """Whether a nickname alone means a team: "the Longhorns", in a sentence about sport."""
    if token.word not in grammar.words["nicknames"] or not ARTICLE.search(before):
        return False
    return SPORT.search(text[max(0, token.start - 200) : token.end + 200]) is not None


def _is_person(words: list[Token]) -> bool:
    """Whether the words may be a person: two or three plain capitalised words."""
    return 2 <= len(words) <= 3 and all(re.fullmatch(r"[A-Z][a-zé]+|[A-Z]\.", word.word) for word in words)
