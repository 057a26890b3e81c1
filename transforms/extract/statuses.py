"""What became of a step: its status by the tense, modality and negation of its clause.

Past is achieved, plans and futures are planned, a negated past or a word of failing is missed, a word of giving up is
cancelled. A clause without an ending of its own (하고, 하며) has the status of the next one.
"""

from transforms.extract.clauses import Clause
from transforms.extract.frames import Hit
from transforms.extract.passages import Passage
from transforms.lexicon.frames import LanguageFrames

CHOSEN = ("selection", "screening", "elimination")
PAST = "았었했됐였갔났졌혔렸웠뒀냈겼섰왔봤"
WORDS = 2  # words at the end of a clause without a known predicate that tell its status


def statuses_of(passage: Passage) -> list[str | None]:
    """The status of each clause of a sentence; None where it states nothing (conditions, possibilities)."""
    found: list[str | None] = []
    following: str | None = "achieved"
    failed = _fails_at_the_end(passage)
    for k in range(len(passage.clauses) - 1, -1, -1):
        clause = passage.clauses[k]
        own = _status(clause, passage, k)
        status = _from_next(clause, passage, following) if own == "next" else own
        if failed and status == "planned" and k + 1 < len(passage.clauses):
            status = "missed"
        found.append(status)
        if clause.form != "adnominal" and not is_saying(clause, passage.frames):
            following = status
    return found[::-1]


def _from_next(clause: Clause, passage: Passage, following: str | None) -> str | None:
    """The status of the next clause, save where this one's own days or words say otherwise."""
    if following == "missed":
        return following
    return _by_own_dates(clause, passage) or _told_today(clause, passage) or following


def concedes(clause: Clause, frames: LanguageFrames) -> bool:
    """Whether a clause is told with a but (약속했지만)."""
    start = clause.predicate.start - clause.start if clause.predicate else 0
    return frames.steps["concessive"].search(clause.text, max(0, start)) is not None


def _by_own_dates(clause: Clause, passage: Passage) -> str | None:
    """지난 10월 5곳을 선정해 올해 지원한다: a clause whose days are over is past, whatever follows."""
    published = passage.document.published
    ends = [d.last or d.first for d in passage.dates(clause.start, clause.end) if not d.partial]
    over = bool(ends) and all(e is not None and published is not None and e < published for e in ends)
    return "achieved" if over else None


def _told_today(clause: Clause, passage: Passage) -> str | None:
    """10곳을 선정해 지원한다고 밝혔다: the choice is made, the support is still to come."""
    event = clause.predicate.predicate.event if clause.predicate else None
    steps, rest = passage.frames.steps, passage.body[clause.end : passage.clauses[-1].end]
    told = steps["supporting"].search(rest) and steps["saying"].search(rest)
    published = passage.document.published
    ahead = any(d.last and published and d.last > published for d in passage.dates(clause.start, clause.end))
    if event in ("selection", "screening") and told and not ahead:
        return "achieved"
    return "achieved" if event in CHOSEN and not ahead and _becomes(clause, passage) else None


def _becomes(clause: Clause, passage: Passage) -> bool:
    """평가에서 탈락해 지원이 끊긴다; 뽑혀 국비를 받는다: who was chosen or dropped was so before what follows."""
    hit = clause.predicate
    if hit is None or not passage.frames.steps["and_so"].search(clause.text):
        return False
    undergone = hit.voice == "passive" or passage.frames.steps["intransitive"].fullmatch(hit.predicate.lemma)
    return bool(undergone) or hit.predicate.event == "elimination"


def is_saying(clause: Clause, frames: LanguageFrames) -> bool:
    """Whether a clause only says who tells it (밝혔다)."""
    hit = clause.predicate
    return hit is not None and hit.predicate.sense == "say" and frames.steps["saying"].search(clause.text) is not None


def _fails_at_the_end(passage: Passage) -> bool:
    """약속했지만 …에 그친다: what was planned in the sentence came short."""
    last = passage.clauses[-1]
    aspect = last.predicate.predicate.aspect if last.predicate else None
    return any(concedes(c, passage.frames) for c in passage.clauses[:-1]) and (
        aspect == "fail" or passage.frames.steps["failed"].search(last.text) is not None
    )


def _ending(hit: Hit, passage: Passage) -> int:
    """Where the ending of a predicate begins; a stem that is written with its 기 (열기|로) leaves it to the ending."""
    return hit.stem_end - passage.body.endswith("기", hit.start, hit.stem_end)


def _status(clause: Clause, passage: Passage, k: int) -> str | None:
    steps, hit, later = passage.frames.steps, clause.predicate, passage.after(k)
    after = passage.body[_ending(hit, passage) : clause.end] if hit else " ".join(clause.text.split()[-WORDS:])
    aspect = hit.predicate.aspect if hit else None
    if steps["undone"].search(clause.text):
        return None
    if hit and after.endswith("지") and " " not in after and later:
        conditional = steps["undone"].search(later.text.split()[0])
        return "missed" if later.negated and "기로" not in later.text and not conditional else None
    if steps["promised_once"].search(after) and clause.form == "adnominal":
        return None
    if steps["attempted"].search(clause.text + (f" {later.text.split()[0]}" if later else "")):
        return "missed"
    if steps["unable"].search(after):
        return "planned" if "있" in after else None
    if aspect in ("drop", "fail"):
        return "cancelled" if aspect == "drop" else "missed"
    if clause.negated and "않기로" in after:
        return None
    if clause.negated and clause.form == "final":
        return "missed" if clause.tense == "past" else None
    if clause.negated and clause.form == "connective" and steps["failing"].search(after):
        return "missed"
    if clause.negated and (clause.form == "adnominal" or steps["denied"].search(after)):
        return "missed" if "못" in after else None
    if aspect == "delay" or steps["plan"].search(after) or clause.tense == "future":
        return "planned"
    if clause.form == "adnominal" and later and steps["circumstance"].match(later.text):
        return "next"
    if clause.form == "adnominal":
        return "planned" if clause.tense == "present" else "achieved"
    ending = passage.body[hit.stem_end - 1 : clause.end] if hit else after  # the stem may hold the past: 손을 들었|으나
    if clause.form == "connective" and not any(ch in PAST for ch in ending):
        return "next"
    return "achieved" if clause.tense == "past" else "planned"
