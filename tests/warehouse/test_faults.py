"""Each fault of disk and catalogue ends in one plain line, and in a lake that opens with its last published state."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from articles import AT, copied, facts, ingest, source, stamp

from warehouse import lake as lake_module
from warehouse import publish as publish_module
from warehouse.errors import LakeBroken, LakeBusy, LakeFault, WarehouseError
from warehouse.lake import Lake, find_lake, open_lake
from warehouse.maintain import compact, upgrade
from warehouse.publish import publish
from warehouse.query import _cut_off
from warehouse.raw import keep_raw, raw_path, read_raw
from warehouse.runs import Run, at_work
from warehouse.stage import stage
from warehouse.status import check, status_of


def count(lake: Lake) -> int:
    return status_of(lake).rows["articles"]


def one_line(error: WarehouseError) -> bool:
    return bool(str(error)) and "\n" not in str(error)


@pytest.fixture
def lake(small_lake: Path, tmp_path: Path) -> Lake:
    """A lake of the test's own that holds article-a."""
    return copied(small_lake, tmp_path / "lake")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB. Where none may be mounted, end_to_end/test_faults.py limits the size of files instead."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system may be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, small_lake: Path) -> None:
    lake = copied(small_lake, small_disk / "lake")
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * shutil.disk_usage(small_disk).free)
    with pytest.raises((LakeFault, OSError)) as told:
        ingest(lake, "b")
    assert isinstance(told.value, OSError) or (one_line(told.value) and "no space" in str(told.value))
    assert count(lake) == 1
    filler.unlink()
    ingest(lake, "b")
    assert count(lake) == 2
    assert check(lake) == []


def test_a_disk_that_fills_up_inside_the_transaction(small_disk: Path, small_lake: Path, tmp_path: Path) -> None:
    lake = copied(small_lake, small_disk / "lake")
    items = [facts(f"b{i}", body=facts().article.body + f"{i} " + tmp_path.name * 200) for i in range(200)]
    unit = stage(items, [source(one) for one in items], tmp_path / "staged", stamp())
    filler = small_disk / "filler"
    filler.write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 20_000))
    with pytest.raises(LakeFault, match="no space left") as told:
        publish(lake, [unit], Run("r", AT, "1", "1", "done", AT))
    assert one_line(told.value)
    assert count(lake) == 1
    filler.unlink()
    publish(lake, [unit], Run("r", AT, "1", "1", "done", AT))
    assert count(lake) == 201
    assert check(lake) == []


def test_a_read_only_lake(small_disk: Path, small_lake: Path) -> None:
    lake = copied(small_lake, small_disk / "lake")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    try:
        with pytest.raises(LakeFault, match="cannot be written") as told, at_work(lake, Run("r", AT, "1", "1")):
            pass
        assert one_line(told.value)
        with pytest.raises(LakeFault):
            open_lake(lake.folder)
        assert count(lake) == 1
    finally:
        subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    ingest(lake, "b")
    assert count(lake) == 2


