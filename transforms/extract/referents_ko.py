"""Korean: which body named before a noun means (이 회사, 두 대학): the last one, or ones, of its kind."""

from collections.abc import Iterator, Sequence

from transforms.extract.document import Document, within
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import NameValue

HOSPITALS = ("병원", "의료원")  # how hospitals' names end
KINDS = ("company", "university", "hospital", "local", "institute")
PUBLIC = ("government", "agency", "media")
COUNTED_MIN = 2


def referent_in(start: int, end: int, document: Document, frames: LanguageFrames) -> tuple[NameValue, ...]:
    """The body that a definite noun in the dative between `start` and `end` means (이 회사에는); none without one."""
    text = document.article.body
    for noun in frames.grants["definite_dative"].finditer(text, start, end):
        before = [n for n in document.names.get("body", ()) if n.end <= noun.start()]
        if found := _meant(noun["noun"], before, frames):
            return (found,)
    return ()


def _meant(noun: str, before: Sequence[NameValue], frames: LanguageFrames) -> NameValue | None:
    called = next((n for n in reversed(before) if n.name.endswith(noun)), None)
    return called or next((n for n in reversed(before) if counts(n, noun, frames)), None)


def named_before(sentence: int, wanted: int, words: str, document: Document, frames: LanguageFrames) -> list[NameValue]:
    """The bodies last named before a sentence, in the order of the text, if they are as many as `words` count.

    They are looked for sentence by sentence within the paragraph and the one before it; the words (두 회사) say which
    kind of body counts.
    """
    found: dict[str, NameValue] = {}
    for before in _backwards(sentence, document):
        if len(found) >= wanted:
            break
        found = {**{n.key or n.name: n for n in before if counts(n, words, frames)}, **found}
    return sorted(found.values(), key=lambda n: n.start) if len(found) == wanted >= COUNTED_MIN else []


def _backwards(sentence: int, document: Document) -> Iterator[list[NameValue]]:
    """The names of each sentence before one, the nearest first, within its paragraph and the one before."""
    here = document.sentences[sentence].paragraph
    for before in reversed(document.sentences[:sentence]):
        if before.field != "body" or before.paragraph < here - 1 or before.shape == "heading":
            return
        yield within(document.names.get("body", ()), before.start, before.end)


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
