"""The words of a Korean clause that name a step: its predicate, or the noun that a word of aspect speaks of."""

import re

from transforms.extract.clauses import Clause
from transforms.extract.frames import Hit
from transforms.extract.passages import Happening, Passage
from transforms.normalize.values import DateValue

TOPIC_MAX = 16  # code points of a sentence within which its topic begins
ENTER, NEAR = "들어가다", 6  # the verb, and the code points between it and the noun that it begins
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


def made(clause: Clause, told: Told, status: str, carried: Carried) -> Happening:
    """The step that a clause tells, from the first of its dates to its end."""
    event, hit, aspect = told
    start = min([clause.start, *(d.start for d in carried)])
    rule = f"event-{aspect}" if aspect else "event-predicate"
    return Happening(clause, event, status, hit, start, clause.end, rule, carried)


def told_in(clause: Clause, passage: Passage) -> Told | None:
    """(event, the word that names it, aspect) of a clause with a predicate."""
    main = clause.predicate
    if main is None and passage.frames.steps["does"].search(clause.text):
        topics = [n for n in passage.nouns(clause.start, clause.end) if passage.body[n.end : n.end + 1] in ("은", "는")]
        return (topics[0].predicate.event or "other", topics[0], "hold") if topics else None
    if main is None or (main.voice == "nominal" and not _closes_item(main, clause, passage)):
        return None
    verb, following = main.predicate, next((c for c in passage.clauses if c.start >= clause.end), None)
    spoken = _spoken_of(clause, main, passage)
    if clause.text.endswith("기") and following and passage.frames.steps["started"].match(following.text):
        event = (spoken.predicate.event if spoken and verb.aspect == "hold" else None) or verb.event or "start"
        return MOVED.get((event, "begin"), event), spoken or main, "begin"
    if verb.lemma == ENTER and (spoken is None or len(passage.body[spoken.end : main.start]) > NEAR):
        entered = passage.frames.steps["entered"].search(passage.body[clause.start : main.start])
        return ("start", main, "begin") if entered else None
    if spoken and _is_fixed(main, spoken, clause, passage):
        return spoken.predicate.event or "other", spoken, "delay"
    if verb.aspect == "delay" and spoken and not _is_moved(spoken, main, clause, passage):
        return None
    if verb.event == "launch" and not verb.noun and (opened := _opened(clause, main, passage)):
        return opened.predicate.event or "call", opened, "begin"
    if verb.aspect == "rise" and (spoken is None or spoken.predicate.event != "evaluation"):
        return None
    if verb.aspect and spoken:
        event = MOVED.get((spoken.predicate.event or "other", verb.aspect), spoken.predicate.event or "other")
        return event, spoken, verb.aspect
    since = any(d.relation == "from" for d in passage.dates(clause.start, main.start))
    if since and (verb.event == "other" or passage.frames.steps["begun_from"].fullmatch(verb.lemma)):
        return "start", main, None
    return (verb.event, main, None) if verb.event else None


def _opened(clause: Clause, main: Hit, passage: Passage) -> Hit | None:
    """공모의 막이 올랐다: the call that an idiom of opening speaks of."""
    nouns = passage.nouns(clause.start, main.start)[-1:]
    return nouns[0] if nouns and nouns[0].predicate.event in ("call", "application", "evaluation") else None


def _is_moved(spoken: Hit, main: Hit, clause: Clause, passage: Passage) -> bool:
    """Whether the clause names the day to which a step is moved, if it has a date at all (개원이 10월로 미뤄졌다)."""
    dates = passage.dates(clause.start, main.start)
    to = [d for d in dates if d.start > spoken.start or passage.frames.steps["moved_to"].match(passage.body, d.end)]
    return bool(to) or not dates or main.voice == "nominal" or passage.body.startswith(("로", "으로"), spoken.end)


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
        aimed = noun.predicate.lemma == "목표" and position and nouns[position - 1].predicate.event != "target"
        if aimed and not passage.body[nouns[position - 1].end : noun.start].strip():
            return nouns[position - 1]
        if noun.predicate.lemma != "결과":
            return noun
        if position and nouns[position - 1].predicate.event in ("call", "application"):
            return noun
        if position and not passage.body[nouns[position - 1].end : noun.start].strip():
            return nouns[position - 1]
        if not passage.frames.steps["inquiry"].search(passage.body[clause.start : noun.start]):
            return noun
    if clause.form == "adnominal" or passage.frames.steps["nominative"].search(passage.body, clause.start, main.start):
        return None  # 신청은 28일까지이며 받은 크레딧은: the topic is not that of an inner clause
    sentence = passage.document.sentences[clause.sentence]
    heads = [n for n in passage.nouns(sentence.start, clause.start) if n.start - sentence.start < TOPIC_MAX]
    topics = [n for n in heads if passage.body[n.end : n.end + 1] in ("은", "는", "도")]
    return topics[0] if topics else None
