"""Reads the lexicon's YAML files, once per process."""

import hashlib
from pathlib import Path

from transforms.lexicon import frames, organizations, programmes, reading, values
from transforms.lexicon.model import Lexicon

HERE = Path(__file__).parent


def version() -> str:
    """The first 12 hex digits of the sha256 over every lexicon file, by name and content."""
    digest = hashlib.sha256()
    for file in sorted(HERE.glob("*/*.yml")):
        digest.update(f"{file.parent.name}/{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:12]


def load() -> Lexicon:
    """The lexicon of this installation."""
    return Lexicon(
        version=version(),
        organizations=organizations.read(HERE),
        frames=frames.read(HERE),
        programmes=programmes.read(HERE),
        values=values.read(HERE),
        reading=reading.read(HERE),
    )
