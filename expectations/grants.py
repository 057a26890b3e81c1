"""What a grant that an article states must be."""

from expectations.rules import DURATION, QueryRule, Rule, above, at_least, matches, not_null

TABLE = "grant_evidence"

RULES: list[Rule] = [
    *not_null(TABLE, ("quote", "rule", "kind", "status"), "a fact without its words or kind proves nothing"),
    above(TABLE, "amount", 0, "support of nothing, or less, is none"),
    above(TABLE, "quantity", 0, "support of nothing, or less, is none"),
    at_least(TABLE, "char_start", 0, "positions count from 0"),
    matches(TABLE, "currency", r"[A-Z]{3}$", "ISO 4217 codes"),
    matches(TABLE, "period", DURATION, "ISO 8601 durations"),
    QueryRule(
        TABLE, "grants_quote_span", "the quote is the text of its span, always", column="quote", query="quote_span"
    ),
    QueryRule(
        TABLE, "grants_currency_with_amount", "a sum needs its currency, and a currency its sum", column="currency"
    ),
    QueryRule(
        TABLE, "grants_amount_over_budget", "more than a great state spends in a year is misread", column="amount"
    ),
    QueryRule(TABLE, "grants_quantity_order", "the most is not less than the first", column="quantity_max"),
    QueryRule(TABLE, "grants_unit_with_quantity", "a count without its unit counts nothing", column="unit"),
    QueryRule(TABLE, "grants_figure_in_quote", "the figure stands in the words that prove it", "warning", "amount_raw"),
    QueryRule(TABLE, "grants_funder_is_recipient", "nobody gives support to himself", "warning", "recipient_id"),
]
