"""Keys and references across tables: DuckLake holds none, so they are held here.

`BATCH` names the rules whose breach keeps the whole unit out: with two rows of one key nobody can say which is meant.
"""

from expectations.rules import QueryRule, Rule, unique

THERE = "everything that it names is there"

UNIQUE: list[Rule] = [
    unique("articles"),
    unique("organization_evidence", "an article names a body once"),
    unique("grant_evidence"),
    unique("milestone_evidence"),
]
BATCH = frozenset(rule.name for rule in UNIQUE)

RULES: list[Rule] = [
    *UNIQUE,
    QueryRule("grant_evidence", "grants_references", THERE, column="article_id"),
    QueryRule("milestone_evidence", "milestones_references", THERE, column="article_id"),
    QueryRule("organization_mentions", "mentions_references", THERE, column="article_id"),
    QueryRule("organization_evidence", "organizations_references", THERE, column="article_id"),
]
