import csv
import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from flows.rows import FORMATS

COLUMNS = ("name", "amount", "day", "at", "list", "name")
ROWS = [
    ("업스테이지", Decimal("157600000000.000000"), date(2025, 8, 4), datetime(2025, 8, 4, 9), ["a", "b"], "x"),
    ('한 "줄"\n둘', Decimal("0.500000"), None, None, [], None),
]


class Given:
    """An answer whose rows are given."""

    columns = COLUMNS
    cut = False

    def __init__(self, rows: list[tuple[Any, ...]]) -> None:
        self._rows = rows

    def rows(self) -> list[tuple[Any, ...]]:
        return self._rows

    def batches(self) -> Any:
        names = [f"c{n}" for n in range(len(COLUMNS))]
        return iter(
            [pa.RecordBatch.from_pylist([dict(zip(names, row, strict=True)) for row in self._rows])][: len(self._rows)]
        )


def written(form: str, rows: list[tuple[Any, ...]]) -> bytes:
    out = io.BytesIO()
    FORMATS[form](Given(rows), out)  # type: ignore[arg-type]
    return out.getvalue()


def test_csv_round_trips_with_plain_figures() -> None:
    header, first, second = csv.reader(io.StringIO(written("csv", ROWS).decode(), newline=""))
    assert header == list(COLUMNS)
    assert first == ["업스테이지", "157600000000", "2025-08-04", "2025-08-04 09:00:00", '["a","b"]', "x"]
    assert second == ['한 "줄"\n둘', "0.5", "", "", "[]", ""]


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_json_has_numbers_and_a_name_for_each_column(form: str) -> None:
    text = written(form, ROWS).decode()
    first = json.loads(text)[0] if form == "json" else json.loads(text.splitlines()[0])
    assert (first["amount"], first["day"], first["list"]) == (157600000000, "2025-08-04", ["a", "b"])
    assert (first["name"], first["name_1"]) == ("업스테이지", "x")


def test_a_table_is_whole_where_there_is_no_terminal() -> None:
    long = [("긴 글 " * 200, *ROWS[0][1:])]
    text = written("table", long).decode()
    assert ("긴 글 " * 200).strip() in text
    assert text.endswith("(1 row)\n")
    assert "157600000000" in text


def test_no_rows_at_all() -> None:
    assert written("json", []) == b"[]\n"
    assert written("jsonl", []) == b""
    assert written("csv", []).decode().count("\n") == 1
    assert b"(0 rows)" in written("table", [])
    assert pq.read_table(io.BytesIO(written("parquet", []))).num_rows == 0


def test_parquet_is_read_back() -> None:
    assert pq.read_table(io.BytesIO(written("parquet", ROWS))).num_rows == 2
