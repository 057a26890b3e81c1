"""What was read -> one Parquet file a table in a staging folder, where it is judged before anything of it is published.

Of several versions of one article in the batch one is kept (DESIGN.md, Identity), so that article ids are unique in it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from transforms.records import Article, ArticleFacts, Grant, Milestone, Rejection
from warehouse.encode import Stamp, columns_of, encode, encode_rejections
from warehouse.stagefiles import StageFiles
from warehouse.tables import STAGED

CHUNK = 500  # articles turned into Arrow at once: bounds memory whatever the batch
_LARGEST = Decimal(10) ** 32  # DECIMAL(38, 6) holds less than this
Item = ArticleFacts | Rejection
_UNFIT = (pa.ArrowException, ValueError, OverflowError, TypeError)  # Arrow's words for a value that it cannot hold
_Rank = tuple[timedelta, int, str, str]


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A file that was read. `outcome` is given where the reader knows better than its items ("duplicate")."""

    source_uri: str
    source_sha256: str
    size: int
    outcome: str | None = None


@dataclass(frozen=True, slots=True)
class Staged:
    """A staged unit: `<folder>/<table>.parquet` for each of `tables.STAGED`, and how many rows each has.

    `several` are the articles of which it was given more than one version.
    """

    folder: Path
    rows: dict[str, int]
    several: frozenset[str] = frozenset()


def stage(
    items: Iterable[Item],
    sources: Iterable[SourceRead],
    folder: Path,
    stamp: Stamp,
    refused: Sequence[Rejection] = (),
) -> Staged:
    """Write what was read from `sources` to `folder`, which is made. What an article holds never raises.

    A fact or an article that no table can hold (a figure beyond DECIMAL(38, 6), half a surrogate pair) becomes a
    rejection. `refused` are versions of articles that failed a check when the unit was staged before: they stay out,
    each in favour of the next best. OSError from the disk passes through.
    """
    folder.mkdir(parents=True, exist_ok=True)
    outcomes = {source: _Outcome() for source in sources}
    chosen: dict[str, tuple[int, _Rank]] = {}
    without = {(one.article_id, one.source_uri, one.source_sha256) for one in refused}
    given = Counter[str]()
    with StageFiles(folder) as files:
        for number, chunk in enumerate(_chunks(items)):
            rejections = [_printable(item) for item in chunk if isinstance(item, Rejection)]
            facts = [_exact(item, rejections) for item in chunk if isinstance(item, ArticleFacts)]
            facts = [one for one in facts if _place(one.article) not in without]
            given.update(one.article.article_id for one in facts)
            kept, tables = _encoded(_versions(facts), rejections, stamp)
            _note(outcomes, [one.article for one in facts], rejections)
            files.write({**tables, "rejections": encode_rejections(rejections, stamp)})
            for one in kept:
                _choose(number, one.article, chosen, files)
        _note(outcomes, (), refused)
        files.write({"sources": _sources(outcomes, stamp), "rejections": encode_rejections(refused, stamp)})
    return Staged(folder, files.finish(), frozenset(one for one, versions in given.items() if versions > 1))


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    remaining = iter(items)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def _place(article: Article) -> tuple[str, str, str]:
    """What tells a version of an article from its others."""
    return (article.article_id, article.source_uri, article.source_sha256)


def _rank(article: Article) -> _Rank:
    """The smallest is the best version: latest stated modification, longest body, smallest sha256, smallest place."""
    modified = article.modified_at.replace(tzinfo=None) if article.modified_at else datetime.min
    return (datetime.min - modified, -len(article.body), article.source_sha256, article.source_uri)


def _versions(facts: Sequence[ArticleFacts]) -> list[ArticleFacts]:
    """The best version of each article of a chunk."""
    best: dict[str, ArticleFacts] = {}
    for one in facts:
        held = best.setdefault(one.article.article_id, one)
        if _rank(one.article) < _rank(held.article):
            best[one.article.article_id] = one
    return list(best.values())


def _choose(chunk: int, article: Article, chosen: dict[str, tuple[int, _Rank]], files: StageFiles) -> None:
    """Keep the better version where an earlier chunk holds another."""
    rank = _rank(article)
    held = chosen.get(article.article_id)
    if held and held[1] <= rank:
        files.leave_out(chunk, article.article_id)
        return
    if held:
        files.leave_out(held[0], article.article_id)
    chosen[article.article_id] = (chunk, rank)


