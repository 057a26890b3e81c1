"""milestones, and what each article states of them."""

from transforms.records import DATE_PRECISIONS, EVENTS, MILESTONE_STATUSES
from warehouse.tables.facts import (
    ARTICLE_COUNT,
    BOUND,
    CODE_VERSION,
    EVIDENCE_ID,
    HAS_CONFLICT,
    LEXICON_VERSION,
    PROGRAMME,
    PROGRAMME_RAW,
    QUOTATION,
)
from warehouse.tables.model import DAY, FIGURE, TEXT, Column, Table, key

ORGANIZATION_ID = Column(
    "organization_id", TEXT, "organization_id of the body whose step it is; NULL for a programme's own."
)
EVENT = Column("event", TEXT, "What sort of step it is.", EVENTS)
DATE_START = Column("date_start", DAY, "First day of the interval that the words mean; NULL where it is open.")
DATE_END = Column("date_end", DAY, "Last day of that interval; NULL where it is open.")
DATE_PRECISION = Column("date_precision", TEXT, "Precision that the words carry.", DATE_PRECISIONS)
RECURRENCE = Column("recurrence", TEXT, "ISO 8601 duration of a step that recurs.")
METRIC = Column("metric", TEXT, "What the figure counts.")
VALUE = Column("value", FIGURE, "The figure that belongs to the step.")
UNIT = Column("unit", TEXT, "Unit of the figure.")
STATUS = Column("status", TEXT, "Whether it was reached, is ahead, or will not be.", MILESTONE_STATUSES)
SUBJECT = Column("subject", TEXT, "What the step is about, where the words say so.")

MILESTONES = Table(
    "milestones",
    "One row for each dated or datable step, or measurable target, with one claimed date and figure.",
    ("milestone_id",),
    (
        key("milestone_id", "Content key of programme, organization, event, subject, date or figure."),
        PROGRAMME,
        ORGANIZATION_ID,
        EVENT,
        DATE_START,
        DATE_END,
        DATE_PRECISION,
        RECURRENCE,
        METRIC,
        VALUE,
        UNIT,
        STATUS,
        ARTICLE_COUNT,
        HAS_CONFLICT,
        SUBJECT,
    ),
)

MILESTONE_EVIDENCE = Table(
    "milestone_evidence",
    "What one article states of a milestone: its words, and how they were read.",
    ("evidence_id",),
    (
        key("milestone_id", "The row of milestones that this statement belongs to."),
        *QUOTATION,
        Column("date_raw", TEXT, "The date as printed."),
        Column("value_raw", TEXT, "The figure as printed."),
        STATUS,
        EVIDENCE_ID,
        PROGRAMME_RAW,
        Column("organization_raw", TEXT, "The body as printed."),
        EVENT,
        DATE_START,
        DATE_END,
        DATE_PRECISION,
        RECURRENCE,
        METRIC,
        VALUE,
        UNIT,
        SUBJECT,
        BOUND,
        CODE_VERSION,
        LEXICON_VERSION,
        Column("programme", TEXT, "The programme as the reading names it."),
        ORGANIZATION_ID,
    ),
)
