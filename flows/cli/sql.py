"""`pressledger sql`: query the lake. Imports neither Prefect, Great Expectations nor pandas."""

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from flows.errors import WrongUse
from flows.rows import FORMATS
from flows.settings import Settings, existing_lake, load
from warehouse.errors import WarehouseError
from warehouse.query import Gate, open_gate

PROMPT = "pressledger> "


def sql(
    query: Annotated[str | None, Parameter(help="one SELECT; without it, standard input or a prompt")] = None,
    /,
    *,
    file: Annotated[Path | None, Parameter(("--file", "-f"), help="read the query from a file")] = None,
    format: Annotated[
        Literal["table", "csv", "json", "jsonl", "parquet"], Parameter(help="how the rows are written")
    ] = "table",
    limit: Annotated[int | None, Parameter(help="rows at most [default: 10000]")] = None,
    timeout: Annotated[float | None, Parameter(help="seconds at most [default: 60]")] = None,
    lake: Annotated[str | None, Parameter(help="the lake's folder [default: ./lake]")] = None,
) -> int:
    """Query the lake. One SELECT, read-only: nothing that is typed here can change a file.

    Start with the views grant_facts, milestone_facts, conflicts and promises; SHOW TABLES lists all there is.

    For example:

        pressledger sql "SELECT programme, funder, amount, quote FROM grant_facts"

        pressledger sql "SELECT * FROM promises WHERE state = 'overdue'" --format csv > overdue.csv

        pressledger sql -f question.sql
    """
    settings = load(lake=lake, sql_rows=limit, sql_seconds=timeout)
    question = _question(query, file)
    if format == "parquet":
        import pyarrow.parquet  # noqa: F401, PLC0415 - before the process is shut in
    with open_gate(existing_lake(settings)) as gate:
        if question is not None:
            _answer(gate, question, settings, format)
        else:
            _prompt(gate, settings, format)
    return 0


def _question(query: str | None, file: Path | None) -> str | None:
    """The query that was given; None where it is to be asked for at a prompt."""
    if query is not None and file is not None:
        raise WrongUse("give a query or -f FILE, not both")
    if file is not None:
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise WrongUse(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None
    if query is None and not sys.stdin.isatty():
        return sys.stdin.read()
    return query


def _answer(gate: Gate, question: str, settings: Settings, format: str) -> None:
    answer = gate.ask(question, settings.sql_rows, settings.sql_seconds)
    FORMATS[format](answer, sys.stdout.buffer)
    sys.stdout.buffer.flush()
    if answer.cut:
        print(f"cut after {settings.sql_rows} rows; --limit shows more", file=sys.stderr)


def _prompt(gate: Gate, settings: Settings, format: str) -> None:
    """Question after question, each up to a semicolon, until the end of input."""
    lines: list[str] = []
    while True:
        try:
            lines.append(input(PROMPT if not lines else "...> "))
        except EOFError:
            print()
            return
        if lines[-1].strip() in ("exit", "quit", ".quit", ".exit", "\\q"):
            return
        if lines[-1].rstrip().endswith(";"):
            try:
                _answer(gate, "\n".join(lines), settings, format)
            except WarehouseError as error:
                print(error, file=sys.stderr)
            lines = []
