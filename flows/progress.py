"""How a run shows itself: a bar on a terminal, plain lines where there is none. All of it on stderr."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)

PLAIN_SECONDS = 5.0  # between two plain lines


class Watcher(Protocol):
    """Told what has come of the files so far."""

    def found(self, files: int) -> None:
        """So many new files have been found by now, known ones among them."""

    def read(self, files: int, articles: int, rejections: int) -> None:
        """So many files, articles and rejections have been read by now."""

    def doing(self, what: str) -> None:
        """What happens now, in a word or two."""


@contextmanager
def watcher() -> Iterator[Watcher]:
    """The right one for this process's stderr."""
    if sys.stderr.isatty():
        with _Bar.open() as bar:
            yield bar
    else:
        yield _Lines()


@dataclass(slots=True)
class _Bar:
    progress: Progress
    task: TaskID

    @classmethod
    @contextmanager
    def open(cls) -> Iterator["_Bar"]:
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn("{task.completed:.0f}/{task.total:.0f} files"),
            TextColumn("{task.fields[articles]} articles"),
            TextColumn("{task.fields[rejections]} rejections"),
            TextColumn("{task.fields[rate]:.0f}/s"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
            yield cls(progress, progress.add_task("starting", total=0, articles=0, rejections=0, rate=0.0))

    def found(self, files: int) -> None:
        self.progress.update(self.task, total=files)

    def read(self, files: int, articles: int, rejections: int) -> None:
        elapsed = self.progress.tasks[self.task].elapsed or 0
        rate = files / elapsed if elapsed else 0.0
        self.progress.update(self.task, completed=files, articles=articles, rejections=rejections, rate=rate)

    def doing(self, what: str) -> None:
        self.progress.update(self.task, description=what)


@dataclass(slots=True)
class _Lines:
    started: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)
    total: int = 0

    def found(self, files: int) -> None:
        self.total = files

    def read(self, files: int, articles: int, rejections: int) -> None:
        now = time.monotonic()
        if now - self.told >= PLAIN_SECONDS:
            self.told = now
            rate = files / (now - self.started)
            counts = f"{files} of {self.total} files, {articles} articles, {rejections} rejections, {rate:.0f} files/s"
            print(counts, file=sys.stderr, flush=True)

    def doing(self, what: str) -> None:
        pass
