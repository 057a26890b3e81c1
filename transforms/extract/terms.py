"""The terms of a grant: kind, status, period, basis, bound and purpose, from the words around its figure."""

import re

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

KINDS = ("compute", "data", "talent")
PURPOSE_MAX = 40


def kind_of(figure: Figure, document: Document, frames: LanguageFrames) -> str:
    """cash unless the figure counts goods, or its own words say what the money pays for."""
    if not isinstance(figure.value, MoneyValue):
        return "compute"
    words = document.article.body[figure.start : figure.end]
    around = document.article.body[figure.clause.start : figure.clause.end] if figure.count == 1 else words
    for kind in KINDS:
        if frames.grants[kind].search(around):
            return kind
    return "cash"


def status_of(figure: Figure, document: Document, frames: LanguageFrames) -> str:
    """From the predicate: cancelled, planned (future, plan), disbursed (paid, in use), awarded (decided), announced."""
    governor = figure.governor
    if governor is None or governor.predicate is None:
        return "announced"
    sense = governor.predicate.predicate.sense
    if sense == "cancel":
        return "cancelled"
    if governor.modality == "plan" or governor.tense == "future":
        return "planned"
    if "고 있" in governor.tail:
        return "disbursed"
    if governor.tense == "past":
        return "disbursed" if sense in ("give", "get", "spend", "go") else "awarded"
    return "announced"


def period_of(figure: Figure, document: Document, frames: LanguageFrames) -> str | None:
    """The ISO duration that the clause states: 5년간, 2022년부터 2027년까지, 매년, 1차연도."""
    before = document.article.body[figure.start : figure.value.start]
    dates = within(document.dates.get("body", ()), figure.clause.start, figure.clause.end)
    for value in dates:
        if value.duration:
            return value.duration
    if frames.grants["yearly"].search(before) or frames.grants["first_year"].search(before):
        return "P1Y"
    spans = [d for d in dates if d.first and d.last and (d.last.year - d.first.year) >= 1]
    return f"P{spans[0].last.year - spans[0].first.year + 1}Y" if spans and spans[0].last and spans[0].first else None


def basis_of(figure: Figure, each: bool, frames: LanguageFrames, document: Document) -> str | None:
    """total | per_recipient | per_year | share, None where the words do not say."""
    text = document.article.body
    before, after = text[figure.start : figure.value.start], text[figure.value.end : figure.end]
    if each:
        return "per_recipient"
    if frames.grants["yearly"].search(before):
        return "per_year"
    if frames.grants["total"].search(before) or frames.grants["total"].match(after):
        return "total"
    return None


def bound_of(figure: Figure, frames: LanguageFrames) -> str:
    """The value's own bound."""
    return figure.value.bound


def purpose_of(figure: Figure, document: Document) -> str | None:
    """The phrase before the figure that says what the money is for (저작물 공동구매에 100억원 -> 저작물 공동구매)."""
    words = document.article.body[figure.start : figure.value.start].strip(" ,·;:▲△-")
    match = re.search(r"([가-힣A-Za-z0-9·'‘’() ]{2,40}?)(?:에|에는|으로|로|비로)\s*(?:\S+\s){0,2}$", words + " ")
    return match.group(1).strip()[-PURPOSE_MAX:] if match else None
