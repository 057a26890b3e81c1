"""Who received before: a part goes to whom the whole went, a body interviewed speaks of itself."""

import re
from dataclasses import dataclass, replace

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.members import NOBODY, Found, from_set
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue


@dataclass(frozen=True, slots=True)
class Given:
    """The last grant before a figure: where it stood, who gave and who received."""

    sentence: int
    paragraph: int
    funder: NameValue | None
    recipients: tuple[NameValue, ...]


def from_before(
    figure: Figure, receiving: bool, previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    """A part of what was given before; the interviewed body; the topic of the sentence before."""
    text, sentence = document.article.body, document.sentences[figure.sentence]
    counted = list(frames.grants["set_words"].finditer(text, sentence.start, figure.value.start))
    if counted and frames.grants["rest"].search(text[sentence.start : counted[-1].start()]):
        return NOBODY  # 나머지 세 팀은: those that are not named
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


def _speaker(document: Document) -> Found:
    """The body whose member is interviewed: the first one named that is neither the state nor a paper."""
    bodies = (n for n in document.names.get("body", ()) if n.kind not in ("government", "media"))
    speaker = next(bodies, None)
    return ((speaker,), "the speaker's own body") if speaker else NOBODY


def _plural_subject(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the sentence has a subject of its own that is no name (대학은, 기업은, 학생들은)."""
    sentence = document.sentences[figure.sentence]
    lead = document.article.body[sentence.start : figure.value.start]
    subject = re.search(r"(?:^|\s)(?!이 |[이그]는 |저는 )(\S{1,12})(?:은|는)\s", lead)
    return subject is not None and not frames.grants["same_body"].search(lead)
