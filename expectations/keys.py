"""Keys and references across tables: DuckLake holds none, so they are held here.

`BATCH` names the rules whose breach keeps the whole unit out: with two rows of one key nobody can say which is meant.
"""

from expectations.rules import QueryRule, Rule

THERE = "everything that it names is there"

UNIQUE: list[Rule] = [
    QueryRule("articles", "articles_unique", "one id names one row"),
    QueryRule("organization_evidence", "organization_evidence_unique", "an article names a body once"),
    QueryRule("grant_evidence", "grant_evidence_unique", "one id names one row"),
    QueryRule("milestone_evidence", "milestone_evidence_unique", "one id names one row"),
]
BATCH = frozenset(rule.name for rule in UNIQUE)

RULES: list[Rule] = [
    *UNIQUE,
    QueryRule("grant_evidence", "grants_references", THERE, column="article_id"),
    QueryRule("milestone_evidence", "milestones_references", THERE, column="article_id"),
    QueryRule("organization_mentions", "mentions_references", THERE, column="article_id"),
    QueryRule("organization_evidence", "organizations_references", THERE, column="article_id"),
]
