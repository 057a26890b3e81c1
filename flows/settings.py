"""Every setting, once, with its meaning: defaults < pressledger.toml < environment (PRESSLEDGER_*) < flags."""

import difflib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from flows.errors import WrongUse

Source = PydanticBaseSettingsSource

FILE = "pressledger.toml"
PREFIX = "PRESSLEDGER_"
TRACEBACK = "TRACEBACK"  # read by the command line itself: it must work where the settings cannot be read


class Settings(BaseSettings):
    """What may be set: a field is a key of pressledger.toml and, in capitals after PRESSLEDGER_, of the environment."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file=FILE, extra="forbid", frozen=True)

    lake: str = Field("./lake", description="the lake's folder")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, le=256, description="processes that read files"
    )
    batch_files: int = Field(100, ge=1, le=10_000, description="files that one reading task takes")
    unit_files: int = Field(10_000, ge=1, le=10_000, description="files that are published in one transaction")
    keep_raw: bool = Field(True, description="keep the raw files in the lake, so that backfill and retry need no inbox")
    file_seconds: float = Field(20, gt=0, description="how long one article may take before its file is rejected")
    still_seconds: float = Field(2, ge=0, description="how long a file of an inbox must be unchanged before it is read")
    sql_seconds: float = Field(60, gt=0, description="how long one query may take")
    sql_rows: int = Field(10_000, ge=1, description="how many rows one query may return")
    retention_days: int = Field(30, ge=1, description="snapshots younger than this are kept by compact")
    timezone: str = Field("Asia/Seoul", description="the time zone of cron lines")
    on_failure_url: str | None = Field(None, description="called with a JSON body when a run fails")
    on_failure_file: Path | None = Field(None, description="a line is added to this file when a run fails")
    quiet_hours: float = Field(26, gt=0, description="status warns when nothing was published for longer than this")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: Source,
        env_settings: Source,
        dotenv_settings: Source,
        file_secret_settings: Source,
    ) -> tuple[Source, ...]:
        """Flags over environment over file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**flags: object) -> Settings:
    """The settings in force; flags that are None were not given. WrongUse names the first wrong key or value."""
    origins(flags)  # wrong keys first
    try:
        return Settings(**{key: value for key, value in flags.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        raise WrongUse(_plain(error, flags)) from None


def existing_lake(settings: Settings) -> str:
    """The lake's folder; WrongUse where there is no lake."""
    if not Path(settings.lake, "catalog.sqlite").is_file():
        raise WrongUse(f"there is no lake at {settings.lake}: `pressledger run` makes one")
    return settings.lake


def layers(flags: Mapping[str, object]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(where, values) from the weakest layer to the strongest."""
    yield FILE, _file()
    yield "environment", _environment()
    yield "flag", {key: value for key, value in flags.items() if value is not None}


def origins(flags: Mapping[str, object]) -> dict[str, str]:
    """For each setting, the layer that its value comes from."""
    origin = dict.fromkeys(Settings.model_fields, "default")
    for where, layer in layers(flags):
        origin.update(dict.fromkeys(layer, where))
    return origin


def _file() -> dict[str, Any]:
    try:
        values = TomlConfigSettingsSource(Settings)()
    except ValueError as error:  # tomllib.TOMLDecodeError
        raise WrongUse(f"{FILE}: {error}") from None
    _known(values, FILE)
    return values


def _environment() -> dict[str, Any]:
    names = {name.removeprefix(PREFIX).lower() for name in os.environ if name.startswith(PREFIX)}
    _known(names - {TRACEBACK.lower()}, "environment", PREFIX)
    return EnvSettingsSource(Settings)()


def _known(keys: Mapping[str, Any] | set[str], where: str, prefix: str = "") -> None:
    """WrongUse for the first key that is no setting, with the nearest one."""
    for key in sorted(set(keys) - set(Settings.model_fields)):
        near = difflib.get_close_matches(key, Settings.model_fields, n=1)
        shown = (lambda name: prefix + name.upper()) if prefix else str
        hint = f"; did you mean {shown(near[0])}?" if near else "; `pressledger config` lists all settings"
        raise WrongUse(f"{where}: there is no setting {shown(key)}{hint}")


def _plain(error: ValidationError, flags: Mapping[str, object]) -> str:
    """The first fault of a validation in one line, with the layer that the value came from."""
    fault = error.errors()[0]
    key = str(fault["loc"][0])
    return f"{origins(flags)[key]}: {key} = {fault['input']!r}: {fault['msg'].lower()}"
