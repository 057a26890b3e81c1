"""What the clauses of a sentence say happens: each step with its kind, its status and the clauses that state it.

A step is told by a predicate (선정하다), by the noun that a word of aspect speaks of (평가를 마치다, 공모가 무산되다), by a
noun with a date (2028년 7차 발사, 6차 발사는 2027년이다), or by an adnominal clause and its noun (지난 5월 예비지정된 18곳).
Status follows tense, modality and negation: past is achieved, plans and futures are planned, a negated past or a
word of failing is missed, a word of giving up is cancelled.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from transforms.extract.clauses import Clause, shifted
from transforms.extract.document import Document, within
from transforms.extract.frames import Hit, hits_of
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import DateValue

HEAD_MAX = 40  # code points after an adnominal clause within which its noun stands
NOUN_MAX = 18  # code points between a date and the noun that it dates
ADVANCED = ("hold", "finish", "begin")


@dataclass(frozen=True, slots=True)
class Happening:
    """A step, the word that names it (`hit`) and the span of the body that states it.

    `carried` are dates of an adnominal clause before it; `dated` is the one date that stands in construction with its
    noun; `head` the span of the noun after an adnominal clause.
    """

    clause: Clause
    event: str
    status: str
    hit: Hit
    start: int
    end: int
    rule: str
    carried: tuple[DateValue, ...] = ()
    dated: DateValue | None = None
    head: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The clauses of one sentence with the words of event and aspect in them."""

    clauses: tuple[Clause, ...]
    hits: tuple[Hit, ...]
    document: Document
    frames: LanguageFrames

    def text(self, start: int, end: int) -> str:
        """The words of the body between two places."""
        return self.document.article.body[start:end]

    def nouns(self, start: int, end: int) -> list[Hit]:
        """The event nouns in a span, in order."""
        return [h for h in self.hits if h.predicate.event and h.predicate.noun and start <= h.start and h.end <= end]

    def dates(self, start: int, end: int) -> list[DateValue]:
        """The dates in a span that name days."""
        found = within(self.document.dates.get("body", ()), start, end)
        return [d for d in found if d.first or d.last or d.recurrence]


def happenings_of(document: Document, frames: LanguageFrames) -> Iterator[Happening]:
    """Every step that the body's clauses tell, in the order of the text."""
    body = (c for c in document.clauses if c.field == "body")
    errata: set[int] = set()
    for index, group in groupby(body, key=lambda c: c.sentence):
        sentence = document.sentences[index]
        if frames.steps["erratum"].search(sentence.text):
            errata.add(sentence.paragraph)
        if sentence.shape == "heading" or sentence.paragraph in errata:
            continue
        hits = tuple(shifted(h, sentence.start) for h in hits_of(sentence.text, frames, document.lang))
        passage = Passage(tuple(group), hits, document, frames)
        if document.lang == "ko" and any(h.predicate.event or h.predicate.aspect for h in hits):
            yield from _korean(passage)


def _korean(passage: Passage) -> Iterator[Happening]:
    statuses = _statuses(passage)
    carried: tuple[DateValue, ...] = ()
    for k, clause in enumerate(passage.clauses):
        following = passage.clauses[k + 1] if k + 1 < len(passage.clauses) else None
        told = None if _is_talk(clause, passage.frames) else _told(clause, passage)
        if told is None or told[1].voice == "nominal":
            yield from _verbless(clause, passage, carried, statuses[k])
        yield from _dated_nouns(clause, passage, told)
        sequel = following is not None and passage.frames.steps["after"].match(following.text) is not None
        if clause.form == "adnominal" and following is not None and not sequel:
            carried, found = _adnominal(clause, following, passage, told, carried, statuses[k])
            yield from found
            continue
        if told and statuses[k] is not None:
            status = statuses[k + 1] if sequel else statuses[k]
            yield _made(clause, told, status or "achieved", carried)
        carried = ()


Told = tuple[str, Hit, str | None]


def _made(clause: Clause, told: Told, status: str, carried: tuple[DateValue, ...]) -> Happening:
    event, hit, aspect = told
    start = min([clause.start, *(d.start for d in carried)])
    rule = f"event-{aspect}" if aspect else "event-predicate"
    return Happening(clause, event, status, hit, start, clause.end, rule, carried)


