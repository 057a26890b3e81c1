"""Whether a figure is support, and by which rule; or the reason why it is not.

The noun that the figure belongs to speaks first (매출 20억원, 국비 20억원, 20억원의 장학금), then what the sentence does with
it (older figure, threshold, request, forecast), then the sense of the governing predicate together with who acts.
"""

from dataclasses import dataclass

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.parties import Parties
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

REFUSALS = ("private", "sales", "price", "loan", "penalty", "estimate")
NEVER = ("earn", "fine", "forecast", "lend", "borrow", "return", "buy", "ask")
SPENDING = ("spend", "cost", "go", "bear", "set", "secure", "invest", "build", "raise")
GIVING = ("give", "get", "choose")
PUBLIC = ("government", "agency")
AFTER = 60  # code points behind a figure in which its head noun may stand


@dataclass(frozen=True, slots=True)
class Label:
    """The noun that a figure belongs to: its words, and the reason why it is no support (None: it is public money)."""

    text: str
    refusal: str | None
    start: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """`rule` names the frame that makes the figure a grant, or `refusal` says why it is none; one of them is None."""

    rule: str | None
    refusal: str | None
    label: Label | None


def label_of(figure: Figure, text: str, frames: LanguageFrames) -> Label | None:
    """The noun behind the figure (20억원의 장학금), else the nearest before it (국비 20억원)."""
    cues = frames.grants
    if head := cues["head"].match(text, figure.value.end, min(figure.end, figure.value.end + AFTER)):
        if label := _last_label(head["head"], head.start("head"), frames):
            return label
    before = text[figure.start : figure.value.start]
    found = _last_label(before, figure.start, frames)
    if found is None:
        return None
    gap = before[found.start - figure.start + len(found.text) :]
    return found if cues["label_gap"].fullmatch(gap[:60]) else None


def _last_label(words: str, offset: int, frames: LanguageFrames) -> Label | None:
    best: Label | None = None
    for kind in (*REFUSALS, None):
        pattern = frames.grants[f"refuse_{kind}" if kind else "public"]
        for match in pattern.finditer(words):
            end = offset + match.end()
            if best is None or end > best.start + len(best.text):
                best = Label(match.group(), kind, offset + match.start())
    return best


def judge(figure: Figure, parties: Parties, document: Document, frames: LanguageFrames) -> Verdict:
    """Support or not. `parties` are the bodies that the figure's sentence names in their roles."""
    text = document.article.body
    label = label_of(figure, text, frames)
    if refusal := _refusal(figure, label, parties, text, document, frames):
        return Verdict(None, refusal, label)
    rule = _rule(figure, label, parties, text, document, frames)
    return Verdict(rule, None if rule else "no words of support govern it", label)


def _refusal(
    figure: Figure, label: Label | None, parties: Parties, text: str, document: Document, frames: LanguageFrames
) -> str | None:
    cues, value = frames.grants, figure.value
    sentence = document.sentences[figure.sentence]
    if cues["correction"].search(_paragraph(document, sentence.paragraph)):
        return "a correction of an earlier report"
    for name, reason in (("wrong", "a figure that is taken back"), ("older", "an older figure that is compared")):
        if cues[name].match(text, value.end):
            return reason
    if cues["threshold"].match(text, value.end):
        return "a threshold"
    if label and label.refusal:
        return f"{label.refusal}: {label.text}"
    if figure.governor and figure.governor.predicate:
        return _refused_by_predicate(figure, label, parties, document, frames)
    return None


def _paragraph(document: Document, paragraph: int) -> str:
    return " ".join(s.text for s in document.sentences if s.field == "body" and s.paragraph == paragraph)


def _refused_by_predicate(
    figure: Figure, label: Label | None, parties: Parties, document: Document, frames: LanguageFrames
) -> str | None:
    governor = figure.governor
    assert governor is not None and governor.predicate is not None  # noqa: S101 - the caller looked
    sense = governor.predicate.predicate.sense
    rest = document.sentences[figure.sentence].text[governor.start - document.sentences[figure.sentence].start :]
    if governor.modality == "request" or (sense == "ask" and governor.predicate.voice != "receive"):
        return "asked for, not given"
    if frames.cues["request"].search(rest) if "request" in frames.cues else False:
        return "asked for, not given"
    if governor.negated and sense in GIVING:
        return "denied"
    if sense in NEVER and not label:
        return f"{sense}: {governor.predicate.predicate.lemma}"
    if governor.modality == "forecast" and not label:
        return "a forecast"
    if parties.actor_is_firm and sense in (*SPENDING, "get") and not label:
        return "a company's own money"
    if parties.actor_is_firm and sense in SPENDING:
        return "a company's own money"
    if parties.actor_is_firm and sense == "give" and not _gift(figure, parties, document, frames):
        return "a company's own money"
    return None


def _gift(figure: Figure, parties: Parties, document: Document, frames: LanguageFrames) -> bool:
    sentence = document.sentences[figure.sentence].text
    charity = frames.grants["charity"]
    to_charity = any(charity.search(n.name) or n.kind in ("university", "association") for n in parties.recipients)
    return bool(frames.grants["donate"].search(sentence)) or to_charity


def _rule(
    figure: Figure, label: Label | None, parties: Parties, text: str, document: Document, frames: LanguageFrames
) -> str | None:
    """The frame that makes it support, or None."""
    sense = figure.governor.predicate.predicate.sense if figure.governor and figure.governor.predicate else None
    public = label is not None or (parties.funder is not None and parties.funder.kind in PUBLIC) or parties.state
    money = isinstance(figure.value, MoneyValue)
    if sense in ("give", "cancel") or (sense == "go" and not money):
        return f"{sense}-frame" if public or parties.funder or parties.named_programme else None
    if sense == "get":
        return "get-frame" if label or parties.funder or parties.named_programme else None
    if not money:
        each = frames.grants["each"].search(text, figure.value.start, figure.end)
        return "each-frame" if each and parties.recipients else None
    if sense == "secure":
        return "secure-frame" if label else None
    if sense in SPENDING:
        return f"{sense}-frame" if label or parties.named_programme or (public and parties.acts) else None
    if label and not parties.actor_is_firm:
        return "label"
    return None
