"""The figures of `limits.yml`, as parameters of queries, and the severities that it changes."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import yaml

from expectations.rules import Rule, Severity

FILE = Path(__file__).parent / "limits.yml"
PARAMETER = re.compile(r"\$(\w+)")


def read(file: Path = FILE) -> tuple[dict[str, dict[str, float]], dict[str, Severity]]:
    """(limits by name and publisher, severities by rule name); ValueError says what is wrong with the file."""
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    limits, severities = content["limits"], content["severity"]
    for name, values in limits.items():
        if not isinstance(values, dict) or "default" not in values:
            raise ValueError(f"{file.name}: {name}: a limit is a mapping with a default")
    for name, severity in severities.items():
        if severity not in get_args(Severity):
            raise ValueError(f"{file.name}: {name}: {severity!r} is no severity")
    return limits, severities


def parameters(sql: str, limits: dict[str, dict[str, float]]) -> dict[str, Any]:
    """The limits that a query names, each as a map from publisher to figure."""
    named = dict.fromkeys(PARAMETER.findall(sql))
    return {name: {"key": list(limits[name]), "value": [float(v) for v in limits[name].values()]} for name in named}


def with_severities(rules: list[Rule], severities: dict[str, Severity]) -> list[Rule]:
    """The rules with the severities that the file gives them."""
    return [replace(rule, severity=severities.get(rule.name, rule.severity)) for rule in rules]
