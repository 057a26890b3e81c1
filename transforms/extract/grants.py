"""The grants that an article states: who gives what to whom, under which programme."""

from collections.abc import Iterator

from transforms.extract.document import Document
from transforms.extract.figures import Figure, figures_of
from transforms.extract.parties import Parties, parties_of
from transforms.extract.support import Verdict, judge
from transforms.extract.terms import basis_of, bound_of, kind_of, period_of, purpose_of, status_of
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.model import Lexicon
from transforms.normalize.names import organization_id_of
from transforms.normalize.values import MoneyValue, NameValue
from transforms.records import Evidence, Grant


def grants_of(document: Document, lexicon: Lexicon) -> tuple[Grant, ...]:
    """The grants of an article, in the order of the text; a fact that is told twice stands once."""
    frames = lexicon.frames.of(document.lang)
    seen: set[tuple[object, ...]] = set()
    grants: list[Grant] = []
    for figure in figures_of(document, frames):
        parties = parties_of(figure, document, frames)
        verdict = judge(figure, parties, document, frames)
        if verdict.rule is None:
            continue
        for grant in _made(figure, parties, verdict, document, frames):
            key = (grant.recipient_id, grant.amount, grant.currency, grant.quantity, grant.quantity_max)
            if key not in seen:
                seen.add(key)
                grants.append(grant)
    return tuple(grants)


def _made(
    figure: Figure, parties: Parties, verdict: Verdict, document: Document, frames: LanguageFrames
) -> Iterator[Grant]:
    text = document.article.body
    each = frames.grants["each"].search(text, figure.start, figure.end) is not None
    recipients: tuple[NameValue | None, ...] = parties.recipients
    if not recipients or (len(recipients) > 1 and not each):
        recipients = (None,)
    for recipient in recipients:
        yield _grant(figure, parties, verdict, recipient, each, document, frames)


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
    programme = parties.named_programme or document.discourse.programme
    quantity, quantity_max = (None, None) if money else (value.amount, value.amount_max)
    return Grant(
        programme=programme.name if programme else None,
        funder_id=organization_id_of(parties.funder) if parties.funder else None,
        recipient_id=organization_id_of(recipient) if recipient else None,
        kind=kind_of(figure, document, frames),
        amount=(money.amount_max or money.amount) if money else None,
        currency=money.currency if money else None,
        quantity=quantity,
        quantity_max=quantity_max,
        unit=None if money else value.unit,
        period=period_of(figure, document, frames),
        status=status_of(figure, document, frames),
        announced_on=document.published,
        basis=basis_of(figure, each, frames, document),
        purpose=purpose_of(figure, document),
        bound=bound_of(figure, frames),
        programme_raw=programme.text if programme else None,
        funder_raw=parties.funder.text if parties.funder else None,
        recipient_raw=recipient.text if recipient else None,
        amount_raw=value.text if money else None,
        quantity_raw=None if money else value.text,
        evidence=_evidence(figure, verdict, document),
    )


def _evidence(figure: Figure, verdict: Verdict, document: Document) -> Evidence:
    """The segment of the figure, to the end of its clause's predicate where it is the last of the clause."""
    text = document.article.body
    start, end = figure.start, figure.end
    while start < end and text[start] in " ,·;:\n":
        start += 1
    while end > start and text[end - 1] in " ,·;:\n":
        end -= 1
    return Evidence("body", start, end, text[start:end], f"grants.{verdict.rule}")
