"""Whether verbs that tell anybody's money (spend, cost, go, bear, rise, fall) tell public money, by what is around."""

from transforms.extract.actors import GIVERS
from transforms.extract.bare_ko import answers
from transforms.extract.contexts import Context, hearsay
from transforms.extract.document import Document
from transforms.extract.doers_ko import SUBJECT, verb_at
from transforms.extract.figures import Figure
from transforms.extract.labels import Label
from transforms.extract.parties import Parties, sense_of
from transforms.lexicon.frames import LanguageFrames


def spent(
    figure: Figure,
    label: Label | None,
    parties: Parties,
    context: Context,
    public: bool,
    document: Document,
    frames: LanguageFrames,
) -> bool:
    """Whether a verb that tells anybody's money tells public money: who acts, a programme, the paragraph, a total."""
    if hearsay(figure, document) and not (label or parties.state):
        return False
    if _by_people(figure, document, frames):
        return False
    if public or context.programme or answers(figure, document, frames):
        return True
    if context.named and frames.grants["site"].search(document.article.body, figure.start, figure.value.start):
        return True
    if sense_of(figure) == "bear":
        return False  # whoever bears it otherwise bears it alone
    giver = parties.funder is not None and parties.funder.kind in GIVERS and not parties.firm
    if giver and context.here and not _others_act(figure, document, frames):
        return True
    total = frames.grants["total"].search(document.article.body, figure.start, figure.value.start)
    return (giver and total is not None) or (context.paragraph and not parties.firm and document.lang == "ko")


def _by_people(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether people are the subject of the clause, or of the one that describes the money (관광객이 쓴 돈은 2조원)."""
    clause, text = figure.governor, document.article.body
    described = clause is not None and clause.form == "adnominal"
    people = frames.grants["people"]
    if described and clause is not None and people.search(text, clause.start, clause.end):
        return True
    return sense_of(figure) == "spend" and people.search(text, figure.clause.start, figure.value.start) is not None


def _others_act(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether people or a body that is not public act in the sentence up to the verb."""
    start, end = document.sentences[figure.sentence].start, verb_at(figure)
    private = any(r.marker in SUBJECT and r.names[0].kind not in GIVERS and r.end <= end for r in figure.roles)
    return private or frames.grants["people"].search(document.article.body, start, end) is not None


def changed(
    figure: Figure, label: Label | None, parties: Parties, context: Context, text: str, frames: LanguageFrames
) -> str | None:
    """A sum that rose or fell to this figure: public by its noun, the sentence's words, or as a share given before."""
    lead = text[figure.clause.start : figure.value.start]
    spoken = frames.grants["public"].search(lead) or frames.grants["container"].search(
        text, max(0, figure.value.start - 80), figure.value.start
    )
    neutral = context.paragraph and frames.grants["neutral"].search(text, figure.clause.start, figure.value.start)
    if label or spoken or neutral or parties.state or (context.near and parties.recipients):
        return "changed sum"
    return None
