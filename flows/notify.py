"""Tells somebody that a run failed or kept something out: a webhook, a line in a file (settings on_failure_*)."""

import urllib.request
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flows.errors import WrongUse
from flows.jsonlines import dumps
from flows.settings import Settings

SECONDS = 10


def notify(settings: Settings, flow: str, what: str, cause: str) -> None:
    """Tell it once. A webhook that does not answer is not tried again: the run's own record stands in the lake."""
    event = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "lake": settings.lake, "flow": flow}
    line = dumps(event | {"what": what, "cause": cause[:500]})
    if settings.on_failure_file:
        with settings.on_failure_file.open("ab") as file:
            file.write(line + b"\n")
    if settings.on_failure_url:
        if urlsplit(settings.on_failure_url).scheme not in ("http", "https"):
            raise WrongUse(f"on_failure_url: {settings.on_failure_url!r} is no http address")
        request = urllib.request.Request(  # noqa: S310 - the scheme was looked at
            settings.on_failure_url, line, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=SECONDS):  # noqa: S310
            pass
