"""Nouns that a date makes a step: 2028년 7차 발사, 6차 발사는 2027년이다, 국제센터: 올해 하반기 개소."""

from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.clauses import Clause
from transforms.extract.frames import Hit
from transforms.extract.passages import Happening, Passage
from transforms.normalize.values import DateValue

PAST = "였었"  # in the ending of a copula
NEAR = 18  # code points between a date and the noun that it dates
BETWEEN = ("로", "에", "중", "중에", "께", "으로")
LOOSE = ("target", "other", "application", "call")  # kinds that need more than a date before them


def dated(clause: Clause, noun: Hit, when: DateValue, rule: str, start: int | None = None) -> Happening:
    """The step of a noun with its own date; only the date tells its status."""
    first = min(when.start, noun.start) if start is None else start
    event = noun.predicate.event or "other"
    aspect = clause.predicate.predicate.aspect if clause.predicate and noun.start < clause.predicate.start else None
    status = {"fail": "missed", "drop": "cancelled"}.get(aspect or "", "")
    return Happening(clause, event, status, noun, first, max(noun.end, when.end), rule, (), when)


def dated_nouns(clause: Clause, passage: Passage, told: Hit | None) -> Iterator[Happening]:
    """Nouns with an ordinal or a word of dating between them and the date before: 8월 초로 예정된 2차 단계평가."""
    for noun in passage.nouns(clause.start, clause.end):
        if (
            noun.predicate.event in LOOSE
            or noun.predicate.lemma == "결과"
            or (told and told.start == noun.start)
            or noun.voice != "nominal"
        ):
            continue
        bracketed = [d for d in passage.dates(noun.end, clause.end) if d.start <= noun.end + 1]
        if bracketed and passage.body[noun.end : noun.end + 1] == "(":
            start = max(clause.start, passage.body.rfind(" ", 0, noun.start) + 1)
            step = dated(clause, noun, bracketed[0], "event-dated-noun", start=start)
            yield replace(step, end=step.end + (passage.body[step.end : step.end + 1] == ")"))
            continue
        before = [d for d in passage.dates(clause.start, noun.start) if noun.start - d.end <= NEAR]
        if not before or (told and told.start > noun.start and told.predicate.event == noun.predicate.event):
            continue
        if _in_construction(passage.body[before[-1].end : noun.start], passage) and passage.frames.steps[
            "dated_end"
        ].match(passage.body, noun.end):
            yield dated(clause, noun, before[-1], "event-dated-noun")


def _in_construction(between: str, passage: Passage) -> bool:
    words = between.split()
    dating = [w for w in words if passage.frames.steps["dating"].fullmatch(w)]
    ordinal = bool(words) and any(w[:1].isdigit() and w.endswith(("차", "단계")) for w in words[-2:])
    others = [w for w in words if w not in dating and w not in BETWEEN]
    if any(passage.frames.steps["np_stop"].search(w) for w in others):
        return False
    return len(words) <= 3 and (ordinal or (bool(dating) and words[0] in (*dating, *BETWEEN)))


def verbless(clause: Clause, passage: Passage, carried: tuple[DateValue, ...]) -> Iterator[Happening]:
    """Items and copulas; 응찰자는 0곳이었다 is an application that failed."""
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event != "target"]
    if not nouns or passage.frames.steps["business"].search(clause.text):
        return
    applying = next((n for n in nouns if n.predicate.event == "application"), None)
    if applying and passage.frames.steps["zero"].search(clause.text):
        start = min([clause.start, *(d.start for d in carried)])
        yield Happening(clause, "application", "missed", applying, start, clause.end, "event-zero", carried)
        return
    yield from copulas(clause, passage)
    yield from announced(clause, passage)
    yield from items(clause, passage)


