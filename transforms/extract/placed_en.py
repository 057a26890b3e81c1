"""Where an English figure stands among the names and verbs of its sentence: its verb, its series, its reach."""

import re

from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

GIVERS = ("government", "agency")


def lemma_of(figure: Figure) -> str | None:
    """The governing verb."""
    hit = figure.governor.predicate if figure.governor else None
    return hit.predicate.lemma if hit else None


def acts_by(figure: Figure, senses: tuple[str, ...]) -> bool:
    """Whether an active verb of one of the senses stands before the figure."""
    hit = figure.governor.predicate if figure.governor else None
    if hit is None or hit.start > figure.value.start or hit.voice != "active":
        return False
    return hit.predicate.sense in senses


def gapped(figure: Figure, document: Document, frames: LanguageFrames) -> Role | None:
    """The name right before a figure of a series, whose verb stands before an earlier figure."""
    text = document.article.body
    hit = figure.governor.predicate if figure.governor else None
    for group in figure.roles:
        role = _last_of(group, text)
        near = role.end <= figure.value.start and role.marker is None
        if near and frames.grants["adjacent"].fullmatch(placeless(text[role.end : figure.value.start], frames)):
            money = document.money.get("body", ())
            between = hit is not None and any(hit.end <= v.start and v.end <= role.start for v in money)
            return role if between else None
    return None


def _last_of(group: Role, text: str) -> Role:
    """The last name of a group alone, where `and` stands before it: from X, and Y $7m."""
    last = group.names[-1]
    joined = len(group.names) > 1 and re.search(r"\band (?:the )?$", text[group.start : last.start])
    return Role((last,), None, last.start, last.end) if joined else group


def placeless(gap: str, frames: LanguageFrames) -> str:
    """The words between a name and a figure without those that say where the body is."""
    placed = frames.cues["placed"].match(gap)
    return gap[placed.end() :] if placed else gap


def has_indirect(figure: Figure, document: Document, frames: LanguageFrames) -> bool:
    """Whether the verb has a name and a figure right behind it (gave X $5m and Y $3m)."""
    hit = figure.governor.predicate if figure.governor else None
    first = next((r for r in figure.roles if hit and r.start >= hit.end), None)
    if hit is None or first is None or document.article.body[hit.end : first.start].strip() not in ("", "the"):
        return False
    values = (v for v in document.money.get("body", ()) if v.start >= first.end)
    value = next(values, None)
    return value is not None and bool(
        frames.grants["adjacent"].fullmatch(document.article.body[first.end : value.start])
    )


def in_turn(figure: Figure, names: tuple[NameValue, ...], text: str, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """Of names and figures in one order (respectively) the one in the figure's place."""
    paired = frames.grants["ordered"].search(text, figure.clause.start, figure.clause.end)
    if paired and figure.count == len(names) and figure.position < len(names):
        return (names[figure.position],)
    return names


def reach_of(figure: Figure, document: Document, frames: LanguageFrames) -> int:
    """How far behind a figure its preposition may stand: to the next figure or the end of the part of the sentence."""
    text = document.article.body
    end = document.sentences[figure.sentence].end
    later = [v.start for v in document.money.get("body", ()) if v.start > figure.value.start]
    stop = frames.grants["part_end"].search(text, figure.value.end, end)
    return min([end, *later[:1], *([stop.start()] if stop else [])])


def gives_from_head(figure: Figure, head: Role, document: Document, frames: LanguageFrames) -> bool:
    """Whether the body at the head of the line gives (X Foundation: $2m to Y), not gets (X: $2m for its plant)."""
    name = head.names[0]
    behind = any(
        r.marker == "to" and figure.value.end <= r.start < reach_of(figure, document, frames) for r in figure.roles
    )
    return behind or name.kind in GIVERS or frames.grants["giver_name"].search(name.name) is not None


def sense_is(figure: Figure, sense: str) -> bool:
    """Whether the governing verb has a sense."""
    hit = figure.governor.predicate if figure.governor else None
    return hit is not None and hit.predicate.sense == sense
