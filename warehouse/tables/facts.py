"""The columns that facts and their evidence share."""

from transforms.records import BOUNDS, FIELDS
from warehouse.tables.model import TEXT, TRUTH, WHOLE, Column, key

ARTICLE_COUNT = Column("article_count", WHOLE, "Articles that state it, copies not counted.")
HAS_CONFLICT = Column("has_conflict", TRUTH, "True where another article gives the same fact another figure.")
PROGRAMME = Column("programme", TEXT, "Name of the programme or project, where one is named.")
BOUND = Column("bound", TEXT, "Whether the figure is exact, about it, at least or at most it.", BOUNDS)
EVIDENCE_ID = key("evidence_id", "Content key of this statement.")
CODE_VERSION = Column("code_version", TEXT, "Version of pressledger that read it.")
LEXICON_VERSION = Column("lexicon_version", TEXT, "Version of the lexicon that it was read with.")
PROGRAMME_RAW = Column("programme_raw", TEXT, "The programme as printed.")

QUOTATION = (
    key("article_id", "The article that states it."),
    Column("field", TEXT, "The text that states it.", FIELDS, required=True),
    Column("char_start", WHOLE, "First code point of the quote in that text, from 0.", required=True),
    Column("char_end", WHOLE, "The code point after the quote.", required=True),
    Column("quote", TEXT, "The words that state it: the text of field from char_start to char_end."),
    Column("rule", TEXT, "The rule that read it."),
)
FIRST_WORDS = (
    Column("quote", TEXT, "The words of the first article that states it."),
    Column("url", TEXT, "Address of that article."),
    Column("publisher", TEXT, "Publisher of that article."),
)
