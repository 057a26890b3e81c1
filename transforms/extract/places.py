"""Local governments that only a list or a role shows: 고흥군과 경북 울진군이, 부안군(80호)은, 거창군, 부여군 등 27곳.

A territory's name is mostly where something happens. It is its government where it is a subject behind a gloss, heads a
line of a list, closes a counted list, or stands in one list with a government that is known.
"""

import re
from collections.abc import Sequence

from transforms.lexicon.frames import LanguageFrames
from transforms.lexicon.organizations import Organizations
from transforms.normalize.values import NameValue

GLOSS = re.compile(r"\s?\([^()\n]{1,30}\)")
JOINT_MAX = 16  # code points between two names of one list


def acting_places(
    text: str, known: Sequence[NameValue], frames: LanguageFrames, bodies: Organizations
) -> tuple[NameValue, ...]:
    """The names of a text with the territories added that act in it, in order."""
    cues, found = frames.steps, {name.start: name for name in known}
    following: int | None = None  # where the body right behind begins
    for place in reversed(list(cues["place"].finditer(text))):
        start, end = place.span()
        form = bodies.forms.get(place.group())
        if form is None or not form.place:
            continue
        gloss = GLOSS.match(text, end)
        stop = gloss.end() if gloss else end
        known_here = any(n.start <= start < n.end for n in _near(found, start))
        beside = (
            following is not None
            and following - stop <= JOINT_MAX
            and cues["place_joint"].fullmatch(text, stop, following)
        )
        acts = gloss is not None and cues["place_acts"].match(text, stop)
        heads = cues["place_row"].match(text, stop) and cues["row_head"].search(
            text[text.rfind("\n", 0, start) + 1 : start]
        )
        if not known_here and (beside or acts or heads or cues["place_list"].match(text, stop)):
            body = bodies.bodies[form.key]
            found[start] = NameValue(start, end, place.group(), body.key, body.name, body.kind)
            known_here = True
        following = start if known_here else None
    return tuple(found[start] for start in sorted(found))


def _near(found: dict[int, NameValue], place: int) -> list[NameValue]:
    """The names that begin where a place does, or a few words before it."""
    return [found[at] for at in range(max(0, place - JOINT_MAX), place + 1) if at in found]
