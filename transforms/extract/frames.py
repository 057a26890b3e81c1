"""Where predicates stand in a sentence, and the roles that noun phrases play around them.

A Korean predicate is a stem of the lexicon with an ending (준다, 나눠줬고) or a noun with a light verb (지원|한다,
지원을 |받는다); the light verb gives the voice. An English one is an inflected form, its voice told
by the words before it.
A role is a group of names joined by commas or 와/과/및 that shares the particle after its last name, or the English
preposition before its first.
"""

import re
from dataclasses import dataclass, replace

from transforms.lexicon.frames import LanguageFrames, Predicate
from transforms.normalize.lowered import LOWER
from transforms.normalize.values import NameValue

HANGUL = re.compile(r"[가-힣]")
LATIN = re.compile(r"\w")
DETERMINERS = ("the", "The", "a", "an")
APPOSITION_MAX = 4  # words between a preposition and the name (with packaging firm X)
BESIDE_MAX = 40  # code points before a word within which what it needs beside it stands
GAP_MAX = 12  # code points of joining words between two names of one group


@dataclass(frozen=True, slots=True)
class Hit:
    """A predicate in a text; `start`..`stem_end` is the stem, `end` the end of its light verb.

    `voice` is "active", "passive", "receive" (받다: the subject is the recipient) or "nominal" (a noun alone);
    for English `inflection` is the form's ("stem", "third", "past", "participle", "gerund", "noun"), for Korean "".
    """

    start: int
    stem_end: int
    end: int
    predicate: Predicate
    voice: str
    inflection: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun phrase of names and the word that marks it: a particle ("은", "에"), a preposition ("to") or None."""

    names: tuple[NameValue, ...]
    marker: str | None
    start: int
    end: int


def hits_of(text: str, frames: LanguageFrames, lang: str) -> list[Hit]:
    """The predicates of a text in order, the longest form where two overlap."""
    found: list[Hit] = []
    matches = frames.automaton.find_matches_as_indexes(text.translate(LOWER), overlapping=True)
    for index, start, end in sorted(matches, key=lambda m: (m[1], -m[2])):
        if found and start < found[-1].end:
            if lang == "ko" and start == found[-1].start and found[-1].predicate.sense is None:
                found[-1] = _with_sense(found[-1], _korean(text, start, end, index, frames))
            continue
        hit = _korean(text, start, end, index, frames) if lang == "ko" else _english(text, start, end, index, frames)
        if hit:
            found.append(hit)
    return found


def _with_sense(hit: Hit, shorter: Hit | None) -> Hit:
    """A step's word with the sense that a shorter form of it has (잡혀 있다: 잡히다)."""
    if shorter is None or shorter.predicate.sense is None:
        return hit
    return replace(hit, predicate=replace(hit.predicate, sense=shorter.predicate.sense))


def _korean(text: str, start: int, end: int, index: int, frames: LanguageFrames) -> Hit | None:
    predicate = frames.predicates[frames.forms[index].predicate]
    if predicate.beside and not predicate.beside.search(text, max(0, start - BESIDE_MAX), start):
        if predicate.sense is None:
            return None
        predicate = replace(predicate, event=None, aspect=None, beside=None)
    if not predicate.noun:
        glued = start > 0 and HANGUL.match(text[start - 1])
        if glued or not frames.cues["ending_head"].match(text, end):
            return None
        return Hit(start, end, end, predicate, "active")
    for voice in ("active", "passive", "receive"):
        if light := frames.cues[f"light_{voice}"].match(text, end):
            return Hit(start, end, light.end(), predicate, voice)
    return Hit(start, end, end, predicate, "nominal")


