"""The terms of a grant: kind, status, period, basis, bound and purpose, from the words around its figure."""

import re

from transforms.extract.clauses import Clause
from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.goods import kind_of_goods
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue

KINDS = ("compute", "data", "talent")
PURPOSE_MAX = 40
ITEM_LABEL = re.compile(r"[\s▲△▶▷▼▽■□◆◇●○◦※ㆍ•·★☆①-⑮*-]*(?P<label>[^:：]{2,40}?)\s?[:：]")
TOPIC = re.compile(r"[▲△·\-\s①-⑳]*\S{1,20}?(?:은|는|\s?[:：])\s")


def programme_of(figure: Figure, document: Document, frames: LanguageFrames) -> tuple[str | None, str | None]:
    """The programme's name and its printed words: of the sentence, heading, paragraph or article."""
    sentence = document.sentences[figure.sentence]
    body = [p for p in document.programmes if p.field == "body"]
    inside = within(body, sentence.start, sentence.end)
    before = [p for p in inside if p.start < figure.value.start]
    main = document.discourse.programme
    if named := before or inside:
        return named[-1 if before else 0].name, named[-1 if before else 0].text
    item = ITEM_LABEL.match(sentence.text) if sentence.shape == "item" else None
    if item and sentence.start + item.end() <= figure.value.start and not figure.roles:
        return item["label"], item["label"]
    heading = document.discourse.section_programme(figure.sentence)
    if heading and frames.grants["programme_heading"].search(heading):
        return heading, heading
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == sentence.paragraph)
    near = within(body, start, figure.value.start)
    chosen = near[-1] if near else main
    return (chosen.name, chosen.text) if chosen else (None, None)


def kind_of(figure: Figure, label: str | None, document: Document, frames: LanguageFrames) -> str:
    """cash unless the figure counts goods, or the words around it say what the money pays for."""
    if not isinstance(figure.value, MoneyValue):
        return kind_of_goods(figure.value.unit)
    text, cues = document.article.body, frames.grants
    goods_before = any(
        figure.clause.start <= q.start < figure.start for q in document.quantities.get("body", ()) if q.unit == "GPU"
    )
    own = _without_programmes(figure.clause.start if goods_before else figure.start, figure.end, document)
    head = _without_programmes(document.sentences[figure.sentence].start, figure.clause.start, document)
    topic = TOPIC.match(document.sentences[figure.sentence].text)
    for kind in KINDS:
        if cues[kind].search(own) or (topic and cues[kind].search(topic.group())):
            return kind
    if (
        figure.governor
        and cues["compute_weak"].search(f"{head} {own} {label}")
        and cues["goods"].search(text, max(0, figure.start - 200), figure.end)
    ):
        return "compute"
    return "facility" if _joint_facility(figure, label, document, frames) else "cash"


def in_grants(words: str, frames: LanguageFrames) -> str:
    """The kind of money that these words alone speak of."""
    return next((kind for kind in KINDS if frames.grants[kind].search(words)), "cash")


def _without_programmes(start: int, end: int, document: Document) -> str:
    text = document.article.body[start:end]
    for mention in within([p for p in document.programmes if p.field == "body"], start, end):
        text = text[: mention.start - start] + " " * (mention.end - mention.start) + text[mention.end - start :]
    return text


def _joint_facility(figure: Figure, label: str | None, document: Document, frames: LanguageFrames) -> bool:
    """The whole cost of a building that public and private money raise together."""
    programme, _ = programme_of(figure, document, frames)
    sense = figure.governor.predicate.predicate.sense if figure.governor and figure.governor.predicate else None
    whole = label in (None, "총사업비", "사업비") and programme is not None and sense != "give"
    return whole and bool(
        frames.grants["facility_name"].search(programme or "")
        and frames.grants["facility"].search(document.article.body)
    )


def status_of(figure: Figure, document: Document, frames: LanguageFrames) -> str:
    """From the predicate: cancelled, planned (future, plan), disbursed (paid, in use), awarded (decided), announced."""
    governor = figure.governor
    if governor is None or governor.predicate is None:
        return "announced"
    sense = governor.predicate.predicate.sense
    if sense == "cancel":
        return "cancelled"
    if _taken_back(governor, document):
        return "cancelled"
    if governor.modality == "plan" or governor.tense == "future":
        return "planned"
    if "고 있" in governor.tail:
        return "disbursed"
    if governor.tense == "past":
        return "disbursed" if sense in ("give", "get", "spend", "go") else "awarded"
    return "announced"


def _taken_back(governor: Clause, document: Document) -> bool:
    """Whether a later clause of the sentence cancels what this one gives (지원하려던 계획을 철회했다)."""
    later = (c for c in document.clauses if c.sentence == governor.sentence and c.start > governor.start)
    return any(c.predicate and c.predicate.predicate.sense in ("cancel", "cut") and not c.negated for c in later)


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


def purpose_of(figure: Figure, document: Document) -> str | None:
    """The phrase before the figure that says what the money is for (저작물 공동구매에 100억원 -> 저작물 공동구매)."""
    words = document.article.body[figure.start : figure.value.start].strip(" ,·;:▲△-")
    match = re.search(r"([가-힣A-Za-z0-9·'‘’() ]{2,40}?)(?:에|에는|으로|로|비로)\s*(?:\S+\s){0,2}$", words + " ")
    return match.group(1).strip()[-PURPOSE_MAX:] if match else None
