"""Names that only their role shows: to whom English says that money goes, and who gives it (gave Ocean Yield $5m).

A capitalised phrase that no lexicon and no shape makes a name is one where it is the subject of a verb of giving or
receiving with a sum behind it, the object of giving right before a sum, the next of a series (and Ocean Yield $5m), or
behind `to` right after a sum; and a territory there is its government (the city of Ottumwa). Pronouns, dates and
countries are none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.values import MoneyValue, NameValue

PHRASE = re.compile(
    r"(?:(?:[Cc]ity|[Ss]tate|[Cc]ounty|[Cc]anton|[Pp]rovince|[Tt]own|[Bb]orough|[Vv]illage) of )?"
    r"(?:[A-Z][\w&'’-]*|\d{1,2}[A-Z][\w]*)(?:\s(?:of\s|for\s|&\s)?[A-Z][\w&'’-]*){0,5}"
)
ARM = re.compile(r"(?P<owner>[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,3})['’]s (?:charitable |corporate |family )?foundation\b")
OWNED = re.compile(r"[A-Z][\w&-]+['’]s\s(?=[A-Z])")
REACH = 200  # code points before a sum in which the phrase may stand
OPENS = re.compile(r"(?:^|[.;:,]|\b(?:and|while|but|that|said|which)|[-–—•]|\n|[A-Z]\w+['’]s)\s*(?:[Tt]he\s)?$")
# X and, before Y that gets
BESIDE = re.compile(r"(?P<body>[A-Z][\w&'’-]*(?:\s[A-Z][\w&'’-]*){0,4})(?:,| and)\s(?:the\s)?$")
SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|\n")


def roled_names(
    text: str, sums: Sequence[MoneyValue], known: Sequence[NameValue], frames: LanguageFrames
) -> tuple[NameValue, ...]:
    """The names of a text with those added that their role shows, in order."""
    found = {name.start: name for name in known}
    for arm in ARM.finditer(text):
        for name in [n for n in found.values() if arm.start() <= n.start < arm.end()]:
            del found[name.start]
        surface = f"{arm['owner']} Foundation"
        found[arm.start()] = NameValue(arm.start(), arm.end(), arm.group(), None, surface, "other")
    for i, value in enumerate(sums):
        before = sums[i - 1].end if i else 0
        for name in (*_before(text, value, before, frames), *_behind(text, value, frames)):
            if not any(name.start < k.end and k.start < name.end for k in found.values()):
                found[name.start] = name
    return tuple(found[start] for start in sorted(_elsewhere(text, found, {n.start for n in known})))


def _elsewhere(text: str, found: dict[int, NameValue], known: set[int]) -> dict[int, NameValue]:
    """The names with every other place of those that a role showed."""
    shown = {name.text: name for start, name in found.items() if start not in known and name.kind != "government"}
    for surface, name in shown.items():
        for place in re.finditer(rf"(?<![\w-]){re.escape(surface)}(?![\w-])", text):
            start, end = place.span()
            if not any(start < k.end and k.start < end for k in found.values()):
                found[start] = replace(name, start=start, end=end)
    return found


def _behind(text: str, value: MoneyValue, frames: LanguageFrames) -> Iterator[NameValue]:
    """The phrase of two or more words, or the territory, to which a sum goes ($2m to the Blue Harbour Trust)."""
    for slot in ("given_to", "goes_to", "for_works"):
        given = frames.grants[slot].match(text, value.end)
        if given is None:
            continue
        group = "body" if given["body"] else "place"
        surface = given[group]
        if not (frames.grants["no_body"].fullmatch(surface) or frames.grants["no_award"].match(surface)):
            yield _named(text, given.start(group), given.end(group), frames)


def _before(text: str, value: MoneyValue, earlier: int, frames: LanguageFrames) -> Iterator[NameValue]:
    cues = frames.grants
    begin = max(0, value.start - REACH)
    for end in SENTENCE_END.finditer(text, begin, value.start):
        begin = end.end()
    for phrase in PHRASE.finditer(text, begin, value.start):
        surface, gap = phrase.group(), text[phrase.end() : value.start]
        if cues["no_body"].fullmatch(surface):
            continue
        adjacent = cues["adjacent"].fullmatch(gap) is not None
        opens = OPENS.search(text[begin : phrase.start()]) is not None
        given = adjacent and cues["object_of_giving"].search(text, begin, phrase.start())
        got = opens and cues["receives_ahead"].fullmatch(gap)
        gave = opens and cues["gives_ahead"].fullmatch(gap) and _is_body(surface, phrase.start() == begin, frames)
        series = adjacent and opens and begin < earlier <= phrase.start()
        if given or got or gave or series:
            owned = OWNED.match(surface)  # Japan's Kumo Robotics
            yield _named(text, phrase.start() + (owned.end() if owned else 0), phrase.end(), frames)
            beside = BESIDE.search(text, begin, phrase.start())
            if beside and not cues["no_body"].fullmatch(beside["body"]) and OPENS.search(text[begin : beside.start()]):
                yield _named(text, beside.start("body"), beside.end("body"), frames)


def _is_body(surface: str, first: bool, frames: LanguageFrames) -> bool:
    """Whether a phrase that gives may be a body: of several words, a territory, or not the first word of a sentence."""
    territory = frames.grants["territory"].fullmatch(surface) or frames.grants["territorial"].fullmatch(surface)
    return territory is not None or (" " in surface) or not first


def _named(text: str, start: int, end: int, frames: LanguageFrames) -> NameValue:
    surface = text[start:end]
    territory = frames.grants["territory"].fullmatch(surface) or frames.grants["territorial"].fullmatch(surface)
    name = surface[0].upper() + surface[1:]
    giver = frames.grants["giver_name"].search(surface) is not None
    return NameValue(start, end, surface, None, name, "government" if territory else "other" if giver else "company")
