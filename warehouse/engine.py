"""DuckDB with the extensions that a lake needs, loaded from their wheels: nothing is downloaded or found by itself."""

import importlib.util
from functools import cache
from pathlib import Path

import duckdb

EXTENSIONS = ("ducklake", "sqlite_scanner")
MEMORY = "512MB"  # of DuckDB's own; a run stays under 1 GiB with what Python holds beside it
THREADS = 2


def connect(spill: Path | None = None, memory: str = MEMORY) -> duckdb.DuckDBPyConnection:
    """A connection in memory. `spill` is the folder for what does not fit; without one the query fails instead."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "memory_limit": memory,
            "threads": str(THREADS),
            "temp_directory": str(spill or ""),
            "preserve_insertion_order": "false",
        },
    )
    connection.execute("SET enable_progress_bar = false")  # DuckDB draws it on stdout, among the answer
    for name in EXTENSIONS:
        connection.load_extension(str(extension(name)))
    return connection


@cache
def extension(name: str) -> Path:
    """Where the wheel of this DuckDB's extension keeps it; ImportError when it is not installed for this version."""
    found = importlib.util.find_spec(f"duckdb_extension_{name}")
    for folder in (found.submodule_search_locations or ()) if found else ():
        file = Path(folder) / "extensions" / f"v{duckdb.__version__}" / f"{name}.duckdb_extension"
        if file.is_file():
            return file
    raise ImportError(f"duckdb-extension-{name} {duckdb.__version__} is not installed")


def quoted(text: object) -> str:
    """The text as an SQL literal, for statements that take no parameters."""
    return "'" + str(text).replace("'", "''") + "'"
