"""What the documents tell a reader to type can be typed."""

import configparser
import json
import re
import shlex
import tomllib

import duckdb
import pytest
import yaml
from prefect.events.schemas.automations import AutomationCore

from benchmarks.million import publish_samples
from flows.cli.main import application
from flows.settings import Settings
from tests.end_to_end.conftest import ROOT
from warehouse.engine import EXTENSIONS, extension
from warehouse.lake import Lake, open_lake

DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
HOUR_FIELDS = re.compile(r"(?:\d{1,2}|\*) (?:\d{1,2}|\*) (?:\d{1,2}|\*) (?:\d{1,2}|\*) (?:[0-7]|\*)\s+press\s+(.*)")


def blocks(page: str, kind: str) -> list[str]:
    return [text for name, text in BLOCK.findall((DOCS / page).read_text(encoding="utf-8")) if name == kind]


def commands() -> list[str]:
    """Every `pressledger ...` of a console block, comments and redirections left out."""
    lines = [
        line
        for page in ("quickstart.md", "operations.md")
        for text in blocks(page, "console")
        for line in text.splitlines()
    ]
    return [
        line.split("pressledger ", 1)[1]
        for line in lines
        if re.match(r"\$ (?:uv run |echo .*\| uv run )?pressledger ", line)
    ]


def parsed(text: str) -> None:
    words = shlex.split(re.split(r" > | \|\| ", text)[0], comments=True)
    application().parse_args(words, exit_on_error=False, print_error=False)


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Lake:
    lake = open_lake(tmp_path_factory.mktemp("samples") / "lake")
    publish_samples(lake)
    return lake


@pytest.fixture
def shell(lake: Lake, monkeypatch: pytest.MonkeyPatch) -> duckdb.DuckDBPyConnection:
    """DuckDB as others have it, with the extensions from their wheels, in the folder of the lake."""
    monkeypatch.chdir(lake.folder.parent)
    connection = duckdb.connect()
    for name in EXTENSIONS:
        connection.load_extension(str(extension(name)))
    return connection


def without_install(text: str) -> str:
    """INSTALL fetches over a network; the extensions are there already."""
    return text.replace("INSTALL ducklake; INSTALL sqlite", "SELECT 1")


def test_there_are_commands_to_look_at() -> None:
    assert len(commands()) >= 10


@pytest.mark.parametrize("command", commands())
def test_a_command_can_be_meant(command: str) -> None:
    parsed(command)


@pytest.mark.parametrize("query", re.findall(r'sql "(.+?)"', "\n".join(blocks("quickstart.md", "console"))))
def test_a_question_of_the_quickstart_has_an_answer(lake: Lake, query: str) -> None:
    with lake.reading() as connection:
        assert connection.execute(query).fetchall()


def test_the_duckdb_shell_attaches_the_lake_as_told(shell: duckdb.DuckDBPyConnection) -> None:
    [text] = blocks("quickstart.md", "sql")
    answers = [shell.execute(one).fetchall() for one in without_install(text).split(";\n") if one.strip()]
    assert len(answers) == 6
    assert all(answers[3:])


def test_python_reads_the_lake_as_told(shell: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    [text] = blocks("quickstart.md", "python")
    monkeypatch.setattr(duckdb, "connect", lambda: shell)
    names: dict[str, object] = {}
    exec(without_install(text), names)
    assert len(names["frame"]) > 0  # type: ignore[arg-type]


def test_the_settings_file_is_one() -> None:
    [text] = blocks("operations.md", "toml")
    assert set(tomllib.loads(text)) <= set(Settings.model_fields)


def test_the_unit_and_the_cron_lines_start_what_can_be_started() -> None:
    [unit] = blocks("operations.md", "ini")
    sections = configparser.ConfigParser(interpolation=None, comment_prefixes=("#",))
    sections.optionxform = str  # type: ignore[assignment,method-assign]
    sections.read_string(unit)
    parsed(sections["Service"]["ExecStart"].split("bin/pressledger ", 1)[1])
    [lines] = blocks("operations.md", "cron")
    found = [HOUR_FIELDS.fullmatch(line) for line in lines.splitlines() if not line.startswith("CRON_TZ=")]
    assert len(found) == 3
    for line in found:
        assert line
        parsed(line[1].split("bin/pressledger ", 1)[1])


def test_the_image_starts_what_can_be_started() -> None:
    [recipe] = blocks("operations.md", "dockerfile")
    [command] = [line.removeprefix("CMD ") for line in recipe.splitlines() if line.startswith("CMD ")]
    parsed(shlex.join(json.loads(command)[1:]))


def test_the_automations_are_what_prefect_takes() -> None:
    [text] = blocks("operations.md", "yaml")
    made = [AutomationCore.model_validate(one) for one in yaml.safe_load(text)["automations"]]
    assert [str(one.trigger.posture.value) for one in made] == ["Proactive", "Reactive", "Reactive"]  # type: ignore[union-attr]


def test_prefect_yaml_holds_the_flows_with_their_parameters() -> None:
    from importlib import import_module

    held = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert [one["name"] for one in held] == ["inbox", "validate", "compact", "backfill"]
    for one in held:
        file, name = one["entrypoint"].split(":")
        flow = getattr(import_module(file.removesuffix(".py").replace("/", ".")), name)
        known = flow.parameters.properties
        assert set(one["parameters"]) <= set(known)
        assert all(known[parameter].get("description") for parameter in known), name
        assert one["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}
        assert one["work_pool"] == {"name": "pressledger"}
        assert all(schedule["slug"] and schedule["active"] for schedule in one["schedules"])
