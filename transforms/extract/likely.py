"""Steps that no word of the lexicon tells: a clause with a date is taken for the step that it looks most like.

The weights (lexicon/likeness.py) were learned from labelled sentences. They say only which step it is; its date,
bodies, figures and status are read by the same grammar as those of every step. Rule: "event-likely".
"""

import re
from collections.abc import Iterator, Sequence

from transforms.extract.clauses import Clause
from transforms.extract.document import Document
from transforms.extract.frames import Hit
from transforms.extract.passages import Happening, every_passage
from transforms.extract.statuses import concedes, statuses_of
from transforms.extract.timing import Clock
from transforms.lexicon.frames import Predicate
from transforms.normalize.values import DateValue
from transforms.records import Milestone

MARKS = {"dates": "ⓓ", "names": "ⓝ", "money": "ⓦ", "quantities": "ⓠ", "percents": "ⓟ"}
DIGITS, SPACES = re.compile(r"\d+"), re.compile(r"\s+")
TALK = ("request", "hearsay")
PROMISE = 12  # code points at the end of a clause that make it a promise looked back on


def likely(told: Sequence[Milestone], clock: Clock) -> Iterator[Happening]:
    """The steps that dated clauses look like, of the clauses in which no step was `told`."""
    model, document = clock.frames.likeness, clock.document
    if model is None:
        return
    for passage in every_passage(document, clock.frames):
        if not passage.dates(passage.clauses[0].start, passage.clauses[-1].end):
            continue
        statuses = statuses_of(passage)
        for clause, status in zip(passage.clauses, statuses, strict=True):
            dates = passage.dates(clause.start, clause.end)
            if not dates or _is_told(clause, told) or clause.modality in TALK:
                continue
            event, share = model.likeliest(masked(clause, document), clause.form)
            settled = _settled(clause, status, dates, clock)
            if event != "none" and share >= model.sure and settled:
                yield _happening(clause, event, settled)


def _settled(clause: Clause, status: str | None, dates: Sequence[DateValue], clock: Clock) -> str | None:
    """The status of a clause, put right by its dates: what is past is done, or was promised and missed."""
    published, steps = clock.document.published, clock.frames.steps
    promised = steps["promised_once"].search(clause.text[-PROMISE:]) is not None
    if status in (None, "cancelled") and not promised:
        return status
    over = published is not None and all((d.last or d.first or published) < published for d in dates)
    if over and status != "achieved":
        broken = promised or status == "missed" or concedes(clause, clock.frames) or steps["vowed"].search(clause.text)
        return "missed" if broken else "achieved"
    begun = published is None or any(d.first is None or d.first <= published for d in dates)
    return status if begun and status else "planned"


def _is_told(clause: Clause, told: Sequence[Milestone]) -> bool:
    return any(
        m.evidence.char_start < clause.end and clause.start < m.evidence.char_end
        for m in told
        if m.evidence.field == "body"
    )


def _happening(clause: Clause, event: str, status: str) -> Happening:
    hit = clause.predicate
    start, stem, end = (hit.start, hit.stem_end, hit.end) if hit else (clause.end,) * 3
    word = Hit(start, stem, end, Predicate("", None, event, noun=False), hit.voice if hit else "nominal")
    return Happening(clause, event, status, word, clause.start, clause.end, "event-likely")


def masked(clause: Clause, document: Document) -> str:
    """The words of a clause with a mark in place of each value and name, and 0 for every other number."""
    body, words, place = document.article.body, [], clause.start
    spans = []
    for kind, mark in MARKS.items():
        found = getattr(document, kind).get("body", ())
        spans += [(v.start, v.end, mark) for v in found if v.start < clause.end and v.end > clause.start]
    for start, end, mark in sorted(spans):
        if start >= place:
            words += [body[place:start], mark]
            place = end
    words.append(body[place : clause.end])
    return DIGITS.sub("0", SPACES.sub(" ", "".join(words).strip()))
