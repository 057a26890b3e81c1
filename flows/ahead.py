"""Reads ahead: files are found, hashed and read in the background from the first moment, while everything else starts.

The look-ahead is bounded (`AHEAD` batches on disk), so that a million files need no more room than a few thousand.
"""

from collections.abc import Container, Iterator
from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from threading import BoundedSemaphore, Event, Thread

from flows.discover import Found
from flows.pool import Pool
from flows.reading import Source, source_of
from flows.worker import Read
from transforms.records import Rejection
from warehouse.lake import Lake

AHEAD = 100  # batches that are read or waiting to be taken
FIRST = 8  # files of the first batch; each next one doubles, so that all processes have work soon
BATCH_BYTES = 32 * 2**20
SKIPPED = 5_000  # known files after which an empty batch tells how far it is

Input = Found | Source | Rejection


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that are read together. `refused` are those that could not even be opened; `skipped` counts known ones."""

    number: int
    sources: tuple[Source, ...]
    refused: tuple[Rejection, ...]
    skipped: int
    future: Future[Read]
    spool: Path

    @property
    def files(self) -> int:
        """Files that are new in this batch."""
        return len(self.sources) + len(self.refused)


@dataclass(slots=True)
class _Gathered:
    sources: list[Source] = field(default_factory=list)
    refused: list[Rejection] = field(default_factory=list)
    skipped: int = 0
    size: int = 0


class Ahead:
    """Batches in the order in which their files were found. Iterate once; `close` ends the reading."""

    def __init__(
        self,
        found: Iterator[Input],
        known: Container[tuple[str, str]],
        pool: Pool,
        folder: Path,
        batch_files: int,
        keep: Lake | None,
    ) -> None:
        self._found = found
        self._known = known
        self._pool = pool
        self._folder = folder
        self._batch_files = batch_files
        self._keep = keep
        self._batches: Queue[Batch | BaseException | None] = Queue()
        self._room = BoundedSemaphore(AHEAD)
        self._closed = Event()
        self.something = Event()  # set as soon as one file is new: then there will be something to validate
        self._feeder = Thread(target=self._feed, name="discover", daemon=True)
        self._feeder.start()

    def __iter__(self) -> Iterator[Batch]:
        while (batch := self._batches.get()) is not None:
            if isinstance(batch, BaseException):
                raise batch
            yield batch

    def result(self, batch: Batch) -> Read:
        """What came of the batch; waits for it."""
        try:
            return batch.future.result()
        except BrokenExecutor:
            return self._pool.rescue(batch.sources, batch.spool, self._keep)

    def taken(self, batch: Batch) -> None:
        """The batch is staged: its spool goes, and another may be read."""
        batch.spool.unlink(missing_ok=True)
        self._room.release()

    def close(self) -> None:
        """Stop finding and reading."""
        self._closed.set()
        self._pool.close()

    def _feed(self) -> None:
        try:
            for number, gathered in enumerate(self._gather()):
                while not self._room.acquire(timeout=0.2):
                    if self._closed.is_set():
                        return
                sources = tuple(gathered.sources)
                spool = self._folder / f"{number:06d}.spool"
                future = self._pool.submit(sources, spool, self._keep)
                self._batches.put(Batch(number, sources, tuple(gathered.refused), gathered.skipped, future, spool))
            self._batches.put(None)
        except BaseException as error:  # handed to the reader of the batches, which is another thread
            self._batches.put(error)

    def _gather(self) -> Iterator[_Gathered]:
        size = FIRST
        gathered = _Gathered()
        for found in self._found:
            if self._closed.is_set():
                return
            self._add(found, gathered)
            count = len(gathered.sources) + len(gathered.refused)
            if count >= min(size, self._batch_files) or gathered.size >= BATCH_BYTES or gathered.skipped >= SKIPPED:
                yield gathered
                gathered, size = _Gathered(), size * 2
        yield gathered

    def _add(self, found: Input, gathered: _Gathered) -> None:
        source = source_of(found) if isinstance(found, Found) else found
        if isinstance(source, Rejection):
            gathered.refused.append(source)
        elif (source.uri, source.sha256) in self._known:
            gathered.skipped += 1
        else:
            self.something.set()
            gathered.sources.append(source)
            gathered.size += source.size
