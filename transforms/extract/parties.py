"""Who gives and who receives: the roles around a figure, and the rest of the article where they are silent."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure, hoped
from transforms.extract.frames import Role
from transforms.extract.labels import Label
from transforms.extract.parties_en import body_word, receives, recipients_in, subject_of
from transforms.extract.recipients import Given, gives_in_order, recipients_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue, QuantityValue

SUBJECT = ("은", "는", "이", "가", "도", "께서", "만")
SOURCE = ("에서", "로부터", "으로부터", "에게서", "from")
GIVERS = ("government", "agency")
SPLITS = ("province", "city", "county", "district")  # whose money the label says, by the ending of the body's name
ENDINGS = {"province": ("도", "도청"), "city": ("시",), "county": ("군",), "district": ("구",)}


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
    korean = document.lang == "ko"
    text = document.article.body
    if korean:
        subject = _subject(figure, frames)
        receiving = _receiving(figure, subject, label, text, frames)
        recipients, how = recipients_of(figure, subject, receiving, previous, document, frames)
    else:
        subject, receiving = subject_of(figure), receives(figure)
        recipients, how = recipients_in(figure, subject, previous, document, frames)
    named = {identity(n) for n in recipients}
    lead = text[document.sentences[figure.sentence].start : _verb_at(figure)]
    state = _word_subject(frames.grants["state"], lead, korean)
    chosen = frames.grants["set_words"].search(lead) is not None  # 선정된 기업은: the recipients, no firm of its own
    firm_word = not chosen and _word_subject(frames.grants["firm"], lead, korean)
    row = gives_in_order(figure, frames, text)
    subject = replace(row, names=(row.names[figure.position],)) if row else subject
    actor = subject.names[0] if subject and identity(subject.names[0]) not in named and not receiving else None
    if actor and frames.grants["not_funder"].search(actor.name):
        actor = None
    if actor and not korean and subject and _another_acts(figure, subject, text, frames):
        actor = None
    funder, funder_from = _funder(figure, actor, named, state, previous, document, frames)
    firm = actor.kind in ("company", "media") if actor else firm_word and not receiving
    acts = actor is not None and (actor.kind in GIVERS or frames.grants["giver_name"].search(actor.name) is not None)
    each = frames.grants["each"].search(text, figure.start, figure.end) is not None
    together = subject.names[1:] if subject and actor and each and not recipients and len(subject.names) > 1 else ()
    each = each or (how or "").startswith(("in order", "set of the sentence before"))
    return Parties(funder, funder_from, recipients, how, state, firm, acts, each, together)


def identity(name: NameValue) -> str:
    """The lexicon's key, else the name: what makes two mentions one body within an article."""
    return name.key or name.name


def sense_of(figure: Figure) -> str | None:
    """The governing predicate's sense; to be given something (지원받다, was awarded) is to get it."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None:
        return None
    if figure.governor and hoped(figure.governor):
        return "get"
    given = hit.voice == "receive" or (hit.voice == "passive" and hit.inflection)
    return "get" if given and hit.predicate.sense == "give" else hit.predicate.sense


def _verb_at(figure: Figure) -> int:
    """Where the governing predicate begins, at least the figure's own start."""
    hit = figure.governor.predicate if figure.governor else None
    return max(figure.value.start, hit.start if hit else 0)


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
    goods = isinstance(figure.value, QuantityValue)
    using = goods and sense == "spend" and frames.grants["each"].search(text, figure.start, figure.end) is not None
    return sense == "get" or using


def _word_subject(pattern: re.Pattern[str], lead: str, korean: bool) -> bool:
    particles = "(?:은|는|이|가|도|에서)(?=[ ,]|$)" if korean else r"\b"
    return re.search(rf"(?:{pattern.pattern}){particles}", lead) is not None


def _subject(figure: Figure, frames: LanguageFrames) -> Role | None:
    """The nearest subject before the figure in its sentence, else before the verb.

    A public body further off goes before another kind of body, save where the verb tells a gift: the nearer one is the
    subject of a clause inside (EU가 A대와 B대가 함께하는 연구에 ... 지원한다).
    """
    subjects = [r for r in figure.roles if r.end <= _verb_at(figure) and r.marker in SUBJECT]
    before = [r for r in subjects if r.end <= figure.value.start]
    nearest = next(reversed(before or subjects), None)
    hit = figure.governor.predicate if figure.governor else None
    if nearest is None or hit is None or nearest.names[0].kind in GIVERS or hit.voice != "active":
        return nearest
    if hit.predicate.sense not in ("give", "set", "spend") or frames.grants["gift_verb"].fullmatch(hit.predicate.lemma):
        return nearest
    public = [r for r in before if r.names[0].kind in GIVERS and r.marker in ("은", "는", "이", "가")]
    return public[-1] if public else nearest


