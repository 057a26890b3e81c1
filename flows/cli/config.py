"""`pressledger config`: each setting, its value and where it comes from."""

from pathlib import Path

from flows.settings import FILE, Settings, load, origins


def config() -> int:
    """Each setting, its value and where it comes from.

    Defaults < pressledger.toml in the working directory < environment (PRESSLEDGER_LAKE, ...) < flags.

    For example:

        pressledger config

        PRESSLEDGER_WORKERS=1 pressledger config
    """
    settings = load()
    origin = origins({})
    width = max(map(len, Settings.model_fields))
    for name, field in Settings.model_fields.items():
        value = getattr(settings, name)
        shown = "-" if value is None else str(value)
        print(f"{name:<{width}}  {shown:<14}  {origin[name]:<16}  {field.description}")
    if not Path(FILE).exists():
        print(f"\nThere is no {FILE} here; one line of it looks like:  workers = 1")
    return 0
