"""What speaks for public money around a figure: a body that acts, the paragraph's words, a list, the grant before."""

import re
from dataclasses import dataclass

from transforms.extract.actors import GIVERS
from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.document import Document
from transforms.extract.doers_ko import SUBJECT
from transforms.extract.figures import Figure
from transforms.extract.labels import Label
from transforms.extract.parties import Parties
from transforms.extract.recipients_before import Given
from transforms.extract.refusals import speaks_of
from transforms.lexicon.frames import LanguageFrames

SOON = 3  # sentences after a grant in which it may be broken down
MARKED = re.compile(r"(?<=\s)[▲△▷▶■◆◇○●①-⑮]")
BREAKDOWN_HEAD = 14  # code points of a sentence in which it says so


@dataclass(frozen=True, slots=True)
class Context:
    """What speaks for public money around a figure.

    `acting`: a public body acts; `paragraph`: public words in it; `spoken`: these or weaker ones; `programme`: one is
    named; `here`: a public body acts in the paragraph; `site`: the sentence speaks of the programme; `listed`: a list
    of support; `near`: behind another grant.
    """

    acting: bool
    paragraph: bool
    programme: bool
    site: bool
    listed: bool
    near: bool
    spoken: bool
    broken_down: bool
    told: bool
    named: bool
    here: bool


def context_of(
    figure: Figure, parties: Parties, previous: Given | None, document: Document, frames: LanguageFrames
) -> Context:
    """The context of a figure, given its parties and the grant before it."""
    text, sentence = document.article.body, document.sentences[figure.sentence]
    lead = text[sentence.start : figure.value.start]
    cues = frames.grants
    paragraph = document.paragraphs[figure.sentence]
    acting = parties.acts or parties.state or (parties.funder_from or "").startswith(("particle", "whose", "a word"))
    near = previous is not None and previous.paragraph == sentence.paragraph
    acting = acting or any(r.marker in SUBJECT and r.names[0].kind in GIVERS for r in figure.roles)
    public = near or speaks_of(cues["public"], paragraph) or speaks_of(cues["state"], paragraph)
    named = any(sentence.start <= p.start < figure.end and p.strength for p in document.programmes if p.field == "body")
    again = named or document.discourse.section_programme(figure.sentence) is not None
    funder = parties.funder is not None and parties.funder.kind in GIVERS
    site = funder and bool(
        _main_site(lead, document) or cues["public_site"].search(lead) or cues["container"].search(lead)
    )
    titled = sentence.shape == "item" and cues["title_support"].search(document.article.title) is not None
    listed = titled or _listed(figure, previous, document, frames)
    spoken = public or speaks_of(cues["public_words"], paragraph)
    return Context(
        acting,
        public,
        again and funder,
        site,
        listed,
        near,
        spoken,
        _broken_down(figure, previous, document, frames),
        _told(figure, document),
        named,
        _acts_here(figure, document),
    )


def heading_sum(figure: Figure, parties: Parties, document: Document) -> bool:
    """A figure in the brackets of a heading (□ 스마트 전환(신규, 285억 원)) under a public funder."""
    sentence = document.sentences[figure.sentence]
    opened = "(" in document.article.body[sentence.start : figure.value.start]
    public = parties.funder is not None and parties.funder.kind in GIVERS
    return sentence.shape == "heading" and opened and public


def valued(figure: Figure, label: Label | None, context: Context, text: str, frames: LanguageFrames) -> bool:
    """Whether the figure is what something is worth, and that is no programme (the firm is now worth $1bn)."""
    worth = frames.grants["worth"].search(text, max(figure.start, figure.value.start - 24), figure.value.start)
    return worth is not None and label is None and not context.programme


def grant_worth(figure: Figure, text: str, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence says what a grant is worth (each grant runs for six years and is worth up to €10m)."""
    start = document.sentences[figure.sentence].start
    worth = frames.grants["worth"].search(text, start, figure.value.start)
    return worth is not None and frames.grants["support"].search(text, start, worth.start()) is not None


def hearsay(figure: Figure, document: Document) -> bool:
    """Whether the figure is in somebody's words inside a sentence of the paper's."""
    return figure.clause.quoted and document.sentences[figure.sentence].shape == "prose"


def _broken_down(figure: Figure, previous: Given | None, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence breaks the grant before down (시군별로는 A시 420억원, B시 380억원)."""
    sentence = document.sentences[figure.sentence]
    soon = previous is not None and figure.sentence - previous.sentence <= SOON
    return soon and frames.grants["breakdown"].search(sentence.text[:BREAKDOWN_HEAD]) is not None


def _acts_here(figure: Figure, document: Document) -> bool:
    """Whether the body that acted last is a public one, named in this paragraph."""
    actor, here = document.discourse.actors[figure.sentence], document.sentences[figure.sentence].paragraph
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == here)
    return actor is not None and actor.kind in GIVERS and actor.start >= start


def _told(figure: Figure, document: Document) -> bool:
    """Whether the sentence before tells a giving without a figure (번역 출간을 지원했다. 금액은 28억원이다)."""
    before = clauses_in(document.clauses, figure.sentence - 1)
    same = figure.sentence > 0 and _paragraph_number(figure.sentence - 1, document) == _paragraph_number(
        figure.sentence, document
    )
    return same and any(
        c.predicate and c.predicate.predicate.sense in ("give", "set") and not c.negated for c in before
    )


def _paragraph_number(sentence: int, document: Document) -> int:
    return document.sentences[sentence].paragraph


def bracketed(figure: Figure, text: str, frames: LanguageFrames) -> bool:
    """Whether the figure alone stands in brackets behind what it pays for (교통망 정비 2단계(850만달러)는)."""
    opened = frames.grants["bracket_noun"].search(text[max(0, figure.value.start - 24) : figure.value.start])
    return opened is not None and text[figure.value.end : figure.value.end + 1] == ")"


def tells_gift(governor: Clause, frames: LanguageFrames) -> bool:
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


def _listed(figure: Figure, previous: Given | None, document: Document, frames: LanguageFrames) -> bool:
    """Whether the figure stands in a list or row whose heading speaks of support, or whose lead tells a grant."""
    sentence = document.sentences[figure.sentence]
    cues = frames.grants
    lead = MARKED.split(sentence.text[: figure.value.start - sentence.start], maxsplit=1)
    if len(lead) > 1 and (cues["list_head"].search(lead[0]) or cues["list_topic"].search(lead[0])):
        return True  # 지원 내용은 ▲시제품 제작(최대 5000만원) ▲인증(2000만원)이다
    if not _in_row(sentence.text, sentence.shape):
        return False
    opened = document.sentences[previous.sentence] if previous and previous.funder else None
    for before in reversed(document.sentences[: figure.sentence]):
        if before.field != "body":
            break
        if before is opened or (before.shape != "item" and frames.grants["list_head"].search(before.text)):
            return True
        if not _in_row(before.text, before.shape) and before.shape != "heading":
            break
    behind = document.sentences[figure.sentence + 1 :]
    after = next((s for s in behind if not _in_row(s.text, s.shape)), None)
    return sentence.shape == "item" and after is not None and frames.grants["list_head"].search(after.text) is not None


def _in_row(text: str, shape: str) -> bool:
    return shape == "item" or not re.search(r"[.!?][\"'”’)]*$", text)
