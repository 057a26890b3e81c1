"""The processes that read. One may die of a file: the file is found by the marks of its batch, and rejected alone."""

import multiprocessing
import pickle
from collections import Counter
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from flows.reading import Source
from flows.worker import ARTICLE, MARK, Limits, Read, begin, marks, read_batch, records_of
from transforms.records import Rejection
from warehouse.lake import Lake

Sources = tuple[Source, ...]


class Pool:
    """Reading processes, started at once. Holds the one thing that changes: the executor, renewed when it broke."""

    def __init__(self, workers: int, limits: Limits) -> None:
        self._workers = workers
        self._limits = limits
        self._lock = Lock()
        self._executor = _executor(workers, limits)

    def submit(self, sources: Sources, spool: Path, keep: Lake | None) -> Future[Read]:
        """Read a batch in the background. BrokenExecutor comes out of the future, not of this call."""
        with self._lock:
            try:
                return self._executor.submit(read_batch, sources, spool, self._limits, keep)
            except BrokenExecutor:
                self._executor = _executor(self._workers, self._limits)
                return self._executor.submit(read_batch, sources, spool, self._limits, keep)

    def rescue(self, sources: Sources, spool: Path, keep: Lake | None) -> Read:
        """Read on where a process died: what it had read stays, the file it was at is tried alone, then rejected."""
        whole = spool.with_name(f"{spool.name}.whole")
        left = sources
        with whole.open("wb") as out:
            while left:
                if marks(spool).is_file():
                    number = _salvaged(spool, out)
                    suspect, left = left[number], left[number + 1 :]
                    if self._alone((suspect,), spool, keep):
                        out.write(spool.read_bytes())
                    else:
                        pickle.dump(_died(suspect), out)
                if left and self._alone(left, spool, keep):
                    out.write(spool.read_bytes())
                    left = ()
        whole.replace(spool)
        marks(spool).unlink(missing_ok=True)
        return _counted(spool, len(sources))

    def _alone(self, sources: Sources, spool: Path, keep: Lake | None) -> bool:
        """Read these in a process of their own; False when it dies."""
        marks(spool).unlink(missing_ok=True)
        with _executor(1, self._limits) as executor:
            try:
                executor.submit(read_batch, sources, spool, self._limits, keep).result()
            except BrokenExecutor:
                return False
        return True

    def close(self) -> None:
        """End the processes, also one that heeds nothing; what they have not begun is dropped."""
        processes = list((self._executor._processes or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()


def _executor(workers: int, limits: Limits) -> ProcessPoolExecutor:
    """Fresh processes (`spawn`): they hold none of our locks, sockets or threads. All are started now."""
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=begin, initargs=(limits,))
    for _ in range(workers):
        executor.submit(int)
    return executor


def _salvaged(spool: Path, out: BinaryIO) -> int:
    """Copy the records of the files that were read whole; the number of the file at which the process died."""
    number, size = MARK.unpack(marks(spool).read_bytes()[-MARK.size :])
    with spool.open("rb") as records:
        out.write(records.read(size))
    return int(number)


def _died(source: Source) -> Rejection:
    return Rejection(source.uri, source.sha256, "parse", "reader_died", "the process that read it died")


def _counted(spool: Path, files: int) -> Read:
    tally = Counter(one.reason if isinstance(one, Rejection) else ARTICLE for one in records_of(spool))
    articles = tally.pop(ARTICLE, 0)
    return Read(spool, files, articles, tally)
