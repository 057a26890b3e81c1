"""What one file may still cost, shared by all that is read out of it."""

from dataclasses import dataclass

from transforms import limits


class Unreadable(Exception):  # noqa: N818 - named for what the caller does with it
    """A container that cannot be read, or not within the limits: `reason` is a rejection's slug, the text its
    detail."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


@dataclass(slots=True)
class Budget:
    """Bytes and entries that are left for one file."""

    bytes_left: int = limits.MAX_EXPANDED_BYTES
    entries_left: int = limits.MAX_ENTRIES

    def entry(self) -> None:
        """One more member, part or record; Unreadable where there have been too many."""
        self.entries_left -= 1
        if self.entries_left < 0:
            raise Unreadable("too_many_entries", f"over {limits.MAX_ENTRIES} entries in one file")

    def expand(self, given: int, taken: int, total: int) -> None:
        """`given` more bytes came out; `taken` bytes of input have given `total` so far."""
        self.bytes_left -= given
        if self.bytes_left < 0:
            raise Unreadable("too_large", f"over {limits.MAX_EXPANDED_BYTES} bytes when expanded")
        if total > limits.RATIO_FLOOR_BYTES and total > max(1, taken) * limits.MAX_RATIO:
            raise Unreadable("ratio", f"expands over {limits.MAX_RATIO} times")
