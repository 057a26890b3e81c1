"""Whether a figure is support, and by which rule; or the reason why it is not.

The noun that the figure belongs to speaks first (매출 20억원, 국비 20억원, 20억원의 장학금), then what
the sentence does with it (older figure, difference, threshold, request, forecast), then the sense of the
governing predicate together with who acts. Verbs that may tell anybody's money (쓰다, 들어가다) need public words.
"""

import re
from dataclasses import dataclass

from transforms.extract.clauses import Clause
from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.labels import Label
from transforms.extract.parties import GIVERS, SUBJECT, Parties, sense_of
from transforms.extract.recipients import Given
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

PAYING = "a payment that is no gift"
NEVER = ("earn", "fine", "forecast", "lend", "borrow", "return", "buy", "ask", "raise", "cut", "invest")
SPENDING = ("spend", "cost", "go", "bear", "set", "secure", "build")
GIVING = ("give", "get")
CORRECTION_HEAD = 24  # code points at the head of a paragraph where it says that it corrects
BEHIND = 2  # code points between a figure and the programme that it is the sum of (C$300m Access Fund)
SOON = 3  # sentences after a grant in which it may be broken down
BREAKDOWN_HEAD = 14


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rule` names the frame that makes the figure a grant, or `refusal` says why it is none; one of them is None."""

    rule: str | None
    refusal: str | None
    label: Label | None


def judge(
    figure: Figure,
    label: Label | None,
    parties: Parties,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> Verdict:
    """Support or not, given the figure's label, its parties and the grant before it."""
    if refusal := _refusal(figure, label, parties, document, frames):
        return Verdict(None, refusal, label)
    context = _context(figure, parties, previous, document, frames)
    rule = _rule(figure, label, parties, context, document, frames)
    return Verdict(rule, None if rule else "no words of support govern it", label)


def _refusal(
    figure: Figure, label: Label | None, parties: Parties, document: Document, frames: LanguageFrames
) -> str | None:
    cues, value, text = frames.grants, figure.value, document.article.body
    if _in_correction(figure, document, frames):
        return "a correction of an earlier report"
    if document.sentences[figure.sentence].text in document.article.title:
        return "the title again"
    reasons = (
        ("wrong", "a figure that is taken back"),
        ("threshold", "a threshold"),
        ("difference", "a difference"),
        ("older", "an older figure that is compared"),
        ("comparison", "a comparison"),
    )
    if cues["asked_before"].search(text[document.sentences[figure.sentence].start : value.start]):
        return "asked for, not given"
    for name, reason in reasons:
        if not (name == "older" and figure.ceiling) and cues[name].match(text, value.end):
            return reason
    if cues["older_before"].search(text, max(0, value.start - 16), value.start):
        return "an older figure that is compared"
    if cues["guess"].search(text, max(0, value.start - 24), value.start):
        return "an estimate"
    if label and label.refusal:
        return f"{label.refusal}: {label.text}"
    if figure.governor and figure.governor.predicate:
        return _refused_by_predicate(figure, label, parties, document, frames)
    return "a company's own money" if parties.firm or _owned(figure, frames, document) else None


def _owned(figure: Figure, frames: LanguageFrames, document: Document) -> bool:
    """Whether a company's genitive owns the figure (X의 연구개발비는 35조원이다), save a gift."""
    words = document.article.body[figure.clause.start : figure.value.start]
    owners = [r for r in figure.roles if r.marker == "의" and figure.clause.start <= r.start < figure.value.start]
    return any(r.names[0].kind == "company" for r in owners) and frames.grants["donate"].search(words) is None


def _in_correction(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """In a paragraph that opens as a correction, or behind its words in the sentence."""
    cue, sentence = frames.grants["correction"], document.sentences[figure.sentence]
    paragraph = _paragraph(document, figure)
    if cue.search(paragraph[:CORRECTION_HEAD]):
        return True
    found = cue.search(sentence.text)
    return found is not None and (document.lang == "ko" or sentence.start + found.start() < figure.value.start)


def _paragraph(document: Document, figure: Figure) -> str:
    number = document.sentences[figure.sentence].paragraph
    return " ".join(s.text for s in document.sentences if s.field == "body" and s.paragraph == number)


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
    if governor.negated and sense in GIVING:
        return "denied"
    if sense == "cut" and not frames.grants["onto"].match(document.article.body, figure.value.end):
        return f"cut: {governor.predicate.predicate.lemma}"
    owed = label is None or document.article.body[label.start + len(label.text) :].startswith(("으로", "에 "))
    if sense == "pay" and owed and not frames.grants["donate"].search(sentence.text):
        return PAYING
    if sense in NEVER and (not label or sense in ("fine", "forecast", "return", "lend")):
        return f"{sense}: {governor.predicate.predicate.lemma}"
    if governor.modality == "forecast" and not label:
        return "a forecast"
    own = sense in SPENDING or (sense == "give" and not _gift(parties, sentence.text, frames))
    return "a company's own money" if parties.firm and own else None


def _gift(parties: Parties, sentence: str, frames: LanguageFrames) -> bool:
    charity = frames.grants["charity"]
    to_charity = any(charity.search(n.name) or n.kind in ("university", "association") for n in parties.recipients)
    return to_charity or frames.grants["donate"].search(sentence) is not None


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for public money around a figure.

    `acting`: a public body acts; `paragraph`: public words in it; `spoken`: these or weaker ones; `programme`: one is
    named; `site`: the sentence speaks of the programme; `listed`: a list of support; `near`: behind another grant.
    """

    acting: bool
    paragraph: bool
    programme: bool
    site: bool
    listed: bool
    near: bool
    spoken: bool
    broken_down: bool


def _context(
    figure: Figure, parties: Parties, previous: Given | None, document: Document, frames: LanguageFrames
) -> Context:
    text, sentence = document.article.body, document.sentences[figure.sentence]
    lead = text[sentence.start : figure.value.start]
    cues = frames.grants
    paragraph = _paragraph(document, figure)
    acting = parties.acts or parties.state or (parties.funder_from or "").startswith(("particle", "whose", "a word"))
    near = previous is not None and previous.paragraph == sentence.paragraph
    acting = acting or any(r.marker in SUBJECT and r.names[0].kind in GIVERS for r in figure.roles)
    public = near or bool(cues["public"].search(paragraph) or cues["state"].search(paragraph))
    named = any(sentence.start <= p.start < figure.end and p.strength for p in document.programmes if p.field == "body")
    again = named or document.discourse.section_programme(figure.sentence) is not None
    funder = parties.funder is not None and parties.funder.kind in GIVERS
    site = funder and bool(
        _main_site(lead, document) or cues["public_site"].search(lead) or cues["container"].search(lead)
    )
    listed = _listed(figure, document, frames)
    spoken = public or cues["public_words"].search(paragraph) is not None
    return Context(
        acting, public, again and funder, site, listed, near, spoken, _broken_down(figure, previous, document, frames)
    )


def _heading_sum(figure: Figure, parties: Parties, document: Document) -> bool:
    """A figure in the brackets of a heading (□ 스마트 전환(신규, 285억 원)) under a public funder."""
    sentence = document.sentences[figure.sentence]
    opened = "(" in document.article.body[sentence.start : figure.value.start]
    public = parties.funder is not None and parties.funder.kind in GIVERS
    return sentence.shape == "heading" and opened and public


def _valued(figure: Figure, label: Label | None, context: Context, text: str, frames: LanguageFrames) -> bool:
    """Whether the figure is what something is worth, and that is no programme (the firm is now worth $1bn)."""
    worth = frames.grants["worth"].search(text, max(figure.start, figure.value.start - 24), figure.value.start)
    return worth is not None and label is None and not context.programme


def _grant_worth(figure: Figure, text: str, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence says what a grant is worth (each grant runs for six years and is worth up to €10m)."""
    start = document.sentences[figure.sentence].start
    worth = frames.grants["worth"].search(text, start, figure.value.start)
    return worth is not None and frames.grants["support"].search(text, start, worth.start()) is not None


def _hearsay(figure: Figure, document: Document) -> bool:
    """Whether the figure is in somebody's words inside a sentence of the paper's."""
    return figure.clause.quoted and document.sentences[figure.sentence].shape == "prose"


def _broken_down(figure: Figure, previous: Given | None, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence breaks the grant before down (시군별로는 A시 420억원, B시 380억원)."""
    sentence = document.sentences[figure.sentence]
    soon = previous is not None and figure.sentence - previous.sentence <= SOON
    return soon and frames.grants["breakdown"].search(sentence.text[:BREAKDOWN_HEAD]) is not None


def _is_gift(governor: Clause, frames: LanguageFrames) -> bool:
    """Whether the verb tells a gift or an award whoever gives it."""
    hit = governor.predicate
    return hit is not None and frames.grants["gift_verb"].fullmatch(hit.predicate.lemma) is not None


def _main_site(lead: str, document: Document) -> bool:
    """Whether the words before the figure speak of the programme by its last noun (센터에는)."""
    main = document.discourse.programme
    return (
        main is not None
        and re.search(rf"{re.escape(main.name.split()[-1][-2:])}(?:에|에는|에도|은|는)\s", lead) is not None
    )


def _listed(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the figure stands in a list or row whose heading or opening sentence speaks of support."""
    sentence = document.sentences[figure.sentence]
    if not _in_row(sentence.text, sentence.shape):
        return False
    for before in reversed(document.sentences[: figure.sentence]):
        if before.field != "body":
            break
        if frames.grants["list_head"].search(before.text) and before.shape != "item":
            return True
        if not _in_row(before.text, before.shape) and before.shape != "heading":
            break
    behind = document.sentences[figure.sentence + 1 :]
    after = next((s for s in behind if not _in_row(s.text, s.shape)), None)
    return sentence.shape == "item" and after is not None and frames.grants["list_head"].search(after.text) is not None


def _in_row(text: str, shape: str) -> bool:
    return shape == "item" or not re.search(r"[.!?][\"'”’)]*$", text)


def _rule(
    figure: Figure, label: Label | None, parties: Parties, context: Context, document: Document, frames: LanguageFrames
) -> str | None:
    """The frame that makes it support, or None."""
    sense, text = sense_of(figure), document.article.body
    if not isinstance(figure.value, MoneyValue):
        return _goods_rule(figure, parties, sense, text, frames) or ("listed support" if context.listed else None)
    if _valued(figure, label, context, text, frames) and not _grant_worth(figure, text, document, frames):
        return None
    public = label is not None or context.acting or context.site
    if sense in ("give", "cancel", "sign"):
        gift = figure.governor is not None and _is_gift(figure.governor, frames)
        told = public or gift or (not _hearsay(figure, document) and (parties.funder or context.spoken))
        return f"{sense}-frame" if told else None
    if sense == "get":
        given = parties.funder is not None and parties.funder.kind in GIVERS and not parties.firm
        return "get-frame" if label or context.spoken or context.programme or given else None
    if sense == "secure":
        return "secure-frame" if label or (parties.recipients and context.programme) else None
    if sense == "pay":
        return "give-frame"
    if sense == "set":
        return "set-frame" if public or context.paragraph or parties.funder else None
    if sense in ("shrink", "grow", "same") and context.near and parties.recipients:
        return "as before" if frames.grants["onto"].match(text, figure.value.end) else None
    if sense in SPENDING:
        if _hearsay(figure, document) and not (label or parties.state):
            return None
        paragraph = context.paragraph and not parties.firm and document.lang == "ko"
        return f"{sense}-frame" if public or context.programme or paragraph else None
    if label:
        return "label"
    if context.programme and frames.grants["worth"].search(text, figure.start, figure.value.start):
        return "programme's sum"
    if _grant_worth(figure, text, document, frames):
        return "worth"
    if parties.recipients_from == "share" and context.paragraph:
        return "share"
    if context.listed:
        return "listed support"
    if context.near and frames.grants["neutral"].search(text, figure.start, figure.value.start):
        return "as before"
    if context.near and parties.recipients and frames.grants["onto"].match(text, figure.value.end):
        return "as before"
    if context.broken_down:
        return "breakdown"
    if _heading_sum(figure, parties, document):
        return "heading's sum"
    total = frames.grants["total"].search(text, figure.start, figure.value.start)
    right_behind = any(0 < p.start - figure.value.end <= BEHIND and p.strength for p in document.programmes)
    if right_behind and context.programme:
        return "programme's sum"
    link = frames.grants["sum_link"].match(text, figure.value.end)
    known = (context.programme and context.paragraph) or (link and (parties.acts or parties.state))
    if (total or link) and known:
        return "programme's sum"
    return "total" if total and context.paragraph else None


def _goods_rule(figure: Figure, parties: Parties, sense: str | None, text: str, frames: LanguageFrames) -> str | None:
    if sense in ("give", "get", "go", "call", "set"):
        return f"{sense}-frame"
    head = frames.grants["head"].match(text, figure.value.end, figure.end)
    if head and frames.grants["list_head"].search(head["head"]):
        return "goods for support"
    if figure.ceiling or (parties.each and parties.recipients):
        return "each-frame"
    return None
