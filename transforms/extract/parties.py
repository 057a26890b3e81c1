"""Who gives and who receives: the roles around a figure, and the rest of the article where they are silent."""

import re
from dataclasses import dataclass, replace
from functools import cache

from transforms.extract.actors import GIVERS, gives
from transforms.extract.document import Document
from transforms.extract.doers_ko import subject_of, verb_at
from transforms.extract.figures import Figure, hoped
from transforms.extract.frames import Role
from transforms.extract.funders import funder_of, identity
from transforms.extract.funders_ko import Asked, korean_funder
from transforms.extract.labels import Label
from transforms.extract.members import gives_in_order
from transforms.extract.parties_en import Sides, sides_of
from transforms.extract.recipients import recipients_of
from transforms.extract.recipients_before import Given
from transforms.extract.slots import caller
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue, QuantityValue

RECEIVERS = ("university", "institute", "association", "other")


@dataclass(frozen=True, slots=True)
class Parties:
    """The funder and the recipients of a figure, and how each was found (`funder_from`, `recipients_from`).

    `state` is True where an unnamed state acts (정부), `firm` where a company or its like is the subject,
    `acts` where a public body is the subject of the sentence itself; `each` where every recipient gets the figure
    (or every one of the funder and its `co_funders` gives it).
    """

    funder: NameValue | None
    funder_from: str | None
    recipients: tuple[NameValue, ...]
    recipients_from: str | None
    state: bool
    firm: bool
    acts: bool
    each: bool
    co_funders: tuple[NameValue, ...] = ()


def parties_of(
    figure: Figure, label: Label | None, previous: Given | None, document: Document, frames: LanguageFrames
) -> Parties:
    """Roles by particle and order first, then the article's own funder and sets of recipients."""
    if document.lang != "ko":
        return _english(figure, sides_of(figure, previous, document, frames), previous, document, frames)
    korean = True
    text = document.article.body
    subject = subject_of(figure, document, frames)
    receiving = _receiving(figure, subject, label, text, frames)
    recipients, how = recipients_of(figure, subject, receiving, previous, document, frames)
    named = {identity(n) for n in recipients}
    lead = text[document.sentences[figure.sentence].start : verb_at(figure)]
    state = _word_subject(frames.grants["state"], lead, korean)
    chosen = frames.grants["set_words"].search(lead) is not None  # 선정된 기업은: the recipients, no firm of its own
    firm_word = not chosen and _word_subject(frames.grants["firm"], lead, korean)
    row = gives_in_order(figure, frames, text)
    subject = replace(row, names=(row.names[figure.position],)) if row else subject
    actor = subject.names[0] if subject and identity(subject.names[0]) not in named and not receiving else None
    beside = how == "right before the figure" or (actor is not None and actor.kind in RECEIVERS)
    if actor and figure.governor is None and beside and not gives(actor, frames):
        actor = None  # who is named beside a bare sum does not give it
    if (
        korean
        and actor
        and subject
        and state
        and _word_subject(frames.grants["state"], text[subject.end : verb_at(figure)], korean)
    ):
        actor = None  # 정부 stands nearer to the verb
    if actor and subject and frames.grants["bodies"].search(text, subject.end, max(subject.end, figure.value.start)):
        actor = None  # and so do 시, 재단
    if actor and frames.grants["not_funder"].search(actor.name):
        actor = None
    asked = Asked(figure, frozenset(named), state, previous, document, frames)
    funder, funder_from = korean_funder(asked, actor)
    if korean and (calls := caller(figure, document, frames)):
        recipients, how = (), None
        funder, funder_from = (calls.names[0] if len(calls.names) == 1 else None), "head of the call"
    firm = actor.kind in ("company", "media") if actor else firm_word and not receiving
    acts = actor is not None and (actor.kind in GIVERS or frames.grants["giver_name"].search(actor.name) is not None)
    each = frames.grants["each"].search(text, figure.start, figure.end) is not None
    together = subject.names[1:] if subject and actor and each and not recipients and len(subject.names) > 1 else ()
    each = each or (how or "").startswith(("in order", "winners", "set of the sentence before"))
    return Parties(funder, funder_from, recipients, how, state, firm, acts, each, together)


def _english(
    figure: Figure, sides: Sides, previous: Given | None, document: Document, frames: LanguageFrames
) -> Parties:
    """The parties by the sides that the sentence itself shows; else the giver of the article."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    named = {identity(n) for n in sides.recipients}
    state = _word_subject(frames.grants["state"], text[start : verb_at(figure)], korean=False)
    givers = tuple(n for n in sides.giver if identity(n) not in named)
    actor = givers[0] if givers and not frames.grants["not_funder"].search(givers[0].name) else None
    funder, funder_from = actor, sides.giver_from if actor else None
    if actor is None and not sides.unnamed:
        funder, funder_from = funder_of(figure, named, state, previous, document, frames)
    each = frames.grants["each"].search(text, figure.start, figure.end) is not None
    acting = actor is not None and sides.giver_from == "subject"
    firm_word = not sides.receiving and frames.grants["firm"].search(sides.doer.words) is not None
    firm = actor.kind in ("company", "media") if acting and actor else firm_word
    acts = acting and actor is not None and gives(actor, frames)
    together = givers[1:] if each and not sides.recipients else ()
    return Parties(funder, funder_from, sides.recipients, sides.recipients_from, state, firm, acts, each, together)


def sense_of(figure: Figure) -> str | None:
    """The governing predicate's sense; to be given something (지원받다, was awarded) is to get it."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None:
        return None
    if figure.governor and hoped(figure.governor):
        return "get"
    given = hit.voice == "receive" or (hit.voice == "passive" and hit.inflection)
    return "get" if given and hit.predicate.sense in ("give", "set") else hit.predicate.sense


def _receiving(figure: Figure, subject: Role | None, label: Label | None, text: str, frames: LanguageFrames) -> bool:
    """To receive, to use goods that each gets, or, for a region, to secure money of the state."""
    sense = sense_of(figure)
    if sense == "secure" and subject is not None:
        local = frames.grants["local_body"].fullmatch(subject.names[0].name)
        return subject.names[0].kind not in GIVERS or local is not None
    if (
        sense in ("shrink", "grow", "same", None)
        and subject is not None
        and frames.grants["onto"].match(text, figure.value.end)
    ):
        return subject.names[0].kind not in GIVERS
    if sense is None and subject is not None and label is not None and frames.grants["handed_down"].search(label.text):
        local = frames.grants["local_body"].fullmatch(subject.names[0].name)
        return subject.names[0].kind not in GIVERS or local is not None
    part = sense == "spend" and frames.grants["part_of"].search(text, figure.start, figure.value.start) is not None
    if part and subject is not None and subject.names[0].kind in ("university", "institute", "association"):
        return True
    goods = isinstance(figure.value, QuantityValue)
    using = goods and sense == "spend" and frames.grants["each"].search(text, figure.start, figure.end) is not None
    return sense == "get" or using or (goods and sense == "borrow")


def _word_subject(pattern: re.Pattern[str], lead: str, korean: bool) -> bool:
    return _as_subject(pattern.pattern, korean).search(lead) is not None


@cache
def _as_subject(words: str, korean: bool) -> re.Pattern[str]:
    """The words of a pattern with the particle of a subject behind them."""
    particles = "(?:은|는|이|가|도|에서)(?=[ ,]|$)" if korean else r"\b"
    return re.compile(rf"(?:{words}){particles}")
