"""Figures read again: the amount in a row must follow from the words that the row says it was read from."""

import re
from decimal import Decimal
from functools import cache, lru_cache

import pyarrow as pa

from expectations.rules import ComputedRule, Rule
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.normalize.money import read_money
from warehouse.frames import Frames

WORDS = 100_000  # sums in words whose reading is remembered
SLICE = 50_000
DOLLARS = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD")  # "$" alone is that of the article's country
BARE = re.compile(r"\d[\d,]*(?:\.\d+)?")
COLUMNS = ("evidence_id", "amount_raw", "amount", "currency")


@cache
def _lexicon() -> Lexicon:
    return load()


@lru_cache(WORDS)
def _reads(raw: str, currency: str | None) -> frozenset[str]:
    """The amounts that the words give, in either language, as plain numbers."""
    found = [value for lang in ("ko", "en") for value in read_money(raw, _lexicon(), lang)]
    named = DOLLARS[:1] if currency in DOLLARS else ()
    figures = [
        figure for v in found if v.currency in (currency, *named) for figure in (v.amount, v.amount_max) if figure
    ]
    return frozenset(format(figure.normalize(), "f") for figure in figures)


def follows(raw: str, amount: Decimal | None, currency: str | None) -> bool:
    """Whether the words give the amount. A bare figure, whose unit stands at the head of its table, has its digits.

    >>> follows("100억원", Decimal(10**10), "KRW"), follows("72.5", Decimal(7_250_000_000), "KRW")
    (True, True)
    """
    if amount is None:
        return False
    if BARE.fullmatch(raw):
        return Decimal(raw.replace(",", "")).normalize().as_tuple().digits == amount.normalize().as_tuple().digits
    return format(amount.normalize(), "f") in _reads(raw, currency)


def unread_amounts(frames: Frames, keep: int | None) -> tuple[pa.Table, int]:
    """Rows of grant_evidence whose `amount` cannot be read again from `amount_raw`: at most `keep`, and how many."""
    kept: list[dict[str, str]] = []
    count = 0
    for slice_ in frames.slices("grant_evidence", COLUMNS, SLICE):
        for row in slice_.to_pylist():
            if row["amount_raw"] is not None and not follows(row["amount_raw"], row["amount"], row["currency"]):
                count += 1
                if keep is None or count <= keep:
                    sample = f"{row['amount_raw']} -> {row['amount']}"
                    kept.append({"evidence_id": row["evidence_id"], "sample": sample})
    return pa.Table.from_pylist(kept, pa.schema({"evidence_id": pa.string(), "sample": pa.string()})), count


RULES: list[Rule] = [
    ComputedRule(
        "grant_evidence",
        "grants_amount_read_again",
        "the amount follows from the words printed",
        unread_amounts,
        "warning",
        "amount",
    )
]
