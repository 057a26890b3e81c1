"""The noun that a figure belongs to: public money (국비 20억원, 20억원의 장학금) or something else (매출 20억원)."""

from dataclasses import dataclass

from transforms.extract.figures import Figure
from transforms.lexicon.frames import LanguageFrames

REFUSALS = ("private", "sales", "price", "loan", "penalty", "estimate")
PURSES = ("province", "city", "county", "district", "national")  # whose money a label may say it is
ROW_GAP = 24  # code points between two figures of one row
AFTER = 60  # code points behind a figure in which its head noun may stand


@dataclass(frozen=True, slots=True)
class Label:
    """The noun that a figure belongs to: its words, and the reason why it is no support (None: it is public money)."""

    text: str
    refusal: str | None
    start: int


def label_of(figure: Figure, text: str, frames: LanguageFrames) -> Label | None:
    """The noun behind the figure (20억원의 장학금), else the nearest before it (국비 20억원)."""
    cues = frames.grants
    head = cues["head"].match(text, figure.value.end, min(figure.end, figure.value.end + AFTER))
    if head and (label := _head_label(head["head"], head.start("head"), frames)):
        return label
    if topical := cues["topical"].match(text, figure.value.end):
        behind = _last_label(text[topical.end() : topical.end() + AFTER].split(".", 1)[0], topical.end(), frames)
        if behind:
            return behind
    if turned := cues["turned"].match(text, figure.value.end, min(figure.clause.end, figure.value.end + AFTER)):
        noun = _last_label(turned["noun"], turned.start("noun"), frames)
        if noun and noun.refusal is None and noun.start + len(noun.text) == turned.end("noun"):
            return noun  # 1천820억원이 재난지원금으로 나간다
    before = text[figure.start : figure.value.start]
    found = _last_label(before, figure.start, frames)
    if found is None:
        return None
    gap = before[found.start - figure.start + len(found.text) :]
    return found if cues["label_gap"].fullmatch(gap[:60]) else None


def _head_label(words: str, offset: int, frames: LanguageFrames) -> Label | None:
    """Of the nouns behind a figure the last (Korean: 20억원의 투자 지원금), or the first that `and` joins to others."""
    joined = frames.grants["joined_nouns"].search(words)
    return _last_label(words[: joined.start()] if joined else words, offset, frames)


def inherits(figure: Figure, before: int, text: str, frames: LanguageFrames) -> bool:
    """Whether a figure without a noun takes that of the one before it, which ends at `before`.

    It does in a row (5억원에서 8억원으로, 100억원, 200억원), not behind a noun phrase of its own.
    """
    gap = text[before : figure.value.start]
    return figure.position > 0 and len(gap) <= ROW_GAP and frames.grants["own_phrase"].search(gap) is None


def trailing_label(figure: Figure, text: str, frames: LanguageFrames) -> Label | None:
    """The refused noun that the last figure of a list shares with the others (1천억원, 300억원어치 신주를)."""
    rest = text[figure.value.end : figure.clause.end]
    if figure.position + 1 >= figure.count or not rest.startswith((",", "과", "와", "·")):
        return None
    label = _last_label(rest[: AFTER * 2], figure.value.end, frames)
    return label if label and label.refusal else None


def _last_label(words: str, offset: int, frames: LanguageFrames) -> Label | None:
    best: Label | None = None
    for kind in (*REFUSALS, None):
        pattern = frames.grants[f"refuse_{kind}" if kind else "public"]
        for match in pattern.finditer(words):
            end = offset + match.end()
            if best is None or end > best.start + len(best.text):
                best = Label(match.group(), kind, offset + match.start())
    return best


def purse_of(label: Label | None, frames: LanguageFrames) -> str | None:
    """Whose money the label says it is: "national", "province", "city", "county", "district" or None."""
    if label is None:
        return None
    return next((purse for purse in PURSES if frames.grants[purse].fullmatch(label.text)), None)
