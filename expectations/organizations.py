"""What a named body and a place that names it must be."""

from expectations.rules import QueryRule, Rule, at_least, matches, not_null

BODIES = "organization_evidence"
MENTIONS = "organization_mentions"

RULES: list[Rule] = [
    *not_null(BODIES, ("name", "kind", "origin"), "a body is known by its name, kind and how it is known"),
    matches(BODIES, "country", r"[A-Z]{2}$", "ISO 3166 codes"),
    QueryRule(BODIES, "organizations_blank_name", "a name without a letter names nobody", column="name"),
    *not_null(MENTIONS, ("surface",), "a mention is a place in a text"),
    at_least(MENTIONS, "char_start", 0, "positions count from 0"),
    QueryRule(MENTIONS, "mentions_surface", "the surface is the text of its span", column="surface"),
]
