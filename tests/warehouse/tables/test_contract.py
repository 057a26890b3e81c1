"""The columns that users type: each table and view begins with them, in this order, and each is described."""

import pytest

from warehouse.schema import columns, view_statements
from warehouse.tables import STAGED, TABLES, VIEWS
from warehouse.tables import __main__ as page

CONTRACT = """
articles: article_id, url, publisher, title, subtitle, byline, published_at, published_precision, language,
  body, image_urls, source_uri, source_sha256, source_format, encoding, duplicate_of, ingested_at, run_id,
  published_offset, modified_at
organizations: organization_id, name, name_en, aliases, kind, country, article_count, first_published,
  last_published, origin, succeeded_by
organization_mentions: article_id, organization_id, field, char_start, char_end, surface
grants: grant_id, programme, funder_id, recipient_id, kind, amount, currency, quantity, quantity_max, unit,
  period, status, announced_on, article_count, has_conflict, basis, purpose
grant_evidence: grant_id, article_id, field, char_start, char_end, quote, rule, amount_raw, quantity_raw,
  status, evidence_id, programme_raw, funder_raw, recipient_raw, kind, amount, currency, quantity,
  quantity_max, unit, period, basis, purpose, bound, code_version, lexicon_version
milestones: milestone_id, programme, organization_id, event, date_start, date_end, date_precision, recurrence,
  metric, value, unit, status, article_count, has_conflict, subject
milestone_evidence: milestone_id, article_id, field, char_start, char_end, quote, rule, date_raw, value_raw,
  status, evidence_id, programme_raw, organization_raw, event, date_start, date_end, date_precision,
  recurrence, metric, value, unit, subject, bound, code_version, lexicon_version
sources: source_uri, source_sha256, size, outcome, article_ids, code_version, lexicon_version, run_id,
  first_seen
rejections: source_uri, source_sha256, stage, reason, detail, run_id, rejected_at, article_id, table_name,
  payload, resolved_run_id
runs: run_id, started_at, finished_at, status, files_seen, files_skipped, articles, rejections, snapshot_id,
  code_version, lexicon_version
checks: run_id, table_name, expectation, column_name, severity, success, unexpected_count, sample
corrections: correction_id, kind, target, field, value, reason, author, source, created_at, revoked_at
id_history: old_id, new_id, reason, run_id
grant_facts: grant_id, programme, funder, recipient, kind, amount, currency, quantity, quantity_max, unit,
  period, status, announced_on, article_count, has_conflict, quote, url, publisher, published_at, basis,
  purpose
milestone_facts: milestone_id, programme, organization, event, date_start, date_end, date_precision,
  recurrence, metric, value, unit, status, article_count, has_conflict, quote, url, publisher, published_at,
  subject
conflicts: conflict_id, table_name, fact_id, programme, organization, field, value, article_id, publisher,
  published_at, quote, url
promises: promise_id, table_name, programme, organization, what, promised_value, due_start, due_end,
  promised_on, promised_article_id, promised_quote, state, outcome_on, outcome_value, outcome_article_id,
  outcome_quote, as_of
"""
LINES = dict(line.split(": ") for line in CONTRACT.strip().replace("\n  ", " ").splitlines())


@pytest.mark.parametrize("name", LINES)
def test_the_listed_columns_come_first_and_in_order(name: str) -> None:
    listed = tuple(LINES[name].split(", "))
    made = (TABLES | VIEWS)[name].names
    assert made[: len(listed)] == listed


def test_every_column_is_described_and_named_once() -> None:
    for subject in (*TABLES.values(), *VIEWS.values()):
        assert len(set(subject.names)) == len(subject.columns)
        assert all(column.description.strip() for column in subject.columns), subject.name


def test_keys_are_columns_that_are_never_null() -> None:
    for table in TABLES.values():
        assert set(table.key) <= set(table.names)
    for table in STAGED.values():
        assert {column.name for column in table.columns if column.required} >= set(table.key), table.name


def test_the_page_is_what_the_schemas_say() -> None:
    assert page.main(["--check"]) == 0, "run python -m warehouse.tables"


def test_a_stale_page_is_told(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(page, "page", lambda: "another")
    assert page.main(["--check"]) == 1
    assert "stale" in capsys.readouterr().err


def test_the_lake_has_them(lake) -> None:  # type: ignore[no-untyped-def]
    with lake.reading() as connection:
        held = columns(connection)
        for table in TABLES.values():
            assert tuple(held[table.name]) == table.names
        for view in VIEWS.values():
            found = connection.execute(f"SELECT * FROM {view.name} LIMIT 0").description
            assert tuple(column[0] for column in found or ()) == view.names
        types = connection.execute("SELECT table_name, column_name, data_type FROM duckdb_columns()").fetchall()
        kinds = {(table, column): kind.replace("(38,6)", "(38, 6)") for table, column, kind in types}
        for subject in (*TABLES.values(), *VIEWS.values()):
            for column in subject.columns:
                assert kinds[(subject.name, column.name)] == column.sql_type, (subject.name, column.name)
        comments = connection.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'grants'").fetchall()
        assert all(comment for (comment,) in comments)


def test_every_view_file_is_one_statement_of_a_known_view() -> None:
    for statement in view_statements():
        assert statement.lstrip().upper().startswith(("CREATE OR REPLACE VIEW", "CREATE OR REPLACE MACRO", "--"))
