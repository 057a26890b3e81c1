"""Korean: who gives a figure. The words next to it first, then who acts, then the paragraph, section and article."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from transforms.extract.actors import GIVERS, gives
from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.recipients import korean_body_word
from transforms.extract.recipients_before import Given
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue, QuantityValue

SOURCE = ("에서", "로부터", "으로부터", "에게서")
OWNER = ("의", "과", "와")
SPLITS = ("province", "city", "county", "district")  # whose money the label says, by the ending of the body's name
ENDINGS = {"province": ("도", "도청"), "city": ("시",), "county": ("군",), "district": ("구",)}
BEFORE = 16  # code points before a figure in which the words of its purse stand
Found = tuple[NameValue | None, str | None]
NOBODY: Found = (None, None)


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure, those `named` as its recipients, whether an unnamed `state` acts, and the grant before."""

    figure: Figure
    named: frozenset[str]
    state: bool
    previous: Given | None
    document: Document
    frames: LanguageFrames

    @property
    def text(self) -> str:
        """The body of the article."""
        return self.document.article.body

    @property
    def start(self) -> int:
        """Where the figure's sentence begins."""
        return self.document.sentences[self.figure.sentence].start

    @property
    def paragraph(self) -> int:
        """Where the figure's paragraph begins."""
        here = self.document.sentences[self.figure.sentence].paragraph
        return next(s.start for s in self.document.sentences if s.field == "body" and s.paragraph == here)

    def free(self, names: Iterable[NameValue]) -> NameValue | None:
        """The first of the names that neither receives the figure nor is a body that never gives."""
        barred = self.frames.grants["not_funder"]
        return next((n for n in names if (n.key or n.name) not in self.named and not barred.search(n.name)), None)

    def cue(self, name: str, start: int, end: int) -> bool:
        """Whether the words of a cue stand between two places of the body."""
        return self.frames.grants[name].search(self.text, start, end) is not None


def korean_funder(asked: Asked, actor: NameValue | None) -> Found:
    """Explicit words first: whose gift or money it is, who acts, from whom, whose programme; then the discourse."""
    figure, frames = asked.figure, asked.frames
    if giver := _right_before(asked):
        return giver, "whose grant"
    before = asked.text[max(figure.start, figure.value.start - BEFORE) : figure.value.start]
    if split := next((s for s in SPLITS if frames.grants[s].search(before)), None):
        body = _split_body(split, asked)
        return body, "whose money" if body else None
    if frames.grants["state_purse"].search(before) and (actor is None or _local(actor, frames)):
        ministry = _nation(asked)
        return ministry, "whose money" if ministry else None
    if actor:
        return actor, "subject"
    if (body := korean_body_word(figure, asked.document, frames)) and asked.free((body,)):
        return body, "a word for the body"
    sources = _sources(asked)
    if sources and asked.cue("donate", asked.start, figure.clause.end):
        return sources[-1].names[0], f"particle {sources[-1].marker}"
    if asked.cue("donate", asked.start, figure.end) and not asked.state:
        return _donor_before(asked)
    for role in (*sources[::-1], *_owners(asked)[::-1]):
        owned = role.names[0].kind in GIVERS or (role.marker == "의" and isinstance(figure.value, QuantityValue))
        if owned and (free := asked.free(role.names)):
            return free, f"particle {role.marker}"
    if caller := asked.free(_callers(asked)):
        return caller, "whose programme"
    if asked.state:  # 정부 is the ministry that the article names, or nobody by name
        ministry = _nation(asked)
        return ministry, "정부" if ministry else None
    return _of_discourse(asked)


def _right_before(asked: Asked) -> NameValue | None:
    """The name right before the figure's noun: of a gift (경남은행 기부금 4억), of public money (교육부 예산 3억)."""
    figure, every = asked.figure, asked.document.names.get("body", ())
    if topical := asked.frames.grants["topical"].match(asked.text, figure.value.end):
        behind = next((n for n in every if n.start == topical.end() and n.kind in GIVERS), None)
        if behind and asked.frames.grants["public_noun"].match(asked.text, behind.end):
            return behind  # 7억원은 문체부 국고보조금이다
    names = [n for n in every if asked.start <= n.start and n.end <= figure.value.start]
    if not names:
        return None
    last = names[-1]
    gap = asked.text[last.end : figure.value.start]
    if asked.frames.grants["named_giver"].fullmatch(gap):
        return last
    given = last.kind in GIVERS and asked.frames.grants["public_giver"].fullmatch(gap)
    return last if given and (last.key or last.name) not in asked.named else None


