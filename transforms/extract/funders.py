"""Who gives a figure: whose money the label says it is, who acts, from whom it comes, else the discourse."""

from collections.abc import Iterable

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.parties_en import body_word
from transforms.extract.recipients import Given, korean_body_word
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

SOURCE = ("에서", "로부터", "으로부터", "에게서", "from")
GIVERS = ("government", "agency")
SPLITS = ("province", "city", "county", "district")  # whose money the label says, by the ending of the body's name
ENDINGS = {"province": ("도", "도청"), "city": ("시",), "county": ("군",), "district": ("구",)}


def identity(name: NameValue) -> str:
    """The lexicon's key, else the name: what makes two mentions one body within an article."""
    return name.key or name.name


def funder_of(
    figure: Figure,
    actor: NameValue | None,
    named: set[str],
    state: bool,
    previous: Given | None,
    document: Document,
    frames: LanguageFrames,
) -> tuple[NameValue | None, str | None]:
    """Explicit words first: whose money (도비), who acts, from whom, whose programme; then the discourse."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    if giver := _named_giver(figure, document, frames):
        return giver, "whose grant"
    if _purse(figure, document, frames):
        split = _split_body(figure, document, frames)
        return split, "whose money" if split else None
    if _national(figure, document, frames) and (actor is None or _local(actor, frames)):
        ministry = _ministry(document, frames)
        return ministry, "whose money" if ministry else None
    if actor:
        return actor, "subject"
    body = (korean_body_word if document.lang == "ko" else body_word)(figure, document, frames)
    if body and identity(body) not in named:
        return body, "a word for the body"
    near = [r for r in figure.roles if r.marker in SOURCE and figure.start <= r.start < figure.end]
    if near and frames.grants["donate"].search(text, start, figure.clause.end):
        return near[-1].names[0], f"particle {near[-1].marker}"
    if frames.grants["donate"].search(text, start, figure.end) and not state:
        if previous and previous.paragraph == _paragraph(figure, document) and not _someone(figure, document, frames):
            return previous.funder, "before"
        return None, None
    owner = [r for r in figure.roles if r.marker in ("의", "과", "와", "of") and r.end <= figure.value.start]
    for role, how in [*((r, f"particle {r.marker}") for r in (*near[::-1], *owner[::-1]))]:
        if role.names[0].kind in GIVERS and (free := _free(role.names, named, frames)):
            return free, how
    discourse = document.discourse
    item = document.sentences[figure.sentence].shape == "item"
    if state:  # 정부 is the ministry that the article names, or nobody by name
        ministry = _ministry(document, frames)
        return ministry, "정부" if ministry else None
    received = {identity(n) for n in previous.recipients} if previous else set()
    options = (
        (discourse.actors[figure.sentence], "section"),
        (None if item else _in_paragraph(figure, document, named | received, frames), "paragraph"),
        (discourse.funder, "article"),
    )
    first = discourse.funder
    acted = options[0][0]
    if (
        first
        and first.kind in GIVERS
        and acted
        and acted.kind not in GIVERS
        and not discourse.sections[figure.sentence]
    ):
        options = (options[2], *options[:2])  # a fund that acts in passing is not the article's funder
    for option, how in options:
        if option and (free := _free((option,), named, frames)):
            return free, how
    return None, None


def _ministry(document: Document, frames: LanguageFrames) -> NameValue | None:
    """The ministry or agency of the state that the article names first: what 정부 means after it."""
    discourse = document.discourse
    named = (*([discourse.funder] if discourse.funder else []), *document.names.get("body", ()))
    national = (n for n in named if n.kind in GIVERS and not frames.grants["local_body"].fullmatch(n.name))
    return _free(national, set(), frames)


def _free(names: Iterable[NameValue], named: set[str], frames: LanguageFrames) -> NameValue | None:
    return next((n for n in names if identity(n) not in named and not frames.grants["not_funder"].search(n.name)), None)


def _paragraph(figure: Figure, document: Document) -> int:
    return document.sentences[figure.sentence].paragraph


def _named_giver(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """English: the name right before the noun of the figure (a NEDO grant of $5m)."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    noun = frames.grants["named_giver"].search(text, start, figure.value.start)
    if noun is None:
        return None
    return next((n for n in document.names.get("body", ()) if n.end == noun.start()), None)


def _purse(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the words right before the figure name a local purse (도비, 시비, 군비, 구비)."""
    before = document.article.body[max(figure.start, figure.value.start - 16) : figure.value.start]
    return any(frames.grants[split].search(before) for split in SPLITS)


def _split_body(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """도비 150억원 -> the province last named, 시비 -> the city, 군비 -> the county."""
    before = document.article.body[max(figure.start, figure.value.start - 16) : figure.value.start]
    for split in SPLITS:
        if frames.grants[split].search(before):
            wanted = ENDINGS[split]
            sections, here = document.discourse.sections, document.discourse.sections[figure.sentence]
            same = [s for i, s in enumerate(document.sentences) if sections[i] == here and s.field == "body"]
            bodies = [n for n in document.names.get("body", ()) if n.kind == "government" and n.name.endswith(wanted)]
            near = (
                within(bodies, same[0].start, same[-1].end) or [n for n in bodies if n.end <= figure.value.start][-1:]
            )
            return min(near, key=lambda n: abs(n.start - figure.value.start), default=None)
    return None


def _in_paragraph(figure: Figure, document: Document, named: set[str], frames: LanguageFrames) -> NameValue | None:
    """The public body last named in the paragraph before the figure."""
    paragraph = _paragraph(figure, document)
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == paragraph)
    text = document.article.body
    bodies = [n for n in within(document.names.get("body", ()), start, figure.value.start) if n.kind in GIVERS]
    if document.lang == "ko":
        bodies = [n for n in bodies if _plays_a_role(text, n.end, frames)]
    return _free(reversed(bodies), named, frames)


def _national(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the words right before the figure say that it is the state's money (국비 46억원)."""
    if document.lang != "ko":
        return False
    before = document.article.body[max(figure.start, figure.value.start - 16) : figure.value.start]
    return frames.grants["state_purse"].search(before) is not None


def _local(name: NameValue, frames: LanguageFrames) -> bool:
    return frames.grants["local_body"].fullmatch(name.name) is not None


def _someone(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether people without a name are the subject (이용자들은, 시민들이)."""
    start = document.sentences[figure.sentence].start
    return frames.grants["people"].search(document.article.body, start, figure.value.start) is not None


def _plays_a_role(text: str, end: int, frames: LanguageFrames) -> bool:
    """Whether a particle marks the name (KDDF과, 교육부의), so that it is not one of a list alone."""
    tail = frames.cues["name_tail"].match(text, end)
    return frames.cues["particle"].match(text, tail.end() if tail else end) is not None
