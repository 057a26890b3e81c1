"""Sentences cut into clauses, each with its predicate, tense, modality, negation and quotation.

Korean clauses end with their verb, so a clause runs to the end of a verb and of the auxiliaries that belong to it
(지원할 계획이다, 받지 못했다). English clauses are cut at conjunctions, relative words and commas
where both sides have a verb.
A clause without a tense of its own (하고, 하며) takes the tense of the clause that follows it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from transforms.extract.frames import Hit
from transforms.extract.sentences import Sentence
from transforms.lexicon.frames import LanguageFrames

TOKEN = re.compile(r"\S+")
SENTENCE = attrgetter("sentence")
GLOSS = re.compile(r"(?<=다)\(.*$")
ENDING = 2  # code points of an ending that a verb's form may hold
PAST = 20  # index of ㅆ among the final consonants of a Hangul syllable
N, L = 4, 8  # ㄴ, ㄹ


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of `sentence` (its index in the document); `start` and `end` count code points of the field.

    `tense` is past | present | future | None; `modality` plan | ability | obligation | request | forecast | hearsay |
    None; `form` final | connective | adnominal | quotative | nominal (a verbless item or heading). `tail` is the
    predicate's ending with its auxiliaries.
    """

    sentence: int
    field: str
    start: int
    end: int
    text: str
    predicate: Hit | None
    tense: str | None
    modality: str | None
    negated: bool
    quoted: bool
    form: str
    tail: str


def clauses_in(clauses: Sequence[Clause], sentence: int) -> Sequence[Clause]:
    """The clauses of one sentence, of clauses in the order of the text; quick in long texts, too."""
    first = bisect_left(clauses, sentence, key=SENTENCE)
    return clauses[first : bisect_left(clauses, sentence + 1, first, key=SENTENCE)]


def clauses_of(
    index: int, sentence: Sentence, hits: Sequence[Hit], frames: LanguageFrames, lang: str
) -> tuple[Clause, ...]:
    """The clauses of one sentence with its predicates, in order; together they cover it.

    `hits` count from the sentence's start, those in the clauses from the field's.
    """
    cut = _korean if lang == "ko" else _english
    return tuple(_inherit(cut(index, sentence, hits, frames)))


def _inherit(clauses: list[Clause]) -> list[Clause]:
    """Connective clauses take tense and modality from the next one on their right that is no statement (밝혔다)."""
    done: list[Clause] = []
    tense = modality = None
    for clause in reversed(clauses):
        if clause.tense is None and clause.form == "connective":
            clause = replace(clause, tense=tense, modality=clause.modality or modality)  # noqa: PLW2901
        if clause.form != "adnominal":
            tense, modality = clause.tense, clause.modality
        done.append(clause)
    return done[::-1]


def shifted(hit: Hit, by: int) -> Hit:
    """The same hit, counted from another place."""
    return Hit(hit.start + by, hit.stem_end + by, hit.end + by, hit.predicate, hit.voice, hit.inflection)


def _korean(index: int, sentence: Sentence, hits: Sequence[Hit], frames: LanguageFrames) -> list[Clause]:
    tokens = list(TOKEN.finditer(sentence.text))
    verbal = [h for h in hits if h.voice != "nominal"]
    clauses: list[Clause] = []
    start = position = 0
    while position < len(tokens):
        token = tokens[position]
        position += 1
        word = token.group()
        while verbal and verbal[0].end <= token.start():
            verbal.pop(0)
        hit = verbal[0] if verbal and verbal[0].end <= token.end() else None
        form = _form(token.group(), hit, token.end(), frames)
        if form is None:
            continue
        while position < len(tokens) and _belongs(form, word, hit, tokens[position].group(), frames):
            word = tokens[position].group()
            form = _form(word, None, 0, frames) or ("adnominal" if _describes(word) else form)
            position += 1
        clauses.append(_made(index, sentence, start, tokens[position - 1].end(), hit, form, frames))
        start = tokens[position - 1].end()
    if start < len(sentence.text):
        nominal = [h for h in hits if h.voice == "nominal" and h.start >= start]
        clauses.append(
            _made(index, sentence, start, len(sentence.text), nominal[-1] if nominal else None, "nominal", frames)
        )
    return clauses


def _belongs(form: str, token: str, hit: Hit | None, following: str, frames: LanguageFrames) -> bool:
    """Whether the next token is part of this verb: any auxiliary, or behind a linking ending its own."""
    if form != "connective":
        return frames.cues["auxiliary"].match(following) is not None
    return hit is not None and frames.cues["linked"].match(f"{token[-1]} {following}") is not None


def _form(token: str, hit: Hit | None, end: int, frames: LanguageFrames) -> str | None:
    """How the token closes a clause, or None where it does not; a bracket behind its verb is no part of it."""
    if "(" in token:
        token = GLOSS.sub("", token)
    if frames.cues["may_close"].match(token[-1]):
        for form in ("quotative", "final", "connective"):
            if frames.cues[form].match(token):
                return form
    if hit is None:
        return None
    return "adnominal" if _describes(token) else "connective"


