"""What lies in an inbox and is not yet read, by names and times alone: no file is opened."""

import glob
from datetime import UTC, datetime
from pathlib import Path

from flows.discover import Found, discover
from flows.inbox import unfinished
from warehouse.engine import quoted
from warehouse.lake import Lake


def waiting(lake: Lake, inbox: str, last_done: datetime | None) -> tuple[int, Found | None]:
    """How many files wait, and the newest. A file waits that no run has seen, or that changed since the last good run.

    `inbox` is a folder or a glob as its schedule names it; one that is not there is empty. `last_done` is in UTC.
    """
    if not (Path(inbox).exists() or glob.glob(inbox, recursive=True)):  # noqa: PTH207 - a glob may be absolute
        return 0, None
    known = _seen(lake, inbox.split("*", maxsplit=1)[0])
    since = last_done.replace(tzinfo=UTC).timestamp() * 1e9 if last_done else 0.0
    count, newest = 0, None
    for one in discover([inbox]):
        if isinstance(one, Found) and not unfinished(one.path.name) and (one.uri not in known or one.modified > since):
            count += 1
            newest = one if newest is None or one.modified > newest.modified else newest
    return count, newest


def _seen(lake: Lake, beginning: str) -> set[str]:
    query = f"SELECT DISTINCT source_uri FROM sources WHERE starts_with(source_uri, {quoted(beginning)})"  # noqa: S608
    with lake.reading() as connection:
        return {row[0] for row in connection.execute(query).fetchall()}
