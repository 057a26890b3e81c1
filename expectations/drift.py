"""Shape, freshness, volume and drift: what is right row by row may still be wrong as a whole.

They hold for a lake, not for a batch, and never block: they are signs to look at. Their limits stand in `limits.yml`.
"""

from expectations.rules import QueryRule, Rule

BY_PUBLISHER = ("publisher",)
BY_RUN = ("run_id",)


def _drift(table: str, name: str, why: str, column: str) -> Rule:
    return QueryRule(table, name, why, "warning", column, BY_RUN, query="drift")


RULES: list[Rule] = [
    QueryRule("articles", "shape_facts_of_article", "more facts than a page can state are misread lists", "warning"),
    QueryRule("articles", "shape_without_facts", "a layout changed unseen", "warning", about=BY_PUBLISHER),
    QueryRule("articles", "shape_without_date", "a layout changed unseen", "warning", "published_at", BY_PUBLISHER),
    QueryRule("articles", "freshness", "nothing new came from a publisher", "warning", "published_at", BY_PUBLISHER),
    QueryRule("runs", "volume", "a run gave far fewer articles than those before", "warning", "articles", BY_RUN),
    _drift("grant_evidence", "drift_kinds", "the share of kinds changed", "kind"),
    _drift("milestone_evidence", "drift_events", "the share of events changed", "event"),
    _drift("grant_evidence", "drift_rules", "the share of rules changed: a rule broke", "rule"),
]
