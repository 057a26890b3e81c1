"""What became of English plans whose day has passed: promises that were not kept, and the new day of a late step.

`promised to name its winners by March 31. It has not.`; `was to open in December. It will do so on Feb. 28.`
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from transforms.extract.clauses import Clause, clauses_in
from transforms.extract.passages import Happening, Passage, Step, dates_in
from transforms.extract.timing import Clock
from transforms.normalize.values import DateValue

AHEAD = 2  # sentences behind a late step in which its new day is told
REACH = 60  # code points behind the words of a new day in which the day stands
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
    for step in steps:
        yield step
        if step.happening.status == "missed" and step.happening.event in EVENTS and (new := _again(step, clock)):
            yield new


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
