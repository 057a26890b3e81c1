"""The words of an English clause that name a step: event verbs that are finite, and the nouns that others speak of."""

import re
from collections.abc import Iterator

from transforms.extract.clauses import Clause
from transforms.extract.frames import Hit
from transforms.extract.passages import Passage

LEAD_MAX = 60  # code points before a verb that tell its modality, or behind it in which its noun begins
OPENING = 24  # code points of a sentence within which its head noun stands
DETERMINER = re.compile(r"\b(?:the|a|an|its|their|this|any)\s$", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were|gets?|got)\s(?:(?:\w+ly|now|not|also|then|again)\s)?$")
CONJUNCTION = re.compile(r"(?:and|or|then|to|,|\s)*\s")
INTRANSITIVE = ("follow", "come", "close", "shut", "take place", "be due")  # aspects of their subject alone
AMONG = re.compile(r"\bAmong (?:the|its|their)\s(?:\w+\s){0,2}$")
# verbs that open a call or a round, and that close one
OPENING_VERBS = (
    "open",
    "reopen",
    "launch",
    "start",
    "begin",
    "kick off",
    "unveil",
    "release",
    "float",
    "issue",
    "publish",
)
CLOSING_VERBS = ("close", "shut", "end", "be due", "expire")
SCHEDULED = (
    "plan",
    "schedule",
    "slate",
    "pencil",
    "expect",
)  # verbs that tell a step only in the passive (a call is planned for May)
HANGING = re.compile(
    r"(?:and |but )?(?:which|that|who|will|would|is|are|was|were|has|have|had)\b"
)  # no subject of its own
OBJECT = re.compile(r"(?!.*\s(?:in|on|at|by|for|of|with|from|to|after|before|that)\s)(?:\s[\w’'£$€.-]+){0,6}\s")
GOVERNED = re.compile(r"\b(?:of|for|in|on|from|to|by|with|at)\s(?:(?:the|its|a|an|their|new)\s)?(?:[\w-]+\s)?$")
DUE = re.compile(r"s?\s(?:is|are|was|were) (?:now )?due\b")
Told = tuple[Hit, str, str, Hit]


def told_in(clause: Clause, passage: Passage) -> Iterator[Told]:
    """The words of a clause that name a step: (word, event, rule, verb)."""
    inside = [h for h in passage.hits if clause.start <= h.start and h.end <= clause.end]
    hits = [h for h in inside if h.voice != "nominal" and not _is_named(h, passage)]
    nouns = [
        *passage.nouns(clause.start, clause.end),
        *[h for h in inside if h.predicate.event and h.predicate.lemma != "end" and _is_named(h, passage)],
    ]
    opened = [n for n in nouns if n.predicate.event in ("call", "application")]
    for hit in hits:
        predicate = hit.predicate
        if predicate.lemma in SCHEDULED and not is_passive(hit, passage):
            continue
        if predicate.lemma in CLOSING_VERBS and (closed := _argument(hit, opened, hits, passage)):
            yield closed, "application", "event-close", hit
            continue
        noun = _spoken_of(hit, nouns, hits, clause, passage) if predicate.aspect else None
        if noun:
            event = noun.predicate.event or "other"
            event = "completion" if predicate.aspect == "finish" and event in ("start", "launch") else event
            yield noun, event, f"event-{predicate.aspect}", hit
        elif predicate.lemma in OPENING_VERBS and (called := _argument(hit, opened, hits, passage)):
            yield called, "call", "event-hold", hit
        elif predicate.aspect == "drop" and is_passive(hit, passage):
            yield hit, "elimination", "event-predicate", hit
        elif predicate.event and _is_finite(hit, clause, passage):
            yield hit, predicate.event, "event-predicate", hit
    for noun in nouns:
        due = DUE.match(passage.body, noun.end)
        among = AMONG.search(passage.body[max(clause.start, noun.start - LEAD_MAX) : noun.start])
        if due or among or noun.predicate.lemma == "designation":
            yield noun, noun.predicate.event or "other", "event-due" if due else "event-noun", noun


def _spoken_of(verb: Hit, nouns: list[Hit], hits: list[Hit], clause: Clause, passage: Passage) -> Hit | None:
    """What a verb of aspect speaks of: its argument, the noun that opens the sentence, or the step delayed."""
    if noun := _argument(verb, nouns, hits, passage) or _head_noun(verb, clause, passage):
        return noun
    if verb.predicate.aspect != "delay":
        return None
    sentence = passage.document.sentences[clause.sentence]
    earlier = [h for h in passage.hits if sentence.start <= h.start < verb.start and h.predicate.event]
    return earlier[-1] if earlier else None


def _is_named(hit: Hit, passage: Passage) -> bool:
    """Whether a bare or -ing form behind an article is the noun of its spelling (the launch, by the end)."""
    bare = hit.inflection in ("stem", "gerund")
    return bare and DETERMINER.search(passage.body[max(0, hit.start - 8) : hit.start]) is not None


def is_passive(hit: Hit, passage: Passage) -> bool:
    """Whether a form of be stands right before a participle; was to have completed is active."""
    lead = passage.body[max(0, hit.start - 20) : hit.start]
    return hit.inflection in ("past", "participle") and PASSIVE.search(lead) is not None


def _head_noun(verb: Hit, clause: Clause, passage: Passage) -> Hit | None:
    """A review of ..., which ..., will be finished by May: the noun that opens the sentence of a passive verb."""
    sentence = passage.document.sentences[clause.sentence]
    if verb.voice != "passive" or clause.start == sentence.start or not HANGING.match(clause.text):
        return None
    opening = passage.nouns(sentence.start, min(clause.start, sentence.start + OPENING))
    return opening[0] if opening else None


def _argument(verb: Hit, nouns: list[Hit], hits: list[Hit], passage: Passage) -> Hit | None:
    """The noun behind an active verb of aspect, or before a passive or intransitive one."""
    after = [n for n in nouns if verb.end <= n.start <= verb.end + LEAD_MAX]
    earlier = [h for h in hits if h.end <= verb.start]
    before = [n for n in nouns if n.end <= verb.start and (verb.start - n.end < 12 or not earlier)]
    between = [h for h in hits if after and verb.end <= h.start < after[0].start]
    lemma = verb.predicate.lemma
    transitive = lemma not in INTRANSITIVE and (lemma in SCHEDULED or not is_passive(verb, passage))
    if after and not between and transitive and OBJECT.fullmatch(passage.body[verb.end : after[0].start]):
        return after[0]
    heads = [
        n for n in before if not GOVERNED.search(passage.body[max(passage.clauses[0].start, n.start - 40) : n.start])
    ]
    return (heads or before)[-1 if heads else 0] if before else None


def _is_finite(hit: Hit, clause: Clause, passage: Passage) -> bool:
    """Whether a verb tells something: finite, a participle, or behind to and will; no bare stem, no gerund."""
    lead = passage.body[max(clause.start, hit.start - LEAD_MAX) : hit.start]
    if hit.inflection == "gerund":
        return hit.predicate.event == "target" and passage.frames.steps["plan"].search(lead) is not None
    if CONJUNCTION.fullmatch(lead) or (lead.endswith("and ") and clause.tense == "future"):
        return True
    ahead = passage.frames.steps["plan"].search(lead) or passage.frames.steps["overdue"].search(lead)
    return hit.inflection != "stem" or ahead is not None or _plural(lead)


def _plural(lead: str) -> bool:
    return re.search(r"(?:^|\s)\w+[^s]s\s$", lead) is not None
