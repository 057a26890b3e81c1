"""The processes that read. One that dies of a file takes its batch with it: the batch is read again in halves until the
file stands alone and is rejected."""

import multiprocessing
import pickle
from collections import Counter
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from pathlib import Path
from threading import Lock

from flows.reading import Source
from flows.worker import Limits, Read, begin, read_batch, records_of
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

    def alone(self, sources: Sources, spool: Path, keep: Lake | None) -> Read:
        """Read a batch whose process died, halving it until the file that kills is known."""
        with _executor(1, self._limits) as executor:
            try:
                return executor.submit(read_batch, sources, spool, self._limits, keep).result()
            except BrokenExecutor:
                if len(sources) == 1:
                    return _died(sources[0], spool)
        middle = len(sources) // 2
        halves = (sources[:middle], sources[middle:])
        parts = [self.alone(half, spool.with_name(f"{spool.name}.{at}"), keep) for at, half in enumerate(halves)]
        return _joined(parts, spool)

    def close(self) -> None:
        """End the processes; what they have not begun is dropped."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        for process in list((getattr(self._executor, "_processes", None) or {}).values()):
            process.terminate()


def _executor(workers: int, limits: Limits) -> ProcessPoolExecutor:
    """Fresh processes (`spawn`): they hold none of our locks, sockets or threads. All are started now."""
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=begin, initargs=(limits,))
    _wake(executor, workers)
    return executor


def _wake(executor: Executor, workers: int) -> None:
    for _ in range(workers):
        executor.submit(int)


def _died(source: Source, spool: Path) -> Read:
    rejection = Rejection(source.uri, source.sha256, "parse", "reader_died", "the process that read it died")
    spool.write_bytes(pickle.dumps(rejection, pickle.HIGHEST_PROTOCOL))
    return Read(spool, 1, 0, Counter([rejection.reason]))


def _joined(parts: list[Read], spool: Path) -> Read:
    with spool.open("wb") as out:
        for part in parts:
            for record in records_of(part.spool):
                pickle.dump(record, out, pickle.HIGHEST_PROTOCOL)
            part.spool.unlink()
    rejections = sum((part.rejections for part in parts), Counter[str]())
    return Read(spool, sum(part.files for part in parts), sum(part.articles for part in parts), rejections)
