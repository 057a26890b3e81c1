"""Short and foreign forms that an article introduces in brackets, bound to the long form for the rest of it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

from transforms.lexicon.grammar import Grammar
from transforms.lexicon.organizations import Organizations
from transforms.normalize.names_known import Found
from transforms.normalize.names_nouns import has_ending
from transforms.normalize.particles import ends_word, starts_word

BRACKET = re.compile(r"\s?[(（]([^()（）\n]{2,80})[)）]")
SHORTEST = 4  # syllables of a beginning that is told from common words
LONG = 5  # syllables of a word that alone may be a body's name
SPLIT = re.compile(r"[·,;/]\s?")
LATIN = re.compile(r"[A-Z][A-Za-z0-9&.'’+\- ]{1,70}")
HANGUL = re.compile(r"[가-힣A-Za-z0-9]{2,10}")
GLOSSED = re.compile(r"(?<![0-9A-Za-z가-힣&])([0-9A-Za-z가-힣&]{2,20})\(([A-Z][A-Za-z0-9&.'’\- ]{4,70})\)")


def bound_forms(text: str, names: list[Found], bodies: Organizations, grammar: Grammar) -> dict[str, Found]:
    """Each form that a bracket behind a name gives to its body, with the body as it was named."""
    forms: dict[str, Found] = {}
    for name in names:
        bracket = BRACKET.match(text, name.end)
        if bracket is None or not name.sure:
            continue
        for part in SPLIT.split(bracket.group(1)):
            form = _form(part.strip(), name, bodies, grammar)
            if form is not None and form != text[name.start : name.end]:
                forms.setdefault(form, name)
    return forms


def _form(part: str, name: Found, bodies: Organizations, grammar: Grammar) -> str | None:
    hereafter = grammar.patterns["hereafter"].match(part)
    if hereafter:
        return hereafter.group(1)
    if LATIN.fullmatch(part):
        return part if _may_be_english_for(part, name, bodies, grammar) else None
    if HANGUL.fullmatch(part) and part[0] in name.name and is_short_for(part, name.name):
        return part
    return None


def _may_be_english_for(part: str, name: Found, bodies: Organizations, grammar: Grammar) -> bool:
    """Whether the bracket names the body, not its product: a body of known English name shares the first letter."""
    if part.partition(" ")[0] in grammar.words["not_forms"]:
        return False
    english = bodies.bodies[name.key].name_en if name.key else None
    return english is None or english[0].casefold() == part[0].casefold()


def glossed_names(text: str, english: Grammar) -> list[Found]:
    """Korean words with an English gloss that ends in the head noun of a body: "세인트주드병원(St. Jude Hospital)"."""
    found = []
    for match in GLOSSED.finditer(text):
        first, _, last = match.group(2).rpartition(" ")
        if first and last in english.suffixes:
            found.append(Found(match.start(1), match.end(1), None, match.group(1), english.suffixes[last]))
    return found


def acronym_names(text: str, grammar: Grammar) -> list[Found]:
    """Names of as many words as the initials behind them have letters: "글로벌 바이오파운드리 연합(GBA)"."""
    found = []
    for match in grammar.patterns["acronymed"].finditer(text):
        words = match.group(1).split(" ")[-len(match.group(2)) :]
        verbal = grammar.tails["clause_ending"] + grammar.tails["unnamed_ending"]
        ended = (i for i in range(len(words) - 2, -1, -1) if words[i].endswith(verbal) or has_ending(words[i], grammar))
        cut = next(ended, -1)
        name = " ".join(words[cut + 1 :])
        if " " in name or len(name) > LONG:
            found.append(Found(match.end(1) - len(name), match.end(1), None, name, "association"))
    return found


def renamed(names: Iterable[Found], bodies: Organizations) -> dict[str, str]:
    """The keys of bodies that an article means by a short form, though it names in full the body that came after.

    산업부 is 산업통상부 where that is named, not 산업통상자원부, whose short form it was first.
    """
    known = [(name.key, name.end - name.start) for name in names if name.key]
    full = {key for key, length in known if length == len(bodies.bodies[key].name)}
    after = {key: bodies.bodies[key].succeeded_by for key, _ in known if key not in full}
    return {key: new for key, new in after.items() if new in full}


def is_short_for(short: str, name: str) -> bool:
    """Whether every letter of the short form stands in the long one, in the same order (과기정통부)."""
    letters = iter(name)
    return len(short) < len(name) and all(letter in letters for letter in short)


def own_forms(names: Iterable[Found]) -> dict[str, Found]:
    """The names known by shape alone, each a form of itself: what one place proves holds for the whole article."""
    return {name.name: name for name in names if name.sure and name.key is None and len(name.name) >= SHORTEST}


def find_forms(text: str, forms: Mapping[str, Found], grammar: Grammar) -> list[Found]:
    """Every place of the text that uses a bound form."""
    if not forms:
        return []
    found: list[Found] = []
    ordered = list(forms)
    for pattern, start, end in AhoCorasick(ordered).find_matches_as_indexes(text, overlapping=True):
        if starts_word(text, start) and ends_word(text, start, end, grammar):
            body = forms[ordered[pattern]]
            found.append(Found(start, end, body.key, body.name, body.kind))
    return found


def first_words(names: Iterable[Found], bodies: Organizations) -> dict[str, Found]:
    """The first word of a company's English name, by which an article goes on: "Samsung" after "Samsung Electronics".

    Only a word that the lexicon gives to another body needs binding.
    """
    forms: dict[str, Found] = {}
    for name in names:
        body = bodies.bodies.get(name.key or "")
        word = (body.name_en or "").partition(" ")[0] if body else ""
        form = bodies.forms.get(word)
        if name.sure and form is not None and form.key != name.key and name.kind == "company":
            forms.setdefault(word, name)
    return forms


def short_forms(names: Iterable[Found]) -> dict[str, Found]:
    """Shorter forms of names known by shape: a company's first word, and the beginning of a name of the lexicon.

    노스게이트 after "노스게이트 테라퓨틱스"; 롯데바이오 beside 롯데바이오로직스.
    """
    found = [name for name in names if name.sure]
    known = {name.name: name for name in found if name.key}
    ordered = sorted(known)
    forms: dict[str, Found] = {}
    for name in found:
        if name.key is not None:
            continue
        longer = ordered[(place := bisect_right(ordered, name.name)) : place + 1]
        if longer and longer[0].startswith(name.name) and len(name.name) >= SHORTEST:
            forms.setdefault(name.name, known[longer[0]])
        first = name.name.partition(" ")[0]
        if name.kind == "company" and SHORTEST <= len(first) < len(name.name):
            forms.setdefault(first, name)
    return forms
