import pytest

from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.lexicon.reading import Reading


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load()


@pytest.fixture(scope="session")
def words(lexicon: Lexicon) -> Reading:
    return lexicon.reading
