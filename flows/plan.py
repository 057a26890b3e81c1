"""A schedule as somebody asked for it: which inbox, into which lake, when. Imports no Prefect."""

import hashlib
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flows.errors import WrongUse

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SLUG = "tick"  # a schedule without a slug is a new one at each start


@dataclass(frozen=True, slots=True)
class Plan:
    """`inbox` and `lake` are absolute; one of `cron` (in `timezone`) and `every` is given."""

    inbox: str
    lake: str
    cron: str | None
    every: timedelta | None
    timezone: str

    @property
    def name(self) -> str:
        """The deployment's name: the folder's own and a key of inbox and lake, so that a restart finds itself."""
        key = hashlib.sha256(f"{self.inbox}\0{self.lake}".encode("utf-8", "surrogateescape")).hexdigest()[:6]
        word = re.sub(r"[^\w.-]+", "-", Path(self.inbox.split("*")[0]).name or "inbox").strip("-.") or "inbox"
        return f"{word}-{key}"

    @property
    def when(self) -> str:
        """The schedule in words."""
        return f"cron {self.cron} ({self.timezone})" if self.every is None else f"every {words(self.every)}"


def plan_of(inbox: str, lake: str, cron: str | None, every: str | None, timezone: str) -> Plan:
    """The plan; WrongUse names what cannot be meant."""
    if (cron is None) == (every is None):
        raise WrongUse('give one of --cron "0 6 * * *" and --every 10m')
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError):
        raise WrongUse(f"--timezone {timezone!r}: not a time zone; one is Asia/Seoul") from None
    if cron is not None and len(cron.split()) != 5:
        raise WrongUse(f'--cron {cron!r}: a cron line has five parts, e.g. "0 6 * * *"')
    places = (str(Path(inbox).absolute()), str(Path(lake).absolute()))
    return Plan(*places, cron, _span(every) if every else None, timezone)


def _span(text: str) -> timedelta:
    found = re.fullmatch(r"(\d{1,6})\s*([smhd])", text.strip().lower())
    if not found or not int(found[1]):
        raise WrongUse(f"--every {text!r}: a number and one of s, m, h, d, e.g. 10m")
    return timedelta(seconds=int(found[1]) * SECONDS[found[2]])


def words(span: timedelta) -> str:
    """The span in its largest whole unit: "90 m"."""
    seconds = int(span.total_seconds())
    unit = next(name for name in ("d", "h", "m", "s") if seconds % SECONDS[name] == 0)
    return f"{seconds // SECONDS[unit]} {unit}"
