"""Who gives and who receives: the roles around a figure, and what the rest of the article says where they are silent."""

import re
from dataclasses import dataclass

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.programmes import ProgrammeMention
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

SUBJECT = ("은", "는", "이", "가", "도", "께서", "만")
DATIVE = ("에", "에게", "께", "에는", "에도", "에만", "to", "with")
SOURCE = ("에서", "로부터", "으로부터", "에게서", "from")
GIVERS = ("government", "agency")
NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}


@dataclass(frozen=True, slots=True)
class Parties:
    """The funder and the recipients of a figure, and how each was found (`funder_from`, `recipients_from`).

    `state` is True where an unnamed state acts (정부), `actor_is_firm` where a company or its like is the subject,
    `acts` where a public body is the subject of the sentence itself.
    """

    funder: NameValue | None
    funder_from: str | None
    recipients: tuple[NameValue, ...]
    recipients_from: str | None
    state: bool
    actor_is_firm: bool
    acts: bool
    named_programme: ProgrammeMention | None


def parties_of(figure: Figure, document: Document, frames: LanguageFrames) -> Parties:
    """Roles by particle and order first, then the article's own funder and sets of recipients."""
    korean = document.lang == "ko"
    subject = _subject(figure, korean)
    sense = _sense(figure)
    receiving = sense == "get"
    recipients, how = _recipients(figure, subject, receiving, document, frames)
    named = {n.key or n.name for n in recipients}
    text = document.article.body
    sentence = document.sentences[figure.sentence]
    lead = text[sentence.start : figure.value.start]
    state = _word_subject(frames.grants["state"], lead, korean)
    firm_word = _word_subject(frames.grants["firm"], lead, korean)
    actor = None if subject is None or (subject.names[0].key or subject.names[0].name) in named else subject.names[0]
    funder, funder_from = _funder(figure, actor, named, state, document, frames)
    firm = actor.kind in ("company", "media") if actor else firm_word and not receiving
    acts = state or (actor is not None and actor.kind in GIVERS)
    return Parties(funder, funder_from, recipients, how, state, firm, acts, _programme(figure, document))


def _sense(figure: Figure) -> str | None:
    hit = figure.governor.predicate if figure.governor else None
    if hit is None:
        return None
    return "get" if hit.voice == "receive" and hit.predicate.sense == "give" else hit.predicate.sense


def _word_subject(pattern: re.Pattern[str], lead: str, korean: bool) -> bool:
    particles = "(?:은|는|이|가|도|에서)(?=[ ,]|$)" if korean else r"\b"
    return re.search(rf"(?:{pattern.pattern}){particles}", lead) is not None


def _subject(figure: Figure, korean: bool) -> Role | None:
    """The nearest subject before the figure: in its segment, its clause, its sentence."""
    if korean:
        before = [r for r in figure.roles if r.end <= figure.value.start and r.marker in SUBJECT]
        return before[-1] if before else None
    hit = figure.governor.predicate if figure.governor else None
    limit = hit.start if hit else figure.value.start
    before = [r for r in figure.roles if r.end <= limit and r.marker is None]
    return before[-1] if before else None


def _recipients(
    figure: Figure, subject: Role | None, receiving: bool, document: Document, frames: LanguageFrames
) -> tuple[tuple[NameValue, ...], str | None]:
    text = document.article.body
    for role in figure.roles:
        if frames.grants["share_of"].match(text, role.end) and figure.start <= role.start < figure.value.start:
            return role.names, "share"
    own = [r for r in figure.roles if r.marker in DATIVE and figure.start <= r.start < figure.end]
    if own and not receiving:
        return own[-1].names, f"particle {own[-1].marker}"
    if receiving and subject:
        return subject.names, f"subject of receiving ({subject.marker})"
    return _from_set(figure, document, frames)


def _from_set(figure: Figure, document: Document, frames: LanguageFrames) -> tuple[tuple[NameValue, ...], str | None]:
    text = document.article.body
    sentence = document.sentences[figure.sentence]
    words = None
    for match in frames.grants["set_words"].finditer(text, sentence.start, figure.end):
        words = match.group()
    if words is None or (figure.governor and figure.governor.modality == "plan"):
        return (), None
    wanted = _count(words)
    found = next(
        (
            s
            for s in reversed(document.discourse.sets)
            if s.sentence <= figure.sentence and (wanted is None or wanted == len(s.names))
        ),
        None,
    )
    return (found.names, f"set: {words}") if found else ((), None)


def _count(words: str) -> int | None:
    if digits := re.search(r"\d+", words):
        return int(digits.group())
    return next(
        (n for word, n in NUMERALS.items() if re.search(rf"{word}\s?(?:곳|팀|개|대학|기업|기관|사|교)", words)), None
    )


def _funder(
    figure: Figure,
    actor: NameValue | None,
    named: set[str],
    state: bool,
    document: Document,
    frames: LanguageFrames,
) -> tuple[NameValue | None, str | None]:
    if actor:
        return actor, "subject"
    sources = [r for r in figure.roles if r.marker in SOURCE and figure.start <= r.start < figure.end]
    if sources:
        return sources[-1].names[0], f"particle {sources[-1].marker}"
    section = document.discourse.actor_at(figure.sentence)
    if section and (section.key or section.name) not in named:
        return section, "정부" if state else "section"
    article = document.discourse.funder
    if article and (article.key or article.name) not in named:
        return article, "정부" if state else "article"
    return None, None


def _programme(figure: Figure, document: Document) -> ProgrammeMention | None:
    sentence = document.sentences[figure.sentence]
    inside = [
        p for p in document.programmes if p.field == "body" and sentence.start <= p.start and p.end <= sentence.end
    ]
    before = [p for p in inside if p.start < figure.value.start]
    return before[-1] if before else (inside[0] if inside else None)
