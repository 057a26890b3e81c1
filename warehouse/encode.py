"""Records -> Arrow tables of `warehouse/tables`: a column is an attribute of the record, or given beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

import pyarrow as pa

from transforms.records import ArticleFacts, Evidence, Grant, Milestone, Rejection
from warehouse.copies import bands
from warehouse.reconcile.keys import content_key
from warehouse.tables import STAGED, Table
from warehouse.tables.grants import GRANT_EVIDENCE
from warehouse.tables.milestones import MILESTONE_EVIDENCE

# What a statement's key is made of, in the order of the record; the evidence comes last, by its own parts.
_NAMES = {
    record: tuple(field.name for field in fields(record) if field.name != "evidence")
    for record in (Grant, Milestone, Evidence)
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a run writes beside every row: who read it, when (UTC, without zone), and with what."""

    run_id: str
    at: datetime
    code_version: str
    lexicon_version: str


def encode(facts: Sequence[ArticleFacts], stamp: Stamp) -> dict[str, pa.Table]:
    """The staged tables of some articles, by name; ArrowException or UnicodeError for text that no table can hold."""
    return {
        "articles": _articles(facts, stamp),
        "organizations": _of_articles("organizations", facts, "organizations"),
        "organization_mentions": _of_articles("organization_mentions", facts, "mentions"),
        "grant_evidence": _evidence(GRANT_EVIDENCE, "grant_id", facts, "grants", stamp),
        "milestone_evidence": _evidence(MILESTONE_EVIDENCE, "milestone_id", facts, "milestones", stamp),
    }


def encode_rejections(rejections: Sequence[Rejection], stamp: Stamp) -> pa.Table:
    """The rejections of a run."""
    given: dict[str, list[Any]] = {
        "run_id": [stamp.run_id] * len(rejections),
        "rejected_at": [stamp.at] * len(rejections),
        "resolved_run_id": [None] * len(rejections),
        "rejection_id": [rejection_id(rejection) for rejection in rejections],
    }
    return columns_of(STAGED["rejections"], rejections, given)


def rejection_id(rejection: Rejection) -> str:
    """Content key of what was kept out and why: all but the words of `detail`."""
    r = rejection
    parts = (r.source_uri, r.source_sha256, r.stage, r.reason, r.table_name, r.article_id, r.payload)
    return content_key("rejection", *parts)


def columns_of(table: Table, records: Sequence[object], given: Mapping[str, Sequence[Any]]) -> pa.Table:
    """An Arrow table: each column from `given`, else the attribute of its name of each record."""
    arrays = [
        pa.array(
            given[column.name] if column.name in given else [getattr(r, column.name) for r in records], column.type
        )
        for column in table.columns
    ]
    return pa.Table.from_arrays(arrays, schema=table.schema)


def _articles(facts: Sequence[ArticleFacts], stamp: Stamp) -> pa.Table:
    given: dict[str, list[Any]] = {
        "duplicate_of": [None] * len(facts),
        "ingested_at": [stamp.at] * len(facts),
        "run_id": [stamp.run_id] * len(facts),
        "bands": [bands(one.article.signature) for one in facts],
    }
    return columns_of(STAGED["articles"], [one.article for one in facts], given)


def _of_articles(table: str, facts: Sequence[ArticleFacts], attribute: str) -> pa.Table:
    pairs = [(one.article.article_id, record) for one in facts for record in getattr(one, attribute)]
    return columns_of(STAGED[table], [record for _, record in pairs], {"article_id": [owner for owner, _ in pairs]})


def _evidence(table: Table, fact_id: str, facts: Sequence[ArticleFacts], attribute: str, stamp: Stamp) -> pa.Table:
    """One row for each statement. Its fact is not known before it is reconciled: until then it is a fact of its own."""
    stated = {
        evidence_id(one.article.article_id, fact): (one.article.article_id, fact)
        for one in facts
        for fact in getattr(one, attribute)
    }
    records = [fact for _, fact in stated.values()]
    given: dict[str, list[Any]] = {
        fact_id: list(stated),
        "evidence_id": list(stated),
        "article_id": [owner for owner, _ in stated.values()],
        "code_version": [stamp.code_version] * len(stated),
        "lexicon_version": [stamp.lexicon_version] * len(stated),
        **{
            name: [getattr(fact.evidence, name) for fact in records]
            for name in ("field", "char_start", "char_end", "quote", "rule")
        },
    }
    return columns_of(table, records, given)


def evidence_id(article_id: str, fact: Grant | Milestone) -> str:
    """Content key of a statement: the article, and all that it was read as, place and words among it."""
    stated = [
        getattr(record, name)
        for record, names in ((fact, _NAMES[type(fact)]), (fact.evidence, _NAMES[Evidence]))
        for name in names
    ]
    parts = [str(part) if isinstance(part, int) else part for part in stated]
    return content_key("evidence", article_id, type(fact).__name__, *parts)
