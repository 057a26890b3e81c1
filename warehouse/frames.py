"""Tables to be judged: a staged batch, as one set of tables that a query can read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one place under their own names. `tables` are those that are there."""

    connection: duckdb.DuckDBPyConnection
    tables: tuple[str, ...]

    def rows(self, query: str) -> pa.Table:
        """The query's rows. The query is one of ours, never text from outside."""
        return self.connection.execute(query).to_arrow_table()


@contextmanager
def staged(folder: Path) -> Iterator[Frames]:
    """The Parquet files of a staging folder: `grant_evidence.parquet` is the table grant_evidence."""
    with duckdb.connect(":memory:") as connection:
        files = sorted(folder.glob("*.parquet"))
        for file in files:
            connection.from_parquet(str(file)).create_view(file.stem)
        yield Frames(connection, tuple(file.stem for file in files))
