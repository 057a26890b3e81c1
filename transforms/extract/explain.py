"""Why a figure became a grant, or why it did not: what `pressledger extract --explain` prints."""

from dataclasses import dataclass
from typing import Any

from transforms.extract.clauses import Clause
from transforms.extract.document import Document
from transforms.extract.frames import Role
from transforms.extract.grants import Examined, examined_of
from transforms.lexicon.model import Lexicon
from transforms.normalize.values import NameValue


@dataclass(frozen=True, slots=True)
class Refusal:
    """A figure that is no grant: its words and place in the body, the sentence, and the reason in words."""

    text: str
    char_start: int
    char_end: int
    sentence: str
    reason: str


def refusals_of(document: Document, lexicon: Lexicon) -> tuple[Refusal, ...]:
    """Every figure of the body that was considered and refused, in order."""
    frames = lexicon.frames.of(document.lang)
    return tuple(
        Refusal(
            examined.figure.value.text,
            examined.figure.value.start,
            examined.figure.value.end,
            document.sentences[examined.figure.sentence].text,
            examined.verdict.refusal,
        )
        for examined in examined_of(document, frames)
        if examined.verdict.refusal
    )


def explain(document: Document, lexicon: Lexicon) -> list[dict[str, Any]]:
    """For every candidate figure: the clause, the predicate, the roles and where each came from, and rule or refusal.

    Plain data, ready for JSON.
    """
    frames = lexicon.frames.of(document.lang)
    return [_plain(examined, document) for examined in examined_of(document, frames)]


def _plain(examined: Examined, document: Document) -> dict[str, Any]:
    figure, parties, verdict = examined.figure, examined.parties, examined.verdict
    return {
        "figure": figure.value.text,
        "char_start": figure.value.start,
        "char_end": figure.value.end,
        "sentence": document.sentences[figure.sentence].text,
        "clause": figure.clause.text,
        "predicate": _predicate(figure.governor),
        "noun": verdict.label.text if verdict.label else None,
        "roles": [_role(role) for role in figure.roles],
        "funder": _party(parties.funder, parties.funder_from),
        "recipients": [_party(name, parties.recipients_from) for name in parties.recipients],
        "each": parties.each,
        "rule": f"grants.{verdict.rule}" if verdict.rule else None,
        "refused": verdict.refusal,
    }


def _predicate(clause: Clause | None) -> dict[str, Any] | None:
    if clause is None or clause.predicate is None:
        return None
    hit = clause.predicate
    return {
        "lemma": hit.predicate.lemma,
        "sense": hit.predicate.sense,
        "voice": hit.voice,
        "tense": clause.tense,
        "modality": clause.modality,
        "negated": clause.negated,
        "char_start": hit.start,
        "char_end": hit.end,
    }


def _role(role: Role) -> dict[str, Any]:
    names = [name.name for name in role.names]
    return {"names": names, "marker": role.marker, "char_start": role.start, "char_end": role.end}


def _party(name: NameValue | None, source: str | None) -> dict[str, Any] | None:
    return {"name": name.name, "as printed": name.text, "from": source} if name else None
