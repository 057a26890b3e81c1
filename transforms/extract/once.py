"""Each step of an article once: of several tellings the one with the most parts."""

from collections.abc import Iterator, Sequence

from transforms.records import Milestone


def once(milestones: Sequence[Milestone]) -> Iterator[Milestone]:
    """The milestones without those that another one of the article says better, in their order."""
    kept: list[Milestone] = []
    for milestone in sorted(milestones, key=lambda m: -_parts(m)):
        if not any(_covers(other, milestone) for other in kept):
            kept.append(milestone)
    yield from sorted(kept, key=lambda m: (m.evidence.char_start, m.evidence.char_end))


def _parts(m: Milestone) -> int:
    dated = m.date_start is not None or m.date_end is not None or m.recurrence is not None
    told = 16 * (m.status in ("cancelled", "missed"))
    return told + 4 * dated + 2 * (m.value is not None) + 2 * (m.organization_id is not None) + (m.status != "achieved")


def _covers(full: Milestone, poor: Milestone) -> bool:
    """Whether `poor` says nothing that `full` does not say."""
    if full.event != poor.event:
        return False
    given_up = (full.status, poor.status) in (("cancelled", "planned"), ("missed", "planned"))
    if given_up and full.event == "target" and full.value == poor.value and full.date_end == poor.date_end:
        return True
    if full.status != poor.status and "cancelled" in (full.status, poor.status):
        return False
    if poor.organization_id not in (None, full.organization_id) or poor.value not in (None, full.value):
        return False
    if (poor.date_start, poor.date_end, poor.recurrence) == (full.date_start, full.date_end, full.recurrence):
        same = full.organization_id == poor.organization_id or poor.value is None
        return same and (full.event != "target" or full.value == poor.value)
    undated = poor.date_start is None and poor.date_end is None and poor.recurrence is None
    return undated and full.organization_id == poor.organization_id
