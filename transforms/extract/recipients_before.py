"""Who received before: a part goes to whom the whole went, a body interviewed speaks of itself."""

import re
from dataclasses import dataclass, replace

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.members import NOBODY, SUBJECT, Found, from_set
from transforms.extract.referents_ko import PUBLIC, counts
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

GIVING = ("give", "bear", "set", "pay", "go")


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
    own = frames.grants["own_dative"].search(text, sentence.start, figure.end)
    ours = sense == "bear" or (sense == "go" and own is None and is_interview(document))
    if ours and sentence.shape == "quotation":
        return _speaker(document)
    if sense == "cancel" and (owner := _owner(figure)):
        return (owner,), "whose it was"
    if sense == "cancel" and figure.sentence and (topic := document.discourse.topics[figure.sentence]):
        said = document.sentences[figure.sentence - 1]
        if said.paragraph == sentence.paragraph and topic.start >= said.start:
            return (topic,), "topic"
    if is_interview(document) and _of_the_speaker(figure, receiving, document, frames):
        return _speaker(document)
    if not receiving:
        return _chosen_before(figure, document, frames)
    if counted and counted[-1].start() >= figure.start:
        return NOBODY  # 뽑힌 컨소시엄은: a set of which the article names nobody
    lead = document.sentences[figure.sentence - 1] if figure.sentence else None
    if lead and lead.paragraph == sentence.paragraph and not _plural_subject(figure, document, frames):
        earlier = replace(figure, sentence=figure.sentence - 1, end=lead.end, governor=None)
        if (found := from_set(earlier, document, frames)) != NOBODY:
            return found[0], "set of the sentence before"
    topic = document.discourse.topics[figure.sentence]
    if topic and topic.kind not in ("government", "media") and not _plural_subject(figure, document, frames):
        return (topic,), "topic"
    return (previous.recipients, "as before") if near and previous else NOBODY


def _owner(figure: Figure) -> NameValue | None:
    """Whose support is taken back: the body that owns what the sentence speaks of (A사의 사업은 지원이 취소됐다)."""
    owners = [r for r in figure.roles if r.marker in ("의", "은", "는") and r.end <= figure.value.start]
    return next((r.names[0] for r in owners if r.names[0].kind not in PUBLIC), None)


def _of_the_speaker(figure: Figure, receiving: bool, document: Document, frames: LanguageFrames) -> bool:
    """Whether an answer without a subject tells what the body interviewed receives: by its verb, or as it was asked."""
    if any(r.marker in SUBJECT and r.end <= figure.value.start for r in figure.roles):
        return False
    questions = [s for s in document.sentences[: figure.sentence] if s.shape != "quotation"]
    return receiving or bool(questions and frames.grants["asks_ours"].search(questions[-1].text))


def _chosen_before(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The one body that the sentence before chose or signed with, where the verb of giving has no object of its own."""
    hit, text = figure.governor.predicate if figure.governor else None, document.article.body
    here, before = document.sentences[figure.sentence], document.sentences[figure.sentence - 1]
    own = frames.grants["own_dative"].search(text, here.start, figure.end)
    if hit is None or hit.predicate.sense not in GIVING or own or not figure.sentence:
        return NOBODY
    choosing = any(_chooses(c) for c in clauses_in(document.clauses, figure.sentence - 1))
    names = within(document.names.get("body", ()), before.start, before.end)
    giver = document.discourse.funder
    chosen = {n.key or n.name: n for n in names if counts(n, "", frames) and not (giver and n.name == giver.name)}
    acts = hit.predicate.sense == "go" and any(text[n.end : n.end + 2] in ("은 ", "는 ") for n in chosen.values())
    alone = before.paragraph == here.paragraph and (choosing or acts) and len(chosen) == 1
    return (tuple(chosen.values()), "chosen before") if alone else NOBODY


def _chooses(clause: Clause) -> bool:
    hit = clause.predicate
    return (
        hit is not None
        and not clause.negated
        and (hit.predicate.sense == "choose" or hit.predicate.event == "agreement")
    )


def is_interview(document: Document) -> bool:
    """Whether most of the body is somebody's words."""
    body = [s.shape for s in document.sentences if s.field == "body"]
    return body.count("quotation") * 2 > len(body)


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
