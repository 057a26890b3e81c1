"""What a step is a step of, in a few words: 1차 단계평가, 5차 발사, SPC 출범, 실시협약."""

import re

from transforms.extract.document import Document
from transforms.extract.passages import Happening

WORDS_MAX = 3
LEAD_MAX = 60  # code points before the word of an event within which its noun phrase begins
PARTICLE = re.compile(r"(?:은|는|이|가|을|를)$")
STOP = re.compile(
    r"(?:던|만|달|반기|분기|연내|은|는|이|가|을|를|에|의|로|와|과|도|에서|까지|부터|으로|한|된|할|될|인|며|고|해|돼)$|[,.\"”’)\]:]$|^\d+(?:일|월|년)|(?:년|월|일|초|말|중)$"
)
FIGURE = re.compile(r"\d")  # a figure is a part of the fact, not of its name
ORDINAL = re.compile(r"^[(\[]?(?:제?\d+(?:차|단계|호기?|기|호선|공구|주기)|[A-Z]+-?\d+)")
DEICTIC = ("오는", "이는", "또는")
MARKS = "'\"‘’“”▲△■◇○●·-–①②③④⑤⑥⑦⑧⑨⑩ "


def subject_of(happening: Happening, document: Document) -> str | None:
    """The noun phrase that the word of the event closes, else the thing that begins or ends and the word."""
    text, hit = document.article.body, happening.hit
    lemma = hit.predicate.lemma
    sentence = document.sentences[happening.clause.sentence]
    lead = text[max(sentence.start, happening.start, hit.start - LEAD_MAX) : hit.start]
    if happening.dated is not None:
        lead = text[max(sentence.start, hit.start - LEAD_MAX) : hit.start]
    if document.lang != "ko":
        return lemma
    own = _phrase(lead)
    if happening.rule == "event-goal":
        return own if own.endswith(lemma) else f"{own} {lemma}".strip()
    if hit.predicate.noun and own:
        gap = " " if lead.endswith(" ") else ""
        return f"{own}{gap}{text[hit.start : hit.stem_end]}"
    if happening.event in ("start", "launch", "completion", "target", "other"):
        for position in range(len(lead.split()) - 1, -1, -1):
            words = lead.split()[: position + 1]
            if PARTICLE.search(words[-1]) and words[-1] not in DEICTIC:
                thing = _phrase(" ".join([*words[:-1], PARTICLE.sub("", words[-1])]))
                return f"{thing} {lemma}" if thing else lemma
    return lemma


def _phrase(lead: str) -> str:
    """The words at the end of `lead` up to the last particle, comma or date."""
    words: list[str] = []
    for word in reversed(lead.split()):
        if STOP.search(word) or len(words) == WORDS_MAX:
            break
        if not FIGURE.search(word) or ORDINAL.search(word):
            words.append(word)
    return " ".join(reversed(words)).strip(MARKS)
