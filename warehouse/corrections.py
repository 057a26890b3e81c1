"""Corrections by people: a YAML or CSV file of verdicts, each with who and why, kept in the lake and applied for good.

    - kind: merge          # two bodies, programmes or facts are one: `target` becomes `value`
      target: name-엔씨에이아이
      value: kr-nc-ai
      reason: the same company, spelt out
      author: kim
    - kind: split          # `target` and `value` are two; or the statement `target` is a fact of its own
    - kind: rename         # the body or programme `target` is named `value`
    - kind: reject         # the body, fact or statement `target` is none
    - kind: set            # the column `field` of the row `target` is `value`
    - revoke: correction-0123456789abcdef

They never touch what the articles say: evidence stays as it was read, the rows made of it follow the correction.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

import duckdb
import yaml

from warehouse.errors import WarehouseError
from warehouse.lake import Lake
from warehouse.reconcile import Touched, reconcile
from warehouse.reconcile.keys import content_key
from warehouse.tables import TABLES
from warehouse.tables.corrections import CORRECTION_KINDS
from warehouse.tables.model import DAY, FIGURE, TEXT, Column

FIELDS = ("kind", "target", "field", "value", "reason", "author", "source")
# What a row is made of stays what the articles say; these columns follow from it.
DERIVED = ("article_count", "has_conflict", "first_published", "last_published", "origin", "aliases")
NEEDS_VALUE = ("merge", "rename", "set")
ROWS = {"organizations": "organization_id", "grants": "grant_id", "milestones": "milestone_id"}


class BadCorrections(WarehouseError, ValueError):  # noqa: N818 (named for what it says)
    """The file of corrections cannot be taken as it is; the text says which entry and what."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One verdict of a person. A `revoke` takes back the correction `target`."""

    kind: str
    target: str
    field: str | None
    value: str | None
    reason: str
    author: str
    source: str | None

    @property
    def correction_id(self) -> str:
        """Content key: the same verdict given twice is one."""
        return content_key("correction", self.kind, self.target, self.field, self.value, self.reason, self.author)


def read_corrections(text: str, form: str) -> list[Correction]:
    """The corrections of a file's text; `form` is yaml or csv. BadCorrections names the first entry that is wrong."""
    return [_correction(number, entry) for number, entry in enumerate(_entries(text, form), 1)]


