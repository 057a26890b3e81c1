"""What an article must be before anything that it states is believed."""

from expectations.rules import QueryRule, Rule, matches, not_null, one_of
from transforms.records import PUBLISHED_PRECISIONS

RULES: list[Rule] = [
    *not_null(
        "articles",
        ("article_id", "title", "body", "language", "source_uri", "source_sha256"),
        "every fact is cited by its article's text and its file",
    ),
    one_of("articles", "published_precision", PUBLISHED_PRECISIONS, "a date is only as exact as its source"),
    matches("articles", "language", r"[a-z]{2,3}$", "ISO 639 codes, so that rows of one language can be selected"),
    matches("articles", "source_sha256", r"[0-9a-f]{64}$", "the file can be found again by its content"),
    matches("articles", "url", r"https?://", "a reader can open it"),
    matches("articles", "published_offset", r"[+-]\d\d:\d\d$", "wall time and offset make the instant"),
    QueryRule(
        "articles",
        "articles_empty_body",
        "an article without words states nothing; it should have been rejected",
        column="body",
    ),
    QueryRule(
        "articles",
        "articles_published_range",
        "a date before the press existed, or long after the run, was misread",
        column="published_at",
    ),
    QueryRule(
        "articles",
        "articles_modified_before_published",
        "a text cannot change before it is published",
        "warning",
        "modified_at",
    ),
    QueryRule(
        "articles", "articles_without_date", "relative dates in it cannot be resolved", "warning", "published_at"
    ),
    QueryRule(
        "articles", "articles_title_in_body", "a headline repeated as the first paragraph is read twice", "info", "body"
    ),
]
