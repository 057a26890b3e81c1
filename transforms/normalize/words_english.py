"""English text as rows of capitalised words, the ground of every English name."""

import re
from dataclasses import dataclass

from transforms.lexicon.grammar import Grammar

TOKEN = re.compile(r"[^\W_](?:[\w&'’/+-]*[\w+!])?(?:\.[A-Z])*\.?|&|,")
DOTTED = re.compile(r"(?:[A-Z]\.)+|Inc\.|Corp\.|Co\.|Ltd\.|Bros\.|St\.|Dr\.|F\.C\.")
POSSESSIVE = re.compile(r"['’]s?$")
NUMBERED = re.compile(r"\d{1,3}(?:st|nd|rd|th)$|\d{1,2}(?![AP]M)[A-Z]{2,3}(?:['’]s)?$")  # the 139th; station 6PR

PLURAL_OWNERS = ("' ", "’ ")  # Ratepayers' Association


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text; `capital` where it opens with a capital letter, or is a unit's number or a call sign."""

    start: int
    end: int
    word: str
    capital: bool


def tokens_of(text: str) -> list[Token]:
    """Words, commas and ampersands, left to right; a full stop belongs to a word only in initials and company marks."""
    tokens = []
    for match in TOKEN.finditer(text):
        word = match.group()
        if text[match.end() : match.end() + 1] == "$":
            continue  # C$12 million
        if word.endswith(".") and not DOTTED.fullmatch(word):
            word = word[:-1]
        capital = word[:1].isupper() or NUMBERED.match(word) is not None
        tokens.append(Token(match.start(), match.start() + len(word), word, capital))
    return tokens


def runs_of(text: str, grammar: Grammar) -> list[list[Token]]:
    """Rows of capitalised words, links inside them included, each as long as it can be."""
    links = grammar.words["links"]
    runs: list[list[Token]] = []
    run: list[Token] = []
    pending: list[Token] = []
    for token in tokens_of(text):
        gap = text[(pending or run)[-1].end : token.start] if run else ""
        near = gap in (" ", "") or (gap in PLURAL_OWNERS and token.word in grammar.suffixes)
        figure = token.word.isdigit() and len(token.word) < 4 and bool(run) and not pending
        if near and (token.capital or figure):
            run.extend([*pending, token])
            pending = []
        elif near and run and len(pending) < 2 and _links(token, pending, links):
            pending.append(token)
        else:
            if run:
                runs.append(run)
            run, pending = ([token], []) if token.capital else ([], [])
    return [*runs, run] if run else runs


def _links(token: Token, pending: list[Token], links: frozenset[str]) -> bool:
    """Whether a small word may stand inside a name: an article only behind another link ("Bank of the West")."""
    return token.word == "," or (token.word in links and (token.word != "the" or bool(pending)))
