"""The rules that the tables state of themselves: what is required, and which words a column may hold.

They are made from `warehouse.tables`, so the contract is written once.
"""

from expectations.rules import ColumnRule, Rule
from warehouse.tables import TABLES, Column, Table

STAGED = ("articles", "organization_evidence", "organization_mentions", "grant_evidence", "milestone_evidence")
DERIVED = ("organizations", "grants", "milestones", "sources", "rejections")


def _of_column(table: Table, column: Column) -> list[Rule]:
    rules: list[Rule] = []
    if column.required:
        rules.append(ColumnRule(table.name, column.name, "ExpectColumnValuesToNotBeNull", column.description))
    if column.vocabulary:
        words: dict[str, object] = {"value_set": list(column.vocabulary)}
        rules.append(
            ColumnRule(table.name, column.name, "ExpectColumnValuesToBeInSet", column.description, arguments=words)
        )
    return rules


def _of(names: tuple[str, ...]) -> list[Rule]:
    return [rule for name in names for column in TABLES[name].columns for rule in _of_column(TABLES[name], column)]


RULES: list[Rule] = _of(STAGED)
LAKE_RULES: list[Rule] = _of(DERIVED)
