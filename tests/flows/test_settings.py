from pathlib import Path

import pytest

from flows.errors import WrongUse
from flows.settings import load, origins


@pytest.fixture(autouse=True)
def _somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_file_then_environment_then_flag(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load().workers >= 1
    Path("pressledger.toml").write_text('workers = 3\nlake = "a"\n')
    assert (load().workers, load().lake) == (3, "a")
    monkeypatch.setenv("PRESSLEDGER_WORKERS", "4")
    assert (load().workers, load().lake) == (4, "a")
    assert load(workers=5, lake=None).workers == 5
    assert load(workers=5).lake == "a"


def test_each_value_tells_where_it_is_from(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pressledger.toml").write_text('lake = "a"\nworkers = 3\n')
    monkeypatch.setenv("PRESSLEDGER_WORKERS", "4")
    origin = origins({"sql_rows": 5, "lake": None})
    assert (origin["lake"], origin["workers"]) == ("pressledger.toml", "environment")
    assert (origin["sql_rows"], origin["keep_raw"]) == ("flag", "default")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("worker = 3", "pressledger.toml: there is no setting worker; did you mean workers?"),
        ("zzz = 3", "`pressledger config` lists all settings"),
        ("workers = 'many'", "pressledger.toml: workers = 'many'"),
        ("workers = ", "pressledger.toml: "),
        ("workers = 0", "pressledger.toml: workers = 0"),
    ],
)
def test_a_wrong_file_is_told_in_one_line(text: str, told: str) -> None:
    Path("pressledger.toml").write_text(text)
    with pytest.raises(WrongUse) as error:
        load()
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_a_wrong_name_in_the_environment_has_a_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESSLEDGER_LAK", "x")
    with pytest.raises(WrongUse, match="did you mean PRESSLEDGER_LAKE"):
        load()


def test_a_wrong_flag_names_itself() -> None:
    with pytest.raises(WrongUse, match="flag: workers = 0"):
        load(workers=0)
