"""Support told without a figure: in kind, for the one body that gets or asked for it (인재 지원은 A만 신청했다)."""

from bisect import bisect_left
from collections.abc import Iterator

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.sentences import Sentence
from transforms.extract.terms import KINDS
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.names import organization_id_of
from transforms.records import Evidence, Grant


def unfigured(document: Document, frames: LanguageFrames) -> Iterator[Grant]:
    """Grants in kind of sentences of the body without a sum or a count of goods."""
    cues = frames.grants
    figured = _figured(document)
    for sentence in document.sentences:
        if sentence.field != "body" or not cues["in_kind"].search(sentence.text):
            continue
        if bisect_left(figured, sentence.start) < bisect_left(figured, sentence.end):
            continue
        kind = next((k for k in KINDS if cues[f"{k}_support"].search(sentence.text)), None)
        names = within(document.names.get("body", ()), sentence.start, sentence.end)
        for role in roles_of(sentence.text, names, sentence.start, frames, document.lang):
            if kind and cues["alone"].fullmatch(role.marker or ""):
                yield from (_grant(sentence, role, i, kind, document) for i in range(len(role.names)))


def _figured(document: Document) -> list[int]:
    """Where sums and counts of goods begin in the body."""
    goods = (q.start for q in document.quantities.get("body", ()) if q.unit == "GPU")
    return sorted((*(m.start for m in document.money.get("body", ())), *goods))


def _grant(sentence: Sentence, role: Role, index: int, kind: str, document: Document) -> Grant:
    funder, programme, name = document.discourse.funder, document.discourse.programme, role.names[index]
    return Grant(
        programme=programme.name if programme else None,
        funder_id=organization_id_of(funder) if funder else None,
        recipient_id=organization_id_of(name),
        kind=kind,
        amount=None,
        currency=None,
        quantity=None,
        quantity_max=None,
        unit=None,
        period=None,
        status="announced",
        announced_on=document.published,
        basis=None,
        purpose=None,
        bound="exact",
        programme_raw=programme.text if programme else None,
        funder_raw=funder.text if funder else None,
        recipient_raw=name.text,
        amount_raw=None,
        quantity_raw=None,
        evidence=Evidence("body", sentence.start, sentence.end, sentence.text, "grants.in-kind"),
    )
