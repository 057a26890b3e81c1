"""The lexicon, loaded once for all tests of the readers."""

import pytest

from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()
