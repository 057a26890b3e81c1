"""What a table is here: its columns in the contract's order, its key, and a sentence on each, written once.

Arrow schemas, the lake's DDL and comments, and docs/tables.md are all made from these values.
"""

from dataclasses import dataclass

import pyarrow as pa

TEXT = pa.string()
TEXTS = pa.list_(pa.string())
WHOLE = pa.int64()
FIGURE = pa.decimal128(38, 6)
DAY = pa.date32()
MOMENT = pa.timestamp("us")
TRUTH = pa.bool_()

_SQL_TYPES: dict[pa.DataType, str] = {
    TEXT: "VARCHAR",
    TEXTS: "VARCHAR[]",
    WHOLE: "BIGINT",
    FIGURE: "DECIMAL(38, 6)",
    DAY: "DATE",
    MOMENT: "TIMESTAMP",
    TRUTH: "BOOLEAN",
    pa.list_(pa.int64()): "BIGINT[]",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `vocabulary` holds its only words, where it has such; `required` columns are never NULL."""

    name: str
    type: pa.DataType
    description: str
    vocabulary: tuple[str, ...] = ()
    required: bool = False

    @property
    def sql_type(self) -> str:
        """The type's name in SQL."""
        return _SQL_TYPES[self.type]

    @property
    def comment(self) -> str:
        """The description, with the vocabulary where there is one."""
        return f"{self.description} One of: {', '.join(self.vocabulary)}." if self.vocabulary else self.description


@dataclass(frozen=True, slots=True)
class Table:
    """A stored table. `key` names the columns that tell its rows apart; `sorted_by` orders its Parquet files."""

    name: str
    description: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    sorted_by: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in the contract's order."""
        return tuple(column.name for column in self.columns)

    @property
    def schema(self) -> pa.Schema:
        """The Arrow schema: every column nullable, since a staged row may still break the contract."""
        return pa.schema([pa.field(column.name, column.type) for column in self.columns])


@dataclass(frozen=True, slots=True)
class View:
    """A view for reading; its SQL is `warehouse/views/<name>.sql`."""

    name: str
    description: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in the contract's order."""
        return tuple(column.name for column in self.columns)


def key(name: str, description: str) -> Column:
    """A text column that is never NULL."""
    return Column(name, TEXT, description, required=True)
