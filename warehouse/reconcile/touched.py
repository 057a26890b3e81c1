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
    found = [
        frozenset(str(row[0]) for row in connection.execute(query).fetchall())
        for query in (
            "SELECT DISTINCT grant_id FROM grant_evidence SEMI JOIN touched_articles t ON article_id = t.id",
            "SELECT DISTINCT milestone_id FROM milestone_evidence SEMI JOIN touched_articles t ON article_id = t.id",
            "SELECT DISTINCT organization_id FROM organization_evidence SEMI JOIN touched_articles t ON article_id = t.id",
        )
    ]
    connection.unregister("touched_articles")
    return Touched(wanted, *found, run_id)


def everything(connection: duckdb.DuckDBPyConnection, run_id: str = "") -> Touched:
    """All that the lake holds: a full rebuild."""
    articles = [str(row[0]) for row in connection.execute("SELECT article_id FROM articles").fetchall()]
    found = touched_by(connection, articles, run_id)
    held = {
        table: frozenset(str(row[0]) for row in connection.execute(f"SELECT {key} FROM {table}").fetchall())  # noqa: S608
        for table, key in (("grants", "grant_id"), ("milestones", "milestone_id"), ("organizations", "organization_id"))
    }
    return Touched(
        found.articles,
        found.grants | held["grants"],
        found.milestones | held["milestones"],
        found.organizations | held["organizations"],
        run_id,
    )


def ids(values: Iterable[str]) -> pa.Table:
    """A one-column table `id`, for joins."""
    return pa.table({"id": pa.array(sorted(values), pa.string())})
