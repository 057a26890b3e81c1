"""What a counter counts: "5개 정예팀" are teams, "GPU 9천장" GPUs; "180대를" is a count, "세계 4대 강국" is none."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from transforms.lexicon.values import Unit, Units
from transforms.normalize.figure_units import Found
from transforms.normalize.surroundings import Surroundings

BEFORE_WINDOW, SPOKEN_WINDOW = 24, 1500
AGES = frozenset(Decimal(n) for n in range(10, 100, 10))


@dataclass(frozen=True, slots=True)
class Nouns:
    """Patterns made of the nouns that are counted."""

    after: re.Pattern[str]
    before: re.Pattern[str]
    gpu: re.Pattern[str]
    not_gpu: re.Pattern[str]
    weights: re.Pattern[str]


@cache
def _nouns(units: Units, korean: bool) -> Nouns:
    nouns = "|".join(map(re.escape, sorted(units.counted, key=lambda noun: (-len(noun), noun))))
    modifiers = "|".join(map(re.escape, units.modifiers)) or "(?!)"
    gpu = "|".join(re.escape(noun) for noun, name in units.counted.items() if name == "GPU") or "(?!)"
    if korean:
        after = rf"[ ]?(?:\([^()\n]{{1,20}}\)[ ]?)?(?:(?:{modifiers})[ ])?(?P<noun>{nouns})"
        beside = r"(?:[(（][^()（）\n]{1,8}[)）])?['’”]?(?:[을를이가은는도]|수[를는가]|에는)?"
        before = rf"(?P<noun>{nouns}){beside}[ ]?(?:(?:등|최대|약|모두|총)[ ])?\Z"
    else:
        after = before = r"(?!)(?P<noun>)"
    return Nouns(
        re.compile(after),
        re.compile(before),
        re.compile(gpu),
        re.compile(rf"(?:{'|'.join(map(re.escape, units.not_gpu)) or '(?!)'})[ ]?\Z"),
        re.compile("|".join(map(re.escape, units.weights)), re.IGNORECASE),
    )


def counted(around: Surroundings, text: str, start: int, end: int, unit: Unit, amount: Decimal) -> Found | None:
    """The unit of the figure at [start, end) by what it counts, and where its words end; None if nothing."""
    nouns = _nouns(around.units, around.korean)
    ahead = text[end : end + 40].partition("\n")[0]
    if unit.instead and nouns.weights.search(text[max(0, start - 40) : start] + " " + ahead):
        return Found(start, end, Unit("quantity", unit.instead))
    if unit.kind != "quantity":
        return Found(start, end, unit)
    if any(text[max(0, start - 8) : start].endswith((word, word + " ")) for word in around.units.speed):
        return Found(start, end, Unit("quantity", unit.name + " per hour"))
    if text.startswith("당", end):
        return None  # "1인당" is what another figure is for
    if unit.role not in ("generic", "strict"):
        return Found(start, end, unit)
    return _named(around, nouns, text, start, end, unit, amount)


def _named(
    around: Surroundings, nouns: Nouns, text: str, start: int, end: int, unit: Unit, amount: Decimal
) -> Found | None:
    """A counter by the noun after it, the noun before it, or the GPUs that the text has spoken of."""
    allowed = around.units.gpu.get(text[end - 1 : end])
    before = nouns.before.search(text[max(0, start - BEFORE_WINDOW) : start])
    name = around.units.counted[before["noun"]] if before else None
    name = None if allowed and name not in allowed else name
    if unit.role == "strict" and not name and (amount in AGES or not _closed(around, text, end)):
        return None
    after = nouns.after.match(text, end) if unit.role == "generic" and not allowed else None
    if after:
        return Found(start, after.end(), Unit("quantity", around.units.counted[after["noun"]]))
    if name:
        return Found(start, end, Unit("quantity", name))
    if allowed and not nouns.not_gpu.search(text[max(0, start - 8) : start]):
        window = SPOKEN_WINDOW if unit.role == "generic" else BEFORE_WINDOW * 3
        ahead = text[end : end + 24].partition("\n")[0]
        if nouns.gpu.search(text, max(0, start - window), start) or nouns.gpu.search(ahead):
            return Found(start, end, Unit("quantity", "GPU"))
    return Found(start, end, unit)


def _closed(around: Surroundings, text: str, end: int) -> bool:
    following = text[end : end + 1]
    if following == " ":
        return not "가" <= text[end + 1 : end + 2] <= "힣"
    return not "가" <= following <= "힣" or bool(around.particle.match(text, end))
