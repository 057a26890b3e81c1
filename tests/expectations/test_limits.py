"""Limits by publisher and severities, from one file."""

from pathlib import Path

import duckdb
import pytest

from expectations import drift, limits, suites
from expectations.rules import QueryRule
from expectations.suites import LIMITS
from warehouse.frames import Frames

FRESH = next(rule for rule in drift.RULES if isinstance(rule, QueryRule) and rule.name == "freshness")
ARTICLES = """
    create table articles as
    select 'a' || range as article_id, case when range < 50 then '매일신문' else '월간잡지' end as publisher,
        timestamp '2025-01-01' + case when range = 0 then interval 90 day else interval 0 day end as published_at,
        timestamp '2025-06-01' as ingested_at
    from range(100)
"""


def stale(given: dict[str, dict[str, float]]) -> list[str]:
    with duckdb.connect() as connection:
        connection.execute(ARTICLES)
        found, _ = Frames(connection, ("articles",)).unexpected(
            FRESH.sql, limits.parameters(FRESH.sql, LIMITS | given), None
        )
        names: list[str] = found["publisher"].to_pylist()
    return names


def test_a_publisher_has_a_limit_of_its_own() -> None:
    assert stale({"fresh_days": {"default": 60}}) == ["월간잡지"]
    assert stale({"fresh_days": {"default": 60, "월간잡지": 120}}) == []


def test_a_severity_of_the_file_stands_over_the_rules_own() -> None:
    [changed] = limits.with_severities([FRESH], {"freshness": "critical"})
    assert (FRESH.severity, changed.severity) == ("warning", "critical")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("limits: {drift: 0.5}\nseverity: {}", "drift: a limit is a mapping with a default"),
        ("limits: {drift: {매일신문: 1}}\nseverity: {}", "drift: a limit is a mapping with a default"),
        ("limits: {}\nseverity: {freshness: loud}", "freshness: 'loud' is no severity"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "limits.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        limits.read(file)


def test_the_file_names_only_what_there_is() -> None:
    named = {
        name for rule in suites.LAKE if isinstance(rule, QueryRule) for name in limits.parameters(rule.sql, LIMITS)
    }
    assert named == set(LIMITS)
    _, severities = limits.read()
    assert set(severities) <= {rule.name for rule in suites.LAKE}
