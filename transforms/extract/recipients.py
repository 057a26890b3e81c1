"""Who receives a figure: by particle, as subject of receiving, as one of a set named before, or as before.

English marks the recipient by `to` or by order (give X $5m), Korean by 에, 에게; "각 팀", "이들" and "선정된 7곳"
mean the last set of that size; a part (첫해분, 여기에) goes to whom the whole went.
"""

import re

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.members import DATIVE, NOBODY, SUBJECT, Found, from_set, in_order, row_of
from transforms.extract.recipients_before import Given, from_before
from transforms.extract.referents_ko import projects_owner, referent_in
from transforms.extract.sentences import MARKS
from transforms.extract.slots import of_the_group
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HANDING = ("give", "set", "go")
ROW_HEAD = 6  # code points of a row within which the body at its head begins
ROW = re.compile(r"\s[-–—:|/]\s|[:：]|^\S+(?:\s\S+){0,4}$")


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
    if cues["summed"].search(text, figure.start, figure.value.start):
        return NOBODY
    for role in figure.roles:
        if cues["share_of"].match(text, role.end) and figure.start <= role.start < figure.value.start:
            return role.names, "share"
    rows = row_of(figure, receiving, document, frames)
    if rows:
        return (rows[figure.position],), "in order"
    if (found := of_the_group(figure, document, frames)) != NOBODY:
        return found
    won = cues["prize_row"].search(sentence.text) or cues["type_row"].search(sentence.text)
    if won and figure.value.end <= sentence.start + won.start("winners"):
        winners = within(document.names.get("body", ()), sentence.start + won.start("winners"), sentence.end)
        return tuple(winners), "winners"
    if works := _whose_works(figure, text, frames):
        return works, "whose works it pays"
    own = [r for r in figure.roles if r.marker in DATIVE and figure.start <= r.start < figure.end]
    own = [r for r in own if not cues["not_funder"].search(r.names[0].name)]
    if figure.governor is None and (named := _right_before(figure, document, frames)):
        return named, "right before the figure"
    if figure.governor is None and len(figure.roles) >= 1 and _heads_row(figure, document):
        named = figure.roles[0].names
        return (named if cues["each"].search(text, figure.start, figure.end) else named[:1]), "head of the row"
    last = [r for r in figure.roles if r.marker in DATIVE and figure.end <= r.start < figure.clause.end]
    if (own or last) and not receiving:
        chosen = own[-1] if own else last[0]
        return chosen.names, f"particle {chosen.marker}"
    if not receiving and (partner := _partner(figure, text, frames)):
        return partner.names, "whom the giver signs with"
    if not receiving and (meant := referent_in(figure.start, figure.end, document, frames)):
        return meant, "a word for the body"
    if not receiving and (owner := projects_owner(figure, document, frames)):
        return (owner,), "whose project it is"
    if not receiving and (securer := _securer(figure, document, frames)):
        return (securer,), "a word for the body"
    called = [r for r in figure.roles if r.marker in ("로", "으로") and r.end < figure.value.start]
    ranked = cues["ranked"].search(text, figure.value.end, document.sentences[figure.sentence].end)
    if ranked and subject and figure.start <= subject.start and subject.marker in ("이", "가", "은", "는"):
        return subject.names, "ranked"
    if receiving and subject is None and called and called[-1].start >= document.sentences[figure.sentence].start:
        return called[-1].names, "who it is called to be"
    of_set = cues["set_words"].search(text, figure.start, figure.value.start)
    late = subject is not None and subject.start > figure.value.end and of_set  # 두 곳은 8억원씩, A는 15억원을 받는다
    if receiving and subject and not late and subject.names[0].kind not in ("media",):
        return subject.names, f"subject of receiving ({subject.marker})"
    if receiving and subject is None and (meant := referent_in(figure.start, figure.end, document, frames, "subject")):
        return meant, "a word for the body"
    if receiving and (body := korean_body_word(figure, document, frames)):
        return (body,), "a word for the body"
    if (found := _of_the_noun(figure, receiving, document, frames)) != NOBODY:
        return found
    if (found := in_order(figure, document, frames)) != NOBODY:
        return found
    if (found := from_set(figure, document, frames)) != NOBODY:
        return found
    return from_before(figure, receiving, previous, document, frames)


def _right_before(figure: Figure, document: Document, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """In a row of equals the name right before the figure (A시 420억원, B시 380억원) or behind its mark (▲A원)."""
    text = document.article.body
    for role in figure.roles:
        if figure.start <= role.start and role.end <= figure.value.start:
            marked = role.start > 0 and text[role.start - 1] in MARKS
            gap = re.sub(r"\([^()]*\)", "", text[role.end : figure.value.start])
            listed = gap.strip() in ("이", "가") and frames.grants["row_next"].match(text, figure.value.end)
            if (figure.count > 1 and (listed or not gap.strip())) or marked:
                return role.names[:1]
    return ()


def _whose_works(figure: Figure, text: str, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The body right before the works that the figure pays for (B병원 증축비 30억원을 반영했다), if no government."""
    for role in figure.roles:
        built = role.end <= figure.value.start and frames.grants["works"].fullmatch(text[role.end : figure.value.start])
        if built and role.names[-1].kind not in ("government", "agency", "media"):
            return role.names[-1:]
    return ()


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


def _heads_row(figure: Figure, document: Document) -> bool:
    """Whether the line is a row (A대 김 교수팀 - 주제 - 5년 17억원) that begins with a body."""
    sentence = document.sentences[figure.sentence]
    at_head = figure.roles[0].start - sentence.start < ROW_HEAD
    return at_head and figure.roles[0].marker is None and ROW.search(sentence.text) is not None


def _of_the_noun(figure: Figure, receiving: bool, document: Document, frames: LanguageFrames) -> Found:
    """Whose grant the noun is: that of a clause before it (A에 주는 출연금은) or of a genitive (A병원의 운영비)."""
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
