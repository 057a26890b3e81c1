"""grants, and what each article states of them."""

from transforms.records import BASES, GRANT_KINDS, GRANT_STATUSES
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

FUNDER_ID = Column("funder_id", TEXT, "organization_id of the body that gives; NULL where none is named.")
RECIPIENT_ID = Column("recipient_id", TEXT, "organization_id of the body that gets; NULL where none is named.")
KIND = Column("kind", TEXT, "What is given.", GRANT_KINDS)
AMOUNT = Column("amount", FIGURE, "Sum of money in the currency's own unit, exact.")
CURRENCY = Column("currency", TEXT, "ISO 4217 code of the amount.")
QUANTITY = Column("quantity", FIGURE, "Figure in unit for what is not money, or the first of a range.")
QUANTITY_MAX = Column("quantity_max", FIGURE, "The last of a range, or the ceiling.")
UNIT = Column("unit", TEXT, "Unit of the quantity (GPU, person, ...).")
PERIOD = Column("period", TEXT, "How long the support runs, ISO 8601 duration.")
STATUS = Column("status", TEXT, "How far it has come.", GRANT_STATUSES)
ANNOUNCED_ON = Column("announced_on", DAY, "Day on which it was first announced.")
BASIS = Column("basis", TEXT, "What the figure counts: all of it, each recipient's, each year's, or a share.", BASES)
PURPOSE = Column("purpose", TEXT, "What it is for, where the words say so.")

GRANTS = Table(
    "grants",
    "One row for each claimed figure of support that a funder gives, or says it will give.",
    ("grant_id",),
    (
        key("grant_id", "Content key of programme, funder, recipient, kind, basis and figure."),
        PROGRAMME,
        FUNDER_ID,
        RECIPIENT_ID,
        KIND,
        AMOUNT,
        CURRENCY,
        QUANTITY,
        QUANTITY_MAX,
        UNIT,
        PERIOD,
        STATUS,
        ANNOUNCED_ON,
        ARTICLE_COUNT,
        HAS_CONFLICT,
        BASIS,
        PURPOSE,
    ),
)

GRANT_EVIDENCE = Table(
    "grant_evidence",
    "What one article states of a grant: its words, and how they were read.",
    ("evidence_id",),
    (
        key("grant_id", "The row of grants that this statement belongs to."),
        *QUOTATION,
        Column("amount_raw", TEXT, "The sum as printed."),
        Column("quantity_raw", TEXT, "The quantity as printed."),
        STATUS,
        EVIDENCE_ID,
        PROGRAMME_RAW,
        Column("funder_raw", TEXT, "The funder as printed."),
        Column("recipient_raw", TEXT, "The recipient as printed."),
        KIND,
        AMOUNT,
        CURRENCY,
        QUANTITY,
        QUANTITY_MAX,
        UNIT,
        PERIOD,
        BASIS,
        PURPOSE,
        BOUND,
        CODE_VERSION,
        LEXICON_VERSION,
        Column("programme", TEXT, "The programme as the reading names it."),
        FUNDER_ID,
        RECIPIENT_ID,
        Column("announced_on", DAY, "Day of the announcement, by this article."),
    ),
)
