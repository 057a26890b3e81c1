"""English names that no lexicon holds, told by shape: a run of capitalised words that holds the head noun of a body."""

from transforms.lexicon.grammar import Grammar
from transforms.normalize.names_known import Found


def english_names(text: str, grammar: Grammar) -> list[Found]:
    """Every name that its shape alone gives away, left to right."""
    return []
