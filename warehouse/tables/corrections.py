"""What people corrected, and what became of published ids."""

from warehouse.tables.model import MOMENT, TEXT, Column, Table, key

CORRECTION_KINDS = ("merge", "split", "rename", "reject", "set")

CORRECTIONS = Table(
    "corrections",
    "One row for each correction by a person; they are applied again at every rebuild.",
    ("correction_id",),
    (
        key("correction_id", "Content key of the correction."),
        Column("kind", TEXT, "What it does.", CORRECTION_KINDS),
        Column("target", TEXT, "The id that it is about."),
        Column("field", TEXT, "The column that it sets, where it sets one."),
        Column("value", TEXT, "The new value as text, or the other id of a merge."),
        Column("reason", TEXT, "Why."),
        Column("author", TEXT, "Who."),
        Column("source", TEXT, "What it rests on."),
        Column("created_at", MOMENT, "When it was made (UTC)."),
        Column("revoked_at", MOMENT, "When it was taken back (UTC)."),
    ),
)

ID_HISTORY = Table(
    "id_history",
    "One row for each published id that gave way to another, so that every published id resolves.",
    ("old_id", "new_id"),
    (
        key("old_id", "The id as it was published."),
        Column("new_id", TEXT, "The id in its place; NULL where the fact is gone."),
        Column("reason", TEXT, "Why."),
        Column("run_id", TEXT, "The run that changed it."),
    ),
)
