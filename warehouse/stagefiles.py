"""The Parquet files of a staging folder while they are written, chunk by chunk."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from warehouse.tables import STAGED

COMPRESSION = "zstd"


class StageFiles:
    """One open Parquet file for each staged table; `finish`, once they are closed, leaves out what was beaten."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._chunks: dict[str, list[int]] = defaultdict(list)  # rows of each chunk, by table
        self._beaten: dict[int, list[str]] = defaultdict(list)  # article ids to leave out, by chunk

    def __enter__(self) -> Self:
        for name, table in STAGED.items():
            self._writers[name] = pq.ParquetWriter(self._path(name), table.schema, compression=COMPRESSION)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for writer in self._writers.values():
            writer.close()

    def write(self, tables: Mapping[str, pa.Table]) -> None:
        """Write one chunk."""
        for name, rows in tables.items():
            self._writers[name].write_table(rows)
            self._chunks[name].append(rows.num_rows)

    def leave_out(self, chunk: int, article_id: str) -> None:
        """Take the article as that chunk holds it, and all that it states, out at the end."""
        self._beaten[chunk].append(article_id)

    def finish(self) -> dict[str, int]:
        """The rows of each file, after those left out are gone from it."""
        if self._beaten:
            for name, table in STAGED.items():
                if name not in ("sources", "rejections"):
                    self._rewrite(name, table.schema)
        return {name: pq.read_metadata(self._path(name)).num_rows for name in STAGED}

    def _rewrite(self, name: str, schema: pa.Schema) -> None:
        rows = pq.read_table(self._path(name))
        start = 0
        with pq.ParquetWriter(self._path(name), schema, compression=COMPRESSION) as writer:
            for chunk, count in enumerate(self._chunks[name]):
                part = rows.slice(start, count)
                beaten = pa.array(self._beaten[chunk], pa.string())
                writer.write_table(part.filter(pc.invert(pc.is_in(part["article_id"], value_set=beaten))))
                start += count

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.parquet"
