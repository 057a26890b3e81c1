"""runs, their checks, and what was kept out."""

from warehouse.tables.model import MOMENT, TEXT, TRUTH, WHOLE, Column, Table, key

RUN_STATUSES = ("running", "done", "held", "failed", "died", "checked")
STAGES = ("decode", "container", "parse", "extract", "stage", "validate")
SEVERITIES = ("critical", "warning", "info")

RUNS = Table(
    "runs",
    "One row for each run that writes articles, and for each check of the whole lake.",
    ("run_id",),
    (
        key("run_id", "Name of the run."),
        Column("started_at", MOMENT, "When it began (UTC)."),
        Column("finished_at", MOMENT, "When it ended (UTC); NULL while it runs, or where it died."),
        Column(
            "status",
            TEXT,
            "held: a batch check kept something out; died: it ended without a word; checked: it judged the whole lake.",
            RUN_STATUSES,
        ),
        Column("files_seen", WHOLE, "Files it was given."),
        Column("files_skipped", WHOLE, "Files read before, from the same bytes with the same code and lexicon."),
        Column("articles", WHOLE, "Articles it read."),
        Column("rejections", WHOLE, "Rows it wrote to rejections."),
        Column("snapshot_id", WHOLE, "The lake's snapshot after it: AT (VERSION => snapshot_id) shows what it left."),
        Column("code_version", TEXT, "Version of pressledger."),
        Column("lexicon_version", TEXT, "Version of the lexicon."),
        Column("cause", TEXT, "Why it failed, died or was held, in a line."),
    ),
)

CHECKS = Table(
    "checks",
    "One row for each expectation that a run checked.",
    ("run_id", "table_name", "expectation", "column_name"),
    (
        key("run_id", "The run."),
        key("table_name", "The table that was checked."),
        key("expectation", "Name of the expectation."),
        Column("column_name", TEXT, "The column, where it is about one."),
        Column("severity", TEXT, "What a breach does: keeps the row out, is shown, or is only counted.", SEVERITIES),
        Column("success", TRUTH, "True where no row broke it."),
        Column("unexpected_count", WHOLE, "Rows that broke it."),
        Column("sample", TEXT, "Some of the values that broke it, as JSON."),
    ),
)

REJECTIONS = Table(
    "rejections",
    "One row for each file, article or row that was kept out, and why.",
    ("rejection_id",),
    (
        key("source_uri", "The file, member or record."),
        Column("source_sha256", TEXT, "SHA-256 of the file's bytes."),
        Column("stage", TEXT, "Where it was rejected.", STAGES),
        Column("reason", TEXT, "Short stable name of the reason, or of the expectation."),
        Column("detail", TEXT, "The reason in words."),
        Column("run_id", TEXT, "The run that rejected it."),
        Column("rejected_at", MOMENT, "When (UTC)."),
        Column("article_id", TEXT, "The article of a rejected row."),
        Column("table_name", TEXT, "The table that a rejected row was meant for."),
        Column("payload", TEXT, "The rejected row as JSON, or the input where it is small."),
        Column("resolved_run_id", TEXT, "The run that read the same source without this rejection."),
        key("rejection_id", "Content key of source, stage, reason, table, article and payload."),
    ),
)