def _entries(text: str, form: str) -> Sequence[Mapping[str, object]]:
    if form == "csv":
        return list(csv.DictReader(io.StringIO(text)))
    try:
        entries = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise BadCorrections(f"not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BadCorrections("a file of corrections is a list of entries")
    return entries


def _correction(number: int, entry: Mapping[str, object]) -> Correction:
    given = {str(key): str(value).strip() for key, value in entry.items() if value not in (None, "")}
    if "revoke" in given:
        given |= {"kind": "revoke", "target": given.pop("revoke")}
    if unknown := given.keys() - set(FIELDS):
        raise BadCorrections(f"entry {number}: unknown {', '.join(sorted(unknown))}; known are {', '.join(FIELDS)}")
    kind = given.get("kind", "")
    if kind not in (*CORRECTION_KINDS, "revoke"):
        raise BadCorrections(f"entry {number}: kind is one of {', '.join(CORRECTION_KINDS)}, not {kind!r}")
    wanted = ["target", "reason", "author"] + ["value"] * (kind in NEEDS_VALUE) + ["field"] * (kind == "set")
    if kind == "revoke":
        wanted = ["target"]
    for name in wanted:
        # an empty value of `set` says that the article does not say it
        if name not in given and not (name == "value" and kind == "set"):
            raise BadCorrections(f"entry {number}: {name} is missing")
    optional = (given.get("field"), given.get("value"))
    return Correction(
        kind, given["target"], *optional, given.get("reason", ""), given.get("author", ""), given.get("source")
    )


def correct(lake: Lake, corrections: Iterable[Correction], at: datetime, run_id: str = "") -> int:
    """Write the corrections to the lake and apply them, all or none; how many of them were new or taken back.

    `at` is the moment (UTC, without zone). BadCorrections where a target is not in the lake or a value does not fit.
    """
    listed = list(corrections)
    return lake.write(lambda connection: apply(connection, listed, at, run_id))


def apply(connection: duckdb.DuckDBPyConnection, corrections: Sequence[Correction], at: datetime, run_id: str) -> int:
    """`correct`, inside a transaction that is already open."""
    changed = 0
    concerned: set[str] = set()
    for number, correction in enumerate(corrections, 1):
        if correction.kind == "revoke":
            row = connection.execute(
                "UPDATE corrections SET revoked_at = ? WHERE correction_id = ? AND revoked_at IS NULL "
                "RETURNING target, value",
                [at, correction.target],
            ).fetchone()
            if row is None:
                raise BadCorrections(f"entry {number}: no correction in force is {correction.target}")
            concerned |= {part for part in row if part}
            changed += 1
            continue
        _check(connection, number, correction)
        concerned |= {part for part in (correction.target, correction.value) if part}
        changed += _keep(connection, correction, at)
    named = frozenset(concerned)
    reconcile(connection, Touched(_articles_of(connection, named), named, named, named, run_id))
    return changed


def _articles_of(connection: duckdb.DuckDBPyConnection, statements: frozenset[str]) -> frozenset[str]:
    """The articles that make the statements among the ids."""
    found = connection.execute(
        "SELECT article_id FROM grant_evidence WHERE list_contains($1, evidence_id) "
        "UNION SELECT article_id FROM milestone_evidence WHERE list_contains($1, evidence_id)",
        [sorted(statements)],
    ).fetchall()
    return frozenset(str(row[0]) for row in found)


def _keep(connection: duckdb.DuckDBPyConnection, one: Correction, at: datetime) -> int:
    """Write the correction unless it is in force already; 1 when it was written."""
    known = connection.execute(
        "SELECT revoked_at IS NULL FROM corrections WHERE correction_id = ?", [one.correction_id]
    ).fetchone()
    if known and known[0]:
        return 0
    connection.execute("DELETE FROM corrections WHERE correction_id = ?", [one.correction_id])
    connection.execute(
        "INSERT INTO corrections (correction_id, kind, target, field, value, reason, author, source, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [one.correction_id, one.kind, one.target, one.field, one.value, one.reason, one.author, one.source, at],
    )
    return 1


def _check(connection: duckdb.DuckDBPyConnection, number: int, one: Correction) -> None:
    """BadCorrections unless the target is something of the lake and the value fits its column."""
    table = _table_of(connection, one.target)
    if table is None:
        raise BadCorrections(f"entry {number}: nothing in the lake is {one.target}")
    if one.kind == "merge" and table in ("grants", "milestones") and _table_of(connection, one.value or "") != table:
        raise BadCorrections(f"entry {number}: {one.value} is no row of {table}")
    if one.kind == "set":
        columns = {c.name: c for c in TABLES[table].columns if c.name not in (ROWS.get(table), *DERIVED)}
        if table not in ROWS or one.field not in columns:
            raise BadCorrections(f"entry {number}: {one.field} of {one.target} cannot be set")
        if one.value is not None and not _fits(columns[one.field], one.value):
            raise BadCorrections(f"entry {number}: {one.value} is no value of {one.field}")


def _fits(column: Column, value: str) -> bool:
    try:
        if column.type == FIGURE:
            return Decimal(value).is_finite()
        if column.type == DAY:
            return bool(date.fromisoformat(value))
    except (InvalidOperation, ValueError):
        return False
    return column.type == TEXT and (not column.vocabulary or value in column.vocabulary)


_PLACES = """
    SELECT 'organizations' AS place FROM organization_evidence WHERE organization_id = $1
    UNION ALL SELECT 'grants' FROM grants WHERE grant_id = $1
    UNION ALL SELECT 'milestones' FROM milestones WHERE milestone_id = $1
    UNION ALL SELECT CASE WHEN old_id LIKE 'g-%' THEN 'grants' ELSE 'milestones' END FROM id_history WHERE old_id = $1
    UNION ALL SELECT 'grant_evidence' FROM grant_evidence WHERE evidence_id = $1 OR programme = $1
    UNION ALL SELECT 'milestone_evidence' FROM milestone_evidence WHERE evidence_id = $1 OR programme = $1
    LIMIT 1
"""


def _table_of(connection: duckdb.DuckDBPyConnection, target: str) -> str | None:
    """The table that the id, or the programme's name, is found in."""
    row = connection.execute(_PLACES, [target]).fetchone()
    return str(row[0]) if row else None
