"""A folder that others write into: what is being written is left until it is still; no file is moved or deleted."""

import time
from collections.abc import Iterable, Iterator

from flows.ahead import Input
from flows.discover import Found, look

# Writers that rename when they are done (rsync, browsers, editors) give their unfinished files such names.
UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".download", ".filepart", ".swp", ".lock")
HIDDEN = (".", "~$", "#")
YOUNG = 10_000  # files that are waited for in one run; later ones are left to the next


def still_files(found: Iterable[Input], still_seconds: float) -> Iterator[Input]:
    """The files whose size and time have not changed for `still_seconds`; young ones are looked at again at the end.

    Blocks for at most `still_seconds`. What still changes then is left to the next run.
    """
    young: list[tuple[Found, float]] = []
    for one in found:
        if not isinstance(one, Found):
            yield one
        elif not unfinished(one.path.name):
            if 0 <= still_seconds <= time.time() - one.modified / 1e9:
                yield one
            elif len(young) < YOUNG:
                young.append((one, time.monotonic()))
    for one, seen in young:
        time.sleep(max(0.0, seen + still_seconds - time.monotonic()))
        if look(one.path) == one:
            yield one


def unfinished(name: str) -> bool:
    """Whether a name is one that writers give to what they are still writing."""
    return name.startswith(HIDDEN) or name.lower().endswith(UNFINISHED)