def test_a_lake_folder_taken_away_in_the_middle(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    away = lake.folder.with_name("away")
    write = publish_module.write_sources

    def take_away(connection: object) -> None:
        lake.folder.rename(away)
        write(connection)  # type: ignore[arg-type]

    monkeypatch.setattr(publish_module, "write_sources", take_away)
    with pytest.raises(WarehouseError) as told:
        ingest(lake, "b")
    assert one_line(told.value)
    assert isinstance(told.value, LakeBroken)
    shutil.rmtree(lake.folder, ignore_errors=True)
    away.rename(lake.folder)
    assert count(lake) == 1
    assert check(lake) == []


def test_no_lake_at_all(tmp_path: Path) -> None:
    with pytest.raises(LakeBroken, match="there is no lake"):
        find_lake(tmp_path / "none")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


DAMAGE: list[Callable[[Path], None]] = [cut, scribble, Path.unlink]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_parquet_file_is_named(lake: Lake, damage: Callable[[Path], None]) -> None:
    assert check(lake) == []
    file = next(lake.data.rglob("articles/*.parquet"))
    damage(file)
    found = check(lake)
    assert any(str(file) in line for line in found)
    assert all("\n" not in line for line in found)
    with pytest.raises(LakeBroken) as told, lake.reading() as connection:
        connection.execute("SELECT max(body) FROM articles").fetchall()
    assert one_line(told.value)


@pytest.mark.parametrize("damage", [cut, scribble])
def test_a_damaged_catalogue_is_told(lake: Lake, damage: Callable[[Path], None]) -> None:
    kept = lake.catalog.read_bytes()
    damage(lake.catalog)
    assert check(lake)
    with pytest.raises(LakeBroken) as told:
        count(lake)
    assert one_line(told.value)
    with pytest.raises(LakeBroken):
        open_lake(lake.folder)
    lake.catalog.write_bytes(kept)  # the backup that docs/operations.md tells to keep
    assert count(lake) == 1
    assert check(lake) == []


def killed_before_a_commit(lake: Lake) -> None:
    lake_module._let_readers_read(lake.catalog)


def killed_before_its_tables(lake: Lake) -> None:
    lake.write(lambda _: None)


@pytest.mark.parametrize("left", [killed_before_a_commit, killed_before_its_tables])
def test_a_lake_whose_first_run_was_killed_is_empty(tmp_path: Path, left: Callable[[Lake], None]) -> None:
    lake = Lake(tmp_path / "lake")
    for folder in (lake.data, lake.staging):
        folder.mkdir(parents=True)
    left(lake)
    for ask in (status_of, upgrade, lambda it: compact(it, AT, timedelta())):
        with pytest.raises(LakeBroken, match="is empty: `pressledger run` fills it"):
            ask(lake)
    with pytest.raises(LakeBroken, match="is empty"), closing(_cut_off(lake, lake.catalog, 64)):
        pass
    ingest(open_lake(lake.folder), "a")
    assert count(lake) == 1


def test_a_backup_of_the_folder_is_a_lake(lake: Lake, tmp_path: Path) -> None:
    shutil.copytree(lake.folder, tmp_path / "restored")
    shutil.rmtree(lake.folder)
    restored = open_lake(tmp_path / "restored")
    assert count(restored) == 1
    ingest(restored, "b")
    assert check(restored) == []


def test_another_program_that_holds_the_catalogue(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lake_module, "ATTEMPTS", 1)
    holder = (
        "import sqlite3, sys, time\n"
        "c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN EXCLUSIVE'); print(1, flush=True)\n"
        "time.sleep(60)\n"
    )
    held = subprocess.Popen([sys.executable, "-c", holder, str(lake.catalog)], stdout=subprocess.PIPE)
    assert held.stdout
    held.stdout.readline()
    try:
        with pytest.raises(LakeBusy) as told:
            ingest(lake, "b")
        assert one_line(told.value)
    finally:
        held.kill()
        held.wait()
    assert count(lake) == 1


def test_raw_files_come_back_as_they_were(lake: Lake, tmp_path: Path) -> None:
    import hashlib

    file = tmp_path / "raw.html"
    file.write_bytes(b"<p>\xb0\xa1</p>" * 300_000)
    name = hashlib.sha256(file.read_bytes()).hexdigest()
    with file.open("rb") as stream:
        assert keep_raw(lake, name, stream)
    with read_raw(lake, name) as kept:
        assert kept.read() == file.read_bytes()
    with file.open("rb") as stream:
        assert not keep_raw(lake, "0" * 64, stream)
    assert [path.name for path in lake.raw.iterdir()] == [f"{name}.zst"]
    for damage in (cut, scribble):
        damage(raw_path(lake, name))
        with pytest.raises(LakeBroken, match="damaged"), read_raw(lake, name):
            pass
    with pytest.raises(LakeBroken, match="not kept"), read_raw(lake, "0" * 64):
        pass
