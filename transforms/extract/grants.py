"""The grants that an article states: who gives what to whom, under which programme."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from transforms.extract.document import Document
from transforms.extract.figures import Figure, figures_of
from transforms.extract.labels import Label, inherits, label_of, purse_of, trailing_label
from transforms.extract.listings import tables_of
from transforms.extract.parties import Parties, parties_of
from transforms.extract.recipients_before import Given
from transforms.extract.support import Verdict, judge
from transforms.extract.tabled import tabled
from transforms.extract.terms import basis_of, kind_of, period_of, programme_of, purpose_of, status_of
from transforms.extract.unfigured import unfigured
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import MoneyValue, NameValue
from transforms.records import Evidence, Grant

SILENT = ("section", "paragraph", "article", "정부", "before")  # funders that the sentence itself does not name


@dataclass(frozen=True, slots=True)
class Examined:
    """A candidate figure, the bodies around it, and the verdict."""

    figure: Figure
    parties: Parties
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Told:
    """What an article has told already: a figure for somebody, by whom, and where."""

    figure: tuple[object, ...]
    funder: str | None
    explicit: bool
    section: int
    sentence: int
    purse: str | None


def grants_of(document: Document, lexicon: Lexicon) -> tuple[Grant, ...]:
    """The grants of an article, in the order of the text; a fact that is told twice stands once."""
    frames = lexicon.frames.of(document.lang)
    tables = tables_of(document)
    grants = [*tabled(document, frames), *unfigured(document, frames)]
    in_tables = {(g.amount, g.quantity) for g in grants if g.recipient_id is None}
    told: list[Told] = []
    for examined in examined_of(document, frames):
        if any(t.start <= examined.figure.value.start < t.end for t in tables):
            continue
        for grant in _made(examined, document, frames):
            fact = _told(grant, examined, document, frames)
            if (grant.amount, grant.quantity) not in in_tables and not any(_same(fact, other) for other in told):
                told.append(fact)
                grants.append(grant)
    return tuple(sorted(grants, key=lambda g: g.evidence.char_start))


def _told(grant: Grant, examined: Examined, document: Document, frames: LanguageFrames) -> Told:
    index = examined.figure.sentence
    return Told(
        (grant.recipient_id, grant.kind, grant.amount, grant.currency, grant.quantity),
        grant.funder_id,
        examined.parties.funder_from not in (None, *SILENT),
        document.discourse.sections[index],
        index,
        purse_of(examined.verdict.label, frames),
    )


def _same(fact: Told, other: Told) -> bool:
    """One fact told twice: one figure, no two explicit funders, not in one sentence, not under two headings."""
    if fact.figure != other.figure or fact.sentence == other.sentence:
        return False
    if fact.purse != other.purse and not {fact.purse, other.purse} <= {None, "national"}:
        return False
    if fact.explicit and other.explicit and fact.funder != other.funder:
        return False
    return fact.figure[0] is not None or 0 in (fact.section, other.section) or fact.section == other.section


def examined_of(document: Document, frames: LanguageFrames) -> Iterator[Examined]:
    """Every candidate figure with its parties and the verdict on it, also where it is refused."""
    previous: Given | None = None
    label: Label | None = None
    ended = 0
    for figure in figures_of(document, frames):
        own = label_of(figure, document.article.body, frames)
        kept = label if inherits(figure, ended, document.article.body, frames) else None
        label = own or kept or trailing_label(figure, document.article.body, frames)
        ended = figure.value.end
        parties = parties_of(figure, label, previous, document, frames)
        verdict = judge(figure, label, parties, previous, document, frames)
        if verdict.rule:
            paragraph = document.sentences[figure.sentence].paragraph
            previous = Given(figure.sentence, paragraph, parties.funder, parties.recipients)
        yield Examined(figure, parties, verdict)


def _made(examined: Examined, document: Document, frames: LanguageFrames) -> Iterator[Grant]:
    if examined.verdict.rule is None:
        return
    recipients: tuple[NameValue | None, ...] = examined.parties.recipients
    if not recipients or (len(recipients) > 1 and not examined.parties.each):
        recipients = (None,)
    for funder in examined.parties.co_funders:
        parties = replace(examined.parties, funder=funder)
        yield _grant(examined.figure, parties, examined.verdict, None, examined.parties.each, document, frames)
    for recipient in recipients:
        yield _grant(
            examined.figure, examined.parties, examined.verdict, recipient, examined.parties.each, document, frames
        )


def _grant(
    figure: Figure,
    parties: Parties,
    verdict: Verdict,
    recipient: NameValue | None,
    each: bool,
    document: Document,
    frames: LanguageFrames,
) -> Grant:
    value = figure.value
    money = value if isinstance(value, MoneyValue) else None
    programme, raw = programme_of(figure, document, frames)
    quantity, quantity_max = (None, None) if money else (value.amount, figure.ceiling or value.amount_max)
    return Grant(
        programme=programme,
        funder_id=organization_id_of(parties.funder) if parties.funder else None,
        recipient_id=organization_id_of(recipient) if recipient else None,
        kind=kind_of(figure, verdict.label.text if verdict.label else None, document, frames),
        amount=(money.amount_max or money.amount) if money else None,
        currency=money.currency if money else None,
        quantity=quantity,
        quantity_max=quantity_max,
        unit=None if isinstance(value, MoneyValue) else value.unit,
        period=period_of(figure, document, frames),
        status=status_of(figure, document, frames),
        announced_on=document.published,
        basis=basis_of(figure, each, frames, document),
        purpose=purpose_of(figure, document),
        bound=value.bound,
        programme_raw=raw,
        funder_raw=parties.funder.text if parties.funder else None,
        recipient_raw=recipient.text if recipient else None,
        amount_raw=value.text if money else None,
        quantity_raw=None if money else value.text,
        evidence=_evidence(figure, recipient, verdict, document),
    )


def _evidence(figure: Figure, recipient: NameValue | None, verdict: Verdict, document: Document) -> Evidence:
    """The segment of the figure, to the end of its clause's predicate where it is the last of the clause.

    It begins with the recipient where that is named before it in the sentence: words that do not say who gets it prove
    nothing.
    """
    text, sentence = document.article.body, document.sentences[figure.sentence]
    start, end = figure.start, figure.end
    if recipient and sentence.start <= recipient.start < start and text.startswith(recipient.text, recipient.start):
        start = recipient.start
    while start < end and text[start] in " ,·;:)\n":
        start += 1
    while end > start and text[end - 1] in " ,·;:\n":
        end -= 1
    return Evidence("body", start, end, text[start:end], f"grants.{verdict.rule}")
