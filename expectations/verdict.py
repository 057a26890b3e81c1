"""What judging gives: a check for each rule, and the rows that may not be published."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one rule, a row of `checks`."""

    table_name: str
    expectation: str
    column_name: str | None
    severity: str
    success: bool
    unexpected_count: int
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that a critical rule refuses: its table, its key by column, the rule's name, the value refused."""

    table_name: str
    key: tuple[tuple[str, Any], ...]
    expectation: str
    sample: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kept_out` says why the whole unit may not be published, None when it may; `failed` are the rows to leave out."""

    checks: tuple[Check, ...]
    failed: tuple[FailedRow, ...]
    kept_out: str | None
