"""What a step or target that an article states must be."""

from expectations.rules import DURATION, QueryRule, Rule, at_least, matches, not_null

TABLE = "milestone_evidence"

RULES: list[Rule] = [
    *not_null(TABLE, ("quote", "rule", "event", "status"), "a fact without its words or event proves nothing"),
    at_least(TABLE, "char_start", 0, "positions count from 0"),
    at_least(TABLE, "value", 0, "counts and targets are not below nothing"),
    matches(TABLE, "recurrence", DURATION, "ISO 8601 durations"),
    QueryRule(
        TABLE, "milestones_quote_span", "the quote is the text of its span, always", column="quote", query="quote_span"
    ),
    QueryRule(TABLE, "milestones_date_order", "a step does not end before it starts", column="date_end"),
    QueryRule(TABLE, "milestones_date_range", "farther than thirty years off is misread", column="date_start"),
    QueryRule(TABLE, "milestones_achieved_in_future", "what is done is not ahead", "warning", "date_start"),
    QueryRule(TABLE, "milestones_value_with_metric", "a figure says what it measures", "warning", "value"),
]
