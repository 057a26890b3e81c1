"""Sets of recipients: names in a sentence that chooses or lists them, or a list of items that begin with one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from transforms.extract.clauses import Clause
from transforms.extract.frames import Role
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

PUBLIC = ("government", "agency")
ANSWER = re.compile(r"\s*[QA][.:]\s")
LIST_MIN = 2  # items with names that make a set
HEAD = 8  # code points of an item within which the body at its head begins
LABEL = re.compile(r"^[\s■□◆◇▶▷○●·※-]+|\s*\(.*|\s*[:：].*")
MARK = re.compile(r"[①-⑳▲△▷▶■◆◇○●]")


@dataclass(frozen=True, slots=True)
class RecipientSet:
    """Bodies chosen together; merged applicants (조선대·조선간호대) are one entry of several names.

    `sentence` is the index of the sentence that names (the last of) them; `how` tells why they are a set: "chosen",
    "items" (a list under `label`) or "listed" (three or more names in a row).
    """

    entries: tuple[tuple[NameValue, ...], ...]
    sentence: int
    how: str
    label: str | None = None


def sets_of(
    sentences: Sequence[Sentence], clauses: Sequence[Clause], roles: Sequence[tuple[Role, ...]], frames: LanguageFrames
) -> list[RecipientSet]:
    """Every set of the body, in order; `roles` are those of each sentence."""
    choosing = {c.sentence for c in clauses if c.predicate and c.predicate.predicate.sense == "choose"}
    sets: list[RecipientSet] = []
    items: list[tuple[NameValue, ...]] = []
    label: str | None = None
    for i, sentence in enumerate(sentences):
        if sentence.field != "body":
            continue
        if sentence.shape == "item" and roles[i] and not ANSWER.match(sentence.text):
            items.extend(_item_entries(sentence, [r for r in roles[i] if not _ministries(r, frames)]))
            continue
        if len(items) >= LIST_MIN and sentence.shape != "prose":
            sets.append(RecipientSet(tuple(items), i - 1, "items", label))
            items = []
        if sentence.shape == "heading":
            label = LABEL.sub("", sentence.text).strip() or None
        groups = [_entries(r, sentence) for r in roles[i] if not _ministries(r, frames)]
        chosen = i in choosing
        if best := max((g for g in groups if len(g) >= 2), key=len, default=None):
            chosen = chosen or _defines(best, sentence, frames)
            sets.append(RecipientSet(best, i, "chosen" if chosen else "listed"))
        if items and sentence.shape == "prose" and sentence.paragraph != sentences[i - 1].paragraph:
            sets.append(RecipientSet(tuple(items), i - 1, "items", label))
            items = []
    if len(items) >= LIST_MIN:
        sets.append(RecipientSet(tuple(items), len(sentences) - 1, "items", label))
    return sets


def _item_entries(sentence: Sentence, roles: Sequence[Role]) -> list[tuple[NameValue, ...]]:
    """The body at the head of the item, else all bodies behind its label (주제 : A 연구팀 / B 연구팀)."""
    if not roles:
        return []
    if roles[0].start < HEAD:
        return [(roles[0].names[0],)]
    return [(name,) for role in roles for name in role.names] if ":" in sentence.text else []


def _entries(role: Role, sentence: Sentence) -> tuple[tuple[NameValue, ...], ...]:
    """Names joined by · or + right between them are one entry, where other marks part the entries."""
    entries: list[list[NameValue]] = []
    gaps = [sentence.text[a.end - sentence.start : b.start - sentence.start] for a, b in pairwise(role.names)]
    mixed = any("," in g or MARK.search(g) for g in gaps)
    for name, gap in zip(role.names, ["", *gaps], strict=True):
        if entries and mixed and gap.strip() in ("·", "+", "ㆍ"):
            entries[-1].append(name)
        else:
            entries.append([name])
    return tuple(tuple(e) for e in entries)


def _ministries(role: Role, frames: LanguageFrames) -> bool:
    """Whether all of a group are bodies of the state, which give and do not receive."""
    local = frames.grants["local_body"].fullmatch
    return all(n.kind in PUBLIC and not local(n.name) for n in role.names)


def _defines(entries: tuple[tuple[NameValue, ...], ...], sentence: Sentence, frames: LanguageFrames) -> bool:
    """Whether the sentence says who the members are: a marked list (①A ②B), or `among them A and B`."""
    first, last = entries[0][0], entries[-1][-1]
    inside = sentence.text[first.start - sentence.start : last.end - sentence.start]
    members = frames.grants["members"].search(sentence.text[: first.start - sentence.start])
    return members is not None or len(MARK.findall(inside)) >= len(entries) - 1
