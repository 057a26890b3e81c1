"""Who receives a figure: by particle, as subject of receiving, as one of a set named before, or as before.

English marks the recipient by `to` or by order (give X $5m), Korean by 에, 에게; "각 팀", "이들" and "선정된 7곳"
mean the last set of that size; a part (첫해분, 여기에) goes to whom the whole went.
"""

from dataclasses import dataclass

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.members import DATIVE, NOBODY, SUBJECT, Found, from_set, in_order, row_of
from transforms.extract.recipients_before import Given, from_before
from transforms.extract.recipients_beside import beside
from transforms.extract.referents_ko import projects_owner, referent_in
from transforms.extract.sentences import Sentence
from transforms.extract.slots import of_the_group
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HANDING = ("give", "set", "go")


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose recipient is asked for: `receiving` where its verb has the recipient for a subject."""

    figure: Figure
    subject: Role | None
    receiving: bool
    document: Document
    frames: LanguageFrames

    @property
    def text(self) -> str:
        """The body, in which all places count."""
        return self.document.article.body

    @property
    def sentence(self) -> Sentence:
        """The figure's sentence."""
        return self.document.sentences[self.figure.sentence]


def recipients_of(
    figure: Figure,
    subject: Role | None,
    receiving: bool,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> Found:
    """The recipients and how they were found; nobody where the text names none. The first way that finds any counts."""
    if frames.grants["summed"].search(document.article.body, figure.start, figure.value.start):
        return NOBODY
    asked = Asked(figure, subject, receiving, document, frames)
    for way in WAYS:
        if (found := way(asked)) != NOBODY:
            return found
    return from_before(figure, receiving, previous, document, frames)


def _in_a_list(asked: Asked) -> Found:
    """A share of a list, a row of sums beside one of bodies, the lines of a group, winners behind their prize."""
    figure, document, cues, sentence = asked.figure, asked.document, asked.frames.grants, asked.sentence
    for role in figure.roles:
        if cues["share_of"].match(asked.text, role.end) and figure.start <= role.start < figure.value.start:
            return role.names, "share"
    if rows := row_of(figure, asked.receiving, document, asked.frames):
        return (rows[figure.position],), "in order"
    if (found := of_the_group(figure, document, asked.frames)) != NOBODY:
        return found
    won = cues["prize_row"].search(sentence.text) or cues["type_row"].search(sentence.text)
    if won and figure.value.end <= sentence.start + won.start("winners"):
        return tuple(
            within(document.names.get("body", ()), sentence.start + won.start("winners"), sentence.end)
        ), "winners"
    return NOBODY


def _given(asked: Asked) -> Found:
    """To whom a giver gives: by particle, with whom it signs, a word for a body, whose project it is, who secures."""
    figure, document, frames = asked.figure, asked.document, asked.frames
    if asked.receiving:
        return NOBODY
    dative = [r for r in figure.roles if r.marker in DATIVE]
    own = [r for r in dative if figure.start <= r.start < figure.end]
    own = [r for r in own if not frames.grants["not_funder"].search(r.names[0].name)]
    last = [r for r in dative if figure.end <= r.start < figure.clause.end]
    if own or last:
        chosen = own[-1] if own else last[0]
        return chosen.names, f"particle {chosen.marker}"
    if partner := _partner(figure, asked.text, frames):
        return partner.names, "whom the giver signs with"
    if meant := referent_in(figure.start, figure.end, document, frames):
        return meant, "a word for the body"
    if owner := projects_owner(figure, document, frames):
        return (owner,), "whose project it is"
    securer = _securer(figure, document, frames)
    return ((securer,), "a word for the body") if securer else NOBODY


def _ranked(asked: Asked) -> Found:
    """The subject of a sum that is told with its rank (A대가 20억원으로 가장 많다)."""
    figure, subject = asked.figure, asked.subject
    ranked = asked.frames.grants["ranked"].search(asked.text, figure.value.end, asked.sentence.end)
    if ranked and subject and figure.start <= subject.start and subject.marker in ("이", "가", "은", "는"):
        return subject.names, "ranked"
    return NOBODY


def _getting(asked: Asked) -> Found:
    """Who receives: what it is called to be, the subject, or a word for either."""
    figure, subject, document, frames = asked.figure, asked.subject, asked.document, asked.frames
    if not asked.receiving:
        return NOBODY
    called = [r for r in figure.roles if r.marker in ("로", "으로") and r.end < figure.value.start]
    if subject is None and called and called[-1].start >= asked.sentence.start:
        return called[-1].names, "who it is called to be"
    of_set = frames.grants["set_words"].search(asked.text, figure.start, figure.value.start)
    late = subject is not None and subject.start > figure.value.end and of_set  # 두 곳은 8억원씩, A는 15억원을 받는다
    if subject and not late and subject.names[0].kind != "media":
        return subject.names, f"subject of receiving ({subject.marker})"
    if subject is None and (meant := referent_in(figure.start, figure.end, document, frames, "subject")):
        return meant, "a word for the body"
    body = korean_body_word(figure, document, frames)
    return ((body,), "a word for the body") if body else NOBODY


def _partner(figure: Figure, text: str, frames: LanguageFrames) -> Role | None:
    """With whom the giver signs about the sum (WFP와 1천만달러짜리 협약을 맺고), or by whom a gift is handed on."""
    cues, before = frames.grants, [r for r in figure.roles if r.end <= figure.value.start]
    donated = cues["donate"].search(text, figure.start, figure.clause.end)
    for role in before:
        signs = role.marker in ("와", "과") and cues["partner"].match(text, role.end)
        handed = donated and role.marker in ("을", "를") and cues["through"].match(text, role.end)
        if (signs and figure.value.start < signs.end()) or handed:
            return role
    return None


def _securer(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The local government behind 시는, 군이 where it secures the state's money (시는 국비 30억원을 확보했다)."""
    hit = figure.governor.predicate if figure.governor else None
    secures = hit is not None and hit.predicate.sense == "secure" and not any(r.marker in SUBJECT for r in figure.roles)
    body = korean_body_word(figure, document, frames) if secures else None
    return body if body and frames.grants["local_body"].fullmatch(body.name) else None


def _of_the_noun(asked: Asked) -> Found:
    """Whose grant the noun is: that of a clause before it (A에 주는 출연금은) or of a genitive (A병원의 운영비)."""
    figure, receiving, document, frames = asked.figure, asked.receiving, asked.document, asked.frames
    clauses = [c for c in document.clauses if c.sentence == figure.sentence and c.end <= figure.clause.start]
    last = clauses[-1] if clauses else None
    if last and last.form == "adnominal" and last.predicate and last.predicate.predicate.sense in HANDING:
        given = [r for r in figure.roles if r.marker in DATIVE and last.start <= r.start < last.end]
        if names := given[-1].names if given else referent_in(last.start, last.end, document, frames):
            return names, "of the noun"
    lead = document.article.body[figure.start : figure.value.start]
    owned = [r for r in figure.roles if r.marker == "의" and figure.start <= r.start and r.end <= figure.value.start]
    if receiving and owned and owned[-1].names[0].kind not in ("government", "agency", "media"):
        return owned[-1].names[:1], "of the noun"
    if frames.grants["running_costs"].search(lead):
        private = [r for r in owned if r.names[0].kind not in ("government", "agency", "company", "media")]
        return (private[-1].names, "of the noun") if private else NOBODY
    return NOBODY


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


def _by_its_side(asked: Asked) -> Found:
    return beside(asked.figure, asked.document, asked.frames)


def _in_order(asked: Asked) -> Found:
    return in_order(asked.figure, asked.document, asked.frames)


def _of_the_set(asked: Asked) -> Found:
    return from_set(asked.figure, asked.document, asked.frames)


WAYS = (_in_a_list, _by_its_side, _given, _ranked, _getting, _of_the_noun, _in_order, _of_the_set)
