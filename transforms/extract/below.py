"""Bodies that stand in a list below the sentence that chooses them: one line each, under a heading or a colon."""

import re

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

PUBLIC = ("government", "agency", "media")
REACH = 12  # sentences behind the choosing one within which the list begins
LINES_MIN = 2
HEAD = 24  # code points of a line within which its body begins
ENDED = re.compile(r"[.!?][\"'”’)]?$")


def listed_below(index: int, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies of the first list behind sentence `index` that its heading or lead says is one of those chosen."""
    named: dict[str, NameValue] = {}
    lines, announced = 0, frames.steps["below"].search(document.sentences[index].text) is not None
    for position in range(index + 1, len(document.sentences)):
        sentence = document.sentences[position]
        ended = ENDED.search(sentence.text.strip()) is not None and "|" not in sentence.text
        bodies = [] if ended or sentence.shape == "heading" else _line(sentence, document, frames)
        if bodies and announced:
            lines += 1
            for name in bodies:
                named.setdefault(name.key or name.name, name)
        elif ended and lines:
            break
        elif frames.steps["below"].search(sentence.text):
            announced = True
        if not lines and position - index > REACH:
            break
    return list(named.values()) if lines >= LINES_MIN else []


def _line(sentence: Sentence, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The body at the head of a line, or all of them behind its label or in its cells."""
    names = within(document.names.get("body", ()), sentence.start, sentence.end)
    roles: list[Role] = list(roles_of(sentence.text, names, sentence.start, frames, document.lang))
    kept = [r for r in roles if r.names[0].kind not in PUBLIC]
    if not kept:
        return []
    if "|" in sentence.text:
        return [kept[0].names[0]]
    if "/" in sentence.text:
        return [n for r in kept for n in r.names]
    at_head = kept[0].start < HEAD or (":" in sentence.text and sentence.text.index(":") < kept[0].start)
    return [kept[0].names[0]] if at_head else []
