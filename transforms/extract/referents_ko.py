"""Korean: which body named before a noun means (이 회사, 두 대학): the last one, or ones, of its kind."""

import re
from collections.abc import Iterator, Sequence

from transforms.extract.document import Document, within
from transforms.extract.figures import Figure
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HOSPITALS = ("병원", "의료원")  # how hospitals' names end
KINDS = ("company", "university", "hospital", "local", "institute")
PUBLIC = ("government", "agency", "media")
GIVING = ("give", "bear", "set", "pay", "spend")
OWN_WORDS = ("센터", "재단", "협회", "조합", "사업단", "학교")  # nouns that only mean a body whose name ends so
COUNTED_MIN = 2


def referent_in(
    start: int, end: int, document: Document, frames: LanguageFrames, case: str = "dative"
) -> tuple[NameValue, ...]:
    """The body that a definite noun in a case between `start` and `end` means (이 회사에는; "subject": 이 회사는)."""
    text = document.article.body
    for noun in frames.grants[f"definite_{case}"].finditer(text, start, end):
        before = [n for n in document.names.get("body", ()) if n.end <= noun.start()]
        if found := _meant(noun["noun"], before, frames):
            return (found,)
    return ()


def _meant(noun: str, before: Sequence[NameValue], frames: LanguageFrames) -> NameValue | None:
    called = next((n for n in reversed(before) if n.name.endswith(noun)), None)
    if called or noun.endswith(OWN_WORDS):
        return called
    return next((n for n in reversed(before) if counts(n, noun, frames)), None)


def projects_owner(figure: Figure, document: Document, frames: LanguageFrames) -> NameValue | None:
    """Whose project a sum goes to: the subject of the clause that describes it (A가 짓는 공장에 3억원을 보탠다)."""
    hit, text = figure.governor.predicate if figure.governor else None, document.article.body
    if hit is None or hit.predicate.sense not in GIVING or frames.grants["gift_verb"].fullmatch(hit.predicate.lemma):
        return None
    for role in reversed(figure.roles):
        described = role.marker in ("이", "가") and role.end < figure.value.start
        if described and frames.grants["project_dative"].fullmatch(text, role.end, figure.value.start):
            return role.names[0] if counts(role.names[0], "", frames) else None
    return None


def named_before(
    at: int, sentence: int, wanted: int, words: str, document: Document, frames: LanguageFrames
) -> list[NameValue]:
    """The bodies last named before a place in a sentence, in the order of the text, if as many as `words` count.

    They are looked for sentence by sentence within the paragraph and the one before it; the words (두 회사) say which
    kind of body counts. Behind a type (일반형 두 곳은) they are those named behind that type's name.
    """
    found: dict[str, NameValue] = {}
    kind = frames.grants["of_type"].search(document.article.body, document.sentences[sentence].start, at)
    for names in _of_type(kind, document) if kind else _backwards(at, sentence, document):
        if len(found) >= wanted:
            break
        found = {**{n.key or n.name: n for n in names if counts(n, words, frames)}, **found}
    return sorted(found.values(), key=lambda n: n.start) if len(found) == wanted >= COUNTED_MIN else []


def _of_type(kind: re.Match[str], document: Document) -> Iterator[list[NameValue]]:
    """The names behind the last place before that tells the type, up to the next type (일반형에 A, 특화형에 B를)."""
    body = document.article.body
    at = body.rfind(kind["type"], 0, kind.start())
    here = next((s for s in document.sentences if s.field == "body" and s.start <= at < s.end), None)
    if here:
        following = body.find(kind["sort"], at + len(kind["type"]), here.end)
        yield within(document.names.get("body", ()), at, following if following > 0 else here.end)


def _backwards(at: int, sentence: int, document: Document) -> Iterator[list[NameValue]]:
    """The names before a place in its sentence and in each one before, within its paragraph and the one before."""
    here, bodies = document.sentences[sentence].paragraph, document.names.get("body", ())
    yield within(bodies, document.sentences[sentence].start, at)
    for before in reversed(document.sentences[:sentence]):
        if before.field != "body" or before.paragraph < here - 1 or before.shape == "heading":
            return
        yield within(bodies, before.start, before.end)


def counts(name: NameValue, words: str, frames: LanguageFrames) -> bool:
    """Whether a body may be one that the words mean: a firm of 두 회사, a county of 세 군, no ministry of 두 기관."""
    local = frames.grants["local_body"].fullmatch(name.name) is not None
    for kind in KINDS:
        if frames.grants[f"meant_{kind}"].search(words):
            return local if kind == "local" else _is_of(name, kind)
    return local or name.kind not in PUBLIC


def _is_of(name: NameValue, kind: str) -> bool:
    hospital = name.name.endswith(HOSPITALS)
    return hospital if kind == "hospital" else name.kind == kind and not hospital
