"""The bodies that an English step singles out, by order around its verb and by the preposition with."""

import re
from dataclasses import replace

from transforms.extract.below import listed_below
from transforms.extract.document import within
from transforms.extract.doers_en import Doer, doer_of
from transforms.extract.frames import Hit, Role, roles_of
from transforms.extract.passages import Happening, Passage
from transforms.extract.referents_en import subject_before
from transforms.normalize.values import NameValue

CHOSEN = ("selection", "elimination", "screening")
OWNED = ("start", "launch", "completion", "target", "agreement", "application", "evaluation")
PUBLIC = ("government", "agency", "media")
ITS = re.compile(r"\b[Ii]ts (?:\w+ ){0,2}(?:aim|goal|target|ambition)\b")
BEHIND = 90  # code points behind a verb of choosing within which its object begins


def bodies_in(happening: Happening, verb: Hit, passage: Passage) -> list[NameValue]:
    """The bodies that a step singles out; nobody for a step of the programme. `verb` tells the step of its noun."""
    names = within(passage.document.names.get("body", ()), happening.clause.start, happening.clause.end)
    roles = roles_of(happening.clause.text, names, happening.clause.start, passage.frames, "en")
    at = happening.hit.start - happening.clause.start
    before = [r for r in roles if r.end <= at]
    behind = [r for r in roles if r.start >= at]
    subject = next((r for r in before if r.marker is None), None)
    chosen = happening.event == "selection" and happening.status == "achieved" and happening.hit.voice == "active"
    if chosen and (listed := _listed(happening, passage)):
        return listed
    if happening.event in CHOSEN:
        return _chosen(happening, subject, behind, passage)
    if happening.event == "agreement":
        return _parties(happening, subject, behind, passage)
    if happening.event not in OWNED:
        return []
    its = ITS.search(happening.clause.text[:at]) if happening.rule == "event-goal" else None
    if its and (owner := subject_before(happening.clause.start + its.start(), passage.document, passage.frames)):
        return [] if owner.kind in PUBLIC else [owner]
    return _owner(happening, verb, subject, passage)


def _owner(happening: Happening, verb: Hit, subject: Role | None, passage: Passage) -> list[NameValue]:
    """Whose step it is: the body that is the subject of its verb, or owns the subject (Micron's plant, its line)."""
    sentence = happening.clause.sentence
    doer = _doer(verb, sentence, passage)
    if doer.names and doer.how in ("name", "owner", "pronoun"):
        public = doer.names[0].kind in PUBLIC
        return [] if public or passage.frames.steps["no_owner"].search(doer.words) else [doer.names[0]]
    start = passage.document.sentences[sentence].start
    if happening.clause.start > start and (head := _head(happening, start, passage)):
        return [] if head.kind in PUBLIC else [head]
    if doer.how == "somebody" or passage.frames.steps["no_owner"].search(doer.words):
        works = passage.frames.steps["works"].search(doer.words)
        meant = works is not None and ("project" not in works.group() or happening.event == "target")
        return _topic(happening, passage) if meant else []
    if subject is not None and happening.event != "application":
        return [] if subject.names[0].kind in PUBLIC else [subject.names[0]]
    return _topic(happening, passage)


def _doer(verb: Hit, sentence: int, passage: Passage) -> Doer:
    return doer_of(verb, sentence, _roles(sentence, passage), passage.document, passage.frames)


def _roles(sentence: int, passage: Passage) -> tuple[Role, ...]:
    """The roles of a whole sentence, in offsets of the body."""
    here = passage.document.sentences[sentence]
    names = within(passage.document.names.get("body", ()), here.start, here.end)
    roles = roles_of(here.text, names, here.start, passage.frames, "en")
    return tuple(replace(r, start=r.start + here.start, end=r.end + here.start) for r in roles)


