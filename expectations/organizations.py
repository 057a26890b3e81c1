"""What a named body and a place that names it must be."""

from expectations.rules import QueryRule, Rule, at_least, matches, not_null, one_of
from transforms.records import FIELDS, ORGANIZATION_KINDS, ORIGINS

RULES: list[Rule] = [
    *not_null("organizations", ("organization_id", "name", "kind", "origin"), "a body is known by its id and name"),
    one_of("organizations", "kind", ORGANIZATION_KINDS, "queries group by kind"),
    one_of("organizations", "origin", ORIGINS, "readers must see whether a body is known or only looks like one"),
    matches("organizations", "country", r"[A-Z]{2}$", "ISO 3166 codes"),
    QueryRule("organizations", "organizations_blank_name", "a name without a letter names nobody", column="name"),
    *not_null(
        "organization_mentions", ("article_id", "organization_id", "field", "surface"), "a mention is a place in a text"
    ),
    one_of("organization_mentions", "field", FIELDS, "the text that holds the words"),
    at_least("organization_mentions", "char_start", 0, "positions count from 0"),
    QueryRule("organization_mentions", "mentions_surface", "the surface is the text of its span", column="surface"),
]
