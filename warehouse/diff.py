"""What changed between two snapshots of the lake, from its change feed: facts added, gone, altered or renamed.

Only the first state before and the last state after count: a row that came and went between the two is no change.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.errors import WarehouseError
from warehouse.lake import Lake
from warehouse.tables import TABLES

# The tables that a reader means by "what changed", with the evidence that holds their words.
FACTS = {"organizations": None, "grants": "grant_evidence", "milestones": "milestone_evidence"}
# How far a fact has come; what a status is not listed for neither advances nor goes back.
REACHED = {
    "grants": {"planned": 0, "announced": 1, "awarded": 2, "disbursed": 3},
    "milestones": {"planned": 0, "missed": 0, "cancelled": 0, "achieved": 1},
}


EMPTY = 1  # the snapshot in which a lake is made


class NoSnapshot(WarehouseError):  # noqa: N818 (named for what it says)
    """There is no such snapshot, or it is kept no longer."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change. `kind` is added, gone, altered or renamed; `columns` are (name, before, after) of an altered or
    renamed row; `went_back` marks a state that went back (achieved -> planned)."""

    table: str
    kind: str
    row_id: str
    new_id: str | None
    label: str
    quote: str | None
    columns: tuple[tuple[str, object, object], ...]
    went_back: bool


def diff(lake: Lake, first: int | None = None, last: int | None = None) -> tuple[int, int, list[Change]]:
    """The changes after snapshot `first` up to `last` (the newest), by table; without `first`, those of the last run,
    or of what came after it.

    Gives the two snapshots that were compared too. NoSnapshot when one of them is not there (any more).
    """
    with lake.reading() as connection:
        end = last if last is not None else _newest(connection)
        begin = first if first is not None else _before_last_run(connection, end)
        if not 0 <= begin <= end:
            raise NoSnapshot(f"snapshot {begin} is not before snapshot {end}")
        try:
            heirs = _heirs(connection, end)
            changes = [change for table in FACTS for change in _changes(connection, table, begin, end, heirs)]
        except duckdb.InvalidInputException as error:
            if "snapshot" not in str(error).lower():
                raise
            raise NoSnapshot(f"snapshots {begin} to {end} are not all kept: {str(error).splitlines()[0]}") from None
    return begin, end, changes


def _newest(connection: duckdb.DuckDBPyConnection) -> int:
    row = connection.execute("FROM ducklake_current_snapshot('lake')").fetchone()
    return int(row[0]) if row else 0


def _before_last_run(connection: duckdb.DuckDBPyConnection, end: int) -> int:
    """The last run's snapshot where something came after it (a correction), else that of the run before it."""
    query = "SELECT snapshot_id FROM runs WHERE snapshot_id <= ? ORDER BY snapshot_id DESC LIMIT 2"
    runs = [int(row[0]) for row in connection.execute(query, [end]).fetchall()]
    if runs and runs[0] < end:
        return runs[0]
    return runs[1] if len(runs) > 1 else min(EMPTY, end)


def _heirs(connection: duckdb.DuckDBPyConnection, end: int) -> dict[str, str]:
    """The ids that gave way to another one, as the lake knew them at `end`."""
    query = f"SELECT old_id, new_id FROM id_history AT (VERSION => {end:d}) WHERE new_id IS NOT NULL"  # noqa: S608
    return dict(connection.execute(query).fetchall())


def _changes(
    connection: duckdb.DuckDBPyConnection, table: str, begin: int, end: int, heirs: Mapping[str, str]
) -> list[Change]:
    key = TABLES[table].key[0]
    before, after = _states(connection, table, key, begin, end)
    renamed = {old: heirs[old] for old in before.keys() - after.keys() if heirs.get(old) in after}
    quotes = _quotes(connection, table, key, dict.fromkeys(before, begin) | dict.fromkeys(after, end))
    changes = []
    for row_id in sorted(before.keys() | after.keys()):
        was, now = before.get(row_id), after.get(renamed.get(row_id, row_id))
        if was is None and row_id in renamed.values():
            continue
        kind = "renamed" if row_id in renamed else "added" if was is None else "gone" if now is None else "altered"
        columns = _altered(table, key, was, now)
        if kind == "altered" and not columns:
            continue
        row = now or was or {}
        new_id = renamed.get(row_id)
        quote = quotes.get(new_id or row_id)
        changes.append(Change(table, kind, row_id, new_id, _label(row), quote, columns, _went_back(table, was, now)))
    return changes


def _states(
    connection: duckdb.DuckDBPyConnection, table: str, key: str, begin: int, end: int
) -> tuple[dict[str, dict[str, Any]], dict[str, dict[str, Any]]]:
    """The rows that changed, as they were before the first change and after the last."""
    if begin == end:
        return {}, {}
    feed = f"lake.table_changes('{table}', {begin + 1:d}, {end:d})"
    rows = connection.execute(f"FROM {feed} ORDER BY snapshot_id").to_arrow_table().to_pylist()
    before: dict[str, dict[str, Any]] = {}
    after: dict[str, dict[str, Any]] = {}
    seen: set[str] = set()
    snapshot = None
    touched: set[str] = set()
    for row in rows:
        if row["snapshot_id"] != snapshot:
            seen |= touched
            snapshot, touched = row["snapshot_id"], set()
        touched.add(row[key])
        if row["change_type"] in ("delete", "update_preimage"):
            if row[key] not in seen:
                before[row[key]] = row
            if after.get(row[key], {}).get("snapshot_id") != snapshot:
                after.pop(row[key], None)
        else:
            after[row[key]] = row
    return before, after


def _altered(
    table: str, key: str, was: Mapping[str, Any] | None, now: Mapping[str, Any] | None
) -> tuple[tuple[str, object, object], ...]:
    if was is None or now is None:
        return ()
    names = [name for name in TABLES[table].names if name != key]
    return tuple((name, was[name], now[name]) for name in names if was[name] != now[name])


def _went_back(table: str, was: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> bool:
    if was is None or now is None or table not in REACHED:
        return False
    before, after = (REACHED[table].get(row["status"]) for row in (was, now))
    return before is not None and after is not None and after < before


def _label(row: Mapping[str, Any]) -> str:
    """What a person calls the row."""
    if "name" in row:
        return str(row["name"])
    figure = row.get("amount") or row.get("quantity") or row.get("value")
    day = row.get("date_start") or row.get("date_end")
    words = (
        row["programme"],
        row.get("kind") or row.get("event"),
        row.get("recipient_id") or row.get("organization_id"),
    )
    unit = row.get("currency") or row.get("unit")
    return " · ".join(str(part) for part in (*words, day, f"{figure.normalize():f} {unit}" if figure else None) if part)


def _quotes(
    connection: duckdb.DuckDBPyConnection, table: str, key: str, snapshots: Mapping[str, int]
) -> dict[str, str]:
    """The first words that state each row, as of the snapshot that still had it."""
    evidence = FACTS[table]
    if evidence is None:
        return {}
    found: dict[str, str] = {}
    for snapshot in set(snapshots.values()):
        wanted = [row_id for row_id, at in snapshots.items() if at == snapshot]
        query = (
            f"SELECT e.{key}, arg_min(e.quote, (a.published_at, a.article_id, e.char_start, e.evidence_id)) "  # noqa: S608
            f"FROM (FROM {evidence} AT (VERSION => {snapshot:d})) e "
            f"JOIN (FROM articles AT (VERSION => {snapshot:d})) a USING (article_id) "
            f"WHERE list_contains(?, e.{key}) GROUP BY e.{key}"
        )
        found |= dict(connection.execute(query, [wanted]).fetchall())
    return found
