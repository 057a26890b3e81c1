"""Why a figure is no support: its noun, what the sentence does with it, the predicate, or who acts."""

import re
from functools import lru_cache

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.labels import Label
from transforms.extract.parties import Parties, sense_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

PAYING = "a payment that is no gift"
NEVER = ("earn", "fine", "forecast", "lend", "borrow", "return", "buy", "ask", "raise", "cut", "invest")
SPENDING = ("spend", "cost", "go", "bear", "set", "secure", "build")
GIVING = ("give", "get")
CORRECTION_HEAD = 24  # code points at the head of a paragraph where it says that it corrects


@lru_cache(maxsize=32)
def speaks_of(words: re.Pattern[str], paragraph: str) -> bool:
    """Whether a pattern finds something in a paragraph: asked for each of its figures, looked for once."""
    return words.search(paragraph) is not None


def refusal_of(
    figure: Figure, label: Label | None, parties: Parties, document: Document, frames: LanguageFrames
) -> str | None:
    """The reason in words why the figure is no support, or None."""
    cues, value, text = frames.grants, figure.value, document.article.body
    if _in_correction(figure, document, frames):
        return "a correction of an earlier report"
    if document.sentences[figure.sentence].text in document.article.title:
        return "the title again"
    if _heading_of_sum(figure, document):
        return "told under the heading again"
    reasons = (
        ("wrong", "a figure that is taken back"),
        ("threshold", "a threshold"),
        ("difference", "a difference"),
        ("older", "an older figure that is compared"),
        ("comparison", "a comparison"),
    )
    if cues["asked_before"].search(text[document.sentences[figure.sentence].start : value.start]):
        return "asked for, not given"
    lead = text[document.sentences[figure.sentence].start : max(value.end, figure.clause.start)]
    abroad = cues["foreign"].search(lead) is not None
    if abroad and not (parties.acts or any(n.key for n in parties.recipients)):
        return "background about another country"
    for name, reason in reasons:
        if not (name == "older" and figure.ceiling) and cues[name].match(text, value.end):
            return reason
    if cues["was"].match(text, value.end) and cues["formerly"].search(text[figure.clause.start : value.start]):
        return "an older figure that is compared"
    if cues["older_before"].search(text, max(0, value.start - 16), value.start):
        return "an older figure that is compared"
    if cues["guess"].search(text, max(0, value.start - 24), value.start):
        return "an estimate"
    if label and label.refusal and not (parties.acts and frames.grants["own_budget"].fullmatch(label.text)):
        return f"{label.refusal}: {label.text}"
    if figure.governor and figure.governor.predicate:
        return _refused_by_predicate(figure, label, parties, document, frames)
    return "a company's own money" if parties.firm or _owned(figure, frames, document) else None


def _heading_of_sum(figure: Figure, document: Document) -> bool:
    """Whether a heading tells a sum that the text tells, too."""
    sentence, value = document.sentences[figure.sentence], figure.value
    if sentence.shape != "heading" or not isinstance(value, MoneyValue):
        return False
    told = (m for m in document.money["body"] if m.start >= sentence.end)
    return any((m.amount, m.currency) == (value.amount, value.currency) for m in told)


def _owned(figure: Figure, frames: LanguageFrames, document: Document) -> bool:
    """Whether a company's genitive owns the figure (X의 연구개발비는 35조원이다), save a gift."""
    words = document.article.body[figure.clause.start : figure.value.start]
    owners = [r for r in figure.roles if r.marker == "의" and figure.clause.start <= r.start < figure.value.start]
    return any(r.names[0].kind == "company" for r in owners) and frames.grants["donate"].search(words) is None


def _in_correction(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """In a paragraph that opens as a correction, or behind its words in the sentence."""
    cue, sentence = frames.grants["correction"], document.sentences[figure.sentence]
    if cue.search(document.paragraphs[figure.sentence][:CORRECTION_HEAD]):
        return True
    found = cue.search(sentence.text)
    return found is not None and (document.lang == "ko" or sentence.start + found.start() < figure.value.start)


def _refused_by_predicate(
    figure: Figure, label: Label | None, parties: Parties, document: Document, frames: LanguageFrames
) -> str | None:
    governor, sense = figure.governor, sense_of(figure)
    if governor is None or governor.predicate is None:
        return None
    sentence = document.sentences[figure.sentence]
    rest = sentence.text[governor.predicate.start - sentence.start :]
    asked = document.lang == "ko" and frames.cues["request"].search(rest)
    if governor.modality == "request" or sense == "ask" or asked:
        return "asked for, not given"
    if frames.grants["conditional"].search(governor.tail):
        return "a condition"
    if governor.negated and sense in (*GIVING, *SPENDING):
        return "denied"
    if sense == "cut":
        onto = frames.grants["onto"].match(document.article.body, figure.value.end)
        return None if onto else f"cut: {governor.predicate.predicate.lemma}"
    owed = label is None or document.article.body[label.start + len(label.text) :].startswith(("으로", "에 "))
    charity = parties.funder is not None and frames.grants["giver_name"].search(parties.funder.name)
    shares = charity or (parties.acts and speaks_of(frames.grants["public"], document.paragraphs[figure.sentence]))
    if sense == "pay" and owed and not shares and not frames.grants["donate"].search(sentence.text):
        return PAYING
    gratis = sense in ("lend", "borrow") or frames.grants["free_after"].match(document.article.body, figure.value.end)
    free = gratis and not isinstance(figure.value, MoneyValue)  # goods are lent free of charge
    if sense in NEVER and not free and (not label or sense in ("fine", "forecast", "return", "lend")):
        return f"{sense}: {governor.predicate.predicate.lemma}"
    if governor.modality == "forecast" and not label:
        return "a forecast"
    own = sense in SPENDING or (sense == "give" and not _gift(figure, parties, document, frames))
    return "a company's own money" if parties.firm and own and not free else None


def _gift(figure: Figure, parties: Parties, document: Document, frames: LanguageFrames) -> bool:
    """Whether what a company gives is a gift: to a charity or another body that is no company, or by its words."""
    charity, hit = frames.grants["charity"], figure.governor.predicate if figure.governor else None
    supplied = hit is None or frames.grants["supply"].search(hit.predicate.lemma)
    moved = frames.grants["moved"].match(document.article.body, figure.value.end)
    told = hit and frames.grants["gift_verb" if moved is None else "given_away"].fullmatch(hit.predicate.lemma)
    if told and isinstance(figure.value, MoneyValue):
        return True
    if not supplied and any(n.kind not in ("company", "media") for n in parties.recipients):
        return True
    to_charity = any(charity.search(n.name) or n.kind in ("university", "association") for n in parties.recipients)
    return to_charity or frames.grants["donate"].search(document.sentences[figure.sentence].text) is not None
