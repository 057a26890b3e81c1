"""The programmes that an article names, and where.

A programme is known by the lexicon, by quotation marks with 사업, 프로젝트 or their like behind, or by the words before
such a noun; in English by a capitalised phrase that ends in Programme, Fund, Act and their like. Its name is the
lexicon's, else its own words without 사업 or 프로젝트 and without a year in front.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transforms.lexicon.programmes import LanguageProgrammes, Programmes, squeezed

WORD = re.compile(r"\S+")
LETTER = re.compile(r"\w")
WORDS_MAX = 5


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A place that names a programme: `text` as printed at `start`..`end` of the field, `name` the canonical form.

    `strength` tells how it is known: 3 by the lexicon, 2 by quotation marks and a programme word, 1 by the
    word alone, 0 by quotation marks alone.
    """

    field: str
    start: int
    end: int
    text: str
    name: str
    strength: int


def programmes_of(field: str, text: str, lexicon: Programmes, lang: str) -> tuple[ProgrammeMention, ...]:
    """Every programme named in a text, in order; where two overlap, the stronger, then the longer."""
    known = lexicon.of(lang)
    found = [*_known(field, text, known, lang), *_quoted(field, text, known), *_by_word(field, text, known, lang)]
    kept: list[ProgrammeMention] = []
    for mention in sorted(found, key=lambda m: (-m.strength, m.start - m.end)):
        if all(mention.end <= k.start or mention.start >= k.end for k in kept):
            kept.append(_canonical(mention, lexicon, known))
    return tuple(sorted(kept, key=lambda m: m.start))


def _canonical(mention: ProgrammeMention, lexicon: Programmes, known: LanguageProgrammes) -> ProgrammeMention:
    plain = known.patterns["year"].sub("", mention.name).strip(" '\"‘’“”,.")
    plain = re.sub(rf"\s*(?:{known.patterns['suffix'].pattern})$", "", plain) or plain
    name = lexicon.canonical.get(squeezed(plain)) or lexicon.canonical.get(squeezed(mention.name)) or plain
    return ProgrammeMention(mention.field, mention.start, mention.end, mention.text, name, mention.strength)


def _known(field: str, text: str, known: LanguageProgrammes, lang: str) -> Iterator[ProgrammeMention]:
    for index, start, end in known.automaton.find_matches_as_indexes(text):
        latin = lang == "en" or text[start].isascii()
        glued = latin and ((start and LETTER.match(text[start - 1])) or re.match(r"[A-Za-z0-9]", text[end : end + 1]))
        if not glued:
            yield ProgrammeMention(field, start, end, text[start:end], known.forms[index][1], 3)


def _quoted(field: str, text: str, known: LanguageProgrammes) -> Iterator[ProgrammeMention]:
    for match in known.patterns["quoted"].finditer(text):
        name = match["name"]
        if re.search(r"[.!?]$|다$", name):
            continue
        word = re.compile(rf"\s?(?:{known.patterns['suffix'].pattern})").match(text, match.end())
        inside = re.search(rf"(?:{known.patterns['suffix'].pattern}|{known.patterns['own'].pattern})$", name)
        yield ProgrammeMention(field, match.start("name"), match.end("name"), name, name, 2 if word or inside else 0)


def _by_word(field: str, text: str, known: LanguageProgrammes, lang: str) -> Iterator[ProgrammeMention]:
    finder = _korean_phrases if lang == "ko" else _english_phrases
    for start, end in finder(text, known):
        yield ProgrammeMention(field, start, end, text[start:end], text[start:end], 1)


def _korean_phrases(text: str, known: LanguageProgrammes) -> Iterator[tuple[int, int]]:
    """Noun phrases that end in 사업 and its like: back to a token with a particle or an ending."""
    words = list(WORD.finditer(text))
    ends = re.compile(rf"(?:{known.patterns['suffix'].pattern})(?=(?:[은는이가을를에의도로과와]|으로|에서)?[,.]?$)")
    for i, word in enumerate(words):
        if not (tail := ends.search(word.group())):
            continue
        first = i
        while first > 0 and i - first < WORDS_MAX and not _stops(text, words[first - 1], words[first], known):
            first -= 1
        letters = re.sub(r"[\W\d_]", "", text[words[first].start() : word.start() + tail.start()])
        if len(letters) > 1 and (first < i or tail.start() > 2):
            start = words[first].start()
            lead = re.match(r"[^\w]*", text[start:])
            yield (
                start + (lead.end() if lead else 0),
                word.start() + tail.start() if first < i else word.start() + tail.end(),
            )


def _stops(text: str, before: re.Match[str], after: re.Match[str], known: LanguageProgrammes) -> bool:
    crossed = "\n" in text[before.end() : after.start()]
    return crossed or known.patterns["stop"].fullmatch(before.group()) is not None or before.group()[-1] in ".,)]\"'”’"


def _english_phrases(text: str, known: LanguageProgrammes) -> Iterator[tuple[int, int]]:
    """Capitalised phrases that end in Programme, Fund, Act and their like."""
    pattern = (
        rf"(?:(?:[A-Z][\w'’&-]*|of|for|and|the|on|in) ){{0,7}}[A-Z][\w'’&-]* (?:{known.patterns['own'].pattern})\b"
    )
    for match in re.finditer(pattern, text):
        lead = re.match(rf"(?:(?:{known.patterns['stop'].pattern}|of|for|and|the|on|in) )+", match.group())
        start = match.start() + (lead.end() if lead else 0)
        if start < match.end() - 8:
            yield start, match.end()
