"""A reader of batches that dies of some files, as a fault in a C library would make it."""

import os
import pickle
from collections import Counter
from pathlib import Path

from flows.reading import Source
from flows.worker import Limits, Read
from warehouse.lake import Lake


def read_batch(sources: tuple[Source, ...], spool: Path, limits: Limits, keep: Lake | None) -> Read:
    """Kill this process at the first file that is named "deadly"; the others give their names."""
    with spool.open("wb") as out:
        for source in sources:
            if "deadly" in source.uri:
                os.kill(os.getpid(), 9)
            pickle.dump(source.uri, out)
    return Read(spool, len(sources), len(sources), Counter())
