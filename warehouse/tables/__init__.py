"""Every table and view of the lake: the contract, written once."""

from warehouse.tables.articles import ARTICLES, SOURCES
from warehouse.tables.corrections import CORRECTIONS, ID_HISTORY
from warehouse.tables.grants import GRANT_EVIDENCE, GRANTS
from warehouse.tables.milestones import MILESTONE_EVIDENCE, MILESTONES
from warehouse.tables.model import Column, Table, View
from warehouse.tables.organizations import ORGANIZATION_EVIDENCE, ORGANIZATION_MENTIONS, ORGANIZATIONS
from warehouse.tables.reconciled import CONFLICT_FACTS, ORGANIZATION_MERGES, PROGRAMME_NAMES
from warehouse.tables.runs import CHECKS, REJECTIONS, RUNS
from warehouse.tables.views import CONFLICTS, GRANT_FACTS, MILESTONE_FACTS, PROMISES

TABLES = {
    table.name: table
    for table in (
        ARTICLES,
        ORGANIZATIONS,
        ORGANIZATION_MENTIONS,
        GRANTS,
        GRANT_EVIDENCE,
        MILESTONES,
        MILESTONE_EVIDENCE,
        SOURCES,
        REJECTIONS,
        RUNS,
        CHECKS,
        CORRECTIONS,
        ID_HISTORY,
        ORGANIZATION_EVIDENCE,
        ORGANIZATION_MERGES,
        PROGRAMME_NAMES,
        CONFLICT_FACTS,
    )
}
VIEWS = {view.name: view for view in (GRANT_FACTS, MILESTONE_FACTS, CONFLICTS, PROMISES)}

# The tables of one staged batch: what the articles of some files state, before anything is published. The staged
# `organizations` are one row for each article and body (they become organization_evidence).
STAGED = {
    "articles": ARTICLES,
    "organizations": ORGANIZATION_EVIDENCE,
    "organization_mentions": ORGANIZATION_MENTIONS,
    "grant_evidence": GRANT_EVIDENCE,
    "milestone_evidence": MILESTONE_EVIDENCE,
    "sources": SOURCES,
    "rejections": REJECTIONS,
}

__all__ = ["STAGED", "TABLES", "VIEWS", "Column", "Table", "View"]
