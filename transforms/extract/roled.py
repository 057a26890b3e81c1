"""Korean names that only their role shows: the places to which money goes, winners, firms (English: `roled_en`)."""

import re
from collections.abc import Iterator, Sequence

from transforms.extract.roled_firms import firms_by_role
from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.organizations import Organizations
from transforms.normalize.values import MoneyValue, NameValue

WINNER = re.compile(r"[^\s,·/、()](?:[^,·/、()]{0,24}[^\s,·/、()])?(?![^,()]{0,24}\))")
AHEAD = 8  # code points between a sum and the place behind it to which it goes (3억원을 A시에 보냈다)
SEATS = ("시", "군", "구", "도")  # what a local government's name ends with
PLACE_MIN = 3  # syllables of a local government's name that the lexicon has not
PLACE_REACH = 40  # code points between a place in the dative and the sum that goes to it


def roled_places(
    text: str,
    sums: Sequence[MoneyValue],
    known: Sequence[NameValue],
    frames: LanguageFrames,
    bodies: Organizations,
) -> tuple[NameValue, ...]:
    """Korean: the names of a text with the local governments added to which money goes (옹진군에는 3천억원이 돌아간다).

    A place in the dative is mostly where something happens; it is a body where a sum and a verb of giving follow and no
    verb of building or standing lies between.
    """
    found = {name.start: name for name in (*known, *_winners(text, known, frames))}
    for ranked in frames.grants["ranked_name"].finditer(text):
        start, stop, surface = *ranked.span("body"), ranked["body"]
        free = not any(start < k.end and k.start < stop for k in found.values())
        if free and not frames.grants["no_rank"].fullmatch(surface):
            found[start] = NameValue(start, stop, surface, None, surface, "company")
    for row in frames.grants["place_row"].finditer(text):
        start, stop = row.span("place")
        if name := _body(text, start, stop, found, bodies):
            found[start] = name
    for row in frames.grants["place_sums"].finditer(text):
        places = list(frames.grants["place_name"].finditer(text, *_span(row)))
        known_one = any(p.group() in bodies.forms for p in places)
        for place in places if known_one else ():
            if name := _body(text, *place.span(), found, bodies) or _unknown(place, found):
                found[name.start] = name
    rows = frames.grants["province_sums"].finditer(text)
    shorts = [m.span() for row in rows for m in frames.grants["province_name"].finditer(text, *row.span())]
    for start, stop in (*shorts, *(_span(m) for m in frames.grants["short_place"].finditer(text))):
        if name := _short(text, start, stop, found, bodies):
            found[start] = name
    for dative in frames.grants["place_dative"].finditer(text):
        end = text.find(".", dative.end())
        reach = text[dative.end() : end if end > 0 else len(text)]
        value = next((v for v in sums if dative.end() <= v.start <= dative.end() + PLACE_REACH), None)
        ahead = any(dative.start() - AHEAD <= v.end <= dative.start() for v in sums)
        handed = ahead and frames.grants["handed_next"].match(text, dative.end())
        if not handed and (value is None or frames.grants["handed"].search(reach) is None):
            continue
        if not handed and value and frames.grants["stands"].search(text[dative.end() : value.start]):
            continue
        for place in frames.grants["place_name"].finditer(dative.group()):
            start, stop = dative.start() + place.start(), dative.start() + place.end()
            if name := _body(text, start, stop, found, bodies):
                found[start] = name
    known = tuple(found[start] for start in sorted(found))
    firms = firms_by_role(text, known, frames, bodies)
    return tuple(sorted((*known, *firms), key=lambda name: name.start))


def _short(text: str, start: int, stop: int, found: dict[int, NameValue], bodies: Organizations) -> NameValue | None:
    """The local government that a place means by its name without 시, 군 or 도, where no name is known yet."""
    forms = (bodies.forms.get(text[start:stop] + end) for end in ("", *SEATS))
    form = next((f for f in forms if f and f.place), None)
    if form is None or any(start < k.end and k.start < stop for k in found.values()):
        return None
    body = bodies.bodies[form.key]
    return NameValue(start, stop, text[start:stop], body.key, body.name, body.kind)


def _unknown(place: re.Match[str], found: dict[int, NameValue]) -> NameValue | None:
    """A local government that the lexicon has not, or has twice (고성군), where no name is known yet."""
    start, end = place.span()
    if (
        end - start < PLACE_MIN
        or place.group()[-1] not in "시군구"
        or any(k.start < end and start < k.end for k in found.values())
    ):
        return None
    return NameValue(start, end, place.group(), None, place.group(), "government")


def _span(row: re.Match[str]) -> tuple[int, int]:
    """Where the places of a row stand: the one group that matched."""
    return row.span(row.lastgroup or 0)


def _body(text: str, start: int, stop: int, found: dict[int, NameValue], bodies: Organizations) -> NameValue | None:
    """The local government that a place means, where no name is known there yet."""
    form = bodies.forms.get(text[start:stop])
    if form is None or any(start < k.end and k.start < stop for k in found.values()):
        return None
    body = bodies.bodies[form.key]
    return NameValue(start, stop, text[start:stop], body.key, body.name, body.kind)


def _winners(text: str, known: Sequence[NameValue], frames: LanguageFrames) -> Iterator[NameValue]:
    """Who won, in a row of a list of prizes (은상(3천만원): A, B), save people."""
    for row in frames.grants["prize_row"].finditer(text):
        for word in WINNER.finditer(text, row.start("winners"), row.end("winners")):
            taken = any(word.start() < k.end and k.start < word.end() for k in known)
            if not taken and not frames.grants["person"].fullmatch(word.group()):
                yield NameValue(word.start(), word.end(), word.group(), None, word.group(), "company")
