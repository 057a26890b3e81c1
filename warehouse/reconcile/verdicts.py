"""What people decided, from the table corrections: asked at every rebuild, kept apart from what the articles say.

The newest of two that speak of the same target and field holds; a revoked one holds no more.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import duckdb


@dataclass(frozen=True, slots=True)
class Joined:
    """One id or name that a person made another, and by which correction."""

    into: str
    correction_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdicts:
    """`joined` ids and programme names, and `renamed` ones; pairs held `apart`; ids `rejected`; statements set `alone`;
    and the columns that are `given` another value, by id (the name of a renamed body among them)."""

    joined: dict[str, Joined] = field(default_factory=dict)
    renamed: dict[str, Joined] = field(default_factory=dict)
    apart: frozenset[frozenset[str]] = frozenset()
    alone: frozenset[str] = frozenset()
    rejected: dict[str, Joined] = field(default_factory=dict)
    given: dict[str, dict[str, Any]] = field(default_factory=dict)

    def end(self, key: str) -> str:
        """What the id or name became: merges of merges followed to their end."""
        seen = {key}
        while key in self.joined and self.joined[key].into not in seen:
            key = self.joined[key].into
            seen.add(key)
        return key


def verdicts(connection: duckdb.DuckDBPyConnection) -> Verdicts:
    """The corrections in force."""
    rows = connection.execute("""
        SELECT kind, target, field, value, correction_id, reason FROM corrections WHERE revoked_at IS NULL
        ORDER BY created_at, correction_id
    """).fetchall()
    joined: dict[str, Joined] = {}
    renamed: dict[str, Joined] = {}
    rejected: dict[str, Joined] = {}
    apart: set[frozenset[str]] = set()
    alone: set[str] = set()
    given: dict[str, dict[str, Any]] = defaultdict(dict)
    for kind, target, column, value, correction_id, reason in rows:
        why = Joined(value or "", correction_id, reason)
        if kind == "merge":
            joined[target] = why
        elif kind == "reject":
            rejected[target] = why
        elif kind == "split" and value:
            apart.add(frozenset((target, value)))
        elif kind == "split":
            alone.add(target)
        elif kind == "rename":
            renamed[target] = why
            given[target]["name"] = value
        else:
            given[target][column] = value
    return Verdicts(joined, renamed, frozenset(apart), frozenset(alone), rejected, dict(given))
