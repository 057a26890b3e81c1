"""What a row was made by: it says whether a file that was read before must be read again."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

import transforms

SOURCES = Path(transforms.__path__[0])


@cache
def code_version() -> str:
    """The release and a key of the reading code: "0.1.0+1a2b3c4d". Other code reads the same bytes anew.

    Only `transforms` counts: nothing else decides what a file states.
    """
    digest = hashlib.sha256()
    for file in sorted(SOURCES.rglob("*.py")):
        digest.update(f"{file.relative_to(SOURCES).as_posix()}\0".encode() + file.read_bytes())
    return f"{version('pressledger')}+{digest.hexdigest()[:8]}"
