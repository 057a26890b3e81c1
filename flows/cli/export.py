"""`pressledger export`: the tables as one plain DuckDB file."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag
from flows.errors import WrongUse
from flows.settings import existing_lake, load
from warehouse.export import export as export_lake
from warehouse.lake import find_lake


def export(
    file: Annotated[Path, Parameter(help="the file to write, e.g. press.duckdb")],
    /,
    *,
    lake: LakeFlag = None,
) -> int:
    """Write the tables and views to a plain DuckDB file (1.x and 2.x read it), swapped in when it is whole.

    For example:

        pressledger export press.duckdb
    """
    settings = load(lake=lake)
    if file.is_dir() or not file.absolute().parent.is_dir():
        raise WrongUse(f"{file}: not a file that can be written")
    rows = export_lake(find_lake(existing_lake(settings)), file)
    print(f"{file}: " + ", ".join(f"{table} {count}" for table, count in rows.items() if count))
    return 0
