"""Who was chosen, told by what each receives: in the news of a choice, the recipients of its grants are those chosen.

A기업이 148억원으로 가장 많고, B기업은 37억원을 받는다; Quandela was awarded €2.4 million: no verb of choosing stands
there, but the title tells a choice, and the lead its day.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from transforms.extract.document import Document
from transforms.extract.passages import dates_in
from transforms.lexicon.frames import LanguageFrames
from transforms.records import Grant, Milestone

RECENT = timedelta(days=3)  # a day older than this is no news of the article
GIVEN = ("announced", "awarded")
RECIPIENTS_MIN = 2
LEAD = 4  # sentences of the body in which the news is told
SECTIONS_MAX = 2  # headings of an article that tells one piece of news


def awarded(
    milestones: Sequence[Milestone], grants: Sequence[Grant], document: Document, frames: LanguageFrames
) -> Iterator[Milestone]:
    """A selection for each recipient that the steps of the article do not single out on a day."""
    day = _day(document)
    if day is None or not frames.steps["choice_news"].search(document.article.title):
        return
    judged = {m.organization_id for m in milestones if m.event in ("elimination", "agreement")}
    judged |= {m.organization_id for m in milestones if m.event == "selection" and m.date_start}
    found: dict[str, Grant] = {}
    for grant in grants:
        given = grant.status in GIVEN and grant.evidence.field == "body"
        if given and grant.recipient_id and grant.recipient_id not in judged:
            found.setdefault(grant.recipient_id, grant)
    if len(found) < RECIPIENTS_MIN:
        return
    for recipient, grant in found.items():
        yield _selection(recipient, grant, day)


def _selection(recipient: str, grant: Grant, day: date) -> Milestone:
    return Milestone(
        programme=grant.programme,
        organization_id=recipient,
        event="selection",
        date_start=day,
        date_end=day,
        date_precision="day",
        recurrence=None,
        metric=None,
        value=None,
        unit=None,
        status="achieved",
        subject=None,
        bound="exact",
        programme_raw=grant.programme_raw,
        organization_raw=grant.recipient_raw,
        date_raw=None,
        value_raw=None,
        evidence=replace(grant.evidence, rule="event-awarded"),
    )


def _day(document: Document) -> date | None:
    """The day of the news: that of the lead, where it lies right before publication and the article tells one thing."""
    body = [s for s in document.sentences if s.field == "body"]
    if not body or document.published is None or sum(s.shape == "heading" for s in body) > SECTIONS_MAX:
        return None
    for value in dates_in(document, body[0].start, body[:LEAD][-1].end):
        recent = value.last is not None and timedelta() <= document.published - value.last <= RECENT
        if value.precision == "day" and value.relation == "on" and recent:
            return value.last
    return None
