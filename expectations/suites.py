"""Every rule, in two suites: what a staged batch is judged by, and what only a whole lake can be judged by."""

from expectations import articles, contract, drift, figures, grants, keys, lake, limits, milestones, organizations
from expectations.rules import Rule

LIMITS, _SEVERITIES = limits.read()
BATCH: tuple[Rule, ...] = tuple(
    limits.with_severities(
        [
            *contract.RULES,
            *articles.RULES,
            *organizations.RULES,
            *grants.RULES,
            *milestones.RULES,
            *figures.RULES,
            *keys.RULES,
        ],
        _SEVERITIES,
    )
)
LAKE: tuple[Rule, ...] = (
    *BATCH,
    *limits.with_severities([*contract.LAKE_RULES, *lake.RULES, *drift.RULES], _SEVERITIES),
)
