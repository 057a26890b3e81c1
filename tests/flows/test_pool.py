import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import pool as pools
from flows.ahead import Ahead, Batch
from flows.discover import Found, discover
from flows.pool import Pool
from flows.worker import Limits
from tests.flows import deadly
from transforms.records import Rejection


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    monkeypatch.setattr(pools, "read_batch", deadly.read_batch)
    pool = Pool(2, Limits(5, 2**30))
    yield pool
    pool.close()


def ahead_of(folder: Path, pool: Pool, known: object = (), batch_files: int = 100) -> Ahead:
    (folder / "spools").mkdir()
    inbox = str(folder / "inbox")
    return Ahead(discover([inbox]), known, pool, folder / "spools", batch_files, None)  # type: ignore[arg-type]


def files(folder: Path, *names: str) -> None:
    (folder / "inbox").mkdir()
    for name in names:
        (folder / "inbox" / name).write_text(name)


def records(batch: Batch) -> list[object]:
    found = []
    with batch.spool.open("rb") as spool:
        while spool.peek(1):
            found.append(pickle.load(spool))
    return found


def test_a_file_that_kills_its_process_is_rejected_and_no_other(tmp_path: Path, pool: Pool) -> None:
    files(tmp_path, *(f"{n}.txt" for n in range(5)), "deadly.txt", "last.txt")
    ahead = ahead_of(tmp_path, pool)
    [batch] = ahead
    read = ahead.result(batch)
    found = records(batch)
    died = [one for one in found if isinstance(one, Rejection)]
    assert [(Path(one.source_uri).name, one.reason) for one in died] == [("deadly.txt", "reader_died")]
    assert len(found) == 7
    assert (read.files, read.articles, dict(read.rejections)) == (7, 6, {"reader_died": 1})


def test_batches_keep_the_order_and_spools_go_when_they_are_taken(tmp_path: Path, pool: Pool) -> None:
    names = [f"{n:03d}.txt" for n in range(40)]
    files(tmp_path, *names)
    ahead = ahead_of(tmp_path, pool, batch_files=10)
    seen: list[str] = []
    for batch in ahead:
        ahead.result(batch)
        seen += [Path(str(uri)).name for uri in records(batch)]
        ahead.taken(batch)
    assert seen == names
    assert list((tmp_path / "spools").iterdir()) == []


def test_known_files_are_counted_and_not_read(tmp_path: Path, pool: Pool) -> None:
    files(tmp_path, "a.txt", "b.txt")

    class AllKnown:
        def __contains__(self, key: tuple[str, str]) -> bool:
            return key[0].endswith("a.txt") and len(key[1]) == 64

    [batch] = ahead_of(tmp_path, pool, AllKnown())
    assert (batch.skipped, [Path(source.uri).name for source in batch.sources]) == (1, ["b.txt"])


def test_a_fault_while_finding_comes_out_where_batches_are_taken(tmp_path: Path, pool: Pool) -> None:
    def broken() -> Iterator[Found]:
        yield from ()
        raise OSError("the disk is gone")

    (tmp_path / "spools").mkdir()
    ahead = Ahead(broken(), (), pool, tmp_path / "spools", 10, None)
    with pytest.raises(OSError, match="the disk is gone"):
        list(ahead)
