"""Keys and references across tables: DuckLake holds none, so they are held here.

`BATCH` names the rules whose breach keeps the whole unit out: with two rows of one key nobody can say which is meant.
"""

from expectations.rules import QueryRule, Rule

UNIQUE = {
    "articles": "articles_unique",
    "organizations": "organizations_unique",
    "grant_evidence": "grant_evidence_unique",
    "milestone_evidence": "milestone_evidence_unique",
}
BATCH = frozenset(UNIQUE.values())

RULES: list[Rule] = [
    *[QueryRule(table, name, "one id names one row") for table, name in UNIQUE.items()],
    QueryRule(
        "grant_evidence",
        "grants_references",
        "every article, funder and recipient that is named is there",
        column="article_id",
    ),
    QueryRule(
        "milestone_evidence",
        "milestones_references",
        "every article and organization that is named is there",
        column="article_id",
    ),
    QueryRule(
        "organization_mentions",
        "mentions_references",
        "every article and organization that is named is there",
        column="article_id",
    ),
]
