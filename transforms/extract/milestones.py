"""The milestones that an article states: dated or datable steps of its programmes, and measurable targets."""

from transforms.extract.document import Document
from transforms.lexicon.model import Lexicon
from transforms.records import Milestone


def milestones_of(document: Document, lexicon: Lexicon) -> tuple[Milestone, ...]:
    """The milestones of an article, in the order of the text."""
    return ()
