"""Names that the lexicon holds: found by its automaton, judged by what stands around them."""

import re
from dataclasses import dataclass, replace

from transforms.lexicon.grammar import Grammar
from transforms.lexicon.organizations import Form, Organizations
from transforms.normalize.particles import ends_word, rest_of_word, starts_word

NEXT_WORD = re.compile(r"[ \u00a0]?([가-힣A-Za-z0-9]+)")
LAST_WORD = re.compile(r"(?<![0-9A-Za-z가-힣])([가-힣A-Za-z]+)[ \u00a0]?$")
FORMAL = ("특별시", "광역시", "특별자치시", "특별자치도")
GLOSS = re.compile(r"\([^()\n]{1,20}\)(?=[가-힣])")
LISTED = re.compile(r"([가-힣]{1,8})[·ㆍ∙]$")


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate: `sure` is False where the form alone does not prove that the body is meant.

    `place` is True for a territory that does not act where it stands; only a list of bodies makes it one of them.
    """

    start: int
    end: int
    key: str | None
    name: str
    kind: str
    sure: bool = True
    place: bool = False


def known_names(text: str, bodies: Organizations, grammar: Grammar) -> list[Found]:
    """Every lexicon name in the text, left to right, the longest where several begin at one place."""
    found: list[Found] = []
    free = 0
    hits = bodies.automaton.find_matches_as_indexes(text, overlapping=True)
    for pattern, start, end in sorted(hits, key=lambda hit: (hit[1], -hit[2])):
        if start < free or not starts_word(text, start) or not ends_word(text, start, end, grammar):
            continue
        form = bodies.patterns[pattern]
        if not means_body(text, start, end, form, grammar):
            continue
        free = end
        found.extend(_coordinated(text, start, form, bodies))
        name = _foreign(text, start, end, grammar) or _found(start, end, form, bodies)
        if not form.place or acts(text, end, form, grammar):
            found.append(name)
        elif not form.weak:
            found.append(replace(name, sure=False, place=True))
    return found


def _found(start: int, end: int, form: Form, bodies: Organizations) -> Found:
    body = bodies.bodies[form.key]
    return Found(start, end, body.key, body.name, body.kind, sure=not form.weak)


def means_body(text: str, start: int, end: int, form: Form, grammar: Grammar) -> bool:
    """Whether the body itself is meant, not its seat (청와대 앞), its site (유튜브 채널) or a word that holds it."""
    words = grammar.words
    rest = rest_of_word(text, end)
    if text[start:end] + rest in words["stop"] or grammar.patterns["version"].search(text, max(0, start - 6), start):
        return False
    following = NEXT_WORD.match(text, end + len(rest))
    word = following.group(1) if following else ""
    if rest in ("", "사") and word in words["beside"]:
        return False
    if form.text in words["currencies"] and grammar.patterns["won"].match(text, end):
        return False
    if form.text.endswith(grammar.tails["venues"]) and grammar.patterns["placed"].match(rest):
        return any(grammar.patterns[said].match(text, end) for said in ("according", "given"))
    if form.text in words["acting"]:
        return acts_here(text, end, rest, grammar) or grammar.patterns["partner"].match(text, end) is not None
    if form.text not in words["platforms"]:
        return True
    return acts_here(text, end, rest, grammar) and word not in words["channels"]


def acts_here(text: str, end: int, rest: str, grammar: Grammar) -> bool:
    """Whether a name that ends at `end`, with `rest` glued to it, is the subject or the source of what is said."""
    said = (grammar.patterns[word].match(text, end) for word in ("according", "allied"))
    return grammar.patterns["subject"].match(rest) is not None or any(said)


def past_gloss(text: str, end: int) -> int:
    """Where a name with the bracket behind it ends: 청양군(120호) before its particle."""
    gloss = GLOSS.match(text, end)
    return gloss.end() if gloss else end


def acts(text: str, end: int, form: Form, grammar: Grammar) -> bool:
    """Whether a territory's name means its government: "서울시는", not "서울시에서" or "서울시 강남구"."""
    end = past_gloss(text, end)
    rest = rest_of_word(text, end)
    following = NEXT_WORD.match(text, end + len(rest))
    word = following.group(1) if following else ""
    if form.text.endswith(FORMAL) and not rest.startswith("에"):
        return rest != "" or word[-1:] not in grammar.words["place_suffix"]
    if rest:
        if rest.startswith("의") and (form.text.endswith("구") or word in grammar.words["determiners"]):
            return False
        return acts_here(text, end, rest, grammar) or grammar.patterns["given"].match(text, end) is not None
    return word in grammar.words["actor_next"]


def _foreign(text: str, start: int, end: int, grammar: Grammar) -> Found | None:
    """Another country's ministry of the same name: "미 국방부", "중국 외교부"."""
    if text[start:end] not in grammar.words["ministries"]:
        return None
    before = LAST_WORD.search(text[max(0, start - 12) : start])
    if before is None or before.group(1) not in grammar.words["countries"]:
        return None
    first = max(0, start - 12) + before.start()
    return Found(first, end, None, text[first:end], "government")


def _coordinated(text: str, start: int, form: Form, bodies: Organizations) -> list[Found]:
    """Heads that share their last syllable with the name that follows: 산업 in "산업·과기부", 서울 in "서울·부산대"."""
    found: list[Found] = []
    while (listed := LISTED.search(text[max(0, start - 9) : start])) is not None:
        shared = bodies.forms.get(listed.group(1) + form.text[-1])
        if shared is None or shared.place or listed.group(1) in bodies.forms:
            break
        end = start - 1
        start = end - len(listed.group(1))
        found.append(_found(start, end, shared, bodies))
    return found[::-1]
