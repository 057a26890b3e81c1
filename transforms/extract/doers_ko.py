"""Korean: who acts in a figure's sentence, by the particle of a subject and by the clause that it belongs to."""

from transforms.extract.actors import GIVERS
from transforms.extract.clauses import clauses_in
from transforms.extract.document import Document
from transforms.extract.figures import Figure
from transforms.extract.frames import Role
from transforms.lexicon.frames import LanguageFrames

SUBJECT = ("은", "는", "이", "가", "도", "께서", "만")


def verb_at(figure: Figure) -> int:
    """Where the governing predicate begins, else where the clause ends."""
    hit = figure.governor.predicate if figure.governor else None
    return max(figure.value.start, hit.start if hit else figure.clause.end)


def subject_of(figure: Figure, document: Document, frames: LanguageFrames) -> Role | None:
    """The nearest subject before the figure in its sentence, else before the verb.

    The subject of a clause inside (푸르메재단이 세운 병원에) is none, save that a public body's counts where there
    is no other. A public body further off goes before another kind of body, save where the verb tells a gift.
    """
    every = [r for r in figure.roles if r.end <= verb_at(figure) and r.marker in SUBJECT]
    free = [r for r in every if not _inside(r, figure, document)]
    hit = figure.governor.predicate if figure.governor else None
    receives = hit is not None and (hit.predicate.sense == "get" or hit.voice == "receive")
    subjects = free or [r for r in every if r.names[0].kind in GIVERS and not receives]
    before = [r for r in subjects if r.end <= figure.value.start]
    behind = [r for r in subjects if r.start >= figure.value.end]
    if behind and frames.grants["topical"].match(document.article.body, figure.value.end):
        return behind[-1]  # 나머지 50억원은 산업부가 댄다
    nearest = next(reversed(before or subjects), None)
    if nearest and figure.count > 1 and figure.position and nearest.start >= figure.start:
        return nearest  # A가 10억원, B가 3억원을 맡겼다: each has a subject of its own
    if nearest is None or hit is None or nearest.names[0].kind in GIVERS or hit.voice != "active":
        return nearest
    if hit.predicate.sense not in ("give", "set", "spend") or frames.grants["gift_verb"].fullmatch(hit.predicate.lemma):
        return nearest
    public = [r for r in before if r.names[0].kind in GIVERS and r.marker in ("은", "는", "이", "가")]
    return public[-1] if public else nearest


def _inside(role: Role, figure: Figure, document: Document) -> bool:
    """Whether the subject (이, 가) belongs to a clause that describes a noun before the figure."""
    if role.marker not in ("이", "가"):
        return False
    return any(
        clause.form == "adnominal" and clause.start <= role.start and role.end < clause.end <= figure.value.start
        for clause in clauses_in(document.clauses, figure.sentence)
        if clause is not figure.governor
    )
