"""Figures read again: the amount in a row must follow from the words that the row says it was read from."""

from functools import cache

import pyarrow as pa

from expectations.rules import ComputedRule, Rule
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.normalize.money import read_money
from warehouse.frames import Frames


@cache
def _lexicon() -> Lexicon:
    return load()


@cache
def _reads(raw: str, currency: str | None) -> frozenset[str]:
    """The amounts that the words give, in either language, as plain numbers."""
    found = [value for lang in ("ko", "en") for value in read_money(raw, _lexicon(), lang)]
    figures = [figure for v in found if v.currency == currency for figure in (v.amount, v.amount_max) if figure]
    return frozenset(format(figure.normalize(), "f") for figure in figures)


def unread_amounts(frames: Frames) -> pa.Table:
    """Rows of grant_evidence whose `amount` cannot be read again from `amount_raw`."""
    rows = frames.rows(
        "select evidence_id, amount_raw, amount, currency from grant_evidence where amount_raw is not null"
    )
    keys: list[str] = []
    samples: list[str] = []
    for row in rows.to_pylist():
        amount = format(row["amount"].normalize(), "f") if row["amount"] is not None else ""
        if amount not in _reads(row["amount_raw"], row["currency"]):
            keys.append(row["evidence_id"])
            samples.append(f"{row['amount_raw']} -> {amount}")
    return pa.table({"evidence_id": pa.array(keys, pa.string()), "sample": pa.array(samples, pa.string())})


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
