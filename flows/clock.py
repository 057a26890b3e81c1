"""The one clock of the program: what is pure is handed the moment."""

from datetime import UTC, datetime


def now() -> datetime:
    """UTC without zone, as the lake's tables hold it."""
    return datetime.now(UTC).replace(tzinfo=None)
