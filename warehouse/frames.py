"""Tables to be judged: those of a staged batch, under the names that they have in the lake, for queries of our own."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from warehouse.tables import STAGED


@dataclass(frozen=True, slots=True)
class Frames:
    """The tables of one place. `tables` are the names of those that are there."""

    connection: duckdb.DuckDBPyConnection
    tables: tuple[str, ...]

    def rows(self, query: str) -> pa.Table:
        """The query's rows. The query is one of ours, never text from outside."""
        return self.connection.execute(query).to_arrow_table()


@contextmanager
def staged(folder: Path) -> Iterator[Frames]:
    """The Parquet files of a staging folder: `organizations.parquet` is what becomes organization_evidence."""
    names = {file: STAGED[file.stem].name for file in sorted(folder.glob("*.parquet"))}
    with duckdb.connect(":memory:") as connection:
        for file, name in names.items():
            connection.from_parquet(str(file)).create_view(name)
        yield Frames(connection, tuple(names.values()))
