"""The whole story on one screen: a file's bytes and the lexicon -> what each of its articles states, or why not.

Pure: the same bytes and the same lexicon give the same records, on any machine, in any order, alone or in a batch.
"""

from collections.abc import Iterator
from typing import BinaryIO

from transforms.containers import documents
from transforms.extract.document import read_document
from transforms.extract.grants import grants_of
from transforms.extract.mentions import mentions_of
from transforms.extract.milestones import milestones_of
from transforms.lexicon.model import Lexicon
from transforms.parse import parse
from transforms.records import Article, ArticleFacts, Rejection


def read(uri: str, sha256: str, stream: BinaryIO, lexicon: Lexicon) -> Iterator[Article | Rejection]:
    """Every article of one file, or the reason why a member of it gives none.

    A member of a container is named `uri!member`, a record of a file `uri#3`. Nothing is fetched.
    """
    for document in documents(uri, sha256, stream):
        yield document if isinstance(document, Rejection) else parse(document, lexicon)


def facts_of(article: Article, lexicon: Lexicon) -> ArticleFacts:
    """What the article states: organizations, grants and milestones, each with its words."""
    document = read_document(article, lexicon)
    grants = grants_of(document, lexicon)
    milestones = milestones_of(document, lexicon, grants)
    organizations, mentions = mentions_of(document, grants, milestones, lexicon)
    return ArticleFacts(article, organizations, mentions, grants, milestones)


def read_facts(uri: str, sha256: str, stream: BinaryIO, lexicon: Lexicon) -> Iterator[ArticleFacts | Rejection]:
    """`read`, then `facts_of` each article."""
    for article in read(uri, sha256, stream, lexicon):
        yield article if isinstance(article, Rejection) else facts_of(article, lexicon)
