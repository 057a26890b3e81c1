"""What an article as a whole says: its funder, its programme, its sets of recipients, and who a paragraph is about.

The funder is the first public body that acts in the lead (else the first one named); 정부 after it is that body. A set
of recipients is a group of three or more names in one sentence with a predicate of choosing, or a list of items
that each begin with a name; later words such as 각 팀, 이들, 선정된 기업 mean the last set.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.clauses import Clause
from transforms.extract.frames import Role, roles_of
from transforms.extract.programmes import ProgrammeMention
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

PUBLIC = ("government", "agency")
SUBJECT = ("은", "는", "이", "가", "도")
LEAD = 4  # sentences of the body in which the funder is looked for


@dataclass(frozen=True, slots=True)
class RecipientSet:
    """Bodies chosen together; `sentence` is the index of the sentence that names (the last of) them."""

    names: tuple[NameValue, ...]
    sentence: int
    how: str


@dataclass(frozen=True, slots=True)
class Discourse:
    """The article's `funder` and main `programme` (None where it has none), and its recipient sets in order.

    For each sentence, `sections` is the number of its section, `actors` the public body that acted last in that
    section, `topics` the body that was last the subject.
    """

    funder: NameValue | None
    programme: ProgrammeMention | None
    sets: tuple[RecipientSet, ...]
    sections: tuple[int, ...]
    actors: tuple[NameValue | None, ...]
    topics: tuple[NameValue | None, ...]

    def actor_at(self, sentence: int) -> NameValue | None:
        """The public body that acted last in the section of a sentence."""
        return self.actors[sentence]

    def set_before(self, sentence: int) -> RecipientSet | None:
        """The last set of recipients named at or before a sentence."""
        return next((s for s in reversed(self.sets) if s.sentence <= sentence), None)


def read_discourse(
    sentences: Sequence[Sentence],
    clauses: Sequence[Clause],
    names: Sequence[Sequence[NameValue]],
    programmes: Sequence[ProgrammeMention],
    frames: LanguageFrames,
    lang: str,
) -> Discourse:
    """The discourse of an article; `names` holds the names of each sentence, in step with `sentences`."""
    roles = [
        roles_of(s.text, list(n), s.start, frames, lang) if n else () for s, n in zip(sentences, names, strict=True)
    ]
    sections = _sections(sentences)
    subjects = [[r for r in rs if r.marker in SUBJECT] if lang == "ko" else _first(rs) for rs in roles]
    return Discourse(
        _funder(sentences, roles),
        _main(programmes),
        tuple(_sets(sentences, clauses, roles)),
        sections,
        _last_named(subjects, sections, PUBLIC),
        _last_named(subjects, sections, ()),
    )


def _first(roles: Sequence[Role]) -> list[Role]:
    return [r for r in roles[:1] if r.marker is None]


def _sections(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """A section begins with a heading."""
    numbers: list[int] = []
    number = 0
    for sentence in sentences:
        number += sentence.shape == "heading"
        numbers.append(number)
    return tuple(numbers)


def _last_named(
    subjects: Sequence[Sequence[Role]], sections: Sequence[int], kinds: tuple[str, ...]
) -> tuple[NameValue | None, ...]:
    """For each sentence the last subject of one of `kinds` (any, where empty) in its section, up to that sentence."""
    last: NameValue | None = None
    result: list[NameValue | None] = []
    for i, roles in enumerate(subjects):
        if i and sections[i] != sections[i - 1]:
            last = None
        for role in roles:
            if not kinds or role.names[0].kind in kinds:
                last = role.names[0]
                break
        result.append(last)
    return tuple(result)


def _funder(sentences: Sequence[Sentence], roles: Sequence[tuple[Role, ...]]) -> NameValue | None:
    body = [i for i, s in enumerate(sentences) if s.field == "body"]
    subjects = (
        role.names[0]
        for i in body[:LEAD]
        for role in roles[i]
        if role.names[0].kind in PUBLIC and role.marker in ("은", "는", "이", "가", "과", "와", None)
    )
    every = (n for i in body for role in roles[i] for n in role.names if n.kind in PUBLIC)
    return next(subjects, next(every, None))


def _main(programmes: Sequence[ProgrammeMention]) -> ProgrammeMention | None:
    counts: Counter[str] = Counter()
    for mention in programmes:
        counts[mention.name] += mention.strength + (3 if mention.field == "title" else 0)
    if not counts:
        return None
    best = counts.most_common(1)[0][0]
    return next(m for m in programmes if m.name == best)


def _sets(
    sentences: Sequence[Sentence], clauses: Sequence[Clause], roles: Sequence[tuple[Role, ...]]
) -> list[RecipientSet]:
    choosing = {c.sentence for c in clauses if c.predicate and c.predicate.predicate.sense == "choose"}
    sets: list[RecipientSet] = []
    items: list[NameValue] = []
    for i, sentence in enumerate(sentences):
        if sentence.field != "body":
            continue
        if sentence.shape == "item" and roles[i] and roles[i][0].start < 8:
            items.append(roles[i][0].names[0])
            continue
        if len(items) >= 2:
            sets.append(RecipientSet(tuple(items), i - 1, "items"))
        items = []
        groups = [r for r in roles[i] if len(r.names) >= (2 if i in choosing else 3)]
        if groups and i in choosing:
            sets.append(RecipientSet(max(groups, key=lambda r: len(r.names)).names, i, "chosen"))
    if len(items) >= 2:
        sets.append(RecipientSet(tuple(items), len(sentences) - 1, "items"))
    return sets
