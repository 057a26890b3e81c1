"""English names that no lexicon holds, told by shape: a run of capitalised words that holds the head noun of a body.

A run is a row of capitalised words with small links between them ("University of Texas at Austin"). What a run may hold
depends on its head: a head at the end takes the words before it ("Novo Nordisk Foundation"), a head with "of" or "for"
takes what follows ("Department for Science, Innovation and Technology").
"""

import re
from dataclasses import dataclass

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found

TOKEN = re.compile(r"[^\W_][\w&'’+-]*(?:\.[A-Z])*\.?(?:[A-Z]\.)*|&|,")
POSSESSIVE = re.compile(r"['’]s?$")
ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}")
LINKING = ("of", "for", "on", "in", "at")
APPOSED = re.compile(r",? (?:an?|the|which|whose|whom|one of|based in)\b([^.;,]{0,60})")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: `capital` where it opens with a capital letter or is a figure inside a run."""

    start: int
    end: int
    word: str
    capital: bool


def english_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape alone gives away, left to right."""
    found: list[Found] = []
    for run in _runs(text, grammar):
        found.extend(_named(text, run, grammar))
    return found


def _tokens(text: str) -> list[Token]:
    tokens = []
    for match in TOKEN.finditer(text):
        word = match.group()
        if word.endswith(".") and not re.fullmatch(r"(?:[A-Z]\.)+|Inc\.|Corp\.|Co\.|Ltd\.|Bros\.|St\.", word):
            word = word[:-1]
        tokens.append(Token(match.start(), match.start() + len(word), word, word[:1].isupper()))
    return tokens


def _runs(text: str, grammar: Grammar) -> list[list[Token]]:
    """Rows of capitalised words, links inside them included, each as long as it can be."""
    links = grammar.words["links"]
    runs: list[list[Token]] = []
    run: list[Token] = []
    pending: list[Token] = []
    for token in _tokens(text):
        near = not run or text[(pending or run)[-1].end : token.start] in (" ", "", "\n")
        if near and token.capital:
            run = [*run, *pending, token]
            pending = []
        elif near and run and len(pending) < 2 and (token.word in links or token.word == ","):
            pending.append(token)
        else:
            if run:
                runs.append(run)
            run, pending = ([token], []) if token.capital else ([], [])
    return [*runs, run] if run else runs


def _named(text: str, run: list[Token], grammar: Grammar) -> list[Found]:
    """The names inside one run."""
    found: list[Found] = []
    for part in _parts(run, grammar):
        words = _trimmed(part, text, grammar)
        kind = _kind(words, grammar)
        if kind is not None:
            start, end = words[0].start, words[-1].end
            end -= len(found_possessive.group()) if (found_possessive := POSSESSIVE.search(text[start:end])) else 0
            found.append(Found(start, end, None, text[start:end], kind))
    return found


def _parts(run: list[Token], grammar: Grammar) -> list[list[Token]]:
    """The run cut at commas, "and" and possessives, but not inside what a head with "of" or "for" takes."""
    parts: list[list[Token]] = [[]]
    open_head = False
    for i, token in enumerate(run):
        last = parts[-1]
        if token.word in (",", "and", "&", "in", "at", "on", "to") and not (open_head and _goes_on(run, i, grammar)):
            if token.word == "&" and last:
                last.append(token)
                continue
            parts.append([])
            open_head = False
            continue
        last.append(token)
        if token.word in ("of", "for") and len(last) > 1 and last[-2].word in grammar.suffixes:
            open_head = True
        if POSSESSIVE.search(token.word) and i + 1 < len(run) and len(last) < 3:
            parts.append([])
            open_head = False
    return [part for part in parts if part]


def _goes_on(run: list[Token], i: int, grammar: Grammar) -> bool:
    """Whether the link at `i` joins nouns of one name: no other name's head follows before the next link."""
    if run[i].word in ("in", "to"):
        return False
    following = [token.word for token in run[i + 1 : i + 4]]
    if run[i].word == ",":
        return "and" in following and not any(word in grammar.suffixes for word in following[:2])
    return not any(
        word in grammar.suffixes for word in following if word not in ("Technology", "Energy", "Power", "Service")
    )


def _trimmed(part: list[Token], text: str, grammar: Grammar) -> list[Token]:
    """The part without links at its ends and without a word that only opens its sentence."""
    links, starters = grammar.words["links"], grammar.words["starters"]
    while part and (part[0].word in links or part[0].word in starters or part[0].word in grammar.words["titles"]):
        part = part[1:]
    while part and (part[-1].word in links or part[-1].word in starters):
        part = part[:-1]
    return part


def _kind(words: list[Token], grammar: Grammar) -> str | None:
    """The kind of body that the words name, by their last head, or by the head before "of" or "for"; None for no body."""
    if len(words) < 2:
        return None
    for i, token in enumerate(words[:-1]):
        if token.word in grammar.suffixes and words[i + 1].word in ("of", "for") and i + 2 < len(words):
            return grammar.suffixes[token.word] if token.word in grammar.words["heads_of"] or i > 0 else None
    last = POSSESSIVE.sub("", words[-1].word)
    kind = grammar.suffixes.get(last)
    if kind is None or all(word.word in grammar.words["generic"] for word in words[:-1]):
        return None
    return kind