def _describes(token: str) -> bool:
    """Whether a verb that ends so describes a noun (한, 할, 하는, 하던)."""
    last = token.rstrip("\"'”’.,)")[-1:]
    return _final_consonant(last) in (N, L) or last in ("는", "던")


def _final_consonant(syllable: str) -> int:
    return (ord(syllable) - 0xAC00) % 28 if syllable and "가" <= syllable <= "힣" else 0


def _made(
    index: int, sentence: Sentence, start: int, end: int, hit: Hit | None, form: str, frames: LanguageFrames
) -> Clause:
    text = sentence.text[start:end]
    lead = len(text) - len(text.lstrip())
    tail_at = hit.stem_end if hit else max(start, sentence.text.rfind(" ", start, end) + 1)
    tail = sentence.text[tail_at:end]
    ending = 0 if hit is None or hit.predicate.noun else ENDING  # a form may hold it (주기로)
    return Clause(
        index,
        sentence.field,
        sentence.start + start + lead,
        sentence.start + end,
        text[lead:],
        shifted(hit, sentence.start) if hit else None,
        _tense(_own_ending(sentence.text[_last_word(sentence.text, hit) if hit else tail_at : end], frames), form),
        _modality(sentence.text[tail_at - ending : end], frames),
        bool(frames.cues["negation"].search(tail)),
        sentence.shape == "quotation" or _inside_quotes(sentence.text, tail_at),
        form,
        tail,
    )


def _own_ending(ending: str, frames: LanguageFrames) -> str:
    """The ending without the verb of saying behind it (착공한다고 |했다)."""
    said = frames.cues["reported"].search(ending)
    return ending[: said.end()] if said else ending


def _last_word(text: str, hit: Hit) -> int:
    """Where the verb itself begins in a predicate of several words (첫 삽을 |뜬다)."""
    return max(hit.start, text.rfind(" ", hit.start, hit.stem_end) + 1)


def _tense(ending: str, form: str) -> str | None:
    """Past where a syllable closes with ㅆ (했, 받았) save 있, 겠; future for 겠, -ㄹ; else present or None."""
    words = ending.split()
    if any(_final_consonant(ch) == PAST and ch not in "있겠" for ch in ending):
        return "past"
    if "겠" in ending:
        return "future"
    last = words[0].rstrip("\"'”’.,)")[-1:] if words else ""
    if len(words) > 1 and _final_consonant(last) == L:
        return "future"
    if form == "adnominal":
        if _final_consonant(last) == L:
            return "future"
        return "present" if last == "는" else "past"
    return "present" if form in ("final", "quotative") else None


def _modality(tail: str, frames: LanguageFrames) -> str | None:
    names = ("request", "plan", "forecast", "hearsay", "obligation", "ability")
    return next((n for n in names if n in frames.cues.sources and frames.cues[n].search(tail)), None)


def _inside_quotes(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _english(index: int, sentence: Sentence, hits: Sequence[Hit], frames: LanguageFrames) -> list[Clause]:
    text = sentence.text
    verbal = [h for h in hits if h.voice != "nominal"]
    cuts = [m.start() for m in frames.cues["boundary"].finditer(text)]
    clauses: list[Clause] = []
    start = 0
    for cut, following in zip([*cuts, len(text)], [*cuts[1:], len(text), len(text)], strict=False):
        inside = [h for h in verbal if start <= h.start < cut]
        if cut == len(text) or (inside and any(cut <= h.start < following for h in verbal)):
            clauses.append(_english_clause(index, sentence, start, cut, _main(inside), frames))
            start = cut
    return clauses


def _main(hits: Sequence[Hit]) -> Hit | None:
    finite = [h for h in hits if h.inflection not in ("gerund", "stem")]
    return next(iter(finite or hits), None)


def _english_clause(
    index: int, sentence: Sentence, start: int, end: int, hit: Hit | None, frames: LanguageFrames
) -> Clause:
    text = sentence.text[start:end]
    lead = len(text) - len(text.lstrip(" ,;:—–-"))
    before = sentence.text[max(start, hit.start - 32) : hit.start] if hit else text
    return Clause(
        index,
        sentence.field,
        sentence.start + start + lead,
        sentence.start + end,
        text[lead:],
        shifted(hit, sentence.start) if hit else None,
        _english_tense(before, hit, frames),
        _modality(before, frames),
        bool(frames.cues["negation"].search(before)),
        sentence.shape == "quotation" or _inside_quotes(sentence.text, hit.start if hit else start),
        "final" if hit else "nominal",
        before,
    )


def _english_tense(before: str, hit: Hit | None, frames: LanguageFrames) -> str | None:
    if hit is None:
        return None
    if frames.cues["future"].search(before):
        return "future"
    if frames.cues["perfect"].search(before) or hit.inflection in ("past", "participle"):
        return "past"
    return "present" if hit.inflection == "third" else None


def predications(index: int, sentence: Sentence, hits: Sequence[Hit], frames: LanguageFrames) -> tuple[Clause, ...]:
    """Every verb of an English sentence as a clause of its own, for what a figure is governed by."""
    verbal = [h for h in hits if h.voice != "nominal"]
    return tuple(_english_clause(index, sentence, 0, len(sentence.text), hit, frames) for hit in verbal)
