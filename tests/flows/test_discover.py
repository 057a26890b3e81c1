import os
import socket
from pathlib import Path

import pytest

from flows.discover import Found, discover, expand, uri_of
from flows.errors import WrongUse
from transforms.records import Rejection


def uris(*paths: Path | str) -> list[str]:
    return [one.uri for one in discover([str(path) for path in paths]) if isinstance(one, Found)]


def refused(path: Path) -> dict[str, str]:
    found = discover([str(path)])
    return {Path(one.source_uri).name: one.reason for one in found if isinstance(one, Rejection)}


def test_files_come_by_name_within_their_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/y.txt", "c.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
    assert [uri.removeprefix(f"{tmp_path}/") for uri in uris(tmp_path)] == ["a/y.txt", "a/z.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize("at_once", [1, 3, 7, 8])
def test_names_come_in_pieces_and_each_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr("flows.discover.NAMES", at_once)
    names = ["가.txt", "a.txt", "Z.txt", "b", "나.txt", "a", "0.txt"]
    for name in names:
        (tmp_path / name).write_text(name)
    assert [Path(uri).name for uri in uris(tmp_path)] == sorted(names, key=os.fsencode)


def test_a_file_named_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    assert len(uris(tmp_path, tmp_path / "a.txt", f"{tmp_path}/*.txt")) == 1


def test_globs_and_names_that_look_like_globs(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "[x].txt"):
        (tmp_path / name).write_text(name)
    assert [Path(uri).name for uri in uris(f"{tmp_path}/a*.txt")] == ["a1.txt", "a2.txt"]
    assert [Path(uri).name for uri in uris(tmp_path / "[x].txt")] == ["[x].txt"]


@pytest.mark.parametrize("path", ["nowhere", "nowhere/*.txt"])
def test_a_path_that_is_not_there_is_wrong_use(path: str) -> None:
    with pytest.raises(WrongUse, match="no such file"):
        expand([path])


def test_odd_names_are_printable_and_distinct(tmp_path: Path) -> None:
    names = [b"quote'\".txt", b"new\nline.txt", "\u202eright.txt".encode(), b"latin-\xe9.txt", "한글 이름.txt".encode()]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("x")
    found = uris(tmp_path)
    assert len(set(found)) == len(names)
    assert all("\n" not in uri and uri.encode("utf-8") for uri in found)
    assert uri_of(Path(os.fsdecode(b"latin-\xe9.txt"))) == "latin-%E9.txt"


def test_what_is_no_file_is_told_and_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "sock"))
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
        (tmp_path / "out").symlink_to("/etc/hostname")
        assert refused(tmp_path) == {
            "pipe": "fifo",
            "sock": "socket",
            "loop": "unreadable",
            "gone": "unreadable",
            "out": "symlink_outside",
        }


def test_a_link_within_the_folder_is_a_file_and_a_linked_folder_is_not_walked(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.txt").write_text("a")
    (tmp_path / "link.txt").symlink_to(tmp_path / "deep" / "a.txt")
    (tmp_path / "again").symlink_to(tmp_path / "deep")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    assert [Path(uri).name for uri in uris(tmp_path)] == ["a.txt", "link.txt"]


def test_a_lake_inside_of_the_folder_is_no_input(tmp_path: Path) -> None:
    (tmp_path / "lake" / "data").mkdir(parents=True)
    (tmp_path / "lake" / "catalog.sqlite").write_text("")
    (tmp_path / "lake" / "data" / "x.parquet").write_text("")
    (tmp_path / "a.txt").write_text("a")
    assert [Path(uri).name for uri in uris(tmp_path)] == ["a.txt"]
