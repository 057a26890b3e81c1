"""What is raised when a lexicon file holds something that it must not."""


class LexiconError(ValueError):
    """A bad entry of a lexicon file: the message names the file, the entry and what is wrong."""
