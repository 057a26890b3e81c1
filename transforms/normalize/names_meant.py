"""Which of an article's doubtful names mean the body that the lexicon gives them: what the rest of the article says."""

from collections.abc import Iterable
from dataclasses import dataclass

from transforms.lexicon.grammar import Grammar
from transforms.lexicon.organizations import Organizations
from transforms.normalize.names_known import Found

PUBLIC = ("government", "agency")
CUES = "cues_"  # the lists of a grammar that show whose state speaks are named so, with the country behind


@dataclass(frozen=True, slots=True)
class Company:
    """The bodies that an article names for sure, and the countries whose state speaks in it."""

    keys: frozenset[str]
    states: frozenset[str | None]


def company_of(texts: Iterable[str], names: Iterable[Found], bodies: Organizations, grammar: Grammar) -> Company:
    """What the sure names and the words of the texts tell of the others."""
    sure = [bodies.bodies[name.key] for name in names if name.sure and name.key]
    joined = "\n".join(texts)
    cued = [  # the country behind each list of which a word is in the text
        name.removeprefix(CUES)
        for name, cues in grammar.words.items()
        if name.startswith(CUES) and any(cue in joined for cue in cues)
    ]
    return Company(frozenset(b.key for b in sure), frozenset([*cued, *(b.country for b in sure if b.kind in PUBLIC)]))


def is_meant(name: Found, company: Company, bodies: Organizations) -> bool:
    """A weak form is meant where its body is named in full, or where its state speaks (Commission beside the EU)."""
    if name.sure:
        return True
    if name.place or name.key is None:
        return False
    body = bodies.bodies[name.key]
    return name.key in company.keys or (
        body.kind in PUBLIC and body.country is not None and body.country in company.states
    )
