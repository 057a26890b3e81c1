"""`python -m warehouse.tables` writes docs/tables.md from the schemas; with `--check` it compares it."""

import sys
from pathlib import Path

from warehouse.tables import TABLES, VIEWS, Column, Table, View

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tables.md"
HEAD = """# Tables and views

Generated from `warehouse/tables` by `python -m warehouse.tables`; do not edit. A table may gain columns at its end;
those listed keep name and order. NULL means that the text does not say it. Figures are exact decimals. Text
positions are 0-based code points of the text as stored.
"""


def page() -> str:
    """The whole page."""
    tables = [_section(table, f"Key: {', '.join(f'`{name}`' for name in table.key)}.") for table in TABLES.values()]
    views = [_section(view, f"View: `warehouse/views/{view.name}.sql`.") for view in VIEWS.values()]
    return "\n".join([HEAD, *tables, *views])


def _section(subject: Table | View, note: str) -> str:
    rows = [_row(column) for column in subject.columns]
    head = ["| column | type | meaning |", "|---|---|---|"]
    return "\n".join([f"## {subject.name}", "", f"{subject.description} {note}", "", *head, *rows, ""])


def _row(column: Column) -> str:
    required = " Never NULL." if column.required else ""
    return f"| {column.name} | {column.sql_type} | {column.comment}{required} |"


def main(arguments: list[str]) -> int:
    """Write the page, or with `--check` compare it."""
    if "--check" not in arguments:
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    sys.stderr.write("docs/tables.md is stale: run python -m warehouse.tables\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
