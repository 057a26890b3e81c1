"""A warehouse in memory: the lake's tables and views without the lake."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import duckdb

from transforms.records import ArticleFacts
from warehouse.encode import Stamp, encode
from warehouse.reconcile import reconcile, touched_by
from warehouse.schema import view_statements
from warehouse.tables import TABLES

STAMP = Stamp("run", datetime(2030, 1, 1), "code", "lexicon")
EVIDENCE = ("organization_evidence", "organization_mentions", "grant_evidence", "milestone_evidence")


class Memory:
    """Tables in memory that are filled as a run fills the lake: evidence of some articles replaced, then reconciled."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        for table in TABLES.values():
            columns = ", ".join(f"{column.name} {column.sql_type}" for column in table.columns)
            self.connection.execute(f"CREATE TABLE {table.name} ({columns})")
        for statement in view_statements():
            self.connection.execute(statement)

    def add(self, facts: Sequence[ArticleFacts]) -> None:
        """Publish the articles, each in place of what the tables held of it."""
        articles = [one.article.article_id for one in facts]
        touched = touched_by(self.connection, articles, "run")
        self.drop(articles)
        for name, rows in encode(facts, STAMP).items():
            self.connection.register("staged", rows)
            table = "organization_evidence" if name == "organizations" else name
            self.connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM staged")
            self.connection.unregister("staged")
        reconcile(self.connection, touched)

    def withdraw(self, articles: Sequence[str]) -> None:
        """Take articles out of the tables."""
        touched = touched_by(self.connection, articles, "run")
        self.drop(articles)
        reconcile(self.connection, touched)

    def drop(self, articles: Iterable[str]) -> None:
        for table in ("articles", *EVIDENCE):
            self.connection.execute(f"DELETE FROM {table} WHERE list_contains(?, article_id)", [list(articles)])

    def rows(self, query: str) -> list[dict[str, object]]:
        return self.connection.execute(query).to_arrow_table().to_pylist()

    def state(self) -> dict[str, list[tuple[object, ...]]]:
        """All that was derived, for comparison."""
        derived = ("organizations", "grants", "milestones", "conflict_facts", "organization_merges", "programme_names")
        placed = (
            "SELECT evidence_id, grant_id FROM grant_evidence",
            "SELECT evidence_id, milestone_id FROM milestone_evidence",
        )
        queries = [f"SELECT * FROM {table}" for table in derived] + list(placed)
        return {query: sorted(self.connection.execute(query).fetchall(), key=repr) for query in queries}
