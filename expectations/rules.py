"""What an expectation is here: one rule, why it stands, how severe a breach is.

A `ColumnRule` names an expectation of Great Expectations on one column. A `QueryRule` is a query whose rows are the
unexpected ones (keys, references, spans); Great Expectations judges that it returns none. Both hold for a staged batch
and for the whole lake. Severity: "critical" keeps the row out, "warning" publishes it and shows it, "info" is counted.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class QueryRule:
    """`name` is the file of `queries/` that selects the unexpected rows: the table's key columns and a `sample`."""

    table: str
    name: str
    why: str
    severity: Severity = "critical"
    column: str | None = None

    @property
    def sql(self) -> str:
        """The query's text."""
        return (QUERIES / f"{self.name}.sql").read_text(encoding="utf-8")


Rule = ColumnRule | QueryRule


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
