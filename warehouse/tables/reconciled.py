"""What reconciling decided: which names and bodies are one, and which facts disagree. Each join says why."""

from warehouse.tables.model import TEXT, Column, Table, key

ORGANIZATION_MERGES = Table(
    "organization_merges",
    "One row for each organization_id that is another body's; a correction of kind split undoes it.",
    ("organization_id",),
    (
        key("organization_id", "The id that a reading gave, as organization_mentions and the evidence tables hold it."),
        Column("into_id", TEXT, "The row of organizations that it is; NULL where a person said that it is no body."),
        Column("reason", TEXT, "Why they are one."),
        Column("correction_id", TEXT, "The correction that joined them, where a person did."),
    ),
)

PROGRAMME_NAMES = Table(
    "programme_names",
    "One row for each programme name that is another way of writing a programme's name.",
    ("name",),
    (
        key("name", "The name that a reading gave."),
        Column(
            "programme", TEXT, "The name in grants and milestones; NULL where a person said that it is no programme."
        ),
        Column("reason", TEXT, "Why they are one."),
        Column("correction_id", TEXT, "The correction that joined them, where a person did."),
    ),
)

CONFLICT_FACTS = Table(
    "conflict_facts",
    "One row for each fact that disagrees with others of its conflict; the view conflicts shows the articles.",
    ("conflict_id", "fact_id"),
    (
        key("conflict_id", "The facts with this id disagree with each other."),
        Column("table_name", TEXT, "grants or milestones."),
        Column("field", TEXT, "The column that they disagree on."),
        key("fact_id", "The row of that table."),
    ),
)
