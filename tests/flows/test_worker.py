import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import worker
from flows.discover import Found
from flows.reading import Source, facts_of_file, source_of
from flows.worker import Limits, read_batch, records_of
from tests.flows.records import facts
from transforms.records import ArticleFacts, Rejection
from warehouse.lake import Lake

LIMITS = Limits(5, 2**30)


def source(path: Path, content: bytes = b"x") -> Source:
    path.write_bytes(content)
    status = path.stat()
    found = source_of(Found(path, str(path), status.st_size, status.st_mtime_ns))
    assert isinstance(found, Source)
    return found


def reading(monkeypatch: pytest.MonkeyPatch, reader: object) -> None:
    monkeypatch.setattr(worker, "facts_of_file", reader)
    monkeypatch.setattr(worker, "_lexicon", lambda: None)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [(MemoryError(), "too_large"), (RecursionError(), "too_deep"), (KeyError("x"), "internal_error")],
)
def test_a_fault_costs_one_file_and_keeps_what_was_read_of_it(
    fault: Exception, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(source: Source, lexicon: object) -> Iterator[ArticleFacts]:
        yield facts(source.uri)
        if "bad" in source.uri:
            raise fault

    reading(monkeypatch, reader)
    sources = tuple(source(tmp_path / name) for name in ("a", "bad", "c"))
    read = read_batch(sources, tmp_path / "spool", LIMITS, None)
    records = list(records_of(read.spool))
    assert (read.files, read.articles, dict(read.rejections)) == (3, 3, {reason: 1})
    assert [type(one).__name__ for one in records] == ["ArticleFacts", "ArticleFacts", "Rejection", "ArticleFacts"]


def test_a_file_over_its_time_is_rejected_even_where_the_reader_catches_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reader(source: Source, lexicon: object) -> Iterator[ArticleFacts]:
        while "slow" in source.uri:
            try:
                time.sleep(1)
            except Exception:  # as a library does that hides what it was interrupted by
                continue
        yield facts(source.uri)

    reading(monkeypatch, reader)
    sources = tuple(source(tmp_path / name) for name in ("a", "slow", "c"))
    read = read_batch(sources, tmp_path / "spool", Limits(0.2, 2**30), None)
    assert (read.articles, dict(read.rejections)) == (2, {"too_slow": 1})


def test_half_a_record_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Unfit:
        def __reduce__(self) -> object:
            raise ValueError("no pickle of this")

    def reader(source: Source, lexicon: object) -> Iterator[object]:
        yield facts("whole")
        yield (b"x" * 100_000, Unfit())

    reading(monkeypatch, reader)
    read = read_batch((source(tmp_path / "a"),), tmp_path / "spool", LIMITS, None)
    whole, refused = records_of(read.spool)
    assert isinstance(whole, ArticleFacts)
    assert isinstance(refused, Rejection)
    assert refused.reason == "internal_error"


def test_raw_bytes_are_kept_under_their_hash_and_read_again_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lake = Lake(tmp_path / "lake")
    one = source(tmp_path / "a.txt", "내용".encode())
    reading(monkeypatch, lambda source, lexicon: iter(()))
    read_batch((one,), tmp_path / "spool", LIMITS, lake)
    (tmp_path / "a.txt").unlink()
    seen: list[bytes] = []
    monkeypatch.setattr(
        "flows.reading.read_facts",
        lambda uri, sha256, stream, lexicon: iter([facts(uri, body=stream.read().decode())]),
    )
    kept = Source(one.path, one.uri, one.sha256, one.size, lake)
    [again] = facts_of_file(kept, None)  # type: ignore[arg-type]
    assert isinstance(again, ArticleFacts)
    assert again.article.body == "내용"
    assert seen == []


def test_a_file_that_changed_since_it_was_hashed_waits_for_the_next_run(tmp_path: Path) -> None:
    one = source(tmp_path / "a.txt", b"before")
    (tmp_path / "a.txt").write_bytes(b"after!")
    [refused] = facts_of_file(one, None)  # type: ignore[arg-type]
    assert isinstance(refused, Rejection)
    assert (refused.reason, refused.source_sha256) == ("changed_while_read", one.sha256)


def test_a_large_file_is_streamed_from_its_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.reading.IN_MEMORY", 10)
    one = source(tmp_path / "a.txt", b"0123456789abcdef")
    given: list[io.BufferedReader] = []

    def reader(uri: str, sha256: str, stream: io.BufferedReader, lexicon: object) -> Iterator[ArticleFacts]:
        given.append(stream)
        yield facts(uri, body=stream.read().decode())

    monkeypatch.setattr("flows.reading.read_facts", reader)
    [record] = facts_of_file(one, None)  # type: ignore[arg-type]
    assert isinstance(record, ArticleFacts)
    assert record.article.body == "0123456789abcdef"
    assert isinstance(given[0], io.BufferedReader)


def test_a_file_that_cannot_be_opened_is_a_rejection(tmp_path: Path) -> None:
    [refused] = facts_of_file(Source(tmp_path / "gone", "gone", "0" * 64, 1), None)  # type: ignore[arg-type]
    assert isinstance(refused, Rejection)
    assert refused.reason == "unreadable"