def _is_talk(clause: Clause, frames: LanguageFrames) -> bool:
    """Opinion and hearsay tell no step."""
    opinion = clause.modality in ("request", "hearsay") or (clause.quoted and clause.modality in ("obligation",))
    return opinion or frames.steps["opinion"].search(clause.tail) is not None


def _told(clause: Clause, passage: Passage) -> Told | None:
    """(event, the word that names it, aspect) of a clause with a predicate."""
    main = clause.predicate
    if main is None or main.voice == "nominal":
        return None
    verb = main.predicate
    spoken = _spoken_of(clause, main, passage)
    if verb.aspect and spoken:
        event = spoken.predicate.event or "other"
        moved = event in ("target", "other") and verb.aspect == "begin"
        return "start" if moved else event, spoken, verb.aspect
    return (verb.event, main, None) if verb.event else None


def _spoken_of(clause: Clause, main: Hit, passage: Passage) -> Hit | None:
    """The last event noun before the predicate that is an argument of it, by its particle."""
    text = passage.document.article.body
    for noun in reversed(passage.nouns(clause.start, main.start)):
        if passage.frames.steps["case"].match(text, noun.end) or not text[noun.end : main.start].strip():
            return noun
    return None


def _statuses(passage: Passage) -> list[str | None]:
    """The status of each clause; one without tense and modality of its own has that of the next."""
    found: list[str | None] = []
    following: str | None = "achieved"
    for k in range(len(passage.clauses) - 1, -1, -1):
        clause = passage.clauses[k]
        own = _status(clause, passage, k)
        status = following if own == "next" else own
        found.append(status)
        if clause.form != "adnominal" and not _is_saying(clause, passage.frames):
            following = status
    return found[::-1]


def _is_saying(clause: Clause, frames: LanguageFrames) -> bool:
    hit = clause.predicate
    return hit is not None and hit.predicate.sense == "say" and frames.steps["saying"].search(clause.text) is not None


def _status(clause: Clause, passage: Passage, k: int) -> str | None:
    """achieved | planned | missed | cancelled | "next" (as the next clause) | None (no statement)."""
    steps, hit = passage.frames.steps, clause.predicate
    after = passage.text(hit.stem_end if hit else max(clause.start, clause.end - 12), clause.end)
    aspect = hit.predicate.aspect if hit else None
    if steps["undone"].search(clause.text):
        return None
    if hit and after.endswith("지") and k + 1 < len(passage.clauses):
        later = passage.clauses[k + 1]
        return "missed" if later.negated and "기로" not in later.text else None
    if steps["unable"].search(after):
        return "planned" if "있" in after else None
    if aspect in ("drop", "fail"):
        return "cancelled" if aspect == "drop" else "missed"
    if clause.negated and clause.form == "final":
        return "missed" if clause.tense == "past" else None
    if aspect == "delay" or steps["plan"].search(after) or clause.tense == "future":
        return "planned"
    if clause.form == "adnominal":
        return "planned" if clause.tense == "present" else "achieved"
    if clause.form == "connective" and not _past_mark(after):
        return "next"
    return "achieved" if clause.tense == "past" else "planned"


def _past_mark(ending: str) -> bool:
    return any(mark in ending for mark in ("았", "었", "했", "됐", "였", "갔", "났", "졌", "혔", "렸", "웠", "뒀", "냈"))


def _adnominal(
    clause: Clause,
    following: Clause,
    passage: Passage,
    told: Told | None,
    carried: tuple[DateValue, ...],
    status: str | None,
) -> tuple[tuple[DateValue, ...], list[Happening]]:
    """What an adnominal clause hands to its noun: its dates, or a step of the noun's own (18곳은 예비지정된 곳이다)."""
    dates = (*carried, *passage.dates(clause.start, clause.end))
    start, end = following.start, min(following.end, following.start + HEAD_MAX)
    head = next(iter(passage.nouns(start, end)), None)
    if head and (_particles_before(head, following, passage) or head is following.predicate):
        head = None
    words = passage.text(clause.start, clause.end)
    dating = passage.frames.steps["dating"].search(words[-8:]) is not None
    if head and dating:
        steps = []
        if dates and not (told and told[2] == "finish") and head.predicate.event not in ("target", "application"):
            steps.append(_dated(clause, head, dates[-1], "event-dated-noun", following))
        return dates, steps
    if told and status and not (head and told[2]):
        made = _made(clause, told, status, carried)
        stop = _phrase_end(following, passage)
        return (), [
            Happening(
                clause, made.event, status, made.hit, made.start, stop, "event-adnominal", carried, None, (start, stop)
            )
        ]
    return dates, []