def _english(text: str, start: int, end: int, index: int, frames: LanguageFrames) -> Hit | None:
    if (start > 0 and LATIN.match(text[start - 1])) or LATIN.match(text[end : end + 1]):
        return None
    form = frames.forms[index]
    if text[end : end + 1] == "-" and LATIN.match(text[end + 1 : end + 2]):
        return None  # open-access
    if text[start].isupper() and text[:start].strip(' "“‘(-'):
        return None
    predicate = frames.predicates[form.predicate]
    ambiguous = form.voice in ("stem", "third", "gerund") and frames.cues["noun_also"].fullmatch(predicate.lemma)
    if ambiguous and _is_noun(text, start, end, form.voice, frames):
        return None
    if form.voice == "noun":
        return Hit(start, end, end, predicate, "nominal", "noun")
    auxiliary = text[max(0, start - 24) : start]
    participle = form.voice in ("past", "participle")
    passive = participle and any(m.end() >= len(auxiliary) - 10 for m in frames.cues["passive"].finditer(auxiliary))
    bare = participle and text[start:end].lower() == predicate.lemma and frames.cues["modal_before"].search(auxiliary)
    return Hit(start, end, end, predicate, "passive" if passive else "active", "stem" if bare else form.voice)


def _is_noun(text: str, start: int, end: int, voice: str, frames: LanguageFrames) -> bool:
    """Whether a bare or -s form is the noun of the same spelling (a grant, awards of $5m), or -ing a noun (funding)."""
    if voice == "gerund":
        return frames.cues["gerund_verb"].search(text[max(0, start - 16) : start]) is None
    if frames.cues["noun_before"].search(text[max(0, start - 24) : start]):
        return True
    return voice == "third" and frames.cues["noun_after"].match(text, end) is not None


def roles_of(text: str, names: list[NameValue], offset: int, frames: LanguageFrames, lang: str) -> tuple[Role, ...]:
    """The roles that `names` (positions in the field) play in `text`, which begins at `offset` of the field."""
    groups: list[list[NameValue]] = []
    for name in names:
        if groups and _bracketed(text[groups[-1][-1].end - offset : name.start - offset]):
            continue
        between = text[groups[-1][-1].end - offset : name.start - offset] if groups else ""
        if groups and len(between) <= GAP_MAX + 60 and _joined(between, frames, lang):
            groups[-1].append(name)
        else:
            groups.append([name])
    marked = _after if lang == "ko" else _before
    return tuple(
        Role(tuple(g), marked(text, g, offset, frames), g[0].start - offset, g[-1].end - offset) for g in groups
    )


def _bracketed(between: str) -> bool:
    """Whether the next name stands in brackets behind the last one: a second form of it, or a remark."""
    return len(between) <= GAP_MAX * 4 and between.lstrip().startswith("(") and ")" not in between


def _joined(between: str, frames: LanguageFrames, lang: str) -> bool:
    if lang == "ko":
        tail = frames.cues["name_tail"].match(between)
        between = between[tail.end() :] if tail else between
        if not between:
            return False
    if not between.strip():
        return False
    return any(frames.cues[cue].fullmatch(between) for cue in ("join", "join_over"))


def _after(text: str, group: list[NameValue], offset: int, frames: LanguageFrames) -> str | None:
    end = group[-1].end - offset
    if tail := frames.cues["name_tail"].match(text, end):
        end = tail.end()
    particle = frames.cues["particle"].match(text, end)
    return particle.group() if particle else None


def _before(text: str, group: list[NameValue], offset: int, frames: LanguageFrames) -> str | None:
    words = text[max(0, group[0].start - offset - 48) : group[0].start - offset].split()
    plain = determined = False
    for _ in range(APPOSITION_MAX):
        if words and not frames.cues["preposition"].fullmatch(words[-1].lower()) and _apposed(words[-1], frames):
            word = words.pop()
            plain = plain or (word.islower() and word not in DETERMINERS)
            determined = determined or word in DETERMINERS
    marker = words[-1].lower() if words else ""
    if not frames.cues["preposition"].fullmatch(marker) or (marker == "to" and plain and not determined):
        return None  # `to give X`: an infinitive, no preposition
    return marker


def _apposed(word: str, frames: LanguageFrames) -> bool:
    """A determiner, a plain lower-case noun or adjective, or a possessive."""
    if frames.cues["unapposed"].fullmatch(word):
        return False
    return word in DETERMINERS or word.endswith(("'s", "’s")) or (word.replace("-", "").isalpha() and word.islower())
