"""English: who gives a figure where the sentence's own sides do not say it: a word for the body, else the discourse."""

from collections.abc import Iterable

from transforms.extract.actors import GIVERS
from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.funders_ko import NOBODY, Found
from transforms.extract.parties_en import body_word
from transforms.extract.recipients_before import Given
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

ROUND_UP = 4  # headings of an article that tells several pieces of news, which have no giver in common
SOURCE, OWNER = "from", "of"


def identity(name: NameValue) -> str:
    """The lexicon's key, else the name: what makes two mentions one body within an article."""
    return name.key or name.name


def funder_of(
    figure: Figure, named: set[str], state: bool, previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    """The giver named next to the noun, by a word (the agency), by `from` and `of`, by the section and the article."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    if giver := _named_giver(figure, document, frames):
        return giver, "whose grant"
    body = body_word(figure, document, frames)
    if body and identity(body) not in named:
        return body, "a word for the body"
    near = [r for r in figure.roles if r.marker == SOURCE and figure.start <= r.start < figure.end]
    if near and frames.grants["donate"].search(text, start, figure.clause.end):
        return near[-1].names[0], f"particle {near[-1].marker}"
    if frames.grants["donate"].search(text, start, figure.end) and not state:
        told = previous and previous.paragraph == document.sentences[figure.sentence].paragraph
        someone = frames.grants["people"].search(text, start, figure.value.start)
        return (previous.funder, "before") if previous and told and not someone else NOBODY
    owner = [r for r in figure.roles if r.marker == OWNER and r.end <= figure.value.start]
    for role in (*near[::-1], *owner[::-1]):
        if role.names[0].kind in GIVERS and (free := _free(role.names, named, frames)):
            return free, f"particle {role.marker}"
    if state:  # the government is the ministry that the article names, or nobody by name
        ministry = _ministry(document, frames)
        return ministry, "정부" if ministry else None
    return _of_discourse(figure, named, previous, document, frames)


def _of_discourse(
    figure: Figure, named: set[str], previous: Given | None, document: Document, frames: LanguageFrames
) -> Found:
    discourse = document.discourse
    item = document.sentences[figure.sentence].shape == "item"
    received = {identity(n) for n in previous.recipients} if previous else set()
    acted, first = discourse.actors[figure.sentence], discourse.funder
    named_here = None if item else _in_paragraph(figure, document, named | received, frames)
    sentence = document.sentences[figure.sentence]
    before = previous.funder if previous and previous.paragraph == sentence.paragraph else None
    same_breath = previous is not None and previous.sentence == figure.sentence
    options: tuple[tuple[NameValue | None, str], ...]
    options = ((acted, "section"), (named_here, "paragraph"), (first, "article"))
    if discourse.sections[-1] >= ROUND_UP and discourse.sections[figure.sentence]:
        options = ((acted, "section"), (before, "before"), (named_here, "paragraph"))
    if same_breath:
        options = ((before, "before"), *options)
    passing = first and first.kind in GIVERS and acted and acted.kind not in GIVERS
    if passing and not discourse.sections[figure.sentence]:
        options = (options[2], *options[:2])  # a fund that acts in passing is not the article's funder
    return next(((n, how) for n, how in options if n and _free((n,), named, frames)), NOBODY)


def _ministry(document: Document, frames: LanguageFrames) -> NameValue | None:
    """The ministry or agency of the state that the article names first: what the government means after it."""
    first = document.discourse.funder
    named = (*([first] if first else []), *document.names.get("body", ()))
    national = (n for n in named if n.kind in GIVERS and not frames.grants["local_body"].fullmatch(n.name))
    return _free(national, set(), frames)


def _free(names: Iterable[NameValue], named: set[str], frames: LanguageFrames) -> NameValue | None:
    return next((n for n in names if identity(n) not in named and not frames.grants["not_funder"].search(n.name)), None)


def _named_giver(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The name right before the noun of the figure (a NEDO grant of $5m)."""
    text, start = document.article.body, document.sentences[figure.sentence].start
    noun = frames.grants["named_giver"].search(text, start, figure.value.start)
    if noun is None:
        return None
    return next((n for n in document.names.get("body", ()) if n.end == noun.start()), None)


def _in_paragraph(figure: Figure, document: Document, named: set[str], frames: LanguageFrames) -> NameValue | None:
    """The public body last named in the paragraph before the figure."""
    paragraph = document.sentences[figure.sentence].paragraph
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == paragraph)
    bodies = [n for n in within(document.names.get("body", ()), start, figure.value.start) if n.kind in GIVERS]
    return _free(reversed(bodies), named, frames)
