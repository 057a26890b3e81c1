"""The lexicon, and an article made of a body alone."""

from collections.abc import Callable
from datetime import datetime

import pytest

from transforms.extract.document import Document, read_document
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article

Reader = Callable[..., Document]


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as it is shipped."""
    return load()


@pytest.fixture(scope="session")
def read(lexicon: Lexicon) -> Reader:
    """Reads a body (and a title) published on 10 March 2026 as an article."""

    def reader(body: str, title: str = "", language: str = "") -> Document:
        lang = language or ("ko" if any("가" <= ch <= "힣" for ch in body) else "en")
        published = datetime(2026, 3, 10)
        article = Article(
            "a", None, None, title, None, None, published, "day", None, None, lang, body, (), "u", "s", "txt", "utf-8"
        )
        return read_document(article, lexicon)

    return reader
