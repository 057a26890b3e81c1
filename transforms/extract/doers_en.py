"""Who does what an English verb says: the noun phrase that is its subject, and the bodies that the phrase means.

The subject stands right before the verb and what attends it (has now been); behind a parenthesis that closes with a
comma (X, which reopened last spring, receives); before the verb that `and` or an infinitive joins (X voted to pay); or
before a relative word. The phrase is a name, an owner's (Ontario's skills fund), or a word for a body named before (it,
the agency).
"""

import re
from dataclasses import dataclass

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Hit, Role
from transforms.extract.referents_en import referent
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

LAST = re.compile(r"(?P<word>[\w’'-]+)\s+$")
BRACKET = re.compile(r"\s\([^()]{1,60}\)$")
COMMAS_MAX = 5  # commas before a verb at which its parenthesis may open
FINITE = ("past", "participle", "third")
DEPTH = 3  # verbs joined to one subject
OPENING = 6  # code points of a sentence within which its subject begins
WINDOW = 260  # code points before a verb in which its subject stands


@dataclass(frozen=True, slots=True)
class Doer:
    """The bodies that a subject means; none where it is a phrase for something or somebody else (`words`)."""

    names: tuple[NameValue, ...]
    start: int
    end: int
    how: str
    words: str = ""


def doer_of(verb: Hit, sentence: int, roles: tuple[Role, ...], document: Document, frames: LanguageFrames) -> Doer:
    """The subject of a verb; `roles` are those of its sentence, everything in offsets of the body."""
    at = verb.start
    begin = max(document.sentences[sentence].start, at - WINDOW)
    verbs = [h for h in document.hits[sentence] if h.voice != "nominal"]
    offset = document.sentences[sentence].start
    hangs = verb.inflection == "gerund"  # awarding, paying: of the verb before, save behind a form of be
    for _ in range(DEPTH):
        behind = _behind_attendants(document.article.body, begin, at, document, frames)
        before = document.article.body[begin:behind].rstrip()
        joined = frames.cues["joins_verbs"].search(before) or not before.strip() or (hangs and behind == at)
        if not joined:
            return _phrase(begin, behind, roles, document, frames)
        hangs = False
        earlier = [offset + h.start for h in verbs if offset + h.end <= begin + len(before) and h.inflection in FINITE]
        if not earlier:
            break
        at = earlier[-1]
    opening = frames.cues["opening_pronoun"].match(document.article.body, begin)
    if opening and (means := referent(opening, document, frames)):
        return Doer((means,), begin, opening.end(), "pronoun", opening.group())
    first = next((r for r in roles if r.marker is None and r.start - offset < OPENING), None)
    return Doer(first.names, first.start, first.end, "name") if first else Doer((), at, at, "nobody")


def _behind_attendants(text: str, begin: int, at: int, document: Document, frames: LanguageFrames) -> int:
    """Where the words that attend a verb begin: auxiliaries, adverbs, a date, and the verb before an infinitive."""
    dates = {d.end: d.start for d in document.dates.get("body", ()) if begin <= d.start and d.end <= at}
    while last := LAST.search(text, max(begin, at - 24), at):
        word, start = last["word"], last.start("word")
        if word == "to" and not frames.cues["be_to"].search(text, begin, start):
            matrix = LAST.search(text, max(begin, start - 24), start)
            at = matrix.start("word") if matrix and matrix["word"].islower() else start
        elif last.end("word") in dates:
            at = dates[last.end("word")]
        elif word == "to" or frames.cues["attendant"].fullmatch(word):
            at = start
        else:
            break
    return at


def _phrase(begin: int, at: int, roles: tuple[Role, ...], document: Document, frames: LanguageFrames) -> Doer:
    """The phrase that ends at `at`: past a relative word its antecedent, past a parenthesis what stands before it."""
    text = document.article.body
    if relative := frames.cues["relative"].search(text, begin, at):
        return _phrase(begin, relative.start(), roles, document, frames)
    end = begin + len(text[begin:at].rstrip())
    if text[end - 1] != ",":
        return _ending_at(begin, end, roles, document, frames)
    stop = end - 1
    for _ in range(COMMAS_MAX):
        stop = text.rfind(",", begin, stop)
        if stop < 0:
            break
        found = _ending_at(begin, stop, roles, document, frames)
        if found.names:
            return found
    return _ending_at(begin, end - 1, roles, document, frames)


def _ending_at(begin: int, end: int, roles: tuple[Role, ...], document: Document, frames: LanguageFrames) -> Doer:
    text = document.article.body
    bracket = BRACKET.search(text, begin, end)
    end = bracket.start() if bracket else end
    before = [r for r in roles if r.end <= end and r.start >= begin]
    for role in reversed(before):
        gap = text[role.end : end]
        listed = len(role.names) > 1 and text[role.names[-2].end : role.names[-1].start] in (", ", ", the ")
        if role.marker is not None and listed and not gap:
            return Doer(role.names[-1:], role.names[-1].start, end, "name")  # At A, B awarded
        head = role.marker is None or frames.cues["stands_for"].search(text, begin, role.start) is not None
        if (not gap or frames.cues["placed"].fullmatch(gap)) and head:
            return Doer(role.names, role.start, end, "name")
        if frames.cues["owned"].fullmatch(gap):
            return Doer(role.names[-1:], role.start, end, "owner", gap)
    apposed = frames.cues["apposed_to"].search(text, begin, end)
    if apposed and (named := [r for r in before if r.end == apposed.start() and r.marker is None]):
        return Doer(named[-1].names, named[-1].start, end, "name")
    if word := frames.cues["anaphor"].search(text, begin, end):
        means = referent(word, document, frames)
        return Doer((means,) if means else (), word.start(), end, "pronoun", word.group())
    start = max(begin, end - 60)
    return Doer((), start, end, "somebody", text[start:end])


def doer_of_figure(figure: Figure, document: Document, frames: LanguageFrames) -> Doer:
    """The subject of the verb that governs a figure; nobody where none does."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None:
        return Doer((), figure.start, figure.start, "nobody")
    return doer_of(hit, figure.sentence, figure.roles, document, frames)
