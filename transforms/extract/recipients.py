"""Who receives a figure: by particle, as subject of receiving, as one of a set named before, or as before.

English marks the recipient by `to` or by order (give X $5m), Korean by 에, 에게; "각 팀", "이들" and "선정된 7곳"
mean the last set of that size; a part (첫해분, 여기에) goes to whom the whole went.
"""

import re
from dataclasses import dataclass, replace

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.members import DATIVE, NOBODY, Found, from_set, in_order, row_of
from transforms.extract.referents_ko import referent_in
from transforms.extract.sentences import MARKS
from transforms.extract.slots import of_the_group
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HANDING = ("give", "set", "go")
ROW_HEAD = 6  # code points of a row within which the body at its head begins
ROW = re.compile(r"\s[-–—:|/]\s|[:：]|^\S+(?:\s\S+){0,4}$")


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
    text, cues, sentence = document.article.body, frames.grants, document.sentences[figure.sentence]
    for role in figure.roles:
        if cues["share_of"].match(text, role.end) and figure.start <= role.start < figure.value.start:
            return role.names, "share"
    rows = row_of(figure, receiving, document, frames)
    if rows:
        return (rows[figure.position],), "in order"
    if (found := of_the_group(figure, document, frames)) != NOBODY:
        return found
    won = next((r for r in cues["prize_row"].finditer(sentence.text)), None)
    if won and figure.value.end <= sentence.start + won.start("winners"):
        winners = within(document.names.get("body", ()), sentence.start + won.start("winners"), sentence.end)
        return tuple(winners), "winners"
    if works := _whose_works(figure, text, frames):
        return works, "whose works it pays"
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
    if not receiving and (meant := referent_in(figure.start, figure.end, document, frames)):
        return meant, "a word for the body"
    called = [r for r in figure.roles if r.marker in ("로", "으로") and r.end < figure.value.start]
    ranked = cues["ranked"].search(text, figure.value.end, document.sentences[figure.sentence].end)
    if ranked and subject and figure.start <= subject.start and subject.marker in ("이", "가", "은", "는"):
        return subject.names, "ranked"
    if receiving and subject is None and called and called[-1].start >= document.sentences[figure.sentence].start:
        return called[-1].names, "who it is called to be"
    if receiving and subject and subject.names[0].kind not in ("media",):
        return subject.names, f"subject of receiving ({subject.marker})"
    if receiving and (body := korean_body_word(figure, document, frames)):
        return (body,), "a word for the body"
    if (found := _of_the_noun(figure, document, frames)) != NOBODY:
        return found
    if (found := in_order(figure, document, frames)) != NOBODY:
        return found
    if (found := from_set(figure, document, frames)) != NOBODY:
        return found
    return _from_before(figure, receiving, previous, document, frames)


def _from_before(
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


def _right_before(figure: Figure, document: Document) -> tuple[NameValue, ...]:
    """In a row of equals the name right before the figure (A시 420억원, B시 380억원) or behind its mark (▲A원)."""
    text = document.article.body
    for role in figure.roles:
        if figure.start <= role.start and role.end <= figure.value.start:
            marked = role.start > 0 and text[role.start - 1] in MARKS
            gap = re.sub(r"\([^()]*\)", "", text[role.end : figure.value.start])
            if (figure.count > 1 and not gap.strip()) or marked:
                return role.names[:1]
    return ()


def _whose_works(figure: Figure, text: str, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The body right before the works that the figure pays for (B병원 증축비 30억원을 반영했다), if no government."""
    for role in figure.roles:
        built = role.end <= figure.value.start and frames.grants["works"].fullmatch(text[role.end : figure.value.start])
        if built and role.names[-1].kind not in ("government", "agency", "media"):
            return role.names[-1:]
    return ()


def _heads_row(figure: Figure, document: Document) -> bool:
    """Whether the line is a row (A대 김 교수팀 - 주제 - 5년 17억원) that begins with a body."""
    sentence = document.sentences[figure.sentence]
    at_head = figure.roles[0].start - sentence.start < ROW_HEAD
    return at_head and figure.roles[0].marker is None and ROW.search(sentence.text) is not None


def _of_the_noun(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """Whose grant the noun is: that of a clause before it (A에 주는 출연금은) or of a genitive (A병원의 운영비)."""
    clauses = [c for c in document.clauses if c.sentence == figure.sentence and c.end <= figure.clause.start]
    last = clauses[-1] if clauses else None
    if last and last.form == "adnominal" and last.predicate and last.predicate.predicate.sense in HANDING:
        given = [r for r in figure.roles if r.marker in DATIVE and last.start <= r.start < last.end]
        if names := given[-1].names if given else referent_in(last.start, last.end, document, frames):
            return names, "of the noun"
    lead = document.article.body[figure.start : figure.value.start]
    if frames.grants["running_costs"].search(lead):
        owners = [
            r for r in figure.roles if r.marker == "의" and figure.start <= r.start and r.end <= figure.value.start
        ]
        private = [r for r in owners if r.names[0].kind not in ("government", "agency", "company", "media")]
        return (private[-1].names, "of the noun") if private else NOBODY
    return NOBODY


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


def korean_body_word(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """재단은, 도는, 협회가: the body last named whose name ends so."""
    sentence = document.sentences[figure.sentence]
    names = document.names.get("body", ())
    matches = frames.grants["bodies"].finditer(document.article.body, sentence.start, figure.value.start)
    found = [m for m in matches if not any(n.start <= m.start() < n.end for n in names)]
    if not found:
        return None
    word, at = found[-1].group()[:-2], found[-1].start()
    return next((n for n in reversed(names) if n.end <= at and n.name.endswith(word)), None)
