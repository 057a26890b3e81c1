"""Counts that are support by themselves: GPUs, and rooms, hours, data, people's work and food that are given away."""

import re
from decimal import Decimal

from transforms.extract.document import Document
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import QuantityValue

GPU, HOURS, RECORDS, PEOPLE = "GPU", "hour", "case", "person"
ROOM = ("square meter", "pyeong", "house")
FOOD = ("ton", "kilogram")
NEARBY = 30  # code points before a count in which words say that it is free of charge, or what is counted
KINDS = dict.fromkeys(ROOM, "facility") | {RECORDS: "data", PEOPLE: "talent"} | dict.fromkeys(FOOD, "other")


def goods_of(document: Document, frames: LanguageFrames) -> list[QuantityValue]:
    """Every count of the body that is support where somebody gives it, by unit and by the words around it."""
    body = document.article.body
    goods = [q for q in document.quantities.get("body", ()) if _is_goods(q, body, frames)]
    counted = (_counted(m) for m in frames.grants["goods_count"].finditer(body))
    return [*goods, *(c for c in counted if not any(g.start <= c.start < g.end for g in goods))]


def kind_of_goods(unit: str) -> str:
    """The kind of support that a count in this unit is."""
    return KINDS.get(unit, "compute")


def _is_goods(value: QuantityValue, body: str, frames: LanguageFrames) -> bool:
    """A count of GPUs by its unit, or by a counter (장) where words before speak of them; what is free of charge."""
    if value.unit == GPU or _in_kind(value, body, frames):
        return True
    counted = frames.grants["counter"].search(value.text)
    return (
        counted is not None and frames.grants["goods"].search(body, max(0, value.start - 80), value.start) is not None
    )


def _in_kind(value: QuantityValue, body: str, frames: LanguageFrames) -> bool:
    """Room or people's work that is free of charge, a number of records of data, food as aid."""
    cues, before = frames.grants, body[max(0, value.start - NEARBY) : value.start]
    if value.unit in (*ROOM, PEOPLE):
        free = cues["free_after"].match(body, value.end) or cues["free_before"].search(before)
        return free is not None and (value.unit != PEOPLE or cues["experts"].search(before) is not None)
    if value.unit in FOOD:
        return cues["food"].search(before) is not None and cues["sent"].match(body, value.end) is not None
    return value.unit == RECORDS and cues["records"].search(before) is not None


def _counted(match: re.Match[str]) -> QuantityValue:
    """A count of goods whose noun stands behind makers' names (4,096 Nvidia H100 GPUs), or of free hours."""
    amount = Decimal(match["n"].replace(",", ""))
    unit = HOURS if match.group().endswith("시간") else GPU
    start = match.start("n")
    return QuantityValue(start, match.end(), match.string[start : match.end()], amount, None, unit)
