"""Bodies named behind the sentence that chooses them: in lines under a heading or a colon, or by a copula.

선정 결과는 다음과 같다, then one line each; 과제별 주관기관은 A, B, C다; ▲영상: A·B ▲공연: C가 이름을 올렸다.
"""

import re

from transforms.extract.document import Document, within
from transforms.extract.frames import Role, roles_of
from transforms.extract.owners import is_region
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

REACH = 12  # sentences behind the choosing one within which the list begins
NEXT = 10  # sentences behind it within which a copula says who was chosen
LINES_MIN = 2
HEAD = 24  # code points of a line within which its body begins
ENDED = re.compile(r"[.!?][\"'”’)]?$")


def named_below(index: int, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies behind sentence `index` that a copula, a heading or a lead says are those chosen."""
    sections, sentences = document.discourse.sections, document.sentences
    for position in range(index + 1, min(index + 1 + NEXT, len(sentences))):
        if sections[position] != sections[index]:
            break
        if named := _said(sentences[position], document, frames):
            return named
    return listed_below(index, document, frames)


def listed_below(index: int, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies of the first list behind sentence `index` under words that say it is one of those chosen."""
    named: dict[str, NameValue] = {}
    lines, announced = 0, frames.steps["below"].search(document.sentences[index].text) is not None
    for position in range(index + 1, len(document.sentences)):
        sentence = document.sentences[position]
        ended = ENDED.search(sentence.text.strip()) is not None and "|" not in sentence.text
        heading = sentence.shape == "heading"
        bodies = [] if heading or ended else _line(sentence, document, frames)
        if bodies and announced:
            lines += 1
            for name in bodies:
                named.setdefault(name.key or name.name, name)
        elif lines and (ended or frames.steps["other_list"].search(sentence.text)):
            break
        elif frames.steps["below"].search(sentence.text):
            announced = True
        elif heading and not announced:
            break
        if not lines and position - index > REACH:
            break
    return list(named.values()) if lines >= LINES_MIN else []


def items_before(index: int, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies of the items right before an item that chooses (▲영상: A·B ▲공연: C가 이름을 올렸다)."""
    found: list[NameValue] = []
    here = document.sentences[index]
    for sentence in reversed(document.sentences[:index]):
        inside = sentence.paragraph == here.paragraph and sentence.field == here.field
        if not inside or here.shape != "item" or sentence.shape != "item" or ENDED.search(sentence.text.strip()):
            break
        found[:0] = _line(sentence, document, frames)
    return found


def may_win(name: NameValue, frames: LanguageFrames) -> bool:
    """Whether a body may be one of those chosen: no ministry and no paper."""
    return name.kind != "media" and (name.kind != "government" or is_region(name, frames))


def _said(sentence: Sentence, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """주관기관은 A와 B다: the names between such a topic and a copula, where no verb stands."""
    topic = frames.steps["chosen_are"].search(sentence.text)
    if topic is None or frames.steps["copula"].search(sentence.text) is None:
        return []
    names = within(document.names.get("body", ()), sentence.start + topic.end(), sentence.end)
    return [n for n in names if may_win(n, frames)]


def _line(sentence: Sentence, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies at the head of a line, or behind its label or in its cells; of partners the one that leads."""
    names = within(document.names.get("body", ()), sentence.start, sentence.end)
    leading = [n for n in names if frames.steps["leading"].match(document.article.body, n.end)]
    if leading:
        return leading
    roles: list[Role] = list(roles_of(sentence.text, names, sentence.start, frames, document.lang))
    kept = [r for r in roles if may_win(r.names[0], frames)]
    if not kept:
        return []
    if "|" in sentence.text:
        return [kept[0].names[0]]
    colon = sentence.text.find(":")
    if 0 <= colon <= kept[0].start or "/" in sentence.text:
        return [n for r in kept for n in r.names]
    return [n for r in kept for n in r.names if r.end <= colon] or ([kept[0].names[0]] if kept[0].start < HEAD else [])
