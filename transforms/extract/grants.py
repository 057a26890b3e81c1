"""The grants that an article states: who gives what to whom, under which programme."""

from transforms.extract.document import Document
from transforms.lexicon.model import Lexicon
from transforms.records import Grant


def grants_of(document: Document, lexicon: Lexicon) -> tuple[Grant, ...]:
    """The grants of an article, in the order of the text."""
    return ()
