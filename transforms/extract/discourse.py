"""What an article as a whole says: its funder, its programme, its sets of recipients, and who a paragraph is about.

The funder is the first public body that acts in the lead (else the first one named); 정부 after it is that body. A set
of recipients is a group of three or more names in one sentence with a predicate of choosing, or a list of items
that each begin with a name; later words such as 각 팀, 이들, 선정된 기업 mean the last set.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.extract.actors import SUBJECT, acting_in, actors_of, gives, giving_in
from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.frames import Role, roles_of
from transforms.extract.programmes import ProgrammeMention
from transforms.extract.sentences import Sentence
from transforms.extract.sets import PUBLIC, RecipientSet, sets_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HEADING_MARKS = re.compile(r"^[\s■□◆◇▶▷○●·※<〈《\[-]+|^\d{1,2}[.)]\s*|[>〉》\]]+$")
OPENING = 40  # code points of an English sentence within which its subject begins
LEAD = 4  # sentences of the body in which the funder is looked for


@dataclass(frozen=True, slots=True)
class Discourse:
    """The article's `funder` and main `programme` (None where it has none), and its recipient sets in order.

    For each sentence, `sections` is the number of its section, `actors` the public body that acted last in that
    section, `givers` the one that gave, planned or called last, `topics` the body, not a public one, that was
    last the subject.
    """

    funder: NameValue | None
    programme: ProgrammeMention | None
    sets: tuple[RecipientSet, ...]
    sections: tuple[int, ...]
    actors: tuple[NameValue | None, ...]
    givers: tuple[NameValue | None, ...]
    topics: tuple[NameValue | None, ...]
    section_programmes: tuple[str | None, ...]

    def section_programme(self, sentence: int) -> str | None:
        """The name that the heading over a sentence gives to what is told under it."""
        return self.section_programmes[sentence]


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
    told = [(rs, s.start, clauses_in(clauses, i)) for i, (rs, s) in enumerate(zip(subjects, sentences, strict=True))]
    giving = [giving_in(rs, start, cs) for rs, start, cs in told]
    acting = [acting_in(rs, start, cs) for rs, start, cs in told]
    return Discourse(
        _funder(sentences, roles, frames, lang),
        _main(programmes),
        tuple(sets_of(sentences, clauses, roles, frames)),
        sections,
        actors_of(acting, sentences, sections, roles, frames),
        actors_of(giving, sentences, sections, roles, frames),
        _last_named([_topics(rs) for rs in subjects], sections, ()),
        _headings(sentences),
    )


def _topics(subjects: Sequence[Role]) -> list[Role]:
    """Subjects that are no public body, a topic (은/는) before others."""
    private = [r for r in subjects if r.names[0].kind not in PUBLIC]
    return [*(r for r in private if r.marker in ("은", "는")), *private[::-1]]


def _first(roles: Sequence[Role]) -> list[Role]:
    return [r for r in roles[:1] if r.marker is None and r.start < OPENING]


def _sections(sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """A section begins with a heading."""
    numbers: list[int] = []
    number = 0
    for sentence in sentences:
        number += sentence.shape == "heading"
        numbers.append(number)
    return tuple(numbers)


def _headings(sentences: Sequence[Sentence]) -> tuple[str | None, ...]:
    """For each sentence the words of the heading above it, without its marks and what stands before a colon."""
    last: str | None = None
    result: list[str | None] = []
    for sentence in sentences:
        if sentence.shape == "heading":
            last = HEADING_MARKS.sub("", sentence.text).rsplit(":", 1)[-1].strip() or None
        result.append(last if sentence.shape != "heading" else None)
    return tuple(result)


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


def _funder(
    sentences: Sequence[Sentence], roles: Sequence[tuple[Role, ...]], frames: LanguageFrames, lang: str
) -> NameValue | None:
    """The first giver that acts in the lead, else the first public body named (in English: near the head)."""
    body = [i for i, s in enumerate(sentences) if s.field == "body"]
    lines = [i for i in body[: LEAD * 2] if lang != "ko" or _ended(sentences[i])] or body
    subjects = (
        role.names[0]
        for i in lines[:LEAD]
        for role in roles[i]
        if gives(role.names[0], frames)
        and (lang == "ko" or not frames.grants["local_body"].fullmatch(role.names[0].name))
        and (
            role.marker in ("은", "는", "이", "가", "과", "와")
            or (role.marker is None and (lang != "ko" or len(role.names) > 1))
        )
    )
    every = (
        n
        for i in (body if lang == "ko" else body[: LEAD * 2])
        for role in roles[i]
        for n in role.names
        if n.kind in PUBLIC and (lang == "ko" or not frames.grants["local_body"].fullmatch(n.name))
    )
    return next(subjects, next(every, None))


def _ended(sentence: Sentence) -> bool:
    """Whether it is a sentence to its full stop, and no line of a press release's head (제공: ...)."""
    return sentence.text.rstrip(" \"'”’)]")[-1:] in (".", "!", "?")


def _main(programmes: Sequence[ProgrammeMention]) -> ProgrammeMention | None:
    counts: Counter[str] = Counter()
    for mention in (p for p in programmes if p.strength):
        counts[mention.name] += mention.strength + (3 if mention.field == "title" else 0)
    if not counts:
        return None
    best = counts.most_common(1)[0][0]
    return next(m for m in programmes if m.name == best)
