"""Which programmes are one: papers write a name with and without 사업, quotes, spaces, or with a word more."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from warehouse.reconcile.keys import plain

# Words that say only that it is a programme. They end a name, and papers put or leave them at will.
GENERIC = (
    "사업",
    "프로젝트",
    "프로그램",
    "과제",
    "공모",
    "구축",
    "정책",
    "programme",
    "program",
    "project",
    "initiative",
    "scheme",
)
# A name must be this long, and fill this share of the longer one, to join it by being inside it.
TELLING_LETTERS = 5
SHARE = 0.6


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


def renamed(names: Iterable[Named], apart: Iterable[frozenset[str]] = ()) -> list[Renamed]:
    """The names that are another name's programme; `apart` holds pairs that one article tells apart."""
    told_apart = set(apart)
    groups: dict[str, list[Named]] = defaultdict(list)
    for one in sorted(names, key=lambda one: (-one.articles, one.name)):
        groups[core(one.name)].append(one)
    firsts = [group[0] for group in groups.values()]
    result = [
        Renamed(other.name, group[0].name, "the same name, written otherwise")
        for group in groups.values()
        for other in group[1:]
    ]
    inner: dict[str, str] = {}
    for short in sorted(firsts, key=lambda one: (len(core(one.name)), one.name)):
        longer = [long for long in firsts if _inside(short, long)]
        if len(longer) == 1 and frozenset((short.name, longer[0].name)) not in told_apart:
            inner[short.name] = longer[0].name
    for short_name, long_name in inner.items():
        result.append(Renamed(short_name, _end(inner, long_name), f"its name stands inside {long_name}, same funder"))
    return [Renamed(one.name, _end(inner, one.programme), one.reason) for one in result]


def core(name: str) -> str:
    """The plain name without the generic words at its end."""
    text = plain(name)
    while word := next((word for word in GENERIC if text.endswith(word) and len(text) > len(word) + 1), None):
        text = text.removesuffix(word)
    return text


def _inside(short: Named, long: Named) -> bool:
    a, b = core(short.name), core(long.name)
    if a == b or len(a) < TELLING_LETTERS or a not in b or len(a) < SHARE * len(b):
        return False
    rest = b.replace(a, "", 1)
    return not any(letter.isdigit() for letter in rest) and bool(short.funders & long.funders)


def _end(inner: dict[str, str], name: str) -> str:
    while name in inner:
        name = inner[name]
    return name
