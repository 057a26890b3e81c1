"""What a step or target that an article states must be."""

from expectations.grants import DURATION
from expectations.rules import QueryRule, Rule, at_least, matches, not_null, one_of
from transforms.records import BOUNDS, DATE_PRECISIONS, EVENTS, FIELDS, MILESTONE_STATUSES

TABLE = "milestone_evidence"

RULES: list[Rule] = [
    *not_null(
        TABLE,
        ("evidence_id", "article_id", "field", "quote", "rule", "event", "status"),
        "a fact without its words, rule, event or status cannot be checked",
    ),
    one_of(TABLE, "event", EVENTS, "queries group by event"),
    one_of(TABLE, "status", MILESTONE_STATUSES, "planned and done must not be mixed"),
    one_of(TABLE, "bound", BOUNDS, "about, at least and at most are not exact"),
    one_of(TABLE, "field", FIELDS, "the text that holds the words"),
    one_of(TABLE, "date_precision", DATE_PRECISIONS, "a date is only as exact as the words"),
    at_least(TABLE, "char_start", 0, "positions count from 0"),
    at_least(TABLE, "value", 0, "counts and targets are not below nothing"),
    matches(TABLE, "recurrence", DURATION, "ISO 8601 durations"),
    QueryRule(TABLE, "milestones_quote_span", "the quote is the text of its span, always", column="quote"),
    QueryRule(TABLE, "milestones_date_order", "a step does not end before it starts", column="date_end"),
    QueryRule(
        TABLE,
        "milestones_date_range",
        "within thirty years of publication; anything else was misread",
        column="date_start",
    ),
    QueryRule(
        TABLE,
        "milestones_achieved_in_future",
        "what is done lies not after the day that says so",
        "warning",
        "date_start",
    ),
    QueryRule(TABLE, "milestones_value_with_metric", "a figure must say what it measures", "warning", "value"),
]
