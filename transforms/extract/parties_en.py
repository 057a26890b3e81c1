"""Who gives and who receives in English: by the verb's subject and objects, by preposition, by what was named before.

`give X $5m`, `$5m to X`, `X was promised $5m`, `X will get $5m from Y`, `signed an award of $5m with X`, `pulled $5m
from X`, `$5m went to X`; in a series (`Intel was offered $8m and TSMC $6m`) the name right before a figure plays the
part that the first name played; `respectively` pairs names and figures.
"""

import re
from dataclasses import dataclass

from transforms.extract.actors import gives
from transforms.extract.document import Document
from transforms.extract.doers_en import Doer, doer_of_figure
from transforms.extract.figures import Figure, hoped
from transforms.extract.frames import Role
from transforms.extract.members import NOBODY, Found, from_set
from transforms.extract.recipients import Given
from transforms.extract.referents_en import referent
from transforms.extract.slots import head_of_line
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

GIVERS = ("government", "agency")
HEAD = "head of the line"
GIVING = ("give", "set", "spend", "cost", "sign", "cancel", "invest", "choose")
SOON = 2  # sentences after a grant in which others give beside it
SHORT = 24  # code points before a figure in which what it is a share of stands


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a figure and how each was found; `unnamed` where somebody without a name gives it."""

    giver: tuple[NameValue, ...]
    giver_from: str | None
    recipients: tuple[NameValue, ...]
    recipients_from: str | None
    doer: Doer
    receiving: bool
    unnamed: bool


def sides_of(figure: Figure, previous: Given | None, document: Document, frames: LanguageFrames) -> Sides:
    """Who gives and who receives by the sentence itself, and by the sets and words for bodies that it uses."""
    doer, receiving = doer_of_figure(figure, document, frames), receives(figure, document, frames)
    if doer.how == "nobody":
        doer = _opening_giver(figure, frames) or doer
    gap = _gapped(figure, document, frames)
    if gap and not receiving and not _indirect(figure, document, frames):
        doer, gap = Doer(gap.names, gap.start, gap.end, "name"), None
    recipients, how = _recipients(figure, doer, receiving, gap, previous, document, frames)
    giver, giver_from = _giver(figure, doer, receiving, document, frames)
    if how == "as before" and any(n.name == r.name for n in giver for r in recipients):
        recipients, how = NOBODY
    unnamed = not giver and _somebody(doer, document, frames) and not receiving and _active(figure, GIVING[:1])
    return Sides(giver, giver_from, recipients, how, doer, receiving, unnamed)


def _opening_giver(figure: Figure, frames: LanguageFrames) -> Doer | None:
    """Without a verb that we know, the giver that stands before the figure (NSERC has a C$300m fund)."""
    before = [r for r in figure.roles if figure.start <= r.start and r.end <= figure.value.start and r.marker is None]
    givers = [r for r in before if gives(r.names[0], frames)]
    return Doer(givers[0].names, givers[0].start, givers[0].end, "opening") if givers else None


def _somebody(doer: Doer, document: Document, frames: LanguageFrames) -> bool:
    """Whether the subject is people or a body without a name that we know, and no programme or grant."""
    programme = any(p.field == "body" and p.start < doer.end <= p.end + 1 for p in document.programmes)
    return doer.how == "somebody" and not programme and frames.cues["thing"].search(doer.words) is None


def receives(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the subject of the governing verb receives: get, win, or was given; not who shares a sum among others."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None or figure.governor is None or hit.start > figure.value.start:
        return False
    if hit.predicate.lemma == "share":
        end = document.sentences[figure.sentence].end
        return frames.grants["among_others"].match(document.article.body, figure.value.end, end) is None
    passive = hit.predicate.sense == "give" and hit.voice == "passive"
    return hit.predicate.sense == "get" or hoped(figure.governor) or passive


def _active(figure: Figure, senses: tuple[str, ...]) -> bool:
    hit = figure.governor.predicate if figure.governor else None
    if hit is None or hit.start > figure.value.start or hit.voice != "active":
        return False
    return hit.predicate.sense in senses


def _gapped(figure: Figure, document: Document, frames: LanguageFrames) -> Role | None:
    """The name right before a figure of a series, whose verb stands before an earlier figure."""
    text = document.article.body
    hit = figure.governor.predicate if figure.governor else None
    for role in figure.roles:
        near = role.end <= figure.value.start and role.marker is None
        if near and frames.grants["adjacent"].fullmatch(_placeless(text[role.end : figure.value.start], frames)):
            money = document.money.get("body", ())
            between = hit is not None and any(hit.end <= v.start and v.end <= role.start for v in money)
            return role if between else None
    return None


def _placeless(gap: str, frames: LanguageFrames) -> str:
    """The words between a name and a figure without those that say where the body is."""
    placed = frames.cues["placed"].match(gap)
    return gap[placed.end() :] if placed else gap


def _indirect(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the verb has a name and a figure right behind it (gave X $5m and Y $3m)."""
    hit = figure.governor.predicate if figure.governor else None
    first = next((r for r in figure.roles if hit and r.start >= hit.end), None)
    if hit is None or first is None or document.article.body[hit.end : first.start].strip() not in ("", "the"):
        return False
    values = (v for v in document.money.get("body", ()) if v.start >= first.end)
    value = next(values, None)
    return value is not None and bool(
        frames.grants["adjacent"].fullmatch(document.article.body[first.end : value.start])
    )


