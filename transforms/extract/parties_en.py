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
from transforms.extract.placed_en import acts_by, gapped, gives_from_head, has_indirect, in_turn, lemma_of, reach_of
from transforms.extract.recipients_before import Given
from transforms.extract.recipients_en import HEAD, recipients_in
from transforms.extract.slots import head_of_line
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

GIVING = ("give", "set", "spend", "cost", "sign", "cancel", "invest", "choose")


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
    gap = gapped(figure, document, frames)
    if gap and not receiving and not has_indirect(figure, document, frames):
        doer, gap = Doer(gap.names, gap.start, gap.end, "name"), None
    recipients, how = recipients_in(figure, doer, receiving, gap, previous, document, frames)
    giver, giver_from = _giver(figure, doer, receiving, document, frames)
    if how == "as before" and any(n.name == r.name for n in giver for r in recipients):
        recipients, how = (), None
    unnamed = not giver and _somebody(doer, document, frames) and not receiving and acts_by(figure, GIVING[:1])
    return Sides(giver, giver_from, recipients, how, doer, receiving, unnamed)


def _opening_giver(figure: Figure, frames: LanguageFrames) -> Doer | None:
    """Without a verb that we know, the giver that stands before the figure (NSERC has a C$300m fund)."""
    before = [r for r in figure.roles if figure.start <= r.start and r.end <= figure.value.start and r.marker is None]
    givers = [r for r in before if gives(r.names[0], frames)]
    return Doer(givers[0].names, givers[0].start, givers[0].end, "opening") if givers else None


def _somebody(doer: Doer, document: Document, frames: LanguageFrames) -> bool:
    """Whether the subject is people or a body without a name that we know, and no programme or grant."""
    programme = any(p.field == "body" and p.start < doer.end <= p.end + 1 for p in document.programmes)
    if doer.how == "pronoun" and not doer.names:
        return re.match(r"[Tt]he\b", doer.words) is not None
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


def _giver(
    figure: Figure, doer: Doer, receiving: bool, document: Document, frames: LanguageFrames
) -> tuple[tuple[NameValue, ...], str | None]:
    text = document.article.body
    stop = document.sentences[figure.sentence].end if receiving else reach_of(figure, document, frames)
    head = head_of_line(figure, document)
    if head and gives_from_head(figure, head, document, frames):
        return head.names, HEAD
    if doer.how == "opening":
        return doer.names, "subject"
    gives_out = acts_by(figure, GIVING) or (acts_by(figure, ("get",)) and lemma_of(figure) == "share")
    owns = receiving and doer.how in ("owner", "pronoun") and frames.cues["thing"].search(doer.words)
    if doer.names and (owns or (not receiving and gives_out)):
        return in_turn(figure, doer.names, text, frames), "subject"
    for role in figure.roles:
        if (
            figure.value.end <= role.start < stop
            and role.marker in ("from", "by")
            and frames.grants["given_by"].search(text[figure.value.end : role.start])
        ):
            return role.names, f"preposition {role.marker}"
    return (), None


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
