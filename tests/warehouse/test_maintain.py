"""Maintenance keeps every row and cited snapshot; an export is a plain DuckDB file; a backup undoes an upgrade."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from articles import copied, ingest

from warehouse import schema
from warehouse.errors import LakeBroken
from warehouse.export import export
from warehouse.lake import Lake, open_lake
from warehouse.maintain import compact, upgrade
from warehouse.status import check, status_of
from warehouse.tables import TABLES, VIEWS

YEAR = timedelta(days=365)


@pytest.fixture(scope="module")
def four_commits(empty_lake: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    lake = copied(empty_lake, tmp_path_factory.mktemp("grown") / "lake")
    for name in "abcd":
        ingest(lake, name)
    return lake.folder


@pytest.fixture
def grown(four_commits: Path, tmp_path: Path) -> Lake:
    """A lake of four articles in four commits."""
    return copied(four_commits, tmp_path / "lake")


def test_compacting_leaves_fewer_files_and_the_same_rows(grown: Lake) -> None:
    before = status_of(grown)
    done = compact(grown, datetime.now(), YEAR)
    after = status_of(grown)
    assert done.files_after < done.files_before
    assert after.files == done.files_after
    assert after.rows == before.rows
    assert check(grown) == []
    cited = [run["snapshot_id"] for run in after.runs]
    with grown.reading() as connection:
        for snapshot in cited:
            assert connection.execute(f"SELECT count(*) FROM runs AT (VERSION => {snapshot})").fetchone()
        changes = f"ducklake_table_changes('lake', 'main', 'articles', 0, {max(cited)})"
        assert connection.execute(f"SELECT count(*) FROM {changes} WHERE change_type = 'insert'").fetchone() == (4,)


def test_readers_go_on_while_files_are_merged(grown: Lake) -> None:
    with grown.reading() as connection:
        assert connection.execute("SELECT count(DISTINCT article_id) FROM articles").fetchone() == (4,)
        compact(grown, datetime.now(), YEAR)
        assert connection.execute("SELECT count(DISTINCT body) FROM articles").fetchone() == (1,)


def test_old_snapshots_go_but_not_the_newest(grown: Lake) -> None:
    done = compact(grown, datetime.now() + 2 * YEAR, YEAR)
    assert done.snapshots_expired > 0
    assert status_of(grown).snapshots >= 1
    assert status_of(grown).rows["articles"] == 4
    assert check(grown) == []
    on_disk = len(list(grown.data.rglob("*.parquet")))
    assert on_disk == status_of(grown).files


def test_a_file_that_a_killed_writer_left_is_cleaned_away(grown: Lake) -> None:
    left = next(grown.data.rglob("*.parquet")).with_name("ducklake-left.parquet")
    shutil.copy(next(grown.data.rglob("*.parquet")), left)
    compact(grown, datetime.now(), YEAR)
    assert left.exists(), "a writer may still be at it"
    compact(grown, datetime.now() + timedelta(days=3), YEAR)
    assert not left.exists()
    assert check(grown) == []


def test_an_export_is_a_plain_file_of_the_same_tables(grown: Lake, tmp_path: Path) -> None:
    target = tmp_path / "out.duckdb"
    target.write_bytes(b"an older file")
    rows = export(grown, target)
    assert rows == status_of(grown).rows
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lake", "out.duckdb"]
    with duckdb.connect(str(target), read_only=True) as plain:
        assert plain.execute(
            "SELECT tags['storage_version'] FROM duckdb_databases() WHERE NOT internal"
        ).fetchone() == ("v1.0.0+",)
        for name in (*TABLES, *VIEWS):
            plain.execute(f"FROM {name}").fetchall()
        assert plain.execute("SELECT article_count FROM grant_facts").fetchone() == (4,)
        assert plain.execute("FROM promises_at(TIMESTAMP '2030-01-01')").fetchall()
        comment = plain.execute("SELECT comment FROM duckdb_columns() WHERE column_name = 'amount'").fetchone()
        assert comment
        assert "currency" in comment[0]


def test_a_failed_export_leaves_the_older_file(grown: Lake, tmp_path: Path) -> None:
    target = tmp_path / "out.duckdb"
    target.write_bytes(b"an older file")
    for file in grown.data.rglob("grants/*.parquet"):
        file.unlink()
    with pytest.raises(LakeBroken):
        export(grown, target)
    assert target.read_bytes() == b"an older file"


def test_an_older_lake_is_upgraded_after_a_backup(grown: Lake) -> None:
    lake = grown

    def age(connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("ALTER TABLE grants DROP COLUMN purpose")
        connection.execute("DROP TABLE id_history")
        connection.execute("DROP VIEW grant_facts")
        connection.execute("UPDATE meta.schema_version SET version = 0, fingerprint = 'old'")

    lake.write(age)
    with pytest.raises(LakeBroken, match="pressledger upgrade"):
        open_lake(lake.folder)
    done = upgrade(lake)
    assert set(done.added) == {"grants.purpose", "id_history"}
    assert done.backup
    assert done.backup.is_file()
    open_lake(lake.folder)
    with lake.reading() as connection:
        assert connection.execute("SELECT count(*) FROM grant_facts").fetchone() == (1,)
    assert upgrade(lake).backup is None
    done.backup.replace(lake.catalog)
    with pytest.raises(LakeBroken, match="pressledger upgrade"):
        open_lake(lake.folder)


def test_a_lake_of_a_newer_version_is_left_alone(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION - 1)
    with pytest.raises(LakeBroken, match="newer"):
        upgrade(lake)
