"""Which bodies are one: joined by what articles say, never by a shared short form, and never against an article.

A body that the reading knows by its name alone is joined to the body for which an article gives that name beside
another ("NC AI(엔씨에이아이)"). Two bodies that any article names side by side are two.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from warehouse.reconcile.keys import plain

ORIGINS = ("lexicon", "fact", "shape")
# A name needs so many letters before it may join two bodies: shorter ones are shared by many.
TELLING_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Body:
    """What the articles say of one organization_id: its names, the other forms of them, and what it is."""

    organization_id: str
    origin: str
    kinds: frozenset[str]
    names: frozenset[str]
    aliases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Merge:
    """`organization_id` is the body `into_id`, and why."""

    organization_id: str
    into_id: str
    reason: str


def joined(bodies: Iterable[Body], apart: Collection[frozenset[str]]) -> list[Merge]:
    """The joins among the bodies; `apart` holds the pairs that must not be joined. Any order gives the same joins."""
    named: dict[str, list[Body]] = defaultdict(list)
    called: dict[str, list[Body]] = defaultdict(list)
    for body in sorted(bodies, key=_better_known):
        for name in {plain(name) for name in body.names} - {""}:
            named[name].append(body)
        for alias in {plain(alias) for alias in body.aliases} - {""}:
            called[alias].append(body)
    leader: dict[str, str] = {}
    reasons: dict[str, str] = {}
    for form in sorted(named):
        for one, other, reason in [*_namesakes(named[form]), *_called(form, called.get(form, []), named[form])]:
            first, second = (_top(leader, body.organization_id) for body in sorted((one, other), key=_better_known))
            if first != second and frozenset((one.organization_id, other.organization_id)) not in apart:
                leader[second] = first
                reasons[second] = reason
    return [Merge(other, _top(leader, other), reason) for other, reason in sorted(reasons.items())]


def _better_known(body: Body) -> tuple[int, str]:
    return (ORIGINS.index(body.origin), body.organization_id)


def _namesakes(named: list[Body]) -> Iterable[tuple[Body, Body, str]]:
    """Bodies of one full name under two ids: the lexicon came to know it between two readings."""
    first = named[0]
    for other in named[1:]:
        if other.origin != "lexicon" and _kinds_agree(first, other):
            yield first, other, f"both are named {min(other.names)}"


def _called(form: str, called: list[Body], named: list[Body]) -> Iterable[tuple[Body, Body, str]]:
    """The body that has the form for its name, and the one for which articles give it as another name."""
    callers = [body for body in called if body not in named]
    if len(callers) != 1 or len(named) != 1 or len(form) < TELLING_LETTERS:
        return
    one, other = callers[0], named[0]
    if one.origin == other.origin == "lexicon" or not _kinds_agree(one, other):
        return
    if any(plain(name).startswith(form) or form.startswith(plain(name)) for name in one.names):
        return
    yield one, other, f"articles give {min(other.names)} as another name of {min(one.names)}"


def _kinds_agree(one: Body, other: Body) -> bool:
    return bool(one.kinds & other.kinds) or "other" in one.kinds | other.kinds


def _top(leader: dict[str, str], organization_id: str) -> str:
    while organization_id in leader:
        organization_id = leader[organization_id]
    return organization_id
