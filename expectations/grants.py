"""What a grant that an article states must be."""

from expectations.rules import QueryRule, Rule, above, at_least, matches, not_null, one_of
from transforms.records import BASES, BOUNDS, FIELDS, GRANT_KINDS, GRANT_STATUSES

TABLE = "grant_evidence"
DURATION = r"P(?!$)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?$"

RULES: list[Rule] = [
    *not_null(
        TABLE,
        ("evidence_id", "article_id", "field", "quote", "rule", "kind", "status"),
        "a fact without its words, rule, kind or status cannot be checked",
    ),
    one_of(TABLE, "kind", GRANT_KINDS, "queries group by kind"),
    one_of(TABLE, "status", GRANT_STATUSES, "promised and paid must not be mixed"),
    one_of(TABLE, "basis", BASES, "a yearly rate is not a total"),
    one_of(TABLE, "bound", BOUNDS, "about, at least and at most are not exact"),
    one_of(TABLE, "field", FIELDS, "the text that holds the words"),
    above(TABLE, "amount", 0, "support of nothing, or less, is none"),
    above(TABLE, "quantity", 0, "support of nothing, or less, is none"),
    at_least(TABLE, "char_start", 0, "positions count from 0"),
    matches(TABLE, "currency", r"[A-Z]{3}$", "ISO 4217 codes"),
    matches(TABLE, "period", DURATION, "ISO 8601 durations"),
    QueryRule(TABLE, "grants_quote_span", "the quote is the text of its span, always", column="quote"),
    QueryRule(
        TABLE,
        "grants_currency_with_amount",
        "a sum without its currency, or a currency without a sum, is no money",
        column="currency",
    ),
    QueryRule(
        TABLE, "grants_amount_over_budget", "more than a great state spends in a year was misread", column="amount"
    ),
    QueryRule(TABLE, "grants_quantity_order", "the most is not less than the first", column="quantity_max"),
    QueryRule(TABLE, "grants_unit_with_quantity", "a count without its unit counts nothing", column="unit"),
    QueryRule(
        TABLE,
        "grants_figure_in_quote",
        "the words as printed stand in the quote that is evidence of them",
        "warning",
        "amount_raw",
    ),
    QueryRule(TABLE, "grants_funder_is_recipient", "nobody gives support to himself", "warning", "recipient_raw"),
]
