"""What an adnominal clause hands to its noun: its dates, or a step of the noun's own (예비지정된 18곳)."""

from dataclasses import replace

from transforms.extract.clauses import Clause
from transforms.extract.counts import figures_in
from transforms.extract.frames import Hit
from transforms.extract.nouns import dated
from transforms.extract.passages import Happening, Passage
from transforms.extract.words_ko import Carried, Told, made
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue

PROMISE = 12  # code points at the end of an adnominal clause that make it a promise
HEAD_MAX = 40  # code points after an adnominal clause within which its noun stands


def is_adnominal(clause: Clause, following: Clause, frames: LanguageFrames) -> bool:
    """Whether a clause belongs to a noun of the next one."""
    if frames.steps["circumstance"].match(following.text):
        return False
    if frames.steps["denied"].search(clause.text):
        return True
    if clause.text.endswith("기로") and frames.steps["cut_off"].match(following.text):
        return True
    return clause.form == "adnominal" or (clause.form == "quotative" and clause.text.endswith(("다는", "라는")))


def handed_on(
    clause: Clause, following: Clause, passage: Passage, told: Told | None, carried: Carried, status: str | None
) -> tuple[Carried, list[Happening]]:
    """What an adnominal clause hands to its noun: its dates, or a step of the noun's own (예비지정된 18곳)."""
    steps = passage.frames.steps
    if told and status and (when := _when_cleft(clause, following, passage)):
        known = "" if status == "planned" else status
        step = Happening(clause, told[0], known, told[1], clause.start, following.end, "event-cleft-date", (), when)
        return (), [step]
    if told and (moved := _moved_day(following, passage)):
        return (), [
            Happening(following, told[0], "planned", told[1], clause.start, following.end, "event-delay", (), moved)
        ]
    dates = (*carried, *passage.dates(clause.start, clause.end))
    head = _head_noun(following, passage)
    dating = steps["dating"].search(passage.body[clause.end - min(8, len(clause.text)) : clause.end]) is not None
    if head and dating:
        over = clause.predicate is not None and clause.predicate.predicate.aspect == "finish"
        if dates and not over and head.predicate.event not in ("target", "application", "other"):
            noun = dated(following, head, dates[-1], "event-dated-noun", start=dates[-1].start)
            return dates, [replace(noun, clause=clause)]
        return dates, []
    if told and status and not (head and told[2] in ("hold", "finish")):
        step = made(clause, told, status, carried)
        if told[0] == "application" and steps["zero"].search(following.text):
            return (), [replace(step, end=following.end, status="missed", rule="event-zero")]
        bound = following.predicate is None or following.predicate.voice == "nominal"
        stop = following.end if bound else _phrase_end(following, passage)
        rule = "event-cleft" if bound and steps["cleft"].match(following.text) else "event-adnominal"
        return (), [replace(step, end=stop, rule=rule, head=(following.start, stop))]
    return dates, []


def promised(
    clause: Clause, following: Clause, passage: Passage, told: Told | None, carried: Carried
) -> Happening | None:
    """내년 1월 시작하려던 사업은 2027년으로 연기했다; 6월까지 주기로 한 답은 넘겼다: a plan and what became of it."""
    steps, last = passage.frames.steps, passage.clauses[-1]
    dates = (*carried, *passage.dates(clause.start, clause.end))
    hit = told[1] if told else clause.predicate
    if hit is None or not steps["promised_once"].search(
        passage.body[max(clause.start, clause.end - PROMISE) : clause.end + 4]
    ):
        return None
    rest = passage.body[clause.end : last.end]
    aspect = last.predicate.predicate.aspect if last.predicate else None
    if aspect == "delay" and told:
        return Happening(last, told[0], "planned", hit, clause.start, last.end, "event-delay")
    head = None if told else _head_noun(following, passage)
    if head:
        event, fate = (
            head.predicate.event or "other",
            following.predicate.predicate.aspect if following.predicate else None,
        )
        became = "missed" if steps["failed"].search(following.text) else None
        became = "cancelled" if fate == "drop" or steps["ended"].search(following.text) else became
        if not (became and dates):
            return None
        return Happening(following, event, became, head, clause.start, following.end, "event-promise", (), dates[-1])
    status = "missed" if aspect == "fail" or steps["failed"].search(rest) else None
    if told and (aspect == "drop" or steps["ended"].search(rest)):
        status = "cancelled"
    if status is None or not dates or passage.nouns(clause.end, last.end):
        return None
    event = told[0] if told else "other"
    if event == "other" and figures_in(passage.document, clause.start, clause.end):
        return None
    return Happening(clause, event, status, hit, clause.start, last.end, "event-promise", (), dates[-1])


def _when_cleft(clause: Clause, following: Clause, passage: Passage) -> DateValue | None:
    """The date of which a clause says that it is when the adnominal one happens: (문을 여는) 시점은 2029년 상반기다."""
    steps, body = passage.frames.steps, passage.body
    opening = steps["when_noun"].match(body, following.start)
    start = opening.end() if opening else following.start
    dates = passage.dates(start, following.end) if opening or steps["when_tail"].search(clause.text) else []
    if not dates or len(body[start : dates[0].start].split()) > 1:
        return None
    return dates[0] if steps["cleft_end"].match(body, dates[0].end) else None


def _moved_day(following: Clause, passage: Passage) -> DateValue | None:
    """(문 여는) 날을 9월로 미뤘다: the day to which the adnominal step is moved."""
    verb = following.predicate
    opening = passage.frames.steps["day_of"].match(passage.body, following.start)
    if opening is None or verb is None or verb.predicate.aspect != "delay":
        return None
    return next(iter(passage.dates(opening.end(), verb.start)[-1:]), None)


def _head_noun(clause: Clause, passage: Passage) -> Hit | None:
    """The event noun that closes the first noun phrase of a clause."""
    found = next(iter(passage.nouns(clause.start, min(clause.end, clause.start + HEAD_MAX))), None)
    if found is None or (clause.predicate and found.start == clause.predicate.start and found.voice != "nominal"):
        return None
    words = passage.frames.steps["cut_off"].sub("", passage.body[clause.start : found.start], count=1).split()
    parted = len(words) > 3 or any(passage.frames.steps["np_stop"].search(w) for w in words)
    return None if parted else found


def _phrase_end(clause: Clause, passage: Passage) -> int:
    """The end of the first noun phrase of a clause: its first word with a particle."""
    position = clause.start
    for word in passage.body[clause.start : clause.end].split(" ")[:6]:
        position += len(word) + 1
        if word[-1:] in "은는이가을를에도만" or word.endswith(("과", "와", "에서", "에는")):
            break
    return min(position - 1, clause.end)
