"""What an expectation is here: one rule, why it stands, how severe a breach is.

A `ColumnRule` names an expectation of Great Expectations on one column. A `QueryRule` is a query whose rows are the
unexpected ones (keys, references, spans), a `ComputedRule` a function that selects them (figures read again); Great
Expectations judges that there are none. Severity: "critical" keeps the row out, "warning" publishes it and shows it,
"info" is counted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pyarrow as pa

from warehouse.frames import Frames
from warehouse.tables import TABLES

Severity = Literal["critical", "warning", "info"]
QUERIES = Path(__file__).parent / "queries"
DURATION = r"P(?!$)(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?$"  # ISO 8601, without times


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """`expectation` is a Great Expectations class name, `arguments` its keyword arguments besides `column`."""

    table: str
    column: str
    expectation: str
    why: str
    severity: Severity = "critical"
    arguments: dict[str, object] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The rule's name in `checks` and `rejections`, e.g. "amount:ExpectColumnValuesToBeBetween"."""
        return f"{self.column}:{self.expectation}"

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that name an unexpected row."""
        return TABLES[self.table].key


@dataclass(frozen=True, slots=True)
class QueryRule:
    """A file of `queries/` selects the unexpected rows: the key columns and a `sample`.

    The file is `name`, or `query` where rules share one; {table}, {column} and {key} in it are the rule's own. `key` is
    the table's, unless the rule is about something larger (a publisher, a run).
    """

    table: str
    name: str
    why: str
    severity: Severity = "critical"
    column: str | None = None
    about: tuple[str, ...] = ()
    query: str = ""

    @property
    def sql(self) -> str:
        """The query's text."""
        text = (QUERIES / f"{self.query or self.name}.sql").read_text(encoding="utf-8")
        return text.format(table=self.table, column=self.column, key=", ".join(self.key))

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that name an unexpected row."""
        return self.about or TABLES[self.table].key


@dataclass(frozen=True, slots=True)
class ComputedRule:
    """`unexpected` selects the unexpected rows of the frames, the table's key columns and a `sample`: at most so many
    (all for None), and how many there are."""

    table: str
    name: str
    why: str
    unexpected: Callable[[Frames, int | None], tuple[pa.Table, int]]
    severity: Severity = "critical"
    column: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that name an unexpected row."""
        return TABLES[self.table].key


Rule = ColumnRule | QueryRule | ComputedRule


def unique(table: str, why: str = "one id names one row") -> Rule:
    """The table's key names one row."""
    return QueryRule(table, f"{table}_unique", why, query="unique")


def not_null(table: str, columns: tuple[str, ...], why: str) -> list[Rule]:
    """A rule for each column that may never be NULL."""
    return [ColumnRule(table, column, "ExpectColumnValuesToNotBeNull", why) for column in columns]


def at_least(table: str, column: str, least: float, why: str) -> Rule:
    """The column's values are not below `least`."""
    return ColumnRule(table, column, "ExpectColumnValuesToBeBetween", why, arguments={"min_value": least})


def above(table: str, column: str, floor: float, why: str) -> Rule:
    """The column's values are greater than `floor`."""
    arguments: dict[str, object] = {"min_value": floor, "strict_min": True}
    return ColumnRule(table, column, "ExpectColumnValuesToBeBetween", why, arguments=arguments)


def matches(table: str, column: str, pattern: str, why: str) -> Rule:
    """The column's text matches the pattern from its start (or is NULL)."""
    return ColumnRule(table, column, "ExpectColumnValuesToMatchRegex", why, arguments={"regex": "^" + pattern})
