"""The rows of an answer, written out: a table for eyes, else csv, json, jsonl or parquet for programs."""

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import chain
from typing import BinaryIO

from rich.console import Console
from rich.table import Table

from flows.jsonlines import dumps
from warehouse.query import Answer

WIDE = 100_000  # columns of a "terminal" that is none: nothing is cut


def write_table(answer: Answer, out: BinaryIO) -> None:
    """A table, its cells cut to the terminal; nothing is cut where there is no terminal."""
    terminal = sys.stdout.isatty()
    table = Table(box=None, header_style="bold", pad_edge=False)
    rows = list(answer.rows())
    for number, name in enumerate(answer.columns):
        figures = any(isinstance(row[number], int | float | Decimal) for row in rows)
        table.add_column(name, overflow="ellipsis", no_wrap=True, justify="right" if figures else "left")
    for row in rows:
        table.add_row(*(_cell(value) for value in row))
    console = Console(width=None if terminal else WIDE, markup=False, highlight=False, emoji=False, soft_wrap=False)
    with console.capture() as capture:
        console.print(table)
    text = capture.get() if terminal else "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"
    out.write(text.encode("utf-8", "replace"))
    out.write(f"({len(rows)} row{'s' * (len(rows) != 1)})\n".encode())


def write_csv(answer: Answer, out: BinaryIO) -> None:
    """A header line, then the rows; NULL is empty, a list is JSON."""
    lines = csv.writer(_Text(out), lineterminator="\n")
    lines.writerow(answer.columns)
    for row in answer.rows():
        lines.writerow(_plain(value) for value in row)


def write_json(answer: Answer, out: BinaryIO) -> None:
    """One array of objects."""
    opening = b"["
    for record in _records(answer):
        out.write(opening + dumps(record))
        opening = b",\n"
    out.write(b"]\n" if opening != b"[" else b"[]\n")


def write_jsonl(answer: Answer, out: BinaryIO) -> None:
    """An object a line."""
    for record in _records(answer):
        out.write(dumps(record) + b"\n")


def write_parquet(answer: Answer, out: BinaryIO) -> None:
    """A Parquet file; redirect it."""
    import pyarrow as pa  # noqa: PLC0415 - only this form needs Arrow, which takes a third of a second
    import pyarrow.parquet as pq  # noqa: PLC0415

    batches = answer.batches()
    first = next(batches, None)
    types = first.schema.types if first else [pa.string()] * len(answer.columns)
    schema = pa.schema(list(zip(_unique(answer.columns), types, strict=True)))
    with pq.ParquetWriter(out, schema) as writer:
        for batch in chain([first] if first else [], batches):
            writer.write_batch(pa.RecordBatch.from_arrays(batch.columns, schema=schema))


FORMATS: dict[str, Callable[[Answer, BinaryIO], None]] = {
    "table": write_table,
    "csv": write_csv,
    "json": write_json,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}


class _Text:
    """What csv writes to: text in, UTF-8 out."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode("utf-8", "replace"))


def _records(answer: Answer) -> Iterator[dict[str, object]]:
    names = _unique(answer.columns)
    for row in answer.rows():
        yield dict(zip(names, row, strict=True))


def _unique(names: Sequence[str]) -> list[str]:
    """The names, numbered where one comes twice: "id", "id_1"."""
    unique: list[str] = []
    for name in names:
        count, fresh = 0, name
        while fresh in unique:
            count += 1
            fresh = f"{name}_{count}"
        unique.append(fresh)
    return unique


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(_plain(value)).split())


def _plain(value: object) -> object:
    """A figure without an empty fraction, a moment without an empty time, a list as JSON."""
    match value:
        case None:
            return ""
        case Decimal():
            return f"{value.normalize():f}"
        case datetime():
            return value.isoformat(" ")
        case date():
            return value.isoformat()
        case list() | dict() | tuple():
            return dumps(value).decode()
        case _:
            return value
