"""`python -m expectations` writes docs/checks.md, with `--check` it compares: exit 1 where the page is stale."""

import sys
from pathlib import Path

from expectations import contract, suites
from expectations.rules import Rule

PAGE = Path(__file__).parent.parent / "docs" / "checks.md"
HEAD = """# Checks

Made by `python -m expectations` from the rules; do not edit. A *critical* breach keeps the row out (it becomes a row
of `rejections`, under the rule's name), a *warning* publishes it and shows it, *info* is only counted. A unit of files
with doubled ids, or with over half its facts failing a critical check, is kept out whole. Limits and changed
severities: `expectations/limits.yml`.

The rules marked *lake* need the whole lake (`pressledger validate`); the others are judged on every staged batch."""


def page() -> str:
    """The page's text."""
    parts = [HEAD]
    for table in dict.fromkeys(rule.table for rule in suites.LAKE):
        rows = [_row(rule) for rule in suites.LAKE if rule.table == table]
        parts.append(
            f"## {table}\n\n| check | severity | when | why it stands |\n|---|---|---|---|\n" + "\n".join(rows)
        )
    return "\n\n".join(parts) + "\n"


def _row(rule: Rule) -> str:
    made = rule in contract.RULES or rule in contract.LAKE_RULES
    why = f"contract: {rule.why}" if made else rule.why
    return f"| `{rule.name}` | {rule.severity} | {'batch' if rule in suites.BATCH else 'lake'} | {why} |"


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != page():
            sys.exit(f"{PAGE.name} is stale: python -m expectations")
    else:
        PAGE.write_text(page(), encoding="utf-8")
