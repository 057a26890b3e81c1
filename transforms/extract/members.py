"""The members of a set named before: all of them (각 팀, 이들, 선정된 7곳), or the one in the figure's place."""

import re
from collections.abc import Iterator, Sequence

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.extract.referents_ko import named_before
from transforms.extract.sets import RecipientSet
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

SUBJECT = ("은", "는", "이", "가", "도")
PAIRS_MIN = 2  # figures that a row needs to be paired with a set
DATIVE = ("에", "에게", "께", "에는", "에도", "에만", "to", "with")
NUMERALS = {"양": 2, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}
Found = tuple[tuple[NameValue, ...], str | None]
NOBODY: Found = ((), None)


def from_set(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The members of the set that words such as 각 팀, 이들, `each of them` mean."""
    text, sentence = document.article.body, document.sentences[figure.sentence]
    matches = list(frames.grants["set_words"].finditer(text, sentence.start, figure.end))
    matches = [m for m in matches if m.start() >= figure.start] or matches
    if not matches or _gives(figure, matches[-1], text) or _unnamed(figure, matches, document, frames):
        return NOBODY
    counted = next((m for m in matches if count_in(m.group())), None)
    at, words = (counted or matches[0]).start(), (counted or matches[0]).group()
    of_type = counted is not None and frames.grants["of_type"].search(text, sentence.start, counted.start()) is not None
    for wanted in [count_in(counted.group())] if counted else [*_counts_before(figure, document, frames), None]:
        if found := _members(figure, wanted, (at, words), of_type, document, frames):
            return found, f"set: {matches[0].group()}"
    return NOBODY


def _members(
    figure: Figure,
    wanted: int | None,
    words: tuple[int, str],
    of_type: bool,
    document: Document,
    frames: LanguageFrames,
) -> tuple[NameValue, ...]:
    """The members of the set of that size: one told as a set, else the bodies last named before the words."""
    best = _best_set(figure, wanted, frames.grants["joint_body"].search(words[1]) is not None, document)
    silent = of_type or best is None or best.how == "listed"
    if wanted and silent and (named := named_before(words[0], figure.sentence, wanted, words[1], document, frames)):
        return tuple(named)
    far = best is not None and best.how == "listed" and best.sentence != figure.sentence
    if best is None or of_type or (far and wanted is None):
        return ()
    return tuple(n for entry in best.entries for n in entry)


def _unnamed(figure: Figure, matches: Sequence[re.Match[str]], document: Document, frames: LanguageFrames) -> bool:
    """Whether the words mean those of a set that are not named (나머지 세 팀은) or not chosen yet (두 곳을 뽑아)."""
    text, cues, start = document.article.body, frames.grants, document.sentences[figure.sentence].start
    rest = cues["rest"].search(text, start, matches[-1].start())
    to_come = cues["to_be_chosen"].search(text, start, figure.value.start)
    planned = figure.governor is not None and figure.governor.modality == "plan"
    return bool(rest or to_come) or (planned and all(cues["members_each"].fullmatch(m.group()) for m in matches))


def _best_set(figure: Figure, wanted: int | None, joint: bool, document: Document) -> RecipientSet | None:
    """The set that the words mean: one whose label stands in the sentence, else the last told set of that size.

    `joint`: the words count groups of bodies (컨소시엄), of which a list of bodies behind the sentence is none.
    """
    every, sentence = document.discourse.sets, document.sentences[figure.sentence]
    sets = [s for s in every if s.sentence <= figure.sentence]
    told = any(s.how != "listed" for s in sets)
    later = [] if told or joint or figure.value.bound == "max" else [s for s in every if s.how == "items"]
    sets += later  # a list behind the sentence, if it is of those that each get the figure
    labelled = [s for s in sets if s.label and s.label in sentence.text]
    fitting = labelled or [s for s in sets if wanted is None or _has(s, wanted, document)]
    order = [(s.how != "listed", wanted is not None or len(s.entries), s.sentence) for s in fitting]
    return fitting[order.index(max(order))] if fitting else None


def _gives(figure: Figure, words: re.Match[str], text: str) -> bool:
    """Whether the set is the subject of giving, not of getting (두 시는 각각 50억원을 보탠다)."""
    hit = figure.governor.predicate if figure.governor else None
    giving = (
        hit is not None and hit.voice == "active" and hit.predicate.sense in ("give", "bear", "spend", "set", "pay")
    )
    return giving and text[words.end() : words.end() + 2] in ("는 ", "은 ", "가 ", "이 ")


def _counts_before(figure: Figure, document: Document, frames: LanguageFrames) -> Iterator[int]:
    """The numbers of members that the paragraph speaks of before the figure, the last first (다섯 팀 모두 대상이다)."""
    here = document.sentences[figure.sentence]
    start = next(s.start for s in document.sentences if s.field == "body" and s.paragraph == here.paragraph)
    words = frames.grants["set_words"].finditer(document.article.body, start, here.start)
    return (n for m in reversed(list(words)) if (n := count_in(m.group())))


def _has(found: RecipientSet, wanted: int, document: Document) -> bool:
    told = re.findall(r"(?<!\d)\d+(?=\s?[개곳팀사교명대기])", document.sentences[found.sentence].text)
    return wanted == len(found.entries) or f"{wanted}" in told


def count_in(words: str) -> int | None:
    """The number that the words count: 7곳 is 7, 세 대학 is 3."""
    if digits := re.search(r"\d+", words):
        return int(digits.group())
    counted = (n for w, n in NUMERALS.items() if re.search(rf"(?<![가-힣]){w}\s?[^\s\W]", words))
    return next(counted, None)


def _ordered(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the figure is one of a row that the clause says to be in order (순서대로, 각각, respectively)."""
    ordered = frames.grants["ordered"].search(document.article.body, figure.clause.start, figure.clause.end)
    return figure.count >= PAIRS_MIN and ordered is not None


def row_of(figure: Figure, receiving: bool, document: Document, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The names before the row of figures, as many as they are (A와 B, C에 각각 20억원, 15억원, 12억원)."""
    if not _ordered(figure, document, frames):
        return ()
    markers = (*DATIVE, *SUBJECT) if receiving else DATIVE
    rows = [r.names for r in figure.roles if r.marker in markers and len(r.names) == figure.count]
    return rows[-1] if rows else ()


def in_order(figure: Figure, document: Document, frames: LanguageFrames) -> Found:
    """The member that stands in the last set where the figure stands in its row (순서대로 49억원, 62억원 ...)."""
    text = document.article.body
    if not _ordered(figure, document, frames) or gives_in_order(figure, frames, text):
        return NOBODY
    start = document.sentences[figure.sentence].start
    if counted := frames.grants["set_words"].search(text, start, figure.value.start):
        wanted, words = figure.count, counted.group()
        if named := named_before(counted.start(), figure.sentence, wanted, words, document, frames):
            return (named[figure.position],), "in order"
    sets = [s for s in document.discourse.sets if s.sentence <= figure.sentence and len(s.entries) == figure.count]
    return (sets[-1].entries[figure.position], "in order") if sets else NOBODY


def gives_in_order(figure: Figure, frames: LanguageFrames, text: str) -> Role | None:
    """The row of givers of which each gives the figure in its place (A와 B가 각각 10억원, 5억원을 기탁했다)."""
    if figure.count < PAIRS_MIN or not frames.grants["ordered"].search(text, figure.clause.start, figure.clause.end):
        return None
    rows = (r for r in figure.roles if r.marker in ("은", "는", "이", "가") and len(r.names) == figure.count)
    hit = figure.governor.predicate if figure.governor else None
    giving = (
        hit is not None and hit.voice == "active" and hit.predicate.sense in ("give", "spend", "set", "bear", "pay")
    )
    return next(rows, None) if giving else None
