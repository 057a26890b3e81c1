"""Whether a figure is support, and by which rule; or the reason why it is not.

The noun that the figure belongs to speaks first (매출 20억원, 국비 20억원, 20억원의 장학금), then what
the sentence does with it (older figure, difference, threshold, request, forecast), then the sense of the
governing predicate together with who acts. Verbs that may tell anybody's money (쓰다, 들어가다) need public words.
"""

from dataclasses import dataclass

from transforms.extract.actors import GIVERS
from transforms.extract.bare_ko import bare_rule
from transforms.extract.contexts import (
    Context,
    bracketed,
    context_of,
    grant_worth,
    heading_sum,
    hearsay,
    tells_gift,
    valued,
)
from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.labels import Label
from transforms.extract.parties import Parties, sense_of
from transforms.extract.recipients_before import Given
from transforms.extract.recipients_en import HEAD
from transforms.extract.refusals import SPENDING, refusal_of
from transforms.extract.slots import head_of_line
from transforms.extract.spending import changed, spent
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

CHANGES = ("shrink", "grow", "same", "cut")
ROW_MIN = 2  # figures without a verb behind a grant that break it down
BEHIND = 2  # code points between a figure and the programme that it is the sum of (C$300m Access Fund)


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
    if refusal := refusal_of(figure, label, parties, document, frames):
        return Verdict(None, refusal, label)
    context = context_of(figure, parties, previous, document, frames)
    rule = _rule(figure, label, parties, context, document, frames)
    return Verdict(rule, None if rule else "no words of support govern it", label)


def _rule(
    figure: Figure, label: Label | None, parties: Parties, context: Context, document: Document, frames: LanguageFrames
) -> str | None:
    """The frame that makes it support, or None."""
    sense, text = sense_of(figure), document.article.body
    if not isinstance(figure.value, MoneyValue):
        return _goods_rule(figure, parties, sense, text, frames) or ("listed support" if context.listed else None)
    if valued(figure, label, context, text, frames) and not grant_worth(figure, text, document, frames):
        return None
    paid_from = frames.grants["container"].search(text, figure.value.end, figure.clause.end) is not None
    public = label is not None or context.acting or context.site or paid_from
    if sense in ("give", "cancel", "sign"):
        gift = figure.governor is not None and tells_gift(figure.governor, frames)
        told = public or gift or (not hearsay(figure, document) and (parties.funder or context.spoken or context.named))
        return f"{sense}-frame" if told else None
    if sense == "get":
        given = parties.funder is not None and parties.funder.kind in GIVERS and not parties.firm
        won = figure.governor is not None and tells_gift(figure.governor, frames) and bool(parties.recipients)
        return "get-frame" if won or label or context.spoken or context.programme or given else None
    if sense == "go" and parties.recipients_from == "preposition to" and (context.near or context.spoken):
        return "go-frame"
    if sense == "secure":
        return "secure-frame" if label or parties.acts or (parties.recipients and context.programme) else None
    if sense == "pay":
        return "give-frame"
    if sense == "set":
        return "set-frame" if public or context.paragraph or parties.funder else None
    if sense in CHANGES and frames.grants["onto"].match(text, figure.value.end):
        return changed(figure, label, parties, context, text, frames)
    if sense in SPENDING:
        public_money = spent(figure, label, parties, context, public, document, frames)
        return f"{sense}-frame" if public_money else None
    return _verbless_rule(figure, label, parties, context, document, frames)


def _verbless_rule(
    figure: Figure, label: Label | None, parties: Parties, context: Context, document: Document, frames: LanguageFrames
) -> str | None:
    """The rule for a figure without a verb of support: its noun, its list, what was told before, the programme."""
    text = document.article.body
    if label:
        return "label"
    if frames.grants["whole"].match(text, figure.value.end):
        return None
    if context.programme and frames.grants["worth"].search(text, figure.start, figure.value.start):
        return "programme's sum"
    if grant_worth(figure, text, document, frames):
        return "worth"
    if parties.recipients_from == "share" and (context.paragraph or context.near):
        return "share"
    if parties.recipients_from == "winners":
        return "prize"
    if parties.recipients_from == "ranked" and (context.paragraph or context.spoken):
        return "ranked"
    lined = document.lang == "en" and parties.recipients and head_of_line(figure, document)
    if (lined or parties.recipients_from == HEAD) and not parties.firm:
        return "head of the line"
    if parties.recipients_from == "in order" and context.near:
        return "as before"
    if context.listed:
        return "listed support"
    if (context.near or context.told) and frames.grants["neutral"].search(text, figure.start, figure.value.start):
        return "as before"
    if context.near and parties.recipients and frames.grants["onto"].match(text, figure.value.end):
        return "as before"
    if bracketed(figure, text, frames) and context.paragraph and not parties.firm:
        return "bracket"
    if parties.recipients_from == "holder":
        return "budget"
    if context.broken_down or (_in_row(figure, text, frames) and (context.near or context.told) and not parties.firm):
        return "breakdown"
    if heading_sum(figure, parties, document):
        return "heading's sum"
    bare = bare_rule(figure, parties, context, document, frames) if document.lang == "ko" else None
    return bare or _sum_rule(figure, parties, context, document, frames)


def _sum_rule(
    figure: Figure, parties: Parties, context: Context, document: Document, frames: LanguageFrames
) -> str | None:
    """The rule for a bare sum: that of the programme named with it, a total, a ceiling."""
    text = document.article.body
    total = frames.grants["total"].search(text, figure.start, figure.value.start)
    right_behind = any(0 < p.start - figure.value.end <= BEHIND and p.strength for p in document.programmes)
    if right_behind and context.programme:
        return "programme's sum"
    link = frames.grants["sum_link"].match(text, figure.value.end)
    known = (context.programme and context.paragraph) or (link and (parties.acts or parties.state))
    if (total or link) and known:
        return "programme's sum"
    if total and context.near:
        return "total"
    return "ceiling" if _ceiling(figure, parties, context, text, frames) else None


def _in_row(figure: Figure, text: str, frames: LanguageFrames) -> bool:
    """Whether the figure is one of a bare row (도시재생 120억원, 어촌뉴딜 70억원이다)."""
    return figure.count >= ROW_MIN and frames.grants["row_next"].match(text, figure.value.end) is not None


def _ceiling(figure: Figure, parties: Parties, context: Context, text: str, frames: LanguageFrames) -> bool:
    """석 달 최대 30만원이다, in a paragraph about a public body's money."""
    at_most = frames.grants["ceiling_before"].search(text[max(0, figure.value.start - 8) : figure.value.start])
    public = parties.funder is not None and parties.funder.kind in GIVERS
    return at_most is not None and public and context.paragraph and not parties.firm


def _goods_rule(figure: Figure, parties: Parties, sense: str | None, text: str, frames: LanguageFrames) -> str | None:
    if sense in ("give", "get", "go", "call", "set", "lend", "borrow"):
        return f"{sense}-frame"
    if frames.grants["neutral"].search(text, figure.start, figure.value.start):
        return "goods for support"
    if frames.grants["free_after"].match(text, figure.value.end):
        return "free of charge"
    head = frames.grants["head"].match(text, figure.value.end, figure.end)
    if head and frames.grants["list_head"].search(head["head"]):
        return "goods for support"
    if figure.ceiling or (parties.each and parties.recipients):
        return "each-frame"
    return None