def _giver(
    figure: Figure, doer: Doer, receiving: bool, document: Document, frames: LanguageFrames
) -> tuple[tuple[NameValue, ...], str | None]:
    text = document.article.body
    stop = _limit(figure, document, frames)
    head = head_of_line(figure, document)
    if head and _gives_from_head(figure, head, document, frames):
        return head.names, HEAD
    if doer.how == "opening":
        return doer.names, "subject"
    if doer.how in ("name", "owner", "pronoun") and doer.names and not receiving and _active(figure, GIVING):
        return _in_turn(figure, doer.names, text, frames), "subject"
    for role in figure.roles:
        if (
            figure.value.end <= role.start < stop
            and role.marker in ("from", "by")
            and frames.grants["given_by"].search(text, figure.value.end, role.start)
        ):
            return role.names, f"preposition {role.marker}"
    return (), None


def _in_turn(figure: Figure, names: tuple[NameValue, ...], text: str, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """Of names and figures in one order (respectively) the one in the figure's place."""
    paired = frames.grants["ordered"].search(text, figure.clause.start, figure.clause.end)
    if paired and figure.count == len(names) and figure.position < len(names):
        return (names[figure.position],)
    return names


def _recipients(
    figure: Figure,
    doer: Doer,
    receiving: bool,
    gap: Role | None,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> Found:
    text, value = document.article.body, figure.value
    if gap:
        return gap.names, "right before the figure"
    if receiving:
        return _receiver(figure, doer, document, frames)
    cancelling = figure.governor is not None and sense_is(figure, "cancel")
    if found := _objects(figure, cancelling, document, frames):
        return found
    if (head := head_of_line(figure, document)) and not _gives_from_head(figure, head, document, frames):
        return head.names, HEAD
    if found := _holder(figure, doer, document, frames):
        return found
    if frames.grants["we"].search(text, value.end, document.sentences[figure.sentence].end):
        own = [n for n in document.names.get("body", ()) if n.kind not in (*GIVERS, "media")]
        return ((own[0],), "the speaker's own body") if own else NOBODY
    if (found := from_set(figure, document, frames)) != NOBODY:
        return found
    return _as_before(figure, previous, document, frames)


def sense_is(figure: Figure, sense: str) -> bool:
    """Whether the governing verb has a sense."""
    hit = figure.governor.predicate if figure.governor else None
    return hit is not None and hit.predicate.sense == sense


def _objects(figure: Figure, cancelling: bool, document: Document, frames: LanguageFrames) -> Found | None:
    """Who stands as the object of giving before the figure, or behind `to`, `with` or `for` around it."""
    text, value = document.article.body, figure.value
    for role in figure.roles:
        gap = text[role.end : value.start] if role.end <= value.start else None
        if gap is not None and role.marker is None and frames.grants["adjacent"].fullmatch(_placeless(gap, frames)):
            return role.names, "right before the figure"
    marks = ("from", "to") if cancelling else ("to", "with", "for")
    stop = _limit(figure, document, frames)
    behind = [r for r in figure.roles if value.end <= r.start < stop and r.marker in marks]
    to = [r for r in behind if r.marker != "for"] or [r for r in behind if not _public(r, frames)]
    if to and not (to[0].marker == "with" and not sense_is(figure, "sign")):
        return _in_turn(figure, to[0].names, text, frames), f"preposition {to[0].marker}"
    relative = frames.grants["to_which"].search(text, max(0, value.start - 160), value.start)
    if relative and (named := [r for r in figure.roles if r.end <= relative.start() + 1]):
        return named[-1].names, "to which"
    hit = figure.governor.predicate if figure.governor else None
    ahead = [r for r in figure.roles if hit and hit.end <= r.start and r.end <= value.start and r.marker == "to"]
    if ahead:
        return _in_turn(figure, ahead[-1].names, text, frames), "preposition to"
    described = frames.grants["to_description"].match(text, value.end, stop)
    if described and (means := referent(described, document, frames)):
        return (means,), "a word for the body"
    ahead = [r for r in figure.roles if r.end <= value.start and r.marker is None]
    if cancelling and hit is not None and hit.start > value.end and ahead:
        return ahead[-1].names, "whose figure is cancelled"
    given = frames.grants["described_object"].search(text, figure.start, value.start)
    if given and (means := referent(given, document, frames)):
        return (means,), "a word for the body"
    return None


def _public(role: Role, frames: LanguageFrames) -> bool:
    """Whether a role is of bodies of the state, which mostly give."""
    local = frames.grants["local_body"].fullmatch
    return all(n.kind in GIVERS and not local(n.name) for n in role.names)


def _holder(figure: Figure, doer: Doer, document: Document, frames: LanguageFrames) -> Found | None:
    """Whose the figure is: X's $5m grant, its $5m budget, Y runs it on a budget of $5m, Z with $5m."""
    text, value = document.article.body, figure.value
    owner = frames.grants["owners"].search(text, max(figure.start, value.start - 60), value.start)
    if owner:
        owners = [r for r in figure.roles if r.end == owner.start()]
        if owners and not _public(owners[-1], frames):
            return owners[-1].names, "owner"
    its = frames.grants["its_own"].search(text, max(figure.start, value.start - 40), value.start)
    if its and not _active(figure, ("give", "set")):
        names = doer.names
        if names:
            return names, "owner"
    if frames.grants["on_budget"].search(text, figure.start, value.start) and doer.names:
        return doer.names, "holder"
    if frames.grants["with_sum"].search(text[max(0, value.start - SHORT) : value.start]):
        beside = [r for r in figure.roles if r.end <= value.start and r.start >= figure.start and not _public(r, frames)]
        if beside:
            return beside[0].names, "share"
    if frames.grants["holds"].search(text[max(0, value.start - SHORT) : value.start]):
        held = [r for r in figure.roles if r.end <= value.start and r.names[0].kind in GIVERS]
        return (held[-1].names, "holder") if held else NOBODY
    return None


def _as_before(figure: Figure, previous: Given | None, document: Document, frames: LanguageFrames) -> Found:
    """A part of the grant before goes to whom the whole went; so does what others give beside it."""
    if previous is None or not previous.recipients:
        return NOBODY
    text, sentence = document.article.body, document.sentences[figure.sentence]
    if previous.paragraph != sentence.paragraph or figure.sentence - previous.sentence > SOON:
        return NOBODY
    part = frames.grants["part"].search(text, figure.start, figure.value.start)
    beside = _active(figure, ("give",)) and frames.grants["beside"].search(text, figure.start, figure.value.start)
    return (previous.recipients, "as before") if part or beside else NOBODY


def _receiver(figure: Figure, doer: Doer, document: Document, frames: LanguageFrames) -> Found:
    text, sentence = document.article.body, document.sentences[figure.sentence]
    verb = figure.governor.predicate if figure.governor else None
    at = verb.start if verb else figure.value.start
    if frames.grants["set_words"].search(text[max(sentence.start, at - 70) : at]) and not doer.names:
        found = from_set(figure, document, frames)
        if found != NOBODY:
            return found
    if frames.grants["shared"].search(text, figure.value.end, min(sentence.end, figure.value.end + SHORT)):
        return NOBODY
    several = frames.cues["plural"].search(doer.words) or frames.cues["together"].search(
        text[max(sentence.start, at - 30) : at]
    )
    if several or (verb and verb.predicate.lemma == "share"):
        return NOBODY  # one sum for several
    if doer.names and doer.names[0].kind != "media":
        return _in_turn(figure, doer.names, text, frames), "subject of receiving"
    return NOBODY


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


def body_word(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """`the department`, `the ministry`: the public body last named whose name holds that word."""
    sentence = document.sentences[figure.sentence]
    for word in reversed(
        [
            m.group().split()[-1].lower()
            for m in frames.grants["bodies"].finditer(document.article.body, sentence.start, figure.value.start)
        ]
    ):
        named = [
            n
            for n in document.names.get("body", ())
            if n.end <= figure.value.start and re.search(rf"\b{word}\b", n.name, re.I)
        ]
        if named:
            return named[-1]
    return None