def _chosen(happening: Happening, subject: Role | None, behind: list[Role], passage: Passage) -> list[NameValue]:
    text, hit = happening.clause.text, happening.hit
    passive = hit.voice == "passive" or hit.predicate.noun or hit.predicate.lemma == "win"
    undergone = passive or (subject is not None and _postposed(happening, subject))
    if not undergone:
        at = hit.end - happening.clause.start
        near = [r for r in behind if r.marker is None and r.start - at < BEHIND]
        near = [r for r in near if subject is None or r.names[0].name != subject.names[0].name]
        return [n for r in near[:1] for n in r.names if n.kind not in PUBLIC]
    if subject is not None:
        return [n for n in subject.names if n.kind not in PUBLIC]
    if passage.frames.steps["pair"].search(text[: hit.start - happening.clause.start]):
        return _set(happening, passage)
    if hit.voice == "passive":
        doer = _doer(hit, happening.clause.sentence, passage)
        return [n for n in doer.names if n.kind not in PUBLIC]
    among = [r for r in behind if r.marker in ("among", None) and hit.predicate.noun]
    return [n for r in among[:1] for n in r.names]


def _listed(happening: Happening, passage: Passage) -> list[NameValue]:
    """Today's choice, told in so many words and followed by a list."""
    when, published = happening.dated, passage.document.published
    today = when is not None and when.last == published
    return listed_below(happening.clause.sentence, passage.document, passage.frames) if today else []


def _postposed(happening: Happening, subject: Role) -> bool:
    """Sarvam AI, picked in April: a participle right behind the name."""
    between = happening.clause.text[subject.end : happening.hit.start - happening.clause.start]
    return happening.hit.inflection in ("past", "participle") and between.strip() in (",", "") and "," in between


def _set(happening: Happening, passage: Passage) -> list[NameValue]:
    """Both, the pair: the members of the last set named before, else the two bodies named last."""
    sets = [s for s in passage.document.discourse.sets if s.sentence < happening.clause.sentence]
    if sets and len(sets[-1].entries) == 2:
        return [n for entry in sets[-1].entries for n in entry]
    named: dict[str, NameValue] = {}
    for name in passage.document.names.get("body", ()):
        if name.start < happening.clause.start and name.kind not in PUBLIC:
            named.setdefault(name.key or name.name, name)
    return list(named.values())[:2] if len(named) == 2 else []


def _parties(happening: Happening, subject: Role | None, behind: list[Role], passage: Passage) -> list[NameValue]:
    if subject is not None and (private := [n for n in subject.names if n.kind not in PUBLIC]):
        return private[:1]
    doer = _doer(happening.hit, happening.clause.sentence, passage)
    if happening.hit.voice == "active" and doer.names and doer.names[0].kind not in PUBLIC:
        return [doer.names[0]]
    verbs = (h for h in passage.hits if h.voice != "nominal" and h.predicate.event == "agreement")
    stop = next((h.start for h in verbs if h.start > happening.hit.end), None)
    every = _roles(happening.clause.sentence, passage)
    later = [r for r in every if r.start >= happening.hit.end and (stop is None or r.start < stop)]
    beside = [r for r in later if r.marker == "with" and r.names[0].kind not in PUBLIC]
    unknown = doer.how == "somebody" and not passage.frames.steps["pronoun"].search(doer.words)
    others = [] if unknown else _topic(happening, passage)
    return [n for r in beside for n in r.names] or others


def _head(happening: Happening, start: int, passage: Passage) -> NameValue | None:
    """The subject of the clause before: SURF runs it and will open it in May."""
    body = passage.body
    names = within(passage.document.names.get("body", ()), start, happening.clause.start)
    roles = roles_of(body[start : happening.clause.start], names, start, passage.frames, "en")
    joined = body[happening.clause.start : happening.hit.start].lower().startswith(("and", "but", "which", "who"))
    if not joined:
        return None
    return next((r.names[0] for mark in (None, "at") for r in roles if r.marker == mark), None)


def _topic(happening: Happening, passage: Passage) -> list[NameValue]:
    """It, the company: the body that the sentences before speak of."""
    lead = happening.clause.text[: max(0, happening.hit.start - happening.clause.start)]
    works = happening.event in ("start", "launch", "target") and passage.frames.steps["works"].search(lead)
    if not (works or passage.frames.steps["pronoun"].search(happening.clause.text)):
        return []
    topic = passage.document.discourse.topics[happening.clause.sentence]
    if topic is None or topic.kind in PUBLIC:
        known = [n for n in passage.document.names.get("body", ()) if n.start < happening.hit.start]
        topic = next((n for n in reversed(known) if n.kind not in PUBLIC), None)
    return [topic] if topic else []
