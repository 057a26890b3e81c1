"""Who gives or receives by a place in a list: the item under a group's heading, the head of a line before its colon.

`- 지원: 3년간 45억 원` belongs to the body that the group names (`- 주관: A병원`); `B: up to $6bn` is B's,
`The X Foundation: $2m to Y` is X's; of `▲A진흥원 '새싹' 3기 : 10곳, 최대 1억원` A is the giver, where it is a call.
"""

import re

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.members import NOBODY, Found
from transforms.extract.sentences import MARKS
from transforms.lexicon.frames import LanguageFrames

GROUP_MAX = 6  # lines above an item in which its group names the body
HEAD = 4  # code points of a line within which the body at its head begins
NUMBERED = re.compile(r"\s*(?:[①-⑳■□◆◇▶]|\d{1,2}[.)])")
OPENED = re.compile(r"(?:^|[.!?]\s+|\n)$")


def of_the_group(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """Korean: the body that leads the group (주관: A) of an item that tells its support (지원: 5억원)."""
    sentence = document.sentences[figure.sentence]
    if sentence.shape != "item" or not frames.grants["slot_support"].match(sentence.text):
        return NOBODY
    for before in reversed(document.sentences[max(0, figure.sentence - GROUP_MAX) : figure.sentence]):
        names = within(document.names.get("body", ()), before.start, before.end)
        if before.field != "body" or before.shape == "prose":
            return NOBODY
        if names and frames.grants["slot_leader"].match(before.text):
            return (names[0],), "group of the list"
        if NUMBERED.match(before.text):
            at_head = names and names[0].start - before.start < HEAD
            return ((names[0],), "group of the list") if at_head else NOBODY
    return NOBODY


def head_of_line(figure: Figure, document: Document) -> Role | None:
    """English: the body before the colon that opens the line or sentence of a figure."""
    sentence = document.sentences[figure.sentence]
    text = document.article.body
    for role in figure.roles:
        opens = not text[sentence.start : role.start].strip(f" -–*{MARKS}").removeprefix("The")
        if opens and len(role.names) == 1 and text[role.end : role.end + 1] == ":" and role.end < figure.value.start:
            return role
    return None


def caller(figure: Figure, document: Document, frames: LanguageFrames) -> Role | None:
    """Korean: the body at the head of an item of a list of calls, its words before the colon."""
    sentence = document.sentences[figure.sentence]
    if sentence.shape != "item" or not figure.roles:
        return None
    role = figure.roles[0]
    colon = document.article.body.find(" : ", sentence.start, figure.value.start)
    heading = next(
        (s for s in reversed(document.sentences[: figure.sentence]) if s.shape != "item" and s.field == "body"), None
    )
    called = heading is not None and frames.grants["slot_call"].search(heading.text) is not None
    return role if called and role.start - sentence.start < HEAD and role.end <= colon else None
