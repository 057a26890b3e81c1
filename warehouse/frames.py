"""Tables to be judged: those of a staged batch or of the whole lake, under one set of names, for queries of our own."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from warehouse.errors import LakeBusy
from warehouse.lake import find_lake
from warehouse.tables import STAGED, TABLES

_COUNTS = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) FROM {name}" for name in TABLES) + " ORDER BY name"  # noqa: S608
PIECE = 10_000  # rows of an answer that are in memory at once


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one place. `tables` are the names of those that are there."""

    connection: duckdb.DuckDBPyConnection
    tables: tuple[str, ...]

    def rows(self, query: str) -> pa.Table:
        """The query's rows. The query is one of ours, never text from outside."""
        return self.connection.execute(query).to_arrow_table()

    def unexpected(self, query: str, parameters: Mapping[str, Any], keep: int | None) -> tuple[pa.Table, int]:
        """At most `keep` of the query's rows (all for None), and how many there are."""
        reader = self.connection.execute(query, dict(parameters) or None).to_arrow_reader(PIECE)
        kept, count = [], 0
        for batch in reader:
            if keep is None or count < keep:
                kept.append(batch if keep is None else batch.slice(0, keep - count))
            count += batch.num_rows
        return pa.Table.from_batches(kept, reader.schema), count

    def slices(self, table: str, columns: tuple[str, ...], size: int) -> Iterator[pa.Table]:
        """The columns of a table, `size` rows at a time; one empty slice where it has no row."""
        query = f"select {', '.join(columns)} from {table}"  # noqa: S608 (names are our own)
        reader = self.connection.execute(query).to_arrow_reader(size)
        empty = True
        for batch in reader:
            empty = False
            yield pa.Table.from_batches([batch])
        if empty:
            yield reader.schema.empty_table()


@contextmanager
def staged(folder: Path) -> Iterator[Frames]:
    """The Parquet files of a staging folder: `organizations.parquet` is what becomes organization_evidence."""
    names = {file: STAGED[file.stem].name for file in sorted(folder.glob("*.parquet"))}
    with duckdb.connect(":memory:") as connection:
        for file, name in names.items():
            connection.from_parquet(str(file)).create_view(name)
        yield Frames(connection, tuple(names.values()))


@contextmanager
def whole(lake: str | Path) -> Iterator[Frames]:
    """Every table of the lake, as its newest snapshot had them at the start: what is published meanwhile stays out.

    LakeBusy at the end where files were merged meanwhile: then a transaction sees empty tables (docs/decisions/0001).
    """
    with find_lake(lake).reading() as connection:
        connection.execute("BEGIN")
        before = connection.execute(_COUNTS).fetchall()
        yield Frames(connection, tuple(TABLES))
        if connection.execute(_COUNTS).fetchall() != before:
            raise LakeBusy(f"{lake} was compacted while it was being read: try again")
