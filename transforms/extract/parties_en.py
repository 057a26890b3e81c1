"""Who gives and who receives in English: by order around the verb, by preposition, by what was named before.

`give X $5m`, `$5m to X`, `X was promised $5m`, `X will get $5m from Y`, `signed an award of $5m with X`, `pulled $5m
from X`; in a series (`Intel was offered $8m and TSMC $6m`) the name right before a figure is its recipient.
"""

import re

from transforms.extract.document import Document
from transforms.extract.figures import Figure, hoped
from transforms.extract.frames import Role
from transforms.extract.members import NOBODY, Found, from_set
from transforms.extract.recipients import Given
from transforms.extract.slots import head_of_line
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

STEM = 7  # letters by which a description is matched with a name (the northwestern hub)
TO = ("to", "with")
GIVERS = ("government", "agency")
HEAD = "head of the line"


def receives(figure: Figure) -> bool:
    """Whether the subject of the governing verb receives: get, win, or was given."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None or figure.governor is None or hit.start > figure.value.start:
        return False
    return (
        hit.predicate.sense == "get"
        or hoped(figure.governor)
        or (hit.predicate.sense == "give" and hit.voice == "passive")
    )


def subject_of(figure: Figure) -> Role | None:
    """The nearest name before the verb that no preposition governs; without a verb, before the figure."""
    hit = figure.governor.predicate if figure.governor else None
    limit = hit.start if hit and hit.start < figure.value.start else figure.value.start
    before = [r for r in figure.roles if r.end <= limit and r.marker is None]
    return before[-1] if before else None


def recipients_in(
    figure: Figure, subject: Role | None, previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    """The recipients and how they were found; nobody where the text names none."""
    text, value = document.article.body, figure.value
    verb = figure.governor.predicate if figure.governor else None
    sense = verb.predicate.sense if verb else None
    for role in figure.roles:
        gap = text[role.end : value.start] if role.end <= value.start else None
        if gap is not None and role.marker is None and frames.grants["adjacent"].fullmatch(gap):
            return role.names, "right before the figure"
    near = previous is not None and previous.sentence == figure.sentence - 1 and not figure.roles
    if near and previous and frames.grants["part"].search(text, figure.start, value.start):
        return previous.recipients, "a part of the grant before"
    if (head := head_of_line(figure, document)) and not _gives_from_head(figure, head, document, frames):
        return head.names, HEAD
    marks = ("from", "to") if sense == "cancel" else TO
    if frames.grants["unknown_before"].search(text, max(0, value.start - 60), value.start):
        return NOBODY
    behind = [r for r in figure.roles if value.end <= r.start < _limit(figure, document, frames) and r.marker in marks]
    if behind and not receives(figure):
        return behind[0].names, f"preposition {behind[0].marker}"
    relative = frames.grants["to_which"].search(text, max(0, value.start - 160), value.start)
    if relative and (named := [r for r in figure.roles if r.end <= relative.start() + 1]):
        return named[-1].names, "to which"
    if sense == "cancel" and verb is not None and subject and verb.start > value.end:
        return subject.names, "whose figure is cancelled"
    if frames.grants["holds"].search(text[max(0, value.start - 24) : value.start]):
        held = [r for r in figure.roles if r.end <= value.start and r.names[0].kind in GIVERS]
        return (held[-1].names, "holder") if held else NOBODY
    if frames.grants["we"].search(text, value.end, document.sentences[figure.sentence].end):
        own = [n for n in document.names.get("body", ()) if n.kind not in (*GIVERS, "media")]
        return ((own[0],), "the speaker's own body") if own else NOBODY
    if receives(figure):
        return _receiver(figure, subject, previous, document, frames)
    if (found := from_set(figure, document, frames)) != NOBODY:
        return found
    anaphor = frames.grants["that_company"].search(text, max(0, value.start - 40), value.start)
    return _topic(figure, document, frames) if anaphor else NOBODY


def _gives_from_head(figure: Figure, head: Role, document: Document, frames: LanguageFrames) -> bool:
    """Whether the body at the head of the line gives (X Foundation: $2m to Y), not gets (X: $2m for its plant)."""
    name = head.names[0]
    behind = any(
        r.marker == "to" and figure.value.end <= r.start < _limit(figure, document, frames) for r in figure.roles
    )
    return behind or name.kind in GIVERS or frames.grants["giver_name"].search(name.name) is not None


def _limit(figure: Figure, document: Document, frames: LanguageFrames) -> int:
    """How far behind a figure its preposition may stand: to the next figure or the end of the part of the sentence."""
    text = document.article.body
    end = document.sentences[figure.sentence].end
    later = [v.start for v in document.money.get("body", ()) if v.start > figure.value.start]
    stop = frames.grants["part_end"].search(text, figure.value.end, end)
    return min([end, *later[:1], *([stop.start()] if stop else [])])


def _receiver(
    figure: Figure, subject: Role | None, previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    text, sentence = document.article.body, document.sentences[figure.sentence]
    verb = figure.governor.predicate if figure.governor else None
    at = verb.start if verb else figure.value.start
    lead = text[max(figure.start, at - 70) : at]
    if frames.grants["set_words"].search(lead):
        found = from_set(figure, document, frames)
        plural = frames.grants["shared"].search(text, sentence.start, sentence.end)
        return found if found != NOBODY or plural else _topic(figure, document, frames)
    if frames.grants["shared"].search(text, figure.value.end, min(sentence.end, figure.value.end + 24)):
        return NOBODY
    if frames.grants["relative"].search(text, max(sentence.start, at - 40), at):
        return NOBODY
    if frames.grants["infinitive"].search(text[max(sentence.start, at - 16) : at]):
        return NOBODY
    if subject and len(text[subject.end : at]) < 90 and subject.names[0].kind not in ("media",):
        return subject.names, "subject of receiving"
    return _topic(figure, document, frames)


def _topic(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The body that the text was about before: the last one named that is no public giver.

    A sentence that opens with a name that we do not know is about that one.
    """
    before = [
        n for n in document.names.get("body", ()) if n.end <= figure.value.start and n.kind not in (*GIVERS, "media")
    ]
    sentence = document.sentences[figure.sentence]
    opens_known = any(r.start - sentence.start < 6 for r in figure.roles)
    if not (opens_known or frames.grants["opener"].match(sentence.text)):
        return NOBODY
    described = {
        w[:STEM].lower() for w in document.article.body[sentence.start : figure.value.start].split() if len(w) >= STEM
    }
    meant = [n for n in before if described & {w[:STEM].lower() for w in n.name.split() if len(w) >= STEM}]
    return (((meant or before)[-1],), "topic") if before else NOBODY


def body_word(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """`the department`, `the ministry`: the public body last named whose name holds that word."""
    sentence = document.sentences[figure.sentence]
    words = [
        m.group().split()[-1].lower()
        for m in frames.grants["bodies"].finditer(document.article.body, sentence.start, figure.value.start)
    ]
    for word in reversed(words):
        named = [
            n
            for n in document.names.get("body", ())
            if n.end <= figure.value.start and re.search(rf"\b{word}\b", n.name, re.I)
        ]
        if named:
            return named[-1]
    return None
