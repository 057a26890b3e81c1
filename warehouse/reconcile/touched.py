"""What a batch concerns: asked before its statements are replaced, since what went leaves a mark only then."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Touched:
    """The articles of a batch, and the facts and bodies that the lake held for them before it."""

    articles: frozenset[str]
    grants: frozenset[str] = frozenset()
    milestones: frozenset[str] = frozenset()
    organizations: frozenset[str] = frozenset()
    run_id: str = ""


def touched_by(connection: duckdb.DuckDBPyConnection, articles: Iterable[str], run_id: str = "") -> Touched:
    """What the articles concern as the lake stands; call it before their evidence is replaced."""
    wanted = frozenset(articles)
    connection.register("touched_articles", ids(wanted))

    def held(table: str, key: str) -> frozenset[str]:
        query = f"SELECT DISTINCT {key} FROM {table} SEMI JOIN touched_articles t ON article_id = t.id"  # noqa: S608
        return frozenset(str(row[0]) for row in connection.execute(query).fetchall())

    found = Touched(
        wanted,
        held("grant_evidence", "grant_id"),
        held("milestone_evidence", "milestone_id"),
        held("organization_evidence", "organization_id"),
        run_id,
    )
    connection.unregister("touched_articles")
    return found


def everything(connection: duckdb.DuckDBPyConnection, run_id: str = "") -> Touched:
    """All that the lake holds: a full rebuild."""

    def all_of(table: str, key: str) -> frozenset[str]:
        return frozenset(str(row[0]) for row in connection.execute(f"SELECT {key} FROM {table}").fetchall())  # noqa: S608

    found = touched_by(connection, all_of("articles", "article_id"), run_id)
    return Touched(
        found.articles,
        found.grants | all_of("grants", "grant_id"),
        found.milestones | all_of("milestones", "milestone_id"),
        found.organizations | all_of("organizations", "organization_id"),
        run_id,
    )


def ids(values: Iterable[str]) -> pa.Table:
    """A one-column table `id`, for joins."""
    return pa.table({"id": pa.array(sorted(values), pa.string())})
