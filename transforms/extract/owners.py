"""Whose step it is: the subject of a clause, of the sentence, of the item or the section, or the body that speaks.

A ministry's steps are its programme's and name nobody; a region and an agency own their targets alone.
"""

from dataclasses import replace

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.passages import Happening
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

SUBJECT = ("은", "는", "이", "가", "도", "만")
TOPIC = ("은", "는")
PUBLIC = ("government", "agency")
TOGETHER = ("application", "agreement")  # steps that several bodies take side by side
BUILDING = ("start", "launch", "completion")
DATELINE = 30  # code points at the head of the body in which a paper names itself
HEAD = 10  # code points of an item within which the body begins whose item it is


def roles_in(start: int, end: int, document: Document, frames: LanguageFrames) -> list[Role]:
    """The roles of a span of the body, without the paper itself and subjects of adnominal verbs."""
    text = document.article.body[start:end]
    names = [n for n in within(document.names.get("body", ()), start, end) if not is_paper(n, document)]
    roles = [_as_counted(r, text, frames) for r in roles_of(text, names, start, frames, document.lang)]
    subordinate = frames.steps["subordinate"]
    return [r for r in roles if not (r.marker in ("이", "가") and subordinate.match(text, text.find(r.marker, r.end)))]


def _as_counted(role: Role, text: str, frames: LanguageFrames) -> Role:
    """A, B 등 지역 20곳을: names have the particle of the count in apposition to them."""
    counted = None if role.marker else frames.steps["counted_as"].match(text, role.end)
    return replace(role, marker=counted["mark"]) if counted else role


def is_paper(name: NameValue, document: Document) -> bool:
    """Whether a name is the publisher, or stands in the dateline."""
    return document.article.publisher in (name.name, name.text) or (name.kind == "media" and name.start < DATELINE)


def span_of(happening: Happening) -> tuple[int, int]:
    """The words in which the roles of a step stand: its clause, or the noun behind an adnominal one."""
    return happening.head or (happening.clause.start, happening.clause.end)


def subject_of(happening: Happening, document: Document, frames: LanguageFrames) -> Role | None:
    """The subject of the step's own clause, else the topic of the sentence before it."""
    start, end = span_of(happening)
    at = happening.hit.start - start
    roles = roles_in(start, end, document, frames)
    if own := next((r for r in roles if r.marker in SUBJECT and (r.end <= at or happening.head)), None):
        return own
    sentence = document.sentences[happening.clause.sentence]
    earlier = roles_in(sentence.start, happening.hit.start, document, frames)
    topic = next((r for r in earlier if r.marker in TOPIC), None)
    return topic or next((r for r in earlier if r.marker in ("이", "가")), None)


