"""organizations, where they are mentioned, and what each article says of them."""

from transforms.records import FIELDS, ORGANIZATION_KINDS, ORIGINS
from warehouse.tables.model import DAY, TEXT, TEXTS, WHOLE, Column, Table, key

_NAME = Column("name", TEXT, "Fullest ordinary name.")
_NAME_EN = Column("name_en", TEXT, "English name, where one is known.")
_ALIASES = Column("aliases", TEXTS, "Other forms of the name, in order.")
_KIND = Column("kind", TEXT, "What sort of body it is.", ORGANIZATION_KINDS)
_COUNTRY = Column("country", TEXT, "ISO 3166-1 alpha-2 code of its seat, where known.")
_ORIGIN = Column(
    "origin",
    TEXT,
    "How it is known: listed in the lexicon, a party to a fact, or by the shape of its name alone.",
    ORIGINS,
)

ORGANIZATIONS = Table(
    "organizations",
    "One row for each named body.",
    ("organization_id",),
    (
        key("organization_id", "Content key: the lexicon's key, else made from the normalised name."),
        _NAME,
        _NAME_EN,
        _ALIASES,
        _KIND,
        _COUNTRY,
        Column("article_count", WHOLE, "Articles that name it, copies not counted."),
        Column("first_published", DAY, "Day of the earliest article that names it."),
        Column("last_published", DAY, "Day of the latest article that names it."),
        _ORIGIN,
        Column("succeeded_by", TEXT, "organization_id of the body that took its place, where a correction says so."),
    ),
)

ORGANIZATION_MENTIONS = Table(
    "organization_mentions",
    "One row for each place where an article names a body.",
    ("article_id", "organization_id", "field", "char_start"),
    (
        key("article_id", "The article."),
        key("organization_id", "The body named."),
        Column("field", TEXT, "The text that names it.", FIELDS, required=True),
        Column("char_start", WHOLE, "First code point of the name in that text, from 0.", required=True),
        Column("char_end", WHOLE, "The code point after the name."),
        Column("surface", TEXT, "The name as printed."),
    ),
)

ORGANIZATION_EVIDENCE = Table(
    "organization_evidence",
    "What the reading of one article says of a body; organizations is derived from it.",
    ("article_id", "organization_id"),
    (
        key("organization_id", "The body, by the key that the reading gave it."),
        _NAME,
        _NAME_EN,
        _ALIASES,
        _KIND,
        _COUNTRY,
        _ORIGIN,
        key("article_id", "The article."),
    ),
)
