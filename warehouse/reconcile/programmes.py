"""Which programmes are one: papers write a name with and without 사업, quotes, spaces, or with a word more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from warehouse.reconcile.keys import plain
from warehouse.reconcile.words import known_words

# A name must be this long, and fill this share of the longer one, to join it by being inside it.
TELLING_LETTERS = 5
SHARE = 0.6


# A programme that an article leaves unnamed goes by the article's id, until what it states binds it to a name.
UNNAMED = "article:"


@dataclass(frozen=True, slots=True)
class Named:
    """A programme's name as the reading gives it, the funders beside it, and how many articles use it."""

    name: str
    funders: frozenset[str]
    articles: int


@dataclass(frozen=True, slots=True)
class Renamed:
    """`name` is the programme `programme`, and why."""

    name: str
    programme: str
    reason: str


def renamed(
    names: Iterable[Named], bound: Iterable[tuple[str, str]] = (), apart: Iterable[frozenset[str]] = ()
) -> list[Renamed]:
    """The names that are another name's programme. Any order of the names gives the same.

    `bound` are pairs under which articles state the same facts; `apart` are pairs that are never one by their spelling.
    """
    ordered = sorted(names, key=_better_known)
    rank = {one.name: place for place, one in enumerate(ordered)}
    leader: dict[str, str] = {}
    reasons: dict[str, str] = {}
    written = [one for one in ordered if not one.name.startswith(UNNAMED)]
    for one, other, reason in [*_spelt_alike(written), *_held_inside(written, set(apart)), *_bound(sorted(bound))]:
        first, second = sorted((_end(leader, one), _end(leader, other)), key=lambda name: rank[name])
        if first != second:
            leader[second] = first
            reasons[second] = reason
    return [Renamed(name, _end(leader, name), reason) for name, reason in sorted(reasons.items())]


def _better_known(one: Named) -> tuple[bool, int, str]:
    return (one.name.startswith(UNNAMED), -one.articles, one.name)


def _spelt_alike(names: list[Named]) -> Iterable[tuple[str, str, str]]:
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in names:
        groups[core(one.name)].append(one)
    for group in groups.values():
        for other in group[1:]:
            yield group[0].name, other.name, "the same name, written otherwise"


def _held_inside(names: list[Named], apart: set[frozenset[str]]) -> Iterable[tuple[str, str, str]]:
    """Names that stand inside one other name of the same funder."""
    firsts = {core(one.name): one for one in reversed(names)}
    holders: dict[str, list[str]] = defaultdict(list)
    for text in firsts:
        for part in _parts(text):
            holders[part].append(text)
    for text, short in sorted(firsts.items()):
        # a name that holds this one holds each part of it: the rarest tells the fewest to look at
        near = min((holders[part] for part in _parts(text)), key=len, default=[])
        longer = [firsts[long] for long in near if _inside(text, long) and short.funders & firsts[long].funders]
        if len(longer) == 1 and frozenset((short.name, longer[0].name)) not in apart:
            yield longer[0].name, short.name, f"its name stands inside {longer[0].name}, of the same funder"


def _parts(text: str) -> set[str]:
    """Every run of so many letters as a telling name has at least; none of a shorter name."""
    return {text[start : start + TELLING_LETTERS] for start in range(len(text) - TELLING_LETTERS + 1)}


def _bound(pairs: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str, str]]:
    for one, other in pairs:
        yield one, other, "other articles state the same facts under that name"


@lru_cache(maxsize=1 << 14)
def core(name: str) -> str:
    """The plain name without the generic words at its end."""
    text = plain(name)
    while word := next(
        (word for word in known_words().generic if text.endswith(word) and len(text) > len(word) + 1), None
    ):
        text = text.removesuffix(word)
    return text


def _inside(short: str, long: str) -> bool:
    if short == long or len(short) < TELLING_LETTERS or short not in long or len(short) < SHARE * len(long):
        return False
    return not any(letter.isdigit() for letter in long.replace(short, "", 1))


def _end(inner: dict[str, str], name: str) -> str:
    while name in inner:
        name = inner[name]
    return name