def _particles_before(head: Hit, clause: Clause, passage: Passage) -> bool:
    """Whether a particle or comma parts the head from the beginning of its clause."""
    words = passage.text(clause.start, head.start).split()
    return len(words) > 3 or any(passage.frames.steps["np_stop"].search(w) for w in words)


def _phrase_end(clause: Clause, passage: Passage) -> int:
    """The end of the first noun phrase: after the first word with a particle, or all of a verbless clause."""
    if clause.predicate is None or clause.predicate.voice == "nominal":
        return clause.end
    position = clause.start
    for word in passage.text(clause.start, clause.end).split(" ")[:6]:
        position += len(word) + 1
        if word[-1:] in "은는이가을를에도만" or word.endswith(("과", "와", "에서", "에는")):
            break
    return min(position - 1, clause.end)


def _dated(clause: Clause, noun: Hit, when: DateValue, rule: str, last: Clause | None = None) -> Happening:
    start = min(when.start, noun.start, clause.start if last else when.start)
    event = noun.predicate.event or "other"
    status = "cancelled" if rule == "event-old" else ""
    return Happening(clause, event, status, noun, start, max(noun.end, when.end), rule, (), when)


def _dated_nouns(clause: Clause, passage: Passage, told: Told | None) -> Iterator[Happening]:
    """Nouns right behind a date of their own: 2028년 7차 발사, 8월 초로 예정된 2차 단계평가."""
    steps = passage.frames.steps
    for noun in passage.nouns(clause.start, clause.end):
        if (told and noun.start == told[1].start) or noun.predicate.event in ("target", "other", "application", "call"):
            continue
        before = [d for d in passage.dates(clause.start, noun.start) if noun.start - d.end <= NOUN_MAX]
        if not before or (told and told[1].start > noun.start and told[0] == noun.predicate.event):
            continue
        between = passage.text(before[-1].end, noun.start).strip()
        ordinal = any(ch.isdigit() for ch in between) and between.endswith(("차", "차 ", "단계"))
        words = between.split()
        rest = [w for w in words if not steps["dating"].fullmatch(w) and w not in ("로", "에", "중", "에 열릴")]
        if ordinal and len(words) <= 3 or (words and not rest):
            yield _dated(clause, noun, before[-1], "event-dated-noun")


def _verbless(
    clause: Clause, passage: Passage, carried: tuple[DateValue, ...], status: str | None
) -> Iterator[Happening]:
    """Items and copulas: 국제센터: 올해 하반기 개소. 5차 발사는 내년 6월, 6차 발사는 2027년이다. 응찰자는 0곳이었다."""
    verb = clause.predicate
    if verb is not None and verb.voice != "nominal":
        return
    nouns = [n for n in passage.nouns(clause.start, clause.end) if n.predicate.event != "target"]
    dates = passage.dates(clause.start, clause.end)
    if not nouns:
        return
    zero = passage.frames.steps["zero"].search(clause.text)
    if zero and nouns[0].predicate.event == "application":
        yield _made(clause, ("application", nouns[0], "zero"), "missed", carried)
    copula = clause.text.rstrip(" .").endswith("다")
    for position, noun in enumerate(nouns):
        stop = nouns[position + 1].start if position + 1 < len(nouns) else clause.end
        after = [d for d in dates if noun.end <= d.start and d.end <= stop]
        if after and len(passage.text(noun.end, after[0].start)) <= NOUN_MAX and (copula or ":" in clause.text):
            yield _dated(clause, noun, after[0], "event-copula")
    if dates and not copula and nouns[-1].start > dates[-1].end and len(passage.clauses) == 1:
        yield _dated(clause, nouns[-1], dates[-1], "event-item")
