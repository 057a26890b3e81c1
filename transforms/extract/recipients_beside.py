"""The recipient that stands right beside a figure: in a row without a verb, or before the works that it pays for."""

import re

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.members import NOBODY, Found
from transforms.extract.sentences import MARKS
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

ROW_HEAD = 6  # code points of a row within which the body at its head begins
ROW = re.compile(r"\s[-–—:|/]\s|[:：]|^\S+(?:\s\S+){0,4}$")


def beside(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The body whose works the figure pays for, or that stands beside it in a row without a verb."""
    text = document.article.body
    if works := _whose_works(figure, text, frames):
        return works, "whose works it pays"
    if figure.governor is None and (named := _right_before(figure, document, frames)):
        return named, "right before the figure"
    if figure.governor is None and figure.roles and _heads_row(figure, document):
        named = figure.roles[0].names
        each = frames.grants["each"].search(text, figure.start, figure.end)
        return (named if each else named[:1]), "head of the row"
    return NOBODY


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


def _heads_row(figure: Figure, document: Document) -> bool:
    """Whether the line is a row (A대 김 교수팀 - 주제 - 5년 17억원) that begins with a body."""
    sentence = document.sentences[figure.sentence]
    at_head = figure.roles[0].start - sentence.start < ROW_HEAD
    return at_head and figure.roles[0].marker is None and ROW.search(sentence.text) is not None
