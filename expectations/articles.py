"""What an article must be before anything that it states is believed."""

from expectations.rules import QueryRule, Rule, matches, not_null

TABLE = "articles"

RULES: list[Rule] = [
    *not_null(TABLE, ("title", "body"), "every fact is cited by its text"),
    matches(TABLE, "language", r"[a-z]{2,3}$", "ISO 639 codes, so that rows of one language can be selected"),
    matches(TABLE, "source_sha256", r"[0-9a-f]{64}$", "the file can be found again by its content"),
    matches(TABLE, "url", r"https?://", "a reader can open it"),
    matches(TABLE, "published_offset", r"[+-]\d\d:\d\d$", "wall time and offset make the instant"),
    QueryRule(TABLE, "articles_empty_body", "an article without words states nothing", column="body"),
    QueryRule(TABLE, "articles_published_range", "before the press existed or after the run", column="published_at"),
    QueryRule(TABLE, "articles_modified_before_published", "a text changes after it appears", "warning", "modified_at"),
    QueryRule(TABLE, "articles_without_date", "relative dates in it cannot be resolved", "warning", "published_at"),
    QueryRule(TABLE, "articles_title_in_body", "a headline kept in the body is read twice", "info", "body"),
]
