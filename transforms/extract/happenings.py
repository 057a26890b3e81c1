"""What the clauses of a Korean sentence say happens: each step with its kind, its status and its words.

A step is told by a predicate (선정하다), by the noun that a word of aspect speaks of (평가를 마치다), or by an
adnominal clause and its noun (지난 5월 예비지정된 18곳). Nouns that a date alone makes a step are in `nouns`.
"""

from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.adnominal import handed_on, is_adnominal, promised
from transforms.extract.clauses import Clause
from transforms.extract.document import Document
from transforms.extract.frames import Hit
from transforms.extract.nouns import aims, copulas, dated_nouns, items, verbless
from transforms.extract.passages import Happening, Passage, passages_of
from transforms.extract.statuses import PAST, is_saying, statuses_of
from transforms.extract.words_ko import Carried, Told, made, told_in
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue


def happenings_of(document: Document, frames: LanguageFrames) -> Iterator[Happening]:
    """Every step that the clauses of a Korean body tell, in the order of the text."""
    for passage in passages_of(document, frames):
        yield from _sentence(passage)


def _sentence(passage: Passage) -> Iterator[Happening]:
    statuses = statuses_of(passage)
    carried: Carried = ()
    words = passage.body[passage.clauses[0].start : passage.clauses[-1].end]
    for k, clause in enumerate(passage.clauses):
        following = passage.after(k)
        told = None if _is_talk(clause, words, passage.frames) else told_in(clause, passage)
        if told and told[0] == "selection" and statuses[k] == "missed" and _is_undergone(told[1], passage):
            told, statuses[k] = ("elimination", *told[1:]), "achieved"
        if (nobody := _nobody(clause, passage)) is not None:
            yield nobody
            told = None
        yield from dated_nouns(clause, passage, told[1] if told else None)
        yield from aims(clause, passage, told[1] if told else None)
        if told is None and (clause.predicate is None or clause.predicate.voice == "nominal"):
            yield from verbless(clause, passage, carried)
        else:
            yield from copulas(clause, passage)
            if told and told[1].predicate.noun and clause.form == "nominal":
                yield from items(clause, passage)
        sequel = following is not None and passage.frames.steps["after"].match(following.text) is not None
        if following is not None and is_adnominal(clause, following, passage.frames) and not sequel:
            if promise := promised(clause, following, passage, told, carried):
                yield promise
                carried = ()
                continue
            carried, steps = handed_on(clause, following, passage, told, carried, statuses[k])
            yield from steps
            continue
        status = statuses[k + 1] if sequel else statuses[k]
        if told and told[2] == "delay" and status == "achieved":
            status = "planned"
        if told and status:
            yield from _listed(made(clause, told, status, carried), passage)
        carried = _passed_on(clause, passage, told, carried)


def _nobody(clause: Clause, passage: Passage) -> Happening | None:
    """지난해 9월 첫 입찰에는 한 곳도 나서지 않았다."""
    if not passage.frames.steps["nobody"].search(clause.text):
        return None
    nouns = passage.nouns(clause.start, clause.end)
    call = next((n for n in nouns if n.predicate.event in ("application", "call")), None)
    if call is None:
        return None
    return Happening(clause, "application", "missed", call, clause.start, clause.end, "event-zero")


def _is_undergone(hit: Hit, passage: Passage) -> bool:
    """Whether the subject of a choice is the body that is chosen."""
    return hit.voice == "passive" or passage.frames.steps["intransitive"].fullmatch(hit.predicate.lemma) is not None


def _passed_on(clause: Clause, passage: Passage, told: Told | None, carried: Carried) -> Carried:
    """The dates of a clause that tells no step belong to what the next one tells (7월 A와 손잡고 개발에 착수했다)."""
    ending = passage.body[clause.end - 3 : clause.end]
    if told or is_saying(clause, passage.frames) or clause.form != "connective" or any(ch in PAST for ch in ending):
        return ()
    return (*carried, *passage.dates(clause.start, clause.end))


def _is_talk(clause: Clause, sentence: str, frames: LanguageFrames) -> bool:
    """Opinion, hearsay and the business of markets tell no step."""
    if clause.modality in ("request", "hearsay") or (clause.quoted and clause.modality == "obligation"):
        return True
    if clause.quoted and clause.predicate and clause.predicate.predicate.event == "evaluation":
        return True
    if frames.steps["market"].search(sentence):
        return True
    return bool(frames.steps["opinion"].search(clause.tail) or frames.steps["business"].search(clause.text))


def _listed(happening: Happening, passage: Passage) -> Iterator[Happening]:
    """의향서는 2월까지, 계획서는 5월까지 받는다: one step for each noun that has a date of its own."""
    clause = happening.clause
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event == happening.event]
    dates = passage.dates(clause.start, clause.end)
    pairs: list[tuple[Hit, DateValue]] = []
    for position, noun in enumerate(nouns):
        stop = nouns[position + 1].start if position + 1 < len(nouns) else clause.end
        own = [d for d in dates if noun.end <= d.start and d.end <= stop]
        if (own and "," in passage.body[own[0].end : own[0].end + 2]) or (own and pairs):
            pairs.append((noun, own[0]))
    if len(pairs) < 2:
        yield happening
        return
    for noun, when in pairs:
        start, end = min(noun.start, when.start), max(when.end, noun.end)
        yield replace(happening, hit=noun, dated=when, start=start, end=end, rule="event-list")
