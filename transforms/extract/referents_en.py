"""What English words for a body mean: it, its, the agency, the state: a body that the article named before."""

import re

from transforms.extract.document import Document
from transforms.extract.frames import roles_of
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HEAD = 6  # code points of a sentence within which its subject begins
BACK = 3  # sentences before one in which `it` finds its body
STEM = 7  # letters by which a description is matched with a name (the northwestern hub)
NOUNS = ("public", "giver", "firm", "school", "local")  # cues of the nouns for each sort of body


def referent(word: re.Match[str], document: Document, frames: LanguageFrames) -> NameValue | None:
    """The body that a pronoun or a description with `the` means, None where the article named none that fits."""
    noun = word["noun"]
    if noun is None:
        return subject_before(word.start(), document, frames)
    every = document.names.get("body", ())
    named = [n for n in every if n.end <= word.start()]
    described = {w[:STEM].lower() for w in word.group().split() if len(w) >= STEM and w != noun}
    if meant := [
        n
        for n in (*[n for n in every if n.start > word.end()][::-1], *named)
        if described & {w[:STEM].lower() for w in n.name.split() if len(w) >= STEM}
    ]:
        return meant[-1]
    holding = [n for n in named if re.search(rf"\b{noun}\b", n.name, re.IGNORECASE)]
    if holding:
        return holding[-1]
    sort = next((s for s in NOUNS if frames.cues[f"noun_{s}"].fullmatch(noun)), None)
    fitting = [n for n in named if sort and _fits(n, noun, sort, frames)]
    return fitting[-1] if fitting else _territory(noun, word.start(), document, frames) if sort == "local" else None


def _territory(noun: str, at: int, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The state or province named last, or the town of the dateline, as a body."""
    body = document.article.body
    if noun in ("city", "town", "county"):
        named = [n for n in document.names.get("body", ()) if n.end <= at and " " not in n.name]
        return next((n for n in reversed(named) if body.startswith(n.name.upper())), None)
    last = next(reversed(list(frames.grants["territory"].finditer(body, 0, at))), None)
    return NameValue(last.start(), last.end(), last.group(), None, last.group(), "government") if last else None


def _fits(name: NameValue, noun: str, sort: str, frames: LanguageFrames) -> bool:
    """Whether a body is of the sort that a noun speaks of."""
    if sort == "public":
        return name.kind in ("government", "agency") and not frames.grants["local_body"].search(name.name)
    if sort == "giver":
        return frames.grants["giver_name"].search(name.name) is not None
    if sort == "local":
        return name.kind == "government" and frames.grants["local_body"].search(name.name) is not None
    if noun in ("laboratory", "lab", "institute") and name.kind in ("agency", "other"):
        return True
    return name.kind in (("company",) if sort == "firm" else ("university", "institute", "association"))


def subject_before(at: int, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The subject of the sentence so far, else that of the sentences before in the paragraph."""
    index = next((i for i, s in enumerate(document.sentences) if s.field == "body" and s.start <= at < s.end), None)
    if index is None:
        return None
    here = document.sentences[index]
    for i in range(index, max(-1, index - BACK - 1), -1):
        sentence = document.sentences[i]
        if sentence.field != "body" or sentence.paragraph != here.paragraph:
            break
        if name := _opening_name(sentence, at, document, frames):
            return name
        if i != index and any(p.field == "body" and 0 <= p.start - sentence.start < HEAD for p in document.programmes):
            return None  # it is the programme
        described = frames.cues["opening_description"].match(sentence.text)
        if described and sentence.start + described.end() < at:
            return referent(described, document, frames) if i != index or described.end() else None
        opened = document.article.body[sentence.start : at]
        if i == index and opened.strip() and not frames.cues["opening_pronoun"].match(opened) and " that " in opened:
            return None  # somebody whose name we do not know says that it
    return None


def _opening_name(sentence: Sentence, at: int, document: Document, frames: LanguageFrames) -> NameValue | None:
    """The first name of a sentence before `at` that no preposition governs."""
    end = min(sentence.end, at)
    names = [n for n in document.names.get("body", ()) if sentence.start <= n.start and n.end <= end]
    roles = roles_of(sentence.text, names, sentence.start, frames, "en")
    return next((r.names[0] for r in roles if r.marker is None and r.names[0].kind != "media"), None)
