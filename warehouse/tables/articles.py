"""articles: one row for each article, however many files hold it."""

import pyarrow as pa

from transforms.records import PUBLISHED_PRECISIONS
from warehouse.tables.model import MOMENT, TEXT, TEXTS, WHOLE, Column, Table, key

ARTICLES = Table(
    "articles",
    "One row for each article: the chosen version of its text, and where that came from.",
    ("article_id",),
    (
        key("article_id", "Content key: made from the canonical URL, else from the normalised text."),
        Column("url", TEXT, "Canonical address of the page; NULL where the input names none."),
        Column("publisher", TEXT, "The paper or site that published it, as it names itself."),
        Column("title", TEXT, "Headline."),
        Column("subtitle", TEXT, "Sub-headline, its lines joined by a newline."),
        Column("byline", TEXT, "Reporter, as printed."),
        Column("published_at", MOMENT, "The publisher's wall time of publication; its offset is published_offset."),
        Column(
            "published_precision",
            TEXT,
            "How exactly the input states published_at; with partial the year is not known and published_at is NULL.",
            PUBLISHED_PRECISIONS,
        ),
        Column("language", TEXT, "ISO 639-1 code of the text (ko, en)."),
        Column("body", TEXT, "The text as a reader sees it: NFC, paragraphs separated by an empty line."),
        Column("image_urls", TEXTS, "Addresses of the article's pictures, in order."),
        key("source_uri", "The file, container member (file.zip!member) or record (file.jsonl#3) that was read."),
        key("source_sha256", "SHA-256 of the source file's bytes."),
        Column("source_format", TEXT, "What the source was read as (html, text, json ...)."),
        Column("encoding", TEXT, "Encoding the bytes were decoded from."),
        Column("duplicate_of", TEXT, "article_id of the article that this one is a copy of; NULL for an original."),
        Column("ingested_at", MOMENT, "When this version entered the lake (UTC)."),
        Column("run_id", TEXT, "The run that brought this version."),
        Column("published_offset", TEXT, "Offset of published_at from UTC (+09:00), where the input states it."),
        Column("modified_at", MOMENT, "The publisher's wall time of the last change, where the input states it."),
        Column("signature", pa.list_(pa.int64()), "MinHash of the text, by which copies are found."),
        Column("bands", pa.list_(pa.int64()), "Keys of the signature's bands: copies share at least one."),
    ),
    sorted_by="published_at",
)

SOURCES = Table(
    "sources",
    "One row for each file that was read, and what became of it.",
    ("source_uri", "source_sha256"),
    (
        key("source_uri", "Path or address of the file as given."),
        key("source_sha256", "SHA-256 of its bytes; the raw file is kept under this name in the lake's raw/."),
        Column("size", WHOLE, "Its size in bytes."),
        Column(
            "outcome",
            TEXT,
            "article: it holds the chosen version of an article; duplicate: another file has a better "
            "version of all it holds, or the same bytes; not_article: readable, but none; rejected: see rejections.",
            ("article", "rejected", "duplicate", "not_article"),
        ),
        Column("article_ids", TEXTS, "The articles it holds, in order of id."),
        Column("code_version", TEXT, "Version of pressledger that read it last."),
        Column("lexicon_version", TEXT, "Version of the lexicon that it was read with."),
        Column("run_id", TEXT, "The run that read it last with another result or version."),
        Column("first_seen", MOMENT, "When it was read first (UTC)."),
    ),
)
