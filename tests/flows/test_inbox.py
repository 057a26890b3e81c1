import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.ahead import Input
from flows.discover import Found, discover
from flows.inbox import still_files


def names(found: Iterator[Input]) -> list[str]:
    return [one.path.name for one in found if isinstance(one, Found)]


def test_old_files_come_at_once_and_young_ones_after_they_stood_still(tmp_path: Path) -> None:
    for name in ("old.txt", "young.txt"):
        (tmp_path / name).write_text("x")
    os.utime(tmp_path / "old.txt", (1, 1))
    assert names(still_files(discover([str(tmp_path)]), 0.05)) == ["old.txt", "young.txt"]


def test_a_file_that_grows_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "growing.txt"
    file.write_text("x")
    monkeypatch.setattr(time, "sleep", lambda seconds: file.write_text("xx"))
    assert names(still_files(discover([str(tmp_path)]), 60)) == []


def test_a_file_that_was_renamed_away_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x")
    monkeypatch.setattr(time, "sleep", lambda seconds: file.unlink())
    assert names(still_files(discover([str(tmp_path)]), 60)) == []


def test_a_file_from_the_future_is_read_when_it_stands_still(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    os.utime(tmp_path / "a.txt", (time.time() + 9e5, time.time() + 9e5))
    assert names(still_files(discover([str(tmp_path)]), 0.01)) == ["a.txt"]


@pytest.mark.parametrize("name", ["a.html.part", ".a.html.Xy12", "~$a.docx", "a.crdownload", "A.TMP"])
def test_names_of_unfinished_files(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    os.utime(tmp_path / name, (1, 1))
    assert names(still_files(discover([str(tmp_path)]), 1)) == []