def owners_of(happening: Happening, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies whose own step or target it is; nobody for a step of the programme."""
    role = _made_to(happening, document, frames) or subject_of(happening, document, frames)
    if role is not None:
        named = role.names if happening.event in TOGETHER else role.names[:1]
        return [n for n in named if owns(n, happening, document, frames)]
    owner = (
        by_word(happening, document, frames)
        or _possessor(happening, document, frames)
        or _of_item(happening, document, frames)
        or speaker_of(happening, document, frames)
        or _spoken_of(happening, document, frames)
    )
    return [owner] if owner and owns(owner, happening, document, frames) else []


def _possessor(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """TSMC의 구마모토 2공장도, 삼성전자 평택공장은: the body right before the subject of the sentence."""
    if happening.head:
        return None
    sentence = document.sentences[happening.clause.sentence]
    text = document.article.body
    for name in within(document.names.get("body", ()), sentence.start, happening.hit.start):
        if not is_paper(name, document) and frames.steps["owned"].match(text, name.end, happening.hit.start):
            return name
    return None


def _spoken_of(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """Without any subject, the topic of the sentence right before in the paragraph: A병원은 …. 10월 착공하려 했으나."""
    index = happening.clause.sentence
    here, before = document.sentences[index], document.sentences[index - 1]
    lead = frames.steps["subordinate"].sub(" ", document.article.body[here.start : happening.clause.end + 1])
    beside = index and before.field == here.field and before.paragraph == here.paragraph and here.shape == "prose"
    if not beside or happening.head or frames.steps["nominative"].search(lead):
        return None
    roles = [r for r in roles_in(before.start, before.end, document, frames) if r.marker in TOPIC]
    return roles[0].names[0] if roles else None


def owns(name: NameValue, happening: Happening, document: Document, frames: LanguageFrames) -> bool:
    """Whether a body's step is its own and not its programme's.

    Regions and agencies have targets of their own and apply for themselves; what else they do is their own where
    they are not the article's funder, save paying others.
    """
    if happening.event in BUILDING and frames.steps["facility"].search(name.name):
        return False
    if name.kind not in PUBLIC:
        return name.kind != "media"
    region = is_region(name, frames)
    if name.kind == "government" and not region:
        return False
    if happening.event == "application":
        hit = happening.hit
        return hit.voice == "active" and frames.steps["applying"].fullmatch(hit.predicate.lemma) is not None
    funder = document.discourse.funder
    promotes = funder is not None and funder.name == name.name
    if happening.event == "target":
        return region or not promotes
    if frames.steps["inaugural"].fullmatch(happening.hit.predicate.lemma) and not region:
        return True
    return not promotes and frames.steps["paid"].fullmatch(happening.hit.predicate.lemma) is None


def is_region(name: NameValue, frames: LanguageFrames) -> bool:
    """Whether a body is the government of a region, which may apply and be chosen like others."""
    return name.kind == "government" and frames.steps["region"].search(name.name) is not None


def _made_to(happening: Happening, document: Document, frames: LanguageFrames) -> Role | None:
    """질병청은 A병원을 개원시킨다: the body that is made to do it."""
    text, hit = document.article.body, happening.hit
    if hit.voice != "active" or frames.steps["causative"].match(text, hit.stem_end) is None:
        return None
    roles = roles_in(happening.clause.start, hit.start, document, frames)
    return next((r for r in reversed(roles) if r.marker in ("을", "를")), None)


def by_word(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """회사는, 도는, 재단은: the body last named whose kind or name the word fits."""
    sentence = document.sentences[happening.clause.sentence]
    word = frames.steps["topic_word"].match(sentence.text)
    if not word:
        return None
    known = [n for n in document.names.get("body", ()) if n.start < sentence.start and not is_paper(n, document)]
    ending = word.group().split()[-1]
    kind = {"회사": "company", "기업": "company", "업체": "company", "대학": "university", "학교": "university"}.get(
        ending
    )
    section = document.discourse.sections[happening.clause.sentence]
    begin = next(s.start for i, s in enumerate(document.sentences) if document.discourse.sections[i] == section)
    near = [n for n in known if n.start >= begin] if section else known
    fitting = [n for n in near if (n.kind == kind if kind else n.name.endswith(ending))]
    alone = {n.name for n in near if n.kind not in (*PUBLIC, "media", "university")}
    if not fitting and section and len(alone) == 1 and ending in ("재단", "기관", "단체", "법인"):
        fitting = [n for n in near if n.name in alone]
    far = [n for n in known if (n.kind == kind if kind else n.name.endswith(ending))]
    return next(iter((fitting or far)[::-1]), None)


def _of_item(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The body at the head of the item, or the only one that the heading over it names."""
    index = happening.clause.sentence
    sentence = document.sentences[index]
    first = next((n for n in document.names.get("body", ()) if sentence.start <= n.start < sentence.end), None)
    labelled = first is not None and ":" in document.article.body[first.end : first.end + 3]
    if (sentence.shape == "item" or labelled) and first and first.start - sentence.start < HEAD:
        return first
    if sentence.shape != "item":
        return None
    heading = next((s for s in document.sentences[index::-1] if s.shape == "heading" and s.field == "body"), None)
    named = within(document.names.get("body", ()), heading.start, heading.end) if heading else []
    return named[0] if len(named) == 1 else None


def speaker_of(happening: Happening, document: Document, frames: LanguageFrames) -> NameValue | None:
    """In an interview, what is said without another subject is of the speaker's own body."""
    sentence = document.sentences[happening.clause.sentence]
    if happening.head or not happening.clause.quoted or not frames.steps["interview"].search(document.article.title):
        return None
    if frames.steps["state_subject"].search(sentence.text):
        return None
    near = [n for n in document.names.get("body", ()) if sentence.start - 120 < n.start < sentence.start]
    using = frames.steps["goods"].match(sentence.text.lstrip('"“ '))
    if using and near:
        return near[-1]
    return next((n for n in document.names.get("body", ()) if n.kind not in (*PUBLIC, "media")), None)
