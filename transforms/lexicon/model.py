"""What the rest of `transforms` is handed: the knowledge of Korean and English, read from the YAML files beside it.

Each part is defined in the module of the same name (`values.py`, `organizations.py`, `frames.py` ...); `load.py` reads
them.
A lexicon is never a global: callers load it once per process and hand it on.
"""

from dataclasses import dataclass

from transforms.lexicon.frames import Frames
from transforms.lexicon.organizations import Organizations
from transforms.lexicon.programmes import Programmes
from transforms.lexicon.reading import Reading
from transforms.lexicon.values import ValueWords


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`version` is the sha256 (first 12 hex digits) of all lexicon files, by name and content."""

    version: str
    organizations: Organizations
    frames: Frames
    programmes: Programmes
    values: ValueWords
    reading: Reading
