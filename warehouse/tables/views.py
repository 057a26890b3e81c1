"""The views for reading: names in place of ids, the first evidence beside.

"First" is the earliest published, then the smallest article_id.
"""

from dataclasses import replace

from warehouse.tables import grants, milestones
from warehouse.tables.facts import ARTICLE_COUNT, FIRST_WORDS, HAS_CONFLICT, PROGRAMME
from warehouse.tables.model import DAY, MOMENT, TEXT, Column, View, key

_PUBLISHED = Column("published_at", MOMENT, "When that article was published (its own wall time).")
_TABLE_NAME = Column("table_name", TEXT, "grants or milestones.")
_ORGANIZATION = Column("organization", TEXT, "Name of the body: the recipient for grants.")

GRANT_FACTS = View(
    "grant_facts",
    "grants with names, and the words that state each first.",
    (
        key("grant_id", "The row of grants."),
        PROGRAMME,
        Column("funder", TEXT, "Name of the body that gives."),
        Column("recipient", TEXT, "Name of the body that gets."),
        grants.KIND,
        grants.AMOUNT,
        grants.CURRENCY,
        grants.QUANTITY,
        grants.QUANTITY_MAX,
        grants.UNIT,
        grants.PERIOD,
        grants.STATUS,
        grants.ANNOUNCED_ON,
        ARTICLE_COUNT,
        HAS_CONFLICT,
        *FIRST_WORDS,
        _PUBLISHED,
        grants.BASIS,
        grants.PURPOSE,
    ),
)

MILESTONE_FACTS = View(
    "milestone_facts",
    "milestones with names, and the words that state each first.",
    (
        key("milestone_id", "The row of milestones."),
        PROGRAMME,
        Column("organization", TEXT, "Name of the body whose step it is."),
        milestones.EVENT,
        milestones.DATE_START,
        milestones.DATE_END,
        milestones.DATE_PRECISION,
        milestones.RECURRENCE,
        milestones.METRIC,
        milestones.VALUE,
        milestones.UNIT,
        milestones.STATUS,
        ARTICLE_COUNT,
        HAS_CONFLICT,
        *FIRST_WORDS,
        _PUBLISHED,
        milestones.SUBJECT,
    ),
)

CONFLICTS = View(
    "conflicts",
    "Where articles give one fact different figures: a row for each value that an article claims.",
    (
        key("conflict_id", "The rows with this id disagree with each other."),
        _TABLE_NAME,
        Column("fact_id", TEXT, "The row of that table that holds this value."),
        PROGRAMME,
        _ORGANIZATION,
        Column("field", TEXT, "The column that they disagree on."),
        Column("value", TEXT, "The value claimed: a plain number or an ISO date."),
        Column("article_id", TEXT, "The article that claims it."),
        Column("publisher", TEXT, "Its publisher."),
        _PUBLISHED,
        Column("quote", TEXT, "Its words."),
        Column("url", TEXT, "Its address."),
    ),
)

PROMISES = View(
    "promises",
    "A row for each plan with its own date or figure, and what came of it; promises_at(t) shows it as of t.",
    (
        key("promise_id", "Content key of the plan."),
        _TABLE_NAME,
        PROGRAMME,
        _ORGANIZATION,
        Column("what", TEXT, "The event of a milestone or the kind of a grant."),
        Column("promised_value", TEXT, "The figure promised: a plain number."),
        Column("due_start", DAY, "First day on which it could be kept."),
        Column("due_end", DAY, "Last day on which it is in time."),
        Column("promised_on", DAY, "Day of the first article that states the plan."),
        Column("promised_article_id", TEXT, "That article."),
        Column("promised_quote", TEXT, "Its words."),
        Column(
            "state",
            TEXT,
            "What came of it by as_of.",
            ("kept", "late", "changed", "missed", "cancelled", "overdue", "pending"),
        ),
        Column("outcome_on", DAY, "Day of the outcome."),
        Column("outcome_value", TEXT, "The figure of the outcome: a plain number."),
        Column("outcome_article_id", TEXT, "The article that states the outcome."),
        Column("outcome_quote", TEXT, "Its words."),
        replace(
            _PUBLISHED,
            name="as_of",
            description="The moment that state is true for: the newest published_at in the lake.",
        ),
    ),
)
