"""What the clauses of a Korean sentence say happens: each step with its kind, its status and its words.

A step is told by a predicate (선정하다), by the noun that a word of aspect speaks of (평가를 마치다), or by an
adnominal clause and its noun (지난 5월 예비지정된 18곳). Nouns that a date alone makes a step are in `nouns`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from transforms.extract.clauses import Clause
from transforms.extract.counts import figures_in
from transforms.extract.document import Document
from transforms.extract.frames import Hit
from transforms.extract.nouns import copulas, dated, dated_nouns, items, verbless
from transforms.extract.passages import Happening, Passage, passages_of
from transforms.extract.statuses import PAST, is_saying, statuses_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue

TOPIC_MAX = 16  # code points of a sentence within which its topic begins
DENIED = ("못한", "않은")  # the ends of negated adnominal clauses
ENTER, NEAR = "들어가다", 6  # the verb, and the code points between it and the noun that it begins
AUXILIARY = ("한 ", "했던 ")  # what makes 마치기로 adnominal, cut off from it
PROMISE = 12  # code points at the end of an adnominal clause that make it a promise
HEAD_MAX = 40  # code points after an adnominal clause within which its noun stands
COPULA = re.compile(r"(?:이며|이고)[,\s]")
MOVED = {  # what a verb of aspect makes of a noun that is no step by itself
    ("target", "begin"): "start",
    ("other", "begin"): "start",
    ("other", "finish"): "completion",
    ("start", "finish"): "completion",
    ("completion", "begin"): "start",
    ("evaluation", "rise"): "screening",
    ("call", "enter"): "application",
}
Told = tuple[str, Hit, str | None]
Carried = tuple[DateValue, ...]


def happenings_of(document: Document, frames: LanguageFrames) -> Iterator[Happening]:
    """Every step that the clauses of a Korean body tell, in the order of the text."""
    for passage in passages_of(document, frames):
        yield from _sentence(passage)


def _sentence(passage: Passage) -> Iterator[Happening]:
    statuses = statuses_of(passage)
    carried: Carried = ()
    words = passage.body[passage.clauses[0].start : passage.clauses[-1].end]
    for k, clause in enumerate(passage.clauses):
        following = passage.after(k)
        told = None if _is_talk(clause, words, passage.frames) else _told(clause, passage)
        if told and told[0] == "selection" and statuses[k] == "missed" and _is_undergone(told[1], passage):
            told, statuses[k] = ("elimination", *told[1:]), "achieved"
        yield from dated_nouns(clause, passage, told[1] if told else None)
        if told is None and (clause.predicate is None or clause.predicate.voice == "nominal"):
            yield from verbless(clause, passage, carried)
        else:
            yield from copulas(clause, passage)
            if told and told[1].predicate.noun and clause.form == "nominal":
                yield from items(clause, passage)
        sequel = following is not None and passage.frames.steps["after"].match(following.text) is not None
        if following is not None and _is_adnominal(clause, following) and not sequel:
            if promised := _promise(clause, passage, told, carried):
                yield promised
                carried = ()
                continue
            carried, steps = _adnominal(clause, following, passage, told, carried, statuses[k])
            yield from steps
            continue
        status = statuses[k + 1] if sequel else statuses[k]
        if told and told[2] == "delay" and status == "achieved":
            status = "planned"
        if told and status:
            yield from _listed(_made(clause, told, status, carried), passage)
        carried = _passed_on(clause, passage, told, carried)


def _is_undergone(hit: Hit, passage: Passage) -> bool:
    """Whether the subject of a choice is the body that is chosen."""
    return hit.voice == "passive" or passage.frames.steps["intransitive"].fullmatch(hit.predicate.lemma) is not None


def _passed_on(clause: Clause, passage: Passage, told: Told | None, carried: Carried) -> Carried:
    """The dates of a clause that tells no step belong to what the next one tells (7월 A와 손잡고 개발에 착수했다)."""
    ending = passage.body[clause.end - 3 : clause.end]
    if told or is_saying(clause, passage.frames) or clause.form != "connective" or any(ch in PAST for ch in ending):
        return ()
    return (*carried, *passage.dates(clause.start, clause.end))


def _is_adnominal(clause: Clause, following: Clause) -> bool:
    if clause.text.endswith(DENIED):
        return True
    if clause.text.endswith("기로") and following.text.startswith(AUXILIARY):
        return True
    return clause.form == "adnominal" or (clause.form == "quotative" and clause.text.endswith(("다는", "라는")))


def _made(clause: Clause, told: Told, status: str, carried: Carried) -> Happening:
    event, hit, aspect = told
    start = min([clause.start, *(d.start for d in carried)])
    rule = f"event-{aspect}" if aspect else "event-predicate"
    return Happening(clause, event, status, hit, start, clause.end, rule, carried)


def _is_talk(clause: Clause, sentence: str, frames: LanguageFrames) -> bool:
    """Opinion, hearsay and the business of markets tell no step."""
    if clause.modality in ("request", "hearsay") or (clause.quoted and clause.modality == "obligation"):
        return True
    if clause.quoted and clause.predicate and clause.predicate.predicate.event == "evaluation":
        return True
    if frames.steps["market"].search(sentence):
        return True
    return bool(frames.steps["opinion"].search(clause.tail) or frames.steps["business"].search(clause.text))


def _told(clause: Clause, passage: Passage) -> Told | None:
    """(event, the word that names it, aspect) of a clause with a predicate."""
    main = clause.predicate
    if main is None and passage.frames.steps["does"].search(clause.text):
        topics = [n for n in passage.nouns(clause.start, clause.end) if passage.body[n.end : n.end + 1] in ("은", "는")]
        return (topics[0].predicate.event or "other", topics[0], "hold") if topics else None
    if main is None or (main.voice == "nominal" and not _closes_item(main, clause, passage)):
        return None
    verb, following = main.predicate, next((c for c in passage.clauses if c.start >= clause.end), None)
    if clause.text.endswith("기") and following and passage.frames.steps["started"].match(following.text):
        return "start", main, "begin"
    spoken = _spoken_of(clause, main, passage)
    if verb.lemma == ENTER and (spoken is None or len(passage.body[spoken.end : main.start]) > NEAR):
        entered = passage.frames.steps["entered"].search(passage.body[clause.start : main.start])
        return ("start", main, "begin") if entered else None
    if spoken and _is_fixed(main, spoken, clause, passage):
        return spoken.predicate.event or "other", spoken, "delay"
    if verb.aspect == "rise" and (spoken is None or spoken.predicate.event != "evaluation"):
        return None
    if verb.aspect and spoken:
        event = MOVED.get((spoken.predicate.event or "other", verb.aspect), spoken.predicate.event or "other")
        return event, spoken, verb.aspect
    paying = verb.event == "other" and any(d.relation == "from" for d in passage.dates(clause.start, main.start))
    return ("start" if paying else verb.event, main, None) if verb.event else None


def _is_fixed(main: Hit, spoken: Hit, clause: Clause, passage: Passage) -> bool:
    """6차 발사를 내년 8월로 확정했다: what was decided is the day of a step still to come."""
    if not passage.frames.steps["fixing"].fullmatch(main.predicate.lemma):
        return False
    between = passage.dates(spoken.end, main.start)
    return (
        bool(between)
        and passage.frames.steps["fixed_on"].fullmatch(passage.body, between[-1].end, main.start) is not None
    )


def _closes_item(main: Hit, clause: Clause, passage: Passage) -> bool:
    """A noun that closes an item without a verb stands for one: 6월 말까지 모두 보급."""
    item = passage.document.sentences[clause.sentence].shape == "item" or main.predicate.aspect == "delay"
    return item and not passage.body[main.end : clause.end].strip(" .)")


def _spoken_of(clause: Clause, main: Hit, passage: Passage) -> Hit | None:
    """The last event noun before the predicate that is an argument of it, by its particle."""
    nouns = passage.nouns(clause.start, main.start)
    undergone = main.voice == "passive" or passage.frames.steps["undergone"].fullmatch(main.predicate.lemma)
    for position in range(len(nouns) - 1, -1, -1):
        noun = nouns[position]
        if undergone and passage.body[noun.end : noun.end + 1] in ("을", "를"):
            continue
        if COPULA.search(passage.body[noun.end : main.start]):
            continue
        if not (
            passage.frames.steps["case"].match(passage.body, noun.end)
            or not passage.body[noun.end : main.start].strip()
        ):
            continue
        if noun.predicate.lemma != "결과":
            return noun
        if position and not passage.body[nouns[position - 1].end : noun.start].strip():
            return nouns[position - 1]
        if not passage.frames.steps["inquiry"].search(passage.body[clause.start : noun.start]):
            return noun
    sentence = passage.document.sentences[clause.sentence]
    heads = [n for n in passage.nouns(sentence.start, clause.start) if n.start - sentence.start < TOPIC_MAX]
    topics = [n for n in heads if passage.body[n.end : n.end + 1] in ("은", "는")]
    return topics[0] if topics else None


def _listed(happening: Happening, passage: Passage) -> Iterator[Happening]:
    """의향서는 2월까지, 계획서는 5월까지 받는다: one step for each noun that has a date of its own."""
    clause = happening.clause
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event == happening.event]
    dates = passage.dates(clause.start, clause.end)
    pairs: list[tuple[Hit, DateValue]] = []
    for position, noun in enumerate(nouns):
        stop = nouns[position + 1].start if position + 1 < len(nouns) else clause.end
        own = [d for d in dates if noun.end <= d.start and d.end <= stop]
        if (own and "," in passage.body[own[0].end : own[0].end + 2]) or (own and pairs):
            pairs.append((noun, own[0]))
    if len(pairs) < 2:
        yield happening
        return
    for noun, when in pairs:
        start, end = min(noun.start, when.start), max(when.end, noun.end)
        yield replace(happening, hit=noun, dated=when, start=start, end=end, rule="event-list")


def _adnominal(
    clause: Clause, following: Clause, passage: Passage, told: Told | None, carried: Carried, status: str | None
) -> tuple[Carried, list[Happening]]:
    """What an adnominal clause hands to its noun: its dates, or a step of the noun's own (예비지정된 18곳)."""
    steps = passage.frames.steps
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
        made = _made(clause, told, status, carried)
        if told[0] == "application" and steps["zero"].search(following.text):
            return (), [replace(made, end=following.end, status="missed", rule="event-zero")]
        bound = following.predicate is None or following.predicate.voice == "nominal"
        stop = following.end if bound else _phrase_end(following, passage)
        rule = "event-cleft" if bound and steps["cleft"].match(following.text) else "event-adnominal"
        return (), [replace(made, end=stop, rule=rule, head=(following.start, stop))]
    return dates, []


def _promise(clause: Clause, passage: Passage, told: Told | None, carried: Carried) -> Happening | None:
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
    status = "missed" if aspect == "fail" or steps["failed"].search(rest) else None
    if told and (aspect == "drop" or steps["ended"].search(rest)):
        status = "cancelled"
    if status is None or not dates or passage.nouns(clause.end, last.end):
        return None
    event = told[0] if told else "other"
    if event == "other" and figures_in(passage.document, clause.start, clause.end):
        return None
    return Happening(clause, event, status, hit, clause.start, last.end, "event-promise", (), dates[-1])


def _head_noun(clause: Clause, passage: Passage) -> Hit | None:
    """The event noun that closes the first noun phrase of a clause."""
    found = next(iter(passage.nouns(clause.start, min(clause.end, clause.start + HEAD_MAX))), None)
    if found is None or (clause.predicate and found.start == clause.predicate.start and found.voice != "nominal"):
        return None
    words = passage.body[clause.start : found.start].removeprefix(AUXILIARY[0]).split()
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
