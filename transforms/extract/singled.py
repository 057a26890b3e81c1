"""The bodies that a step singles out: those chosen or dropped, the parties of an agreement, the owner of a plan.

Steps of a programme name nobody. A ministry that chooses or plans is no body of the step; a region is only of its own
targets.
"""

import re

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.happenings import Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

CHOSEN = ("selection", "elimination", "screening")
SUBJECT = ("은", "는", "이", "가", "도", "만")
OBJECT = ("을", "를")
BESIDE = ("와", "과")
PUBLIC = ("government", "agency")
REGION = re.compile(r"(?:도|시|군|구|자치도)$")
GRADED = re.compile(r"등급|점을|점으로|판정|낙제|합격")


def bodies_of(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies that a step singles out, in order."""
    if happening.dated is not None and happening.rule != "event-item":
        return []
    if happening.event in CHOSEN:
        return _chosen(happening, document, frames)
    if happening.event == "agreement":
        return _parties(happening, document, frames)
    return _owners(happening, document, frames)


def _roles(happening: Happening, document: Document, frames: LanguageFrames) -> list[Role]:
    """The roles of the clause (for an adnominal one, of its noun), without the paper itself and its dateline."""
    start, end = happening.head or (happening.clause.start, happening.clause.end)
    names = [n for n in within(document.names.get("body", ()), start, end) if not _paper(n, document)]
    return list(roles_of(document.article.body[start:end], names, start, frames, document.lang))


def _paper(name: NameValue, document: Document) -> bool:
    return name.kind == "media" and (name.name == document.article.publisher or name.start < 30)


def _chosen(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    roles = _roles(happening, document, frames)
    start, end = happening.head or (happening.clause.start, happening.clause.end)
    text = document.article.body[start:end]
    if happening.head is not None:
        near = [r for r in roles if r.start < 16 or happening.clause.form == "adnominal" and "은" in text[:12]]
        return list(near[0].names) if near else []
    lemma = happening.hit.predicate.lemma
    subject = happening.hit.voice == "passive" or frames.steps["intransitive"].fullmatch(lemma) is not None
    objects = [r for r in roles if r.marker in OBJECT or frames.steps["leads"].match(text, r.end)]
    wanted = [] if subject else objects
    if not wanted and (subject or happening.event == "elimination"):
        wanted = [r for r in roles if r.marker in SUBJECT]
    found = [n for r in wanted[-1:] for n in r.names]
    if found or not (subject or happening.event != "elimination"):
        return found
    return _set(happening, document, frames) if subject else _below(happening, document, frames)


def _set(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """두 대학은, 7곳과: the members of the last set of that size named before, or else after."""
    sentence = document.sentences[happening.clause.sentence]
    words = frames.steps["set_word"].search(sentence.text[: happening.clause.end - sentence.start])
    if not words:
        return []
    return _members(_number(words.group()), happening.clause.sentence, document)


def _members(wanted: int | None, index: int, document: Document) -> list[NameValue]:
    sets = [s for s in document.discourse.sets if wanted is None or len(s.entries) == wanted]
    before = [s for s in sets if s.sentence <= index]
    best = before[-1] if before else next(iter(sets), None)
    if best:
        return [n for entry in best.entries for n in entry]
    named: dict[str, NameValue] = {}
    for name in document.names.get("body", ()):
        if name.start < document.sentences[index].start and name.kind not in (*PUBLIC, "media"):
            named.setdefault(name.key or name.name, name)
    return list(named.values()) if wanted is not None and len(named) == wanted else []


NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


def _number(words: str) -> int | None:
    if digits := re.search(r"\d+", words):
        return int(digits.group())
    return next((n for w, n in NUMERALS.items() if words.startswith(w)), None)


def _below(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """신규 과제를 수행할 기관을 선정했다고 밝혔다. 결과는 아래와 같다: the items that follow."""
    index = happening.clause.sentence
    if happening.status != "achieved" or happening.rule != "event-predicate":
        return []
    below = document.sentences[index + 1 : index + 4]
    if not any(frames.steps["below"].search(s.text) or s.shape == "item" for s in below):
        return []
    lists = [s for s in document.discourse.sets if s.how == "items" and s.sentence > index]
    named: dict[str, NameValue] = {}
    for found in lists:
        for entry in found.entries:
            named.setdefault(entry[0].key or entry[0].name, entry[0])
    return list(named.values())


def _parties(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The party that is no funder: the subject, or, where a public body signs, whom it signs with."""
    roles = _roles(happening, document, frames)
    subject = _subject(roles, happening)
    beside = next((r for r in roles if r.marker in BESIDE and r.start < happening.hit.start - _start(happening)), None)
    if subject and subject.names[0].kind not in PUBLIC:
        return [subject.names[0]]
    if beside and beside.names[0].kind not in PUBLIC:
        return list(beside.names)
    if happening.status == "achieved" and (members := _set(happening, document, frames)):
        return members
    if subject is None and beside is not None:
        return _inherited(happening, document, frames)
    return []


def _start(happening: Happening) -> int:
    return happening.head[0] if happening.head else happening.clause.start


def _subject(roles: list[Role], happening: Happening) -> Role | None:
    at = happening.hit.start - _start(happening)
    return next((r for r in roles if r.marker in SUBJECT and (r.end <= at or happening.head)), None)


def _owners(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The subject whose own step or target it is."""
    role = _subject(_roles(happening, document, frames), happening)
    if happening.event == "call":
        return []
    if happening.event == "evaluation":
        if not GRADED.search(document.sentences[happening.clause.sentence].text):
            return []
        if role is None and happening.head is None:
            return _set(happening, document, frames)
        return [n for n in role.names if n.kind not in PUBLIC] if role else []
    if role is None:
        return _inherited(happening, document, frames)
    return [role.names[0]] if _owns(role.names[0], happening, document) else []


def _owns(name: NameValue, happening: Happening, document: Document) -> bool:
    """A public body's steps are its programme's; a region owns its targets. A paper owns nothing."""
    funder = document.discourse.funder
    if name.kind == "media" or (funder is not None and name.key == funder.key and name.name == funder.name):
        return happening.event == "target" and REGION.search(name.name) is not None and name.kind == "government"
    if name.kind in PUBLIC:
        return happening.event == "target" and REGION.search(name.name) is not None
    return True


def _inherited(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The subject of an earlier clause of the sentence; 회사는, 도는: the body last named whose kind the word fits."""
    sentence = document.sentences[happening.clause.sentence]
    names = [
        n
        for n in within(document.names.get("body", ()), sentence.start, happening.clause.start)
        if not _paper(n, document)
    ]
    lead = document.article.body[sentence.start : happening.clause.start]
    roles = [
        r for r in roles_of(lead, names, sentence.start, frames, document.lang) if r.marker in ("은", "는", "이", "가")
    ]
    if roles:
        return [n for n in roles[0].names[:1] if _owns(n, happening, document)]
    if frames.steps["topic_word"].match(sentence.text):
        topic = _named_by_word(sentence.text, sentence.start, document)
        return [topic] if topic and _owns(topic, happening, document) else []
    return []


def _named_by_word(text: str, before: int, document: Document) -> NameValue | None:
    word = re.split(r"[은는이가](?:\s|,)", text, maxsplit=1)[0].split()[-1]
    known = [n for n in document.names.get("body", ()) if n.start < before and n.kind != "media"]
    if word in ("회사", "기업", "업체"):
        return next((n for n in reversed(known) if n.kind == "company"), None)
    if word in ("대학", "학교"):
        return next((n for n in reversed(known) if n.kind == "university"), None)
    return next((n for n in reversed(known) if n.name.endswith(word)), None)
