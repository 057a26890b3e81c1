"""The bodies that a step singles out: those chosen or dropped, the parties of an agreement, those graded, the owner."""

import re

from transforms.extract.below import items_before, may_win, named_below
from transforms.extract.clauses import clauses_in
from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.owners import (
    PUBLIC,
    SUBJECT,
    by_word,
    is_region,
    owners_of,
    roles_in,
    span_of,
    speaker_of,
    subject_of,
)
from transforms.extract.passages import Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

CHOSEN = ("selection", "elimination", "screening")
TOLD = ("event-predicate", "event-hold", "event-told")  # rules of a choice that is told
OBJECT = ("을", "를")
BESIDE = ("와", "과")
NEAR = 16  # code points behind an adnominal clause within which its noun begins
NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


def bodies_of(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies that a step singles out, in order; nobody for a step of the programme."""
    if happening.event == "call" or happening.rule in ("event-dated-noun", "event-copula", "event-list", "event-zero"):
        return []
    if happening.event in CHOSEN:
        return _chosen(happening, document, frames)
    if happening.event == "agreement":
        return _parties(happening, document, frames)
    if happening.event == "evaluation":
        return _graded(happening, document, frames)
    return owners_of(happening, document, frames)


def _chosen(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    start, end = span_of(happening)
    roles = roles_in(start, end, document, frames)
    if happening.head is not None:
        cleft = happening.rule == "event-cleft"
        return [n for r in roles[:1] if r.start < NEAR or cleft for n in r.names]
    passive = happening.hit.voice == "passive"
    undergone = passive or frames.steps["intransitive"].fullmatch(happening.hit.predicate.lemma) is not None
    objects = [r for r in roles if r.marker in OBJECT] or _led(happening, document, frames)
    if objects and not undergone:
        return _all_objects(objects, happening, document)
    if undergone or happening.event == "elimination":
        named = _undergone(happening, roles, document, frames)
        before = items_before(happening.clause.sentence, document, frames) if named else []
        return [*before, *named]
    if happening.status == "planned" and happening.event == "selection" and not happening.head:
        return [
            n for n in owners_of(happening, document, frames) if _chooses_for_itself(n, happening, document, frames)
        ]
    told = happening.status == "achieved" and happening.rule in TOLD and happening.event == "selection"
    if not told or frames.steps["people"].search(happening.clause.text):
        return []
    return named_below(happening.clause.sentence, document, frames)


def _chooses_for_itself(name: NameValue, happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    """Whether a body that is to choose is a firm, or a region in whose own item it stands; others run a programme."""
    item = ":" in document.sentences[happening.clause.sentence].text
    return name.kind == "company" or (item and is_region(name, frames))


def _all_objects(objects: list[Role], happening: Happening, document: Document) -> list[NameValue]:
    """일반형에 A와 B를, 거점형에 C를: the last object, and those before it whose verb it shares."""
    text, start = document.article.body, span_of(happening)[0]
    shared = [r for r in objects[:-1] if text[start + r.end :].lstrip("을를")[:1] == ","]
    return [n for r in (*shared, objects[-1]) for n in r.names]


def _led(happening: Happening, document: Document, frames: LanguageFrames) -> list[Role]:
    """A, B, C가 이끄는 컨소시엄을: the bodies that lead what is chosen."""
    sentence = document.sentences[happening.clause.sentence]
    start = max(
        [
            c.start
            for c in clauses_in(document.clauses, happening.clause.sentence)
            if c.form != "adnominal" and c.end <= happening.clause.start
        ],
        default=sentence.start,
    )
    text = document.article.body[start : happening.hit.start]
    names = within(document.names.get("body", ()), start, happening.hit.start)
    return [r for r in roles_of(text, names, start, frames, document.lang) if frames.steps["leads"].match(text, r.end)]


def _undergone(happening: Happening, roles: list[Role], document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The subject of being chosen or dropped: named here, as a set, or the topic of the lines before."""
    at = happening.hit.start - span_of(happening)[0]
    if own := [r for r in roles if r.marker in SUBJECT and r.end <= at]:
        return list(own[-1].names)
    if happening.status != "achieved":
        return []
    if members := _set(happening, document, frames):
        return members
    if frames.steps["weak_choice"].fullmatch(happening.hit.predicate.lemma):
        return []
    if named := by_word(happening, document, frames):
        return [named]
    sentence = document.sentences[happening.clause.sentence]
    subject = subject_of(happening, document, frames)
    if subject:
        return [n for n in subject.names if may_win(n, frames) and n.kind != "agency"]
    lead = frames.steps["subordinate"].sub(" ", document.article.body[sentence.start : happening.hit.start])
    topic = _topic(happening, document, frames)
    other = frames.steps["nominative"].search(lead) or happening.event == "screening"
    if not other and (speaker := speaker_of(happening, document, frames)):
        return [speaker]
    return [] if other or topic is None or topic.kind in (*PUBLIC, "media") else [topic]


def _topic(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The body that the lines before speak of: the last subject of the paragraph, else the discourse's topic."""
    paragraph = document.sentences[happening.clause.sentence].paragraph
    for sentence in reversed(document.sentences[: happening.clause.sentence]):
        if sentence.field != "body" or sentence.paragraph != paragraph:
            break
        roles = [r for r in roles_in(sentence.start, sentence.end, document, frames) if r.marker in SUBJECT]
        if named := [r.names[0] for r in roles if r.names[0].kind not in (*PUBLIC, "media")]:
            return named[0]
    return document.discourse.topics[happening.clause.sentence]


def _set(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """두 대학은, 7곳과: the members of the last set of that size named before, or else after."""
    sentence = document.sentences[happening.clause.sentence]
    words = frames.steps["set_word"].search(sentence.text[: happening.clause.end - sentence.start])
    if not words:
        return []
    wanted = _number(words.group())
    sets = [s for s in document.discourse.sets if wanted is None or len(s.entries) == wanted]
    before = [s for s in sets if s.sentence <= happening.clause.sentence]
    if best := before[-1] if before else next(iter(sets), None):
        return [n for entry in best.entries for n in entry]
    named: dict[str, NameValue] = {}
    for name in document.names.get("body", ()):
        if name.start < sentence.start and name.kind not in (*PUBLIC, "media"):
            named.setdefault(name.key or name.name, name)
    return list(named.values()) if len(named) == wanted else []


def _number(words: str) -> int | None:
    if digits := re.search(r"\d+", words):
        return int(digits.group())
    return next((n for w, n in NUMERALS.items() if words.startswith(w)), None)


def _parties(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The parties that are no funders: the subjects, or, where a public body signs, whom it signs with."""
    subject = subject_of(happening, document, frames)
    if subject and (private := [n for n in subject.names if n.kind not in (*PUBLIC, "media")]):
        return private
    sentence = document.sentences[happening.clause.sentence]
    roles = roles_in(sentence.start, happening.hit.start, document, frames)
    beside = [r for r in roles if r.marker in BESIDE]
    if private := [n for r in beside for n in r.names if n.kind not in PUBLIC]:
        return private
    both = frames.steps["both"].search(sentence.text[: happening.hit.start - sentence.start])
    if both and (topic := document.discourse.topics[happening.clause.sentence]):
        return [topic]
    if happening.status != "achieved":
        return []
    if members := _set(happening, document, frames) or named_below(happening.clause.sentence, document, frames):
        return members
    public = [n for r in (*roles, *beside) if r.marker in (*SUBJECT, *BESIDE) for n in r.names if n.kind in PUBLIC]
    agencies = [n for n in public if n.kind == "agency"]
    speaker = speaker_of(happening, document, frames)
    if speaker and not public:
        return [speaker]
    return agencies[-1:] or [n for r in beside for n in r.names if not _is_ministry(n, frames)][-1:]


def _is_ministry(name: NameValue, frames: LanguageFrames) -> bool:
    return name.kind == "government" and frames.steps["local_office"].search(name.name) is None


def _graded(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """An evaluation singles out whoever undergoes it or gets a grade in it."""
    sentence = document.sentences[happening.clause.sentence]
    start, end = span_of(happening)
    roles = [r for r in roles_in(start, end, document, frames) if r.marker in SUBJECT]
    if frames.steps["undergoes"].match(document.article.body, happening.hit.stem_end):
        return [n for r in roles[-1:] for n in r.names if may_win(n, frames)]
    if not frames.steps["grade"].search(sentence.text):
        return []
    if roles:
        return [n for n in roles[0].names if n.kind not in PUBLIC]
    return _set(happening, document, frames)