def _funder(
    figure: Figure,
    actor: NameValue | None,
    named: set[str],
    state: bool,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> tuple[NameValue | None, str | None]:
    """Explicit words first: whose money (도비), who acts, from whom, whose programme; then the discourse."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    if split := _split_body(figure, document, frames):
        return split, "whose money"
    if actor:
        return actor, "subject"
    if body := (_body_word if document.lang == "ko" else body_word)(figure, document, frames):
        return body, "a word for the body"
    near = [r for r in figure.roles if r.marker in SOURCE and figure.start <= r.start < figure.end]
    if near and frames.grants["donate"].search(text, start, figure.clause.end):
        return near[-1].names[0], f"particle {near[-1].marker}"
    if frames.grants["donate"].search(text, start, figure.end) and not state:
        return (
            (previous.funder, "before")
            if previous and previous.paragraph == _paragraph(figure, document)
            else (None, None)
        )
    owner = [r for r in figure.roles if r.marker in ("의", "과", "와", "of") and r.end <= figure.value.start]
    for role, how in [*((r, f"particle {r.marker}") for r in (*near[::-1], *owner[::-1]))]:
        if role.names[0].kind in GIVERS and (free := _free(role.names, named, frames)):
            return free, how
    discourse = document.discourse
    item = document.sentences[figure.sentence].shape == "item"
    ministry = _ministry(document, frames) if state else None
    options = (
        (ministry, "정부"),
        (discourse.actors[figure.sentence], "section"),
        (None if item else _in_paragraph(figure, document, named, frames), "paragraph"),
        (discourse.funder, "article"),
    )
    for option, how in options:
        if option and (free := _free((option,), named, frames)):
            return free, "정부" if state else how
    return None, None


def _another_acts(figure: Figure, subject: Role, text: str, frames: LanguageFrames) -> bool:
    """English: whether `the agency` stands between the last name and the verb."""
    hit = figure.governor.predicate if figure.governor else None
    return (
        hit is not None and frames.grants["bodies"].search(text, subject.end, max(subject.end, hit.start)) is not None
    )


def _ministry(document: Document, frames: LanguageFrames) -> NameValue | None:
    """The ministry or agency of the state that the article names first: what 정부 means after it."""
    discourse = document.discourse
    named = (*([discourse.funder] if discourse.funder else []), *document.names.get("body", ()))
    national = (n for n in named if n.kind in GIVERS and not frames.grants["local_body"].fullmatch(n.name))
    return _free(national, set(), frames)


def _free(names: Iterable[NameValue], named: set[str], frames: LanguageFrames) -> NameValue | None:
    return next((n for n in names if identity(n) not in named and not frames.grants["not_funder"].search(n.name)), None)


def _paragraph(figure: Figure, document: Document) -> int:
    return document.sentences[figure.sentence].paragraph


def _split_body(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """도비 150억원 -> the province last named, 시비 -> the city, 군비 -> the county."""
    before = document.article.body[max(figure.start, figure.value.start - 16) : figure.value.start]
    for split in SPLITS:
        if frames.grants[split].search(before):
            wanted = ENDINGS[split]
            sections, here = document.discourse.sections, document.discourse.sections[figure.sentence]
            same = [s for i, s in enumerate(document.sentences) if sections[i] == here and s.field == "body"]
            bodies = [n for n in document.names.get("body", ()) if n.kind == "government" and n.name.endswith(wanted)]
            near = (
                within(bodies, same[0].start, same[-1].end) or [n for n in bodies if n.end <= figure.value.start][-1:]
            )
            return min(near, key=lambda n: abs(n.start - figure.value.start), default=None)
    return None


def _body_word(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """재단은, 도는, 협회가: the body last named whose name ends so."""
    sentence = document.sentences[figure.sentence]
    word = None
    for match in frames.grants["bodies"].finditer(document.article.body, sentence.start, figure.value.start):
        if not any(n.start <= match.start() < n.end for n in document.names.get("body", ())):
            word = match.group()[:-2]
    if not word:
        return None
    return next(
        (n for n in reversed(document.names.get("body", ())) if n.end <= figure.value.start and n.name.endswith(word)),
        None,
    )


def _in_paragraph(figure: Figure, document: Document, named: set[str], frames: LanguageFrames) -> NameValue | None:
    """The public body last named in the paragraph before the figure."""
    paragraph = _paragraph(figure, document)
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == paragraph)
    bodies = [n for n in within(document.names.get("body", ()), start, figure.value.start) if n.kind in GIVERS]
    return _free(reversed(bodies), named, frames)
