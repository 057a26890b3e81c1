"""The flows that write articles to the lake. Their parameters are plain, so that Prefect's form explains itself."""

from datetime import date
from typing import Any

from prefect import Flow, flow
from prefect.client.schemas.objects import FlowRun, State

from flows.jobs import inbox as still_in
from flows.jobs import new_files, outdated, rejected
from flows.minded import end_with_parent
from flows.notify import notify
from flows.publishing import publish_all
from flows.settings import load
from flows.summary import Summary, lines


def told(flow: Flow[..., Any], flow_run: FlowRun, state: State[Any]) -> None:
    """A run that failed is told to whom the settings name."""
    settings = load(lake=flow_run.parameters.get("lake"))
    notify(settings, flow.name, "failed", " ".join((state.message or "").split()))


@flow(name="ingest", description="Files -> articles and facts -> the lake.", on_failure=[told])
def ingest(paths: list[str], lake: str = "./lake") -> Summary:
    """Ingest what is new in files, folders and globs.

    Args:
        paths: Files, folders and globs of raw articles on the machine that runs the flow.
        lake: The folder of the lake.
    """
    return publish_all(new_files(paths), load(lake=lake))


@flow(
    name="inbox", description="What is new and still in an inbox -> the lake.", persist_result=False, on_failure=[told]
)
def inbox(paths: list[str], lake: str = "./lake") -> Summary:
    """Ingest what is new in folders that others write into; files that are still being written wait for the next run.

    Args:
        paths: Folders and globs of raw articles on the machine that runs the flow.
        lake: The folder of the lake.
    """
    end_with_parent()  # the schedule that started this process may be killed
    settings = load(lake=lake)
    summary = publish_all(still_in(paths, settings.still_seconds), settings)
    if summary.files or summary.held:
        print(next(lines(summary)), flush=True)
    return summary


@flow(
    name="backfill",
    description="Kept raw files -> read again by this code and lexicon.",
    persist_result=False,
    on_failure=[told],
)
def backfill(
    lake: str = "./lake",
    since: date | None = None,
    until: date | None = None,
    sources: str | None = None,
    reason: str | None = None,
) -> Summary:
    """Read again what older code or another lexicon has read.

    Args:
        lake: The folder of the lake.
        since: Only articles published on this day or later.
        until: Only articles published on this day or earlier.
        sources: Only files whose name fits this glob, e.g. "inbox/2025-*".
        reason: Why, for the lake's history.
    """
    return publish_all(outdated(since, until, sources, reason), load(lake=lake))


@flow(name="retry", description="Rejected files -> read again.", on_failure=[told])
def retry(lake: str = "./lake", reason: str | None = None) -> Summary:
    """Read again what was rejected and is not resolved.

    Args:
        lake: The folder of the lake.
        reason: Only what was rejected for this reason, e.g. "undecodable".
    """
    return publish_all(rejected(reason), load(lake=lake))
