"""Which public body acts where: the subjects of a sentence, those first that give, plan, choose, spend or call."""

from collections.abc import Sequence

from transforms.extract.clauses import Clause
from transforms.extract.frames import Role
from transforms.extract.sentences import Sentence
from transforms.extract.sets import PUBLIC
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

SUBJECT = ("은", "는", "이", "가", "도")
GIVERS = ("government", "agency")
GIVING = ("give", "set", "spend", "call")  # what a giver does
ACTING = (*GIVING, "choose")  # what puts a subject before others


def giving_in(
    subjects: Sequence[Role], offset: int, clauses: Sequence[Clause], senses: Sequence[str] = GIVING
) -> list[Role]:
    """The subjects of a sentence that stand right before a predicate of these senses (X says that Y gave): Y."""
    got = _receivers(subjects, offset, clauses)
    acts = [c.predicate.start - offset for c in clauses if c.predicate and c.predicate.predicate.sense in senses]
    return [r for at in acts if (r := _nearest(subjects, at)) and r not in got]


def acting_in(subjects: Sequence[Role], offset: int, clauses: Sequence[Clause]) -> list[Role]:
    """The subjects of a sentence that do not receive, those first that give or choose."""
    got = _receivers(subjects, offset, clauses)
    return [*giving_in(subjects, offset, clauses, ACTING), *(r for r in subjects if r not in got)]


def _receivers(subjects: Sequence[Role], offset: int, clauses: Sequence[Clause]) -> list[Role]:
    gets = [
        c.predicate.start - offset
        for c in clauses
        if c.predicate and (c.predicate.predicate.sense == "get" or c.predicate.voice != "active")
    ]
    return [r for at in gets if (r := _nearest(subjects, at))]


def _nearest(subjects: Sequence[Role], at: int) -> Role | None:
    return max((r for r in subjects if r.end <= at), key=lambda r: r.end, default=None)


def actors_of(
    acting: Sequence[Sequence[Role]],
    sentences: Sequence[Sentence],
    sections: Sequence[int],
    roles: Sequence[Sequence[Role]],
    frames: LanguageFrames,
) -> tuple[NameValue | None, ...]:
    """For each sentence the public body that acted last; a heading's body acts under it, a list item's in it alone."""
    last: NameValue | None = None
    result: list[NameValue | None] = []
    for i, sentence in enumerate(sentences):
        if i and sections[i] != sections[i - 1]:
            last = next((n for role in roles[i] for n in role.names), None)
        mine = next((r.names[0] for r in acting[i] if gives(r.names[0], frames)), None)
        if sentence.shape != "item":
            last = mine or last
        result.append(mine or last)
    return tuple(result)


def gives(name: NameValue, frames: LanguageFrames) -> bool:
    """Whether a body is one that gives by its nature: of the state, or a foundation by its name."""
    return name.kind in PUBLIC or frames.grants["giver_name"].search(name.name) is not None
