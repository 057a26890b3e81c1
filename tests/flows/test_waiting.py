"""Which files of an inbox wait to be read."""

import os
from datetime import datetime
from pathlib import Path

from flows.waiting import waiting
from warehouse.lake import Lake, open_lake

DONE = datetime(2025, 8, 5, 6)


def told(lake: Lake, *uris: Path) -> None:
    for uri in uris:
        lake.write(
            lambda c, uri=uri: c.execute("INSERT INTO sources (source_uri, source_sha256) VALUES (?, 'x')", [str(uri)])
        )


def test_new_and_changed_files_wait_and_unfinished_ones_do_not(tmp_path: Path) -> None:
    lake, inbox = open_lake(tmp_path / "lake"), tmp_path / "inbox"
    inbox.mkdir()
    assert waiting(lake, str(inbox), DONE) == (0, None)
    before = DONE.timestamp() - 100_000
    for name in ("read.txt", "changed.txt", "new.txt", "half.txt.part"):
        (inbox / name).write_text(name)
        os.utime(inbox / name, (before, before))
    told(lake, inbox / "read.txt", inbox / "changed.txt")
    count, newest = waiting(lake, str(inbox), DONE)
    assert newest is not None
    assert (count, newest.path.name) == (1, "new.txt")
    os.utime(inbox / "changed.txt")
    count, newest = waiting(lake, str(inbox / "*.txt"), DONE)
    assert newest is not None
    assert (count, newest.path.name) == (2, "changed.txt")


def test_an_inbox_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert waiting(open_lake(tmp_path / "lake"), str(tmp_path / "nowhere"), None) == (0, None)