def aims(clause: Clause, passage: Passage, told: Hit | None) -> Iterator[Happening]:
    """2028년 착공, 2031년 개장이 시의 계산이다: nouns with their dates that a word of plan closes."""
    listed = ahead = False
    steps, body, published = passage.frames.steps, passage.body, passage.document.published
    for noun in reversed(passage.nouns(clause.start, clause.end)):
        before = passage.dates(clause.start, noun.start)[-1:]
        aim = steps["aimed_at"].match(body, noun.end, clause.end)
        promise = before and steps["aim_subject"].search(body[clause.start : before[0].start])
        aim = aim or (steps["aim_copula"].match(body, noun.end, clause.end) if promise else None)
        if told and told.start == noun.start and before:
            listed = True  # 3월에 공고, 5월에 협약을 맺는다: the last of a list has the verb
            continue
        closed = aim is not None or (listed and body[noun.end : noun.end + 1] == ",")
        listed = False
        if (
            not closed
            or not before
            or noun.predicate.event in LOOSE[:-1]
            or steps["aim_between"].fullmatch(body, before[0].end, noun.start) is None
        ):
            continue
        listed, ahead = True, ahead or aim is not None
        over = published is not None and before[0].last is not None and before[0].last < published
        past = steps["aim_passed" if promise else "once_aimed"].match(body, noun.end, clause.end)
        if aim is None or not past:
            step = dated(clause, noun, before[0], "event-aim")
            yield replace(step, status="planned") if ahead and before[0].partial else step
        elif over:
            yield replace(dated(clause, noun, before[0], "event-aim"), status="missed")


def announced(clause: Clause, passage: Passage) -> Iterator[Happening]:
    """내년 3월 중간평가가 있다: a noun of which a clause says only that it is to come."""
    for noun in passage.nouns(clause.start, clause.end):
        before = passage.dates(clause.start, noun.start)[-1:]
        if before and passage.frames.steps["there_is"].match(passage.body, noun.end):
            yield dated(clause, noun, before[0], "event-announced")


def items(clause: Clause, passage: Passage) -> Iterator[Happening]:
    """홍보관은 지난달 15일 준공, 4월 시운전 시작: the nouns of an item that close a part of it, each with its date."""
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event != "target"]
    dates = passage.dates(clause.start, clause.end)
    item = passage.document.sentences[clause.sentence].shape == "item" or ":" in clause.text
    for noun in nouns if item and not clause.text.rstrip(" .").endswith("다") else ():
        before = [d for d in dates if 0 <= noun.start - d.end <= NEAR]
        parted = noun.end < clause.end and passage.body[noun.end : noun.end + 1] != ","
        if before and "," not in passage.body[before[-1].end : noun.start] and not parted:
            yield dated(clause, noun, before[-1], "event-item", start=None if len(dates) > 1 else clause.start)


def copulas(clause: Clause, passage: Passage) -> Iterator[Happening]:
    """5차 발사는 내년 6월, 6차 발사는 2027년이다; 공모는 23일부터 20일까지이며, 결과는 4월에 나온다."""
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event != "target"]
    verbal = clause.predicate is not None and clause.predicate.voice != "nominal"
    colon = clause.text.find(":") + clause.start
    for position, noun in enumerate(nouns):
        stop = nouns[position + 1].start if position + 1 < len(nouns) else clause.end
        headed = noun.end <= colon and not passage.dates(clause.start, noun.start)
        stop = clause.end if headed else stop
        after = [d for d in passage.dates(noun.end, stop) if d.start <= max(noun.end, colon if headed else 0) + NEAR]
        if (
            not after
            or passage.body[noun.end : noun.end + 1] in (",", "을", "를")
            or not _closes(after[0], stop, passage)
        ):
            continue
        if not verbal or passage.body[after[0].end : stop].lstrip()[:2] in ("이며", "이고", "이다"):
            told = dated(clause, noun, after[0], "event-copula", start=_opening(clause, noun, passage))
            past = any(ch in PAST for ch in passage.body[after[0].end : clause.end])
            yield replace(told, status=told.status or ("planned" if after[0].partial and not past else ""))


def _opening(clause: Clause, noun: Hit, passage: Passage) -> int:
    """Where the part of a list begins in which a noun stands."""
    comma = passage.body.rfind(", ", clause.start, noun.start)
    return comma + 2 if comma >= 0 else clause.start


def _closes(when: DateValue, stop: int, passage: Passage) -> bool:
    """Whether the clause, or its part before a comma, ends with the date (and the copula)."""
    rest = passage.body[when.end : stop].split(",")[0]
    joined = next((rest[: at + 2] for mark in ("이며", "이고") if (at := rest.find(mark)) >= 0), None)
    if joined is not None and passage.frames.steps["copula_end"].fullmatch(joined):
        return True
    return passage.frames.steps["copula_end"].fullmatch(rest) is not None
