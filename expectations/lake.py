"""What must hold of the facts that are made of the evidence: they are there only with it, and only once."""

from expectations.rules import QueryRule, Rule, unique

RULES: list[Rule] = [
    unique("organizations"),
    unique("grants"),
    unique("milestones"),
    QueryRule("grants", "grants_without_evidence", "a fact that no article states is invented"),
    QueryRule("milestones", "milestones_without_evidence", "a fact that no article states is invented"),
    QueryRule("grant_evidence", "grant_evidence_without_fact", "what an article states is in the facts"),
    QueryRule("milestone_evidence", "milestone_evidence_without_fact", "what an article states is in the facts"),
    QueryRule("grants", "grants_parties", "funder and recipient are bodies of the lake"),
    QueryRule("milestones", "milestones_parties", "the organization is a body of the lake"),
    QueryRule("articles", "articles_duplicate_of", "a copy points at an article that is there", column="duplicate_of"),
    QueryRule("sources", "sources_articles", "a file's articles are there", column="article_ids"),
]
