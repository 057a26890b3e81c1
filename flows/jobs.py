"""What a run is asked to read: what is new in some folders, what older code has read, what was rejected."""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from flows.ahead import Input
from flows.discover import discover, expand
from flows.inbox import still_files
from flows.reading import Source
from warehouse.engine import quoted
from warehouse.lake import Lake
from warehouse.raw import raw_path
from warehouse.runs import Run

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Job:
    """`inputs` finds the files, `known` are those (uri, sha256) to skip; `message` is for the lake's history."""

    message: str
    inputs: Callable[[Lake, Run], Iterator[Input]]
    known: Callable[[Lake, Run], Container[Key]]


def new_files(paths: Sequence[str]) -> Job:
    """What is new in files, folders and globs. WrongUse if one is not there."""
    expand(paths)
    return Job(f"run {' '.join(paths)}"[:200], lambda lake, run: discover(paths), _read_before)


def inbox(paths: Sequence[str], still_seconds: float) -> Job:
    """What is new and still in folders that others write into. A folder that is not there yet is empty."""
    there = [path for path in paths if Path(path).exists() or "*" in path]

    def inputs(lake: Lake, run: Run) -> Iterator[Input]:
        return still_files(discover(there), still_seconds)

    return Job(f"inbox {' '.join(paths)}"[:200], inputs, _read_before)


def outdated(
    since: date | None = None, until: date | None = None, sources: str | None = None, reason: str | None = None
) -> Job:
    """What was read by other code or another lexicon: by day of publication, and by a glob over the files' names."""
    where = ["true"]
    if since:
        where.append(f"a.published_at >= {quoted(since)}::DATE")
    if until:
        where.append(f"a.published_at < {quoted(until)}::DATE + 1")
    dated = f"EXISTS (FROM articles a WHERE list_contains(s.article_ids, a.article_id) AND {' AND '.join(where)})"
    condition = dated if since or until else "true"
    if sources:
        condition += f" AND s.source_uri GLOB {quoted(sources)}"
    return Job(
        f"backfill: {reason or 'code or lexicon changed'}",
        lambda lake, run: _kept(lake, f"NOT ({_made_by(run)}) AND {condition}"),
        lambda lake, run: (),
    )


def rejected(reason: str | None = None) -> Job:
    """What was rejected and is not resolved: all, or for one reason."""
    condition = "r.resolved_run_id IS NULL" + (f" AND r.reason = {quoted(reason)}" if reason else "")
    holds = f"EXISTS (FROM rejections r WHERE {condition} AND {_OF_SOURCE})"
    return Job("retry", lambda lake, run: _kept(lake, holds), lambda lake, run: ())


_OF_SOURCE = """r.source_sha256 = s.source_sha256 AND starts_with(r.source_uri, s.source_uri)
    AND r.source_uri[length(s.source_uri) + 1] IN ('', '!', '#')"""


def _kept(lake: Lake, condition: str) -> Iterator[Input]:
    """The sources that meet the condition, from the raw files kept; from their old place where none is kept."""
    query = f"SELECT source_uri, source_sha256, size FROM sources s WHERE {condition} ORDER BY source_uri"  # noqa: S608
    for uri, sha256, size in _rows(lake, query):
        if sha256 and raw_path(lake, sha256).is_file():
            yield Source(Path(uri), uri, sha256, size, lake)
        elif Path(uri).exists():
            yield from discover([uri])


def _read_before(lake: Lake, run: Run) -> set[Key]:
    """What this code and this lexicon have read.

    A copy of another name is not among them: which of two names an article bears must not hang on the order of runs.
    """
    query = f"SELECT source_uri, source_sha256 FROM sources WHERE source_sha256 <> '' AND {_made_by(run)}"  # noqa: S608
    return {(uri, sha256) for uri, sha256 in _rows(lake, query)}


def _made_by(run: Run) -> str:
    return f"code_version = {quoted(run.code_version)} AND lexicon_version = {quoted(run.lexicon_version)}"


def _rows(lake: Lake, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of one snapshot, fetched in pieces."""
    with lake.reading() as connection:
        rows = connection.execute(query)
        while piece := rows.fetchmany(100_000):
            yield from piece
