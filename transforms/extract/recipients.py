"""Who receives a figure: by particle, as subject of receiving, as one of a set named before, or as before.

English marks the recipient by `to` or by order (give X $5m), Korean by 에, 에게; "각 팀", "이들" and "선정된 7곳"
mean the last set of that size; a part (첫해분, 여기에) goes to whom the whole went.
"""

import re
from dataclasses import dataclass, replace

from transforms.extract.discourse import RecipientSet
from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.sentences import MARKS
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

ROW_HEAD = 6  # code points of a row within which the body at its head begins
ROW = re.compile(r"\s[-–—:|/]\s|[:：]|^\S+(?:\s\S+){0,4}$")
PAIRS_MIN = 2  # figures that a row needs to be paired with a set
DATIVE = ("에", "에게", "께", "에는", "에도", "에만", "to", "with")
NUMERALS = {"두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
Found = tuple[tuple[NameValue, ...], str | None]
NOBODY: Found = ((), None)


@dataclass(frozen=True, slots=True)
class Given:
    """The last grant before a figure: where it stood, who gave and who received."""

    sentence: int
    paragraph: int
    funder: NameValue | None
    recipients: tuple[NameValue, ...]


def recipients_of(
    figure: Figure,
    subject: Role | None,
    receiving: bool,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> Found:
    """The recipients and how they were found; nobody where the text names none."""
    text, cues = document.article.body, frames.grants
    for role in figure.roles:
        if cues["share_of"].match(text, role.end) and figure.start <= role.start < figure.value.start:
            return role.names, "share"
    rows = _row(figure, document, frames)
    if rows:
        return (rows[figure.position],), "in order"
    own = [r for r in figure.roles if r.marker in DATIVE and figure.start <= r.start < figure.end]
    own = [r for r in own if not cues["not_funder"].search(r.names[0].name)]
    if figure.governor is None and (named := _right_before(figure, document)):
        return named, "right before the figure"
    if figure.governor is None and len(figure.roles) >= 1 and _heads_row(figure, document):
        return (figure.roles[0].names[0],), "head of the row"
    last = [r for r in figure.roles if r.marker in DATIVE and figure.end <= r.start < figure.clause.end]
    if (own or last) and not receiving:
        chosen = own[-1] if own else last[0]
        return chosen.names, f"particle {chosen.marker}"
    called = [r for r in figure.roles if r.marker in ("로", "으로") and r.end < figure.value.start]
    if receiving and subject is None and called and called[-1].start >= document.sentences[figure.sentence].start:
        return called[-1].names, "who it is called to be"
    if receiving and subject and subject.names[0].kind not in ("media",):
        return subject.names, f"subject of receiving ({subject.marker})"
    if (found := _in_order(figure, document, frames)) != NOBODY:
        return found
    if (found := from_set(figure, document, frames)) != NOBODY:
        return found
    return _from_before(figure, receiving, previous, document, frames)


def from_set(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The members of the set that words such as 각 팀, 이들, `each of them` mean."""
    text, sentence = document.article.body, document.sentences[figure.sentence]
    matches = list(frames.grants["set_words"].finditer(text, sentence.start, figure.end))
    words = [m.group() for m in matches]
    if _gives(figure, matches[-1] if matches else None, text):
        return NOBODY
    planned = figure.governor is not None and figure.governor.modality == "plan"
    if not words or (planned and all(frames.grants["members_each"].fullmatch(w) for w in words)):
        return NOBODY
    every = document.discourse.sets
    before = [s for s in every if s.sentence <= figure.sentence and s.how != "listed"]
    sets = [s for s in every if s.sentence <= figure.sentence]
    sets += [] if before else [s for s in every if s.how == "items"]
    labelled = [s for s in sets if s.label and s.label in sentence.text]
    wanted = next((n for w in words if (n := _count(w))), None) or _count_before(figure, document, frames)
    fitting = labelled or [s for s in sets if wanted is None or _has(s, wanted, document)]
    best = max(
        fitting, key=lambda s: (s.how != "listed", wanted is not None or len(s.entries), s.sentence), default=None
    )
    if best is None or (best.how == "listed" and wanted is None):
        return NOBODY
    return tuple(n for entry in best.entries for n in entry), f"set: {words[0]}"


def _ordered(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the figure is one of a row that the clause says to be in order (순서대로, 각각, respectively)."""
    ordered = frames.grants["ordered"].search(document.article.body, figure.clause.start, figure.clause.end)
    return figure.count >= PAIRS_MIN and ordered is not None


def _row(figure: Figure, document: Document, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The names before the row of figures, as many as they are (A와 B, C에 각각 20억원, 15억원, 12억원)."""
    if not _ordered(figure, document, frames):
        return ()
    rows = [r.names for r in figure.roles if r.marker in DATIVE and len(r.names) == figure.count]
    return rows[-1] if rows else ()


def _in_order(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The member that stands in the last set where the figure stands in its row (순서대로 49억원, 62억원 ...)."""
    if not _ordered(figure, document, frames) or gives_in_order(figure, frames, document.article.body):
        return NOBODY
    sets = [s for s in document.discourse.sets if s.sentence <= figure.sentence and len(s.entries) == figure.count]
    return (sets[-1].entries[figure.position], "in order") if sets else NOBODY


def gives_in_order(figure: Figure, frames: LanguageFrames, text: str) -> Role | None:
    """The row of givers of which each gives the figure in its place (A와 B가 각각 10억원, 5억원을 기탁했다)."""
    if figure.count < PAIRS_MIN or not frames.grants["ordered"].search(text, figure.clause.start, figure.clause.end):
        return None
    rows = (r for r in figure.roles if r.marker in ("은", "는", "이", "가") and len(r.names) == figure.count)
    hit = figure.governor.predicate if figure.governor else None
    giving = hit is not None and hit.voice == "active" and hit.predicate.sense in ("give", "spend")
    return next(rows, None) if giving else None


def _gives(figure: Figure, words: re.Match[str] | None, text: str) -> bool:
    """Whether the set is the subject of giving, not of getting (두 시는 각각 50억원을 보탠다)."""
    hit = figure.governor.predicate if figure.governor else None
    giving = (
        hit is not None and hit.voice == "active" and hit.predicate.sense in ("give", "bear", "spend", "set", "pay")
    )
    return giving and words is not None and text[words.end() : words.end() + 2] in ("는 ", "은 ", "가 ", "이 ")


def _count_before(figure: Figure, document: Document, frames: LanguageFrames) -> int | None:
    """The number of members that the paragraph speaks of before the figure (다섯 팀 모두 대상이다)."""
    here = document.sentences[figure.sentence]
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == here.paragraph)
    words = frames.grants["set_words"].finditer(document.article.body, start, here.start)
    return next((n for m in reversed(list(words)) if (n := _count(m.group()))), None)


def _has(found: RecipientSet, wanted: int, document: Document) -> bool:
    return wanted == len(found.entries) or f"{wanted}" in re.findall(r"\d+", document.sentences[found.sentence].text)


def _count(words: str) -> int | None:
    if digits := re.search(r"\d+", words):
        return int(digits.group())
    counted = (n for w, n in NUMERALS.items() if re.search(rf"(?<![가-힣]){w}\s?[^\s\W]", words))
    return next(counted, None)


def _from_before(
    figure: Figure, receiving: bool, previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    """A part of what was given before; the interviewed body; the topic of the sentence before."""
    text, sentence = document.article.body, document.sentences[figure.sentence]
    if receiving and frames.grants["ours"].search(text, sentence.start, figure.value.start):
        return _speaker(document)
    quoted = sentence.shape == "quotation" and figure.governor is not None
    if quoted and figure.governor and frames.grants["for_us"].search(figure.governor.tail):
        return _speaker(document)
    near = previous is not None and (
        figure.sentence - previous.sentence <= 1 or previous.paragraph == sentence.paragraph
    )
    if near and previous and previous.recipients and frames.grants["part"].search(text, sentence.start, figure.end):
        return previous.recipients, "a part of the grant before"
    sense = figure.governor.predicate.predicate.sense if figure.governor and figure.governor.predicate else None
    if sense == "bear" and sentence.shape == "quotation":
        return _speaker(document)
    if sense == "cancel" and figure.sentence and (topic := document.discourse.topics[figure.sentence]):
        said = document.sentences[figure.sentence - 1]
        if said.paragraph == sentence.paragraph and topic.start >= said.start:
            return (topic,), "topic"
    if not receiving:
        return NOBODY
    lead = document.sentences[figure.sentence - 1] if figure.sentence else None
    if lead and lead.paragraph == sentence.paragraph and not _plural_subject(figure, document, frames):
        earlier = replace(figure, sentence=figure.sentence - 1, end=lead.end, governor=None)
        if (found := from_set(earlier, document, frames)) != NOBODY:
            return found[0], "set of the sentence before"
    topic = document.discourse.topics[figure.sentence]
    if topic and topic.kind not in ("government", "media") and not _plural_subject(figure, document, frames):
        return (topic,), "topic"
    return (previous.recipients, "as before") if near and previous else NOBODY


def _right_before(figure: Figure, document: Document) -> tuple[NameValue, ...]:
    """In a row of equals the name right before the figure (A시 420억원, B시 380억원) or behind its mark (▲A원의 ...)."""
    text = document.article.body
    for role in figure.roles:
        if figure.start <= role.start and role.end <= figure.value.start:
            marked = text[role.start - 1 : role.start] in MARKS
            gap = re.sub(r"\([^()]*\)", "", text[role.end : figure.value.start])
            if (figure.count > 1 and not gap.strip()) or marked:
                return role.names[:1]
    return ()


def _heads_row(figure: Figure, document: Document) -> bool:
    """Whether the line is a row (A대 김 교수팀 - 주제 - 5년 17억원) that begins with a body."""
    sentence = document.sentences[figure.sentence]
    at_head = figure.roles[0].start - sentence.start < ROW_HEAD
    return at_head and figure.roles[0].marker is None and ROW.search(sentence.text) is not None


def _speaker(document: Document) -> Found:
    """The body whose member is interviewed: the first one named that is neither the state nor a paper."""
    bodies = (n for n in document.names.get("body", ()) if n.kind not in ("government", "media"))
    speaker = next(bodies, None)
    return ((speaker,), "the speaker's own body") if speaker else NOBODY


def _plural_subject(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence has a subject of its own that is no name (대학은, 기업은, 학생들은)."""
    sentence = document.sentences[figure.sentence]
    lead = document.article.body[sentence.start : figure.value.start]
    subject = re.search(r"(?:^|\s)(?!이 )(\S{2,12})(?:은|는)\s", lead)
    return subject is not None and not frames.grants["same_body"].search(lead)
