"""Who was chosen, told by what each receives: in the news of a choice, the recipients of its grants are those chosen.

A기업이 148억원으로 가장 많고, B기업은 37억원을 받는다; Quandela was awarded €2.4 million: no verb of choosing stands
there, but the title tells a choice, and the lead its day.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from transforms.extract.document import Document
from transforms.extract.passages import dates_in
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames
from transforms.records import Grant, Milestone

RECENT = timedelta(days=3)  # a day older than this is no news of the article
GIVEN = ("announced", "awarded")
GIVEN_EN = ("announced", "awarded", "planned", "disbursed")  # was awarded, will receive
RECIPIENTS_MIN = 2
LEAD = 4  # sentences of the body in which the news is told
SECTIONS_MAX = 2  # headings of an article that tells one piece of news


@dataclass(frozen=True, slots=True)
class News:
    """A span of the body that tells a choice, and its days."""

    start: int
    end: int
    first: date | None
    last: date | None


def awarded(
    milestones: Sequence[Milestone], grants: Sequence[Grant], document: Document, frames: LanguageFrames
) -> Iterator[Milestone]:
    """A selection for each recipient in the news of a choice that the steps of the article do not single out."""
    singled = {m.organization_id for m in milestones if m.event in ("elimination", "agreement")}
    singled |= {m.organization_id for m in milestones if m.event == "selection" and (m.date_start or m.date_end)}
    for news in (*_counted(milestones, document), *_told(document, frames)):
        for recipient, grant in _winners(news, grants, singled, GIVEN if document.lang == "ko" else GIVEN_EN).items():
            singled.add(recipient)
            yield _selection(recipient, grant, news.first, news.last)


def _counted(milestones: Sequence[Milestone], document: Document) -> Iterator[News]:
    """The paragraph of a choice that counts those chosen and names none (27곳을 골랐다)."""
    text = document.article.body
    for m in milestones:
        chosen = m.event == "selection" and m.status == "achieved" and m.evidence.field == "body"
        if chosen and m.organization_id is None and m.value is not None:
            end = text.find("\n\n", m.evidence.char_end)
            yield News(m.evidence.char_start, end if end >= 0 else len(text), m.date_start, m.date_end)


def _told(document: Document, frames: LanguageFrames) -> Iterator[News]:
    """The whole article where it has few headings, else each section; its title or heading tells a choice."""
    body = [s for s in document.sentences if s.field == "body"]
    heads = [i for i, s in enumerate(body) if s.shape == "heading"]
    parts = [(document.article.title, body)] if len(heads) <= SECTIONS_MAX else []
    parts = parts or [(body[at].text, body[at:stop]) for at, stop in pairwise([*heads, len(body)])]
    for words, part in parts:
        day = _day(part, document) if part and frames.steps["choice_news"].search(words) else None
        if day is not None:
            yield News(part[0].start, part[-1].end, day, day)


def _winners(news: News, grants: Sequence[Grant], singled: set[str | None], given: tuple[str, ...]) -> dict[str, Grant]:
    """The recipients of the news that no step singles out, of the funder that gives to most."""
    inside = [g for g in grants if g.status in given and news.start <= g.evidence.char_start < news.end]
    free = [g for g in inside if g.recipient_id not in (None, *singled) and g.evidence.field == "body"]
    most = Counter(g.funder_id for g in free if g.funder_id).most_common(1)
    found: dict[str, Grant] = {}
    for grant in free:
        if grant.recipient_id and (grant.funder_id is None or grant.funder_id == most[0][0]):
            found.setdefault(grant.recipient_id, grant)
    return found if len(found) >= RECIPIENTS_MIN else {}


def _selection(recipient: str, grant: Grant, first: date | None, last: date | None) -> Milestone:
    return Milestone(
        programme=grant.programme,
        organization_id=recipient,
        event="selection",
        date_start=first,
        date_end=last,
        date_precision="day" if first and first == last else None,
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


def _day(part: Sequence[Sentence], document: Document) -> date | None:
    """The day of the news: that of its lead, where it lies right before publication."""
    if document.published is None:
        return None
    for value in dates_in(document, part[0].start, part[:LEAD][-1].end):
        recent = value.last is not None and timedelta() <= document.published - value.last <= RECENT
        if value.precision == "day" and value.relation == "on" and recent:
            return value.last
    return None
