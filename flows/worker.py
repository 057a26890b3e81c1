"""What a reading process does: files in, a spool of records out. Imports no Prefect, so that it starts at once.

The process is guarded against its files: a time limit for each, a memory limit for the process; and it ends when the
run that started it does, however that ends.
"""

import faulthandler
import multiprocessing
import os
import pickle
import resource
import signal
import struct
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.connection import wait
from pathlib import Path
from types import FrameType
from typing import BinaryIO, TextIO

from flows.reading import Source, facts_of_file, open_file
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import ArticleFacts, Rejection
from warehouse.lake import Lake
from warehouse.raw import keep_raw

ARTICLE = "article"  # the tally's key for what is no rejection
GRACE = 5.0  # seconds after which a process that heeds no signal is ended
MARK = struct.Struct("<QQ")  # the number of a file in its batch, and where its records begin in the spool


@dataclass(frozen=True, slots=True)
class Limits:
    """`seconds` is for one record of a file, `bytes` for the process's data."""

    seconds: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one batch: how many of each, and the spool that holds the records."""

    spool: Path
    files: int
    articles: int
    rejections: Counter[str]


class _TooSlow(BaseException):
    """Not an Exception: no reader of hostile text may swallow it."""


def begin(limits: Limits) -> None:
    """Make this process ready: run once when it starts."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(ValueError, OSError):  # a machine may allow less, or know no such limit
        resource.setrlimit(resource.RLIMIT_DATA, (limits.bytes, limits.bytes))
    _lexicon()


def read_batch(sources: tuple[Source, ...], spool: Path, limits: Limits, keep: Lake | None) -> Read:
    """Read every file into `spool`, and keep its raw bytes in the lake where there is one.

    Never raises for what the files hold; OSError or LakeFault when the disk does not take what is written.
    """
    tally = Counter[str]()
    with spool.open("wb") as out, marks(spool).open("wb", buffering=0) as mark:
        for number, source in enumerate(sources):
            out.flush()
            mark.write(MARK.pack(number, out.tell()))
            if keep and not source.kept:
                _keep(source, keep)
            tally += _read_file(source, out, limits)
    marks(spool).unlink()
    articles = tally.pop(ARTICLE, 0)
    return Read(spool, len(sources), articles, tally)


def marks(spool: Path) -> Path:
    """Where a batch notes which file it is at; gone when the batch is done."""
    return spool.with_name(f"{spool.name}.marks")


def records_of(spool: Path) -> Iterator[ArticleFacts | Rejection]:
    """The records of a spool that this run wrote, one at a time."""
    with spool.open("rb") as records:
        while records.peek(1):
            yield pickle.load(records)  # noqa: S301 - written by this run's own processes


def _read_file(source: Source, out: BinaryIO, limits: Limits) -> Counter[str]:
    """Write the file's records to `out`; what stopped the reading is the last of them. Counts them by reason."""
    tally = Counter[str]()
    whole = out.tell()
    try:
        with _clock(limits.seconds) as start:
            for record in facts_of_file(source, _lexicon()):
                pickle.dump(record, out, pickle.HIGHEST_PROTOCOL)
                whole = out.tell()
                tally[record.reason if isinstance(record, Rejection) else ARTICLE] += 1
                start()
    except (_TooSlow, Exception) as error:  # a fault of ours costs one file, never the run
        out.seek(whole)  # half a record may stand behind it
        out.truncate()
        refused = _refused(source, error, limits)
        pickle.dump(refused, out, pickle.HIGHEST_PROTOCOL)
        tally[refused.reason] += 1
    return tally


def _keep(source: Source, lake: Lake) -> None:
    """A file that is gone or changed is not kept: reading it says so."""
    try:
        opened = open_file(source.path)
    except OSError:
        return
    with opened as stream:
        keep_raw(lake, source.sha256, stream)


def _refused(source: Source, error: BaseException, limits: Limits) -> Rejection:
    match error:
        case _TooSlow():
            reason, detail = "too_slow", f"not read within {limits.seconds:g} s"
        case MemoryError():
            reason, detail = "too_large", "not read within the memory of one process"
        case RecursionError():
            reason, detail = "too_deep", "nested too deeply"
        case _:
            reason, detail = "internal_error", f"{type(error).__name__}: {error}"[:500]
    return Rejection(source.uri, source.sha256, "parse", reason, detail)


@contextmanager
def _clock(seconds: float) -> Iterator[Callable[[], None]]:
    """Raise _TooSlow in the body `seconds` after its start, or after the last call of what it is given.

    A signal is seen by Python code and by regular expressions. Code in C that sees none is ended with its process a
    while later: the pool then knows by the marks which file it was.
    """

    def start() -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_nowhere())

    signal.signal(signal.SIGALRM, _too_slow)
    start()
    try:
        yield start
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        faulthandler.cancel_dump_traceback_later()


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise _TooSlow


@cache
def _nowhere() -> TextIO:
    return Path(os.devnull).open("w")


@cache
def _lexicon() -> Lexicon:
    """Loaded once in each process."""
    return load()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
