"""Checks the lexicon: `python -m transforms.lexicon.check` prints a line for each fault, and exits 1.

Faults are bad patterns among the cues, and clashes of bodies.

A clash is a form that is safe for two bodies, a safe form that is a common word or a single letter, a form listed twice
for one body, a succession that runs in a circle or back in time.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from transforms.lexicon.errors import LexiconError
from transforms.lexicon.frames import read as read_frames
from transforms.lexicon.organizations import Body, Organizations, forms_of, read


def main() -> int:
    """0 where the lexicon is sound, else 1, with a plain line on stderr for each fault."""
    folder = Path(__file__).parent
    try:
        faults = list(clashes(read(folder)))
        for frames in read_frames(folder).languages.values():
            for cues in (frames.cues, frames.grants, frames.steps):
                for name in cues.sources:
                    cues[name]
    except LexiconError as error:
        faults = [str(error)]
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def clashes(organizations: Organizations) -> Iterator[str]:
    """A line for each fault of the bodies and their forms."""
    yield from _shared(organizations.bodies)
    common = {word for grammar in organizations.grammars.values() for word in grammar.words["stop"]}
    for body in organizations.bodies.values():
        for form in forms_of(body):
            if not form.weak and (form.text in common or len(form.text) < 2):
                yield f"{body.key}: {form.text!r} is a common word or too short to be safe: list it as weak"
        listed = [body.name, *([body.name_en] if body.name_en else []), *body.aliases]
        for text in sorted({text for text in body.aliases if listed.count(text) > 1}):
            yield f"{body.key}: {text!r} is listed twice"
        yield from _succession(body, organizations.bodies)


def _shared(bodies: Mapping[str, Body]) -> Iterator[str]:
    """Forms that are safe for more than one body."""
    owners: dict[str, list[str]] = defaultdict(list)
    for body in bodies.values():
        for form in forms_of(body):
            if not form.weak:
                owners[form.text].append(body.key)
    for text, keys in sorted(owners.items()):
        if len(keys) > 1:
            yield f"{text!r} is a safe form of {' and of '.join(keys)}: make it weak for all but one"


def _succession(body: Body, bodies: Mapping[str, Body]) -> Iterator[str]:
    seen = {body.key}
    following = body
    while following.succeeded_by is not None:
        following = bodies[following.succeeded_by]
        if following.key in seen:
            yield f"{body.key}: its line of succession runs in a circle"
            return
        seen.add(following.key)
    after = bodies.get(body.succeeded_by or "")
    if after is not None and body.since and after.since and after.since < body.since:
        yield f"{body.key}: succeeded by {after.key}, which is older"


if __name__ == "__main__":
    sys.exit(main())
