"""The frozen records that the transforms hand over: what one article is and what it states.

They are the only part of `transforms` that the warehouse sees. Field names are the column names of `warehouse/tables`;
vocabularies are the tuples below. Text positions are 0-based code points of the NFC text as stored: for every piece of
evidence, `quote == text_of(field)[char_start:char_end]`. What the text does not say is None.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

FIELDS = ("title", "subtitle", "body")
ORGANIZATION_KINDS = ("government", "agency", "company", "university", "institute", "association", "media", "other")
ORIGINS = ("lexicon", "fact", "shape")
GRANT_KINDS = ("cash", "compute", "data", "talent", "facility", "other")
GRANT_STATUSES = ("planned", "announced", "awarded", "disbursed", "cancelled")
BASES = ("total", "per_recipient", "per_year", "share")
EVENTS = (
    "call",
    "application",
    "screening",
    "selection",
    "elimination",
    "agreement",
    "evaluation",
    "start",
    "launch",
    "target",
    "completion",
    "other",
)
MILESTONE_STATUSES = ("achieved", "planned", "missed", "cancelled")
BOUNDS = ("exact", "about", "min", "max")
DATE_PRECISIONS = ("day", "part", "month", "quarter", "half", "year")
PUBLISHED_PRECISIONS = ("second", "minute", "day", "month", "year", "partial")


@dataclass(frozen=True, slots=True)
class Article:
    """One article as a reader sees it, and where each field came from.

    `published_at` is the publisher's wall time without zone, `published_offset` its offset ("+09:00"); with precision
    "day" the time is midnight; with "partial" the year is not known and `published_at` is None. `provenance` names, for
    each field, the reader's source of it ("json-ld", "og", "source:daum", "general", ...).
    `signature` is the MinHash of the text (whole numbers below 2**63, always as many), () where it is too short.
    """

    article_id: str
    url: str | None
    publisher: str | None
    title: str
    subtitle: str | None
    byline: str | None
    published_at: datetime | None
    published_precision: str | None
    published_offset: str | None
    modified_at: datetime | None
    language: str
    body: str
    image_urls: tuple[str, ...]
    source_uri: str
    source_sha256: str
    source_format: str
    encoding: str
    provenance: tuple[tuple[str, str], ...] = ()
    signature: tuple[int, ...] = ()

    def text_of(self, field: str) -> str:
        """The text of `title`, `subtitle` or `body`; KeyError for any other name."""
        return {"title": self.title, "subtitle": self.subtitle or "", "body": self.body}[field]


@dataclass(frozen=True, slots=True)
class Organization:
    """A named body. `organization_id` is the lexicon's key, else made from the normalised name."""

    organization_id: str
    name: str
    name_en: str | None
    aliases: tuple[str, ...]
    kind: str
    country: str | None
    origin: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an article names an organization, as printed."""

    organization_id: str
    field: str
    char_start: int
    char_end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that state a fact, and the rule that read them."""

    field: str
    char_start: int
    char_end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True)
class Grant:
    """Support that one article says a funder gives, or will give, to somebody.

    `funder_id` and `recipient_id` are organizations of the same article. `amount` is in the currency's own unit.
    `period` is an ISO 8601 duration.
    """

    programme: str | None
    funder_id: str | None
    recipient_id: str | None
    kind: str
    amount: Decimal | None
    currency: str | None
    quantity: Decimal | None
    quantity_max: Decimal | None
    unit: str | None
    period: str | None
    status: str
    announced_on: date | None
    basis: str | None
    purpose: str | None
    bound: str
    programme_raw: str | None
    funder_raw: str | None
    recipient_raw: str | None
    amount_raw: str | None
    quantity_raw: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated or datable step, or a measurable target, that one article states.

    `date_start` and `date_end` are inclusive, either may be open (None). `recurrence` is an ISO 8601 duration.
    """

    programme: str | None
    organization_id: str | None
    event: str
    date_start: date | None
    date_end: date | None
    date_precision: str | None
    recurrence: str | None
    metric: str | None
    value: Decimal | None
    unit: str | None
    status: str
    subject: str | None
    bound: str
    programme_raw: str | None
    organization_raw: str | None
    date_raw: str | None
    value_raw: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article gives to the warehouse. Organizations are unique by `organization_id`."""

    article: Article
    organizations: tuple[Organization, ...]
    mentions: tuple[Mention, ...]
    grants: tuple[Grant, ...]
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """Input that could not be used, why, and the input itself where it is small enough to keep.

    `stage` is decode | container | parse | extract | stage | validate; `reason` is a short stable slug ("too_large",
    "login_wall"); `detail` says it in words.
    """

    source_uri: str
    source_sha256: str
    stage: str
    reason: str
    detail: str
    article_id: str | None = None
    table_name: str | None = None
    payload: str | None = None