def _split_body(split: str, asked: Asked) -> NameValue | None:
    """도비 150억원 -> the province of the paragraph or section, else the last one named; 시비 -> the city."""
    document, at = asked.document, asked.figure.value.start
    sections = document.discourse.sections
    here = [
        s
        for i, s in enumerate(document.sentences)
        if s.field == "body" and sections[i] == sections[asked.figure.sentence]
    ]
    every = document.names.get("body", ())
    bodies = [n for n in every if n.kind == "government" and n.name.endswith(ENDINGS[split])]
    near = (
        within(bodies, asked.paragraph, at)
        or within(bodies, here[0].start, here[-1].end)
        or [n for n in bodies if n.end <= at][-1:]
    )
    return min(near, key=lambda n: abs(n.start - at), default=None)


def _sources(asked: Asked) -> list[Role]:
    """From whom it comes (환경부에서 받은): in the figure's own words, or in the clause that governs it."""
    figure = asked.figure
    start = min(figure.start, figure.governor.start) if figure.governor else figure.start
    return [r for r in figure.roles if r.marker in SOURCE and start <= r.start < figure.end]


def _owners(asked: Asked) -> list[Role]:
    return [r for r in asked.figure.roles if r.marker in OWNER and r.end <= asked.figure.value.start]


def _callers(asked: Asked) -> Iterator[NameValue]:
    """Public bodies whose call or programme pays, the nearest first (문화체육관광부 공모에서)."""
    pattern = asked.frames.grants["owned_call"]
    names = within(asked.document.names.get("body", ()), asked.start, asked.figure.value.start)
    return (n for n in reversed(names) if gives(n, asked.frames) and pattern.match(asked.text, n.end))


def _donor_before(asked: Asked) -> Found:
    """A gift without a giver's name goes on with that of the paragraph's last grant, if no people are its subject."""
    here = asked.document.sentences[asked.figure.sentence].paragraph
    someone = asked.cue("people", asked.start, asked.figure.value.start)
    if asked.previous and asked.previous.paragraph == here and not someone:
        return asked.previous.funder, "before"
    return NOBODY


def _nation(asked: Asked) -> NameValue | None:
    """Which ministry, or else agency, the state's money or 정부 means: the nearest one that the words may mean."""
    document, sentence = asked.document, asked.figure.sentence
    near = [r.names[0] for r in (*_sources(asked)[::-1], *_owners(asked)[::-1])]
    discourse = document.discourse
    gave, acted, lead = discourse.givers[sentence], discourse.actors[sentence], discourse.funder
    candidates = [*near, *_callers(asked)]
    candidates += [n for n in (gave, lead, acted) if n]
    candidates += document.names.get("body", ())
    national = [n for n in candidates if n.kind in GIVERS and not _local(n, asked.frames)]
    ministries = [n for n in national if n.kind == "government"]
    return asked.free(ministries) or asked.free(national)


def _local(name: NameValue, frames: LanguageFrames) -> bool:
    return frames.grants["local_body"].fullmatch(name.name) is not None


def _of_discourse(asked: Asked) -> Found:
    """Who acts in the paragraph or under the heading, else the article's funder, else who acted last."""
    document, sentence = asked.document, asked.figure.sentence
    discourse = document.discourse
    acted, gave, lead = discourse.actors[sentence], discourse.givers[sentence], discourse.funder
    item = document.sentences[sentence].shape == "item"
    named_here = None if item else _in_paragraph(asked)
    here = acted is not None and acted.start >= asked.paragraph
    headed = discourse.sections[sentence] != 0
    passing = acted and acted.kind not in GIVERS and lead and lead.kind in GIVERS  # a fund that acts in passing
    if lead and acted and _local(lead, asked.frames) and not _local(acted, asked.frames):
        lead = acted
    by_act, by_lead, by_name = (acted, "section"), (lead, "article"), (named_here, "paragraph")
    first = by_act if headed or (here and not passing) else by_name
    given = (gave if gave and (gave.kind in GIVERS or not passing) else None, "section")
    options = (first, by_name, given, by_lead, by_act, (_nation(asked), "article"))
    return next(((n, how) for n, how in options if n and asked.free((n,))), NOBODY)


def _in_paragraph(asked: Asked) -> NameValue | None:
    """The public body last named in the paragraph before the figure, if a particle marks it; nobody who received."""
    received = {n.key or n.name for n in asked.previous.recipients} if asked.previous else set()
    names = within(asked.document.names.get("body", ()), asked.paragraph, asked.figure.value.start)
    bodies = [n for n in names if n.kind in GIVERS and _plays_a_role(n.end, asked)]
    return asked.free(n for n in reversed(bodies) if (n.key or n.name) not in received)


def _plays_a_role(end: int, asked: Asked) -> bool:
    """Whether a particle marks the name (KDDF과, 교육부의), so that it is not one of a list alone."""
    tail = asked.frames.cues["name_tail"].match(asked.text, end)
    return asked.frames.cues["particle"].match(asked.text, tail.end() if tail else end) is not None
