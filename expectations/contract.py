"""The rules that the tables state of themselves: what is required, and which words a column may hold.

They are made from `warehouse.tables`, so the contract is written once.
"""

from expectations.rules import ColumnRule, Rule
from warehouse.tables import STAGED, Column, Table

JUDGED = ("articles", "organizations", "organization_mentions", "grant_evidence", "milestone_evidence")


def _rules(table: Table, column: Column) -> list[Rule]:
    rules: list[Rule] = []
    if column.required:
        rules.append(ColumnRule(table.name, column.name, "ExpectColumnValuesToNotBeNull", column.description))
    if column.vocabulary:
        words: dict[str, object] = {"value_set": list(column.vocabulary)}
        rules.append(
            ColumnRule(table.name, column.name, "ExpectColumnValuesToBeInSet", column.description, arguments=words)
        )
    return rules


RULES: list[Rule] = [
    rule for name in JUDGED for column in STAGED[name].columns for rule in _rules(STAGED[name], column)
]
