"""What became of English plans whose day has passed: promises that were not kept, and the new day of a late step.

`promised to name its winners by March 31. It has not.`; `was to open in December. It will do so on Feb. 28.`
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.passages import Happening, Passage, Step, dates_in
from transforms.extract.timing import Clock
from transforms.normalize.values import DateValue

AHEAD = 2  # sentences behind a late step in which its new day is told
REACH = 60  # code points behind the words of a new day in which the day stands
SOON = timedelta(days=31)  # a plan for this month may be late already
FATE = 160  # code points behind a promise in which its fate is told
EVENTS = ("start", "launch", "completion", "selection", "call", "evaluation", "agreement")


def unkept(clause: Clause, at: int, lead: str, passage: Passage, published: date | None) -> DateValue | None:
    """The past day of a promise that the words behind it say was not kept; `lead` stands before its verb at `at`."""
    steps, body = passage.frames.steps, passage.body
    if published is None or not steps["promise_past"].search(lead):
        return None
    end = passage.document.sentences[clause.sentence].end
    past = [d for d in passage.dates(at, end) if d.last and d.last < published and d.recurrence is None]
    told = past and steps["unkept"].search(body[past[0].end : past[0].end + FATE])
    return past[0] if told else None


def late_steps(steps: Iterable[Step], clock: Clock) -> Iterator[Step]:
    """The steps, each late one followed by its plan for the new day that the text names."""
    published = clock.document.published
    for step in steps:
        told, when = step.happening, step.when
        late = told.status == "missed" and told.event in EVENTS
        new = _again(step, clock) if late else None
        ahead = when is not None and when.last is not None and published is not None and when.last > published + SOON
        if late and ahead:  # was to open in a year that is still to come
            status = "cancelled" if _given_up(told, clock) else "planned"
            yield new or replace(step, happening=replace(told, status=status))
            continue
        yield step
        if new:
            yield new


def _given_up(told: Happening, clock: Clock) -> bool:
    """Whether the paragraph says that the plan was dropped."""
    sentences = clock.document.sentences
    here = sentences[told.clause.sentence].paragraph
    paragraph = " ".join(s.text for s in sentences if s.field == "body" and s.paragraph == here)
    return clock.frames.steps["given_up"].search(paragraph) is not None


def _again(step: Step, clock: Clock) -> Step | None:
    document, published = clock.document, clock.document.published
    told = step.happening
    here = document.sentences[told.clause.sentence]
    for index in range(told.clause.sentence, min(told.clause.sentence + AHEAD + 1, len(document.sentences))):
        sentence = document.sentences[index]
        if sentence.field != "body" or sentence.paragraph != here.paragraph:
            return None
        start = told.end if index == told.clause.sentence else sentence.start
        for words in clock.frames.steps["now_due"].finditer(document.article.body, start, sentence.end):
            days = dates_in(document, words.end(), min(sentence.end, words.end() + REACH))
            new = next((d for d in days if published and (d.last or d.first or published) > published), None)
            clause = next((c for c in clauses_in(document.clauses, index) if c.start <= words.start() < c.end), None)
            if new and clause:
                return Step(_moved(told, clause, words.start(), new), new, step.bodies)
    return None


def _moved(told: Happening, clause: Clause, start: int, new: DateValue) -> Happening:
    end = max(clause.end, new.end)
    return replace(told, clause=clause, status="planned", start=start, end=end, rule="event-late", dated=new)