def _encoded(
    facts: list[ArticleFacts], rejections: list[Rejection], stamp: Stamp
) -> tuple[list[ArticleFacts], dict[str, pa.Table]]:
    """The articles that tables can hold, and the tables; the others become rejections."""
    try:
        return facts, encode(facts, stamp)
    except _UNFIT:
        fitting = [one for one in facts if _fits(one, rejections, stamp)]
        return fitting, encode(fitting, stamp)


def _fits(one: ArticleFacts, rejections: list[Rejection], stamp: Stamp) -> bool:
    try:
        encode([one], stamp)
    except _UNFIT as error:
        where = (one.article.source_uri, one.article.source_sha256, "stage", "unfit_for_tables", str(error)[:500])
        rejections.append(_printable(Rejection(*where, article_id=one.article.article_id)))
        return False
    return True


def _exact(one: ArticleFacts, rejections: list[Rejection]) -> ArticleFacts:
    """The article with the facts whose figures a table holds exactly; the others become rejections."""
    grants = tuple(fact for fact in one.grants if _kept(one.article, fact, "grant_evidence", rejections))
    milestones = tuple(fact for fact in one.milestones if _kept(one.article, fact, "milestone_evidence", rejections))
    article = replace(one.article, source_uri=_shown(one.article.source_uri))
    return replace(one, article=article, grants=grants, milestones=milestones)


def _kept(article: Article, fact: Grant | Milestone, table: str, rejections: list[Rejection]) -> bool:
    figures = (fact.amount, fact.quantity, fact.quantity_max) if isinstance(fact, Grant) else (fact.value,)
    beyond = [str(figure) for figure in figures if figure is not None and not _holds(figure)]
    if beyond:
        detail = f"no column holds {', '.join(beyond)} exactly"
        where = (article.source_uri, article.source_sha256, "stage", "figure_too_large", detail)
        rejections.append(Rejection(*where, article.article_id, table, fact.evidence.quote))
    return not beyond


def _holds(figure: Decimal) -> bool:
    if not figure.is_finite() or abs(figure) >= _LARGEST:
        return False
    exponent = figure.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -6


def _printable(rejection: Rejection) -> Rejection:
    """The rejection with its lone surrogates shown as such: a file's name may hold some, and no table holds them."""
    words = {name: getattr(rejection, name) for name in ("source_uri", "detail", "article_id", "payload")}
    return replace(rejection, **{name: _shown(text) for name, text in words.items() if text})


def _shown(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


@dataclass(slots=True)
class _Outcome:
    """What came of one file so far."""

    articles: set[str] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)

    @property
    def word(self) -> str:
        if self.articles:
            return "article"
        return "not_article" if self.reasons <= {"not_article"} else "rejected"


def _note(outcomes: dict[SourceRead, _Outcome], articles: Sequence[Article], rejections: Sequence[Rejection]) -> None:
    """Write down for each file what was read from it."""
    files: dict[str, list[tuple[str, _Outcome]]] = {}
    for source, outcome in outcomes.items():
        files.setdefault(source.source_sha256, []).append((_shown(source.source_uri), outcome))
    for article in articles:
        for uri, outcome in files.get(article.source_sha256, ()):
            if _is_of(article.source_uri, uri):
                outcome.articles.add(article.article_id)
    for rejection in rejections:
        for uri, outcome in files.get(rejection.source_sha256, ()):
            if _is_of(rejection.source_uri, uri) and rejection.table_name in (None, "articles"):
                outcome.reasons.add(rejection.reason)


def _is_of(uri: str, file: str) -> bool:
    """Whether the uri is the file, a member of it (`file!member`) or a record of it (`file#3`)."""
    return uri.startswith(file) and uri[len(file) : len(file) + 1] in ("", "!", "#")


def _sources(outcomes: dict[SourceRead, _Outcome], stamp: Stamp) -> pa.Table:
    given: dict[str, list[Any]] = {
        "source_uri": [_shown(source.source_uri) for source in outcomes],
        "outcome": [source.outcome or outcome.word for source, outcome in outcomes.items()],
        "article_ids": [sorted(outcome.articles) for outcome in outcomes.values()],
        "code_version": [stamp.code_version] * len(outcomes),
        "lexicon_version": [stamp.lexicon_version] * len(outcomes),
        "run_id": [stamp.run_id] * len(outcomes),
        "first_seen": [stamp.at] * len(outcomes),
    }
    return columns_of(STAGED["sources"], list(outcomes), given)
