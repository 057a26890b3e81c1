"""Who receives an English figure: its objects, its owner, the subject that gets it, a set, or as the one before."""

from transforms.extract.actors import gives
from transforms.extract.document import Document
from transforms.extract.doers_en import Doer
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.members import NOBODY, PAIRS_MIN, Found, from_set
from transforms.extract.placed_en import acts_by, gives_from_head, in_turn, placeless, reach_of, sense_is
from transforms.extract.recipients_before import Given
from transforms.extract.referents_en import referent, subject_before
from transforms.extract.slots import head_of_line
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

GIVERS = ("government", "agency")
HEAD = "head of the line"
SHORT = 24  # code points before a figure in which what it is a share of stands
HEAD_MAX = 8  # code points of a segment within which the body at its head begins
NEAR = 60  # code points between a body and the relative word that means it
SOON = 2  # sentences after a grant in which others give beside it


def recipients_in(
    figure: Figure,
    doer: Doer,
    receiving: bool,
    gap: Role | None,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> Found:
    """The recipients and how they were found; nobody where the text names none."""
    text, value = document.article.body, figure.value
    if row := _row(figure, doer, receiving, text, frames):
        return (row,), "in order"
    if gap:
        return gap.names, "right before the figure"
    if receiving:
        received = _receiver(figure, doer, document, frames)
        return received if received != NOBODY else _objects(figure, doer, False, document, frames) or NOBODY
    cancelling = figure.governor is not None and sense_is(figure, "cancel")
    if objects := _objects(figure, doer, cancelling, document, frames):
        return objects
    if (head := head_of_line(figure, document)) and not gives_from_head(figure, head, document, frames):
        return head.names, HEAD
    if held := _holder(figure, doer, document, frames):
        return held
    if frames.grants["we"].search(text, value.end, document.sentences[figure.sentence].end):
        own = [n for n in document.names.get("body", ()) if n.kind not in (*GIVERS, "media")]
        return ((own[0],), "the speaker's own body") if own else NOBODY
    found = from_set(figure, document, frames)
    if found != NOBODY and not set(found[0]) <= set(doer.names):  # X and Y each put in $20m
        return found
    return _as_before(figure, previous, document, frames)


def _row(figure: Figure, doer: Doer, receiving: bool, text: str, frames: LanguageFrames) -> NameValue | None:
    """The member in the figure's place of names that get figures in one order (pay X and Y $5m and $3m each)."""
    if figure.count < PAIRS_MIN or not frames.grants["ordered"].search(text, figure.clause.start, figure.clause.end):
        return None
    rows = [r for r in figure.roles if len(r.names) == figure.count and (receiving or r.names != doer.names)]
    return rows[-1].names[figure.position] if rows else None


def _objects(figure: Figure, doer: Doer, cancelling: bool, document: Document, frames: LanguageFrames) -> Found | None:
    """Who stands as the object of giving before the figure, or behind `to`, `with` or `for` around it."""
    text, value = document.article.body, figure.value
    for role in figure.roles:
        gap = text[role.end : value.start] if role.end <= value.start and role.start != doer.start else None
        if gap is not None and role.marker is None and frames.grants["adjacent"].fullmatch(placeless(gap, frames)):
            return role.names, "right before the figure"
    marks = ("from", "to") if cancelling else ("to", "with", "for")
    stop = reach_of(figure, document, frames)
    behind = [r for r in figure.roles if value.end <= r.start < stop and r.marker in marks]
    to = [r for r in behind if r.marker != "for"] or [r for r in behind if not _public(r, frames)]
    if to and not (to[0].marker == "with" and not sense_is(figure, "sign")):
        names = _without_next(to[0], document, frames)
        return in_turn(figure, names, text, frames), f"preposition {to[0].marker}"
    relative = frames.grants["to_which"].search(text, max(0, value.start - 160), value.start)
    if relative and (named := [r for r in figure.roles if relative.start() - NEAR <= r.end <= relative.start() + 1]):
        return named[-1].names, "to which"
    hit = figure.governor.predicate if figure.governor else None
    ahead = [r for r in figure.roles if hit and hit.end <= r.start and r.end <= value.start and r.marker == "to"]
    if ahead:
        others = tuple(n for n in ahead[-1].names if n not in doer.names)
        return in_turn(figure, others, text, frames), "preposition to"
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


def _without_next(role: Role, document: Document, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The names of a group without a last one that has the next figure (to X, and Y $2m)."""
    end, text = role.names[-1].end, document.article.body
    following = next((v for v in document.money.get("body", ()) if v.start >= end), None)
    taken = following is not None and frames.grants["adjacent"].fullmatch(text[end : following.start])
    return role.names[:-1] if taken and len(role.names) > 1 else role.names


def _public(role: Role, frames: LanguageFrames) -> bool:
    """Whether a role is of bodies of the state, which mostly give."""
    local = frames.grants["local_body"].fullmatch
    return all(n.kind in GIVERS and not local(n.name) for n in role.names)


def _holder(figure: Figure, doer: Doer, document: Document, frames: LanguageFrames) -> Found | None:
    """Whose the figure is: X's $5m grant, its $5m budget, Y runs it on a budget of $5m, Z with $5m."""
    text, value = document.article.body, figure.value
    share = frames.grants["owners_share"].search(text, max(figure.start, value.start - 60), value.start)
    if share and (sharers := [r for r in figure.roles if r.end == share.start() and not gives(r.names[0], frames)]):
        return sharers[-1].names, "share"
    owner = frames.grants["owners"].search(text, max(figure.start, value.start - 60), value.start)
    if owner:
        owners = [r for r in figure.roles if r.end == owner.start()]
        if owners and not _public(owners[-1], frames):
            return owners[-1].names, "owner"
    its = frames.grants["its_own"].search(text, max(figure.start, value.start - 40), value.start)
    if its and not acts_by(figure, ("give", "set")):
        owner_named = doer.names or ((subject,) if (subject := subject_before(its.start(), document, frames)) else ())
        kept = text[value.end : value.end + SHORT].lstrip().startswith("budget")
        if owner_named and (kept or not gives(owner_named[0], frames)):
            return owner_named, "owner"
    opening = next((r for r in figure.roles if r.marker is None and r.start - figure.start < HEAD_MAX), None)
    if frames.grants["on_budget"].search(text, figure.start, value.start) and (doer.names or opening):
        return doer.names or (opening.names if opening else ()), "holder"
    start = document.sentences[figure.sentence].start
    if frames.grants["under_grant"].search(text[start : value.start]):
        later = [n for r in figure.roles if r.start > value.end for n in r.names]
        closing = next((n for n in later if text[: n.start].endswith((", ", ", the "))), None)
        if closing:
            return (closing,), "under its grant"
    if frames.grants["with_sum"].search(text[max(0, value.start - SHORT) : value.start]):
        before = [r for r in figure.roles if r.end <= value.start and r.start >= figure.start]
        if beside := [r for r in before if not _public(r, frames)]:
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
    beside = acts_by(figure, ("give",)) and frames.grants["beside"].search(text, figure.start, figure.value.start)
    others = frames.grants["for_others"].match(text, figure.value.end)
    return (previous.recipients, "as before") if part or (beside and not others) else NOBODY


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
    if frames.cues["thing"].search(doer.words):
        return NOBODY  # its training programme is to get $5m
    if doer.names and doer.names[0].kind != "media":
        return in_turn(figure, doer.names, text, frames), "subject of receiving"
    return NOBODY
