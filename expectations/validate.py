"""Judges a staged batch with Great Expectations, the only place that imports it.

The pandas engine is used: 1.24.1 has none for DuckDB, and it names every failing row where SQL engines stop at 200
(docs/decisions/0002).
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # read at import: nothing is sent anywhere

import great_expectations as gx
import pandas as pd

from expectations import articles, contract, grants, keys, milestones, organizations
from expectations.rules import ColumnRule, QueryRule, Rule
from warehouse.frames import Frames, staged
from warehouse.tables import TABLES

EXPECTATIONS: Any = gx.expectations  # its classes are looked up by the names that the rules give
RULES: tuple[Rule, ...] = (
    *contract.RULES,
    *articles.RULES,
    *organizations.RULES,
    *grants.RULES,
    *milestones.RULES,
    *keys.RULES,
)
SAMPLES = 5  # how many unexpected values `checks` shows
FACTS = ("grant_evidence", "milestone_evidence")
FAILED_SHARE = 0.5  # a unit with more than half its facts failing is kept out whole (DESIGN.md, One article's way)


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of one rule, a row of `checks`."""

    table_name: str
    expectation: str
    column_name: str | None
    severity: str
    success: bool
    unexpected_count: int
    sample: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FailedRow:
    """A row that a critical rule refuses: its table, its key by column, the rule's name, the value refused."""

    table_name: str
    key: tuple[tuple[str, Any], ...]
    expectation: str
    sample: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """`kept_out` says why the whole unit may not be published, None when it may; `failed` are the rows to leave out."""

    checks: tuple[Check, ...]
    failed: tuple[FailedRow, ...]
    kept_out: str | None


def validate_batch(folder: Path) -> Verdict:
    """Judge the staged tables of `folder` (one Parquet file a table) by every rule whose table is there."""
    checks: list[Check] = []
    failed: list[FailedRow] = []
    with staged(folder) as frames:
        for rule, unexpected in _judge(frames):
            checks.append(_check(rule, unexpected))
            if rule.severity == "critical":
                failed.extend(_failed(rule, unexpected))
        facts = {table: _count(frames, table) for table in FACTS if table in frames.tables}
    return Verdict(tuple(checks), tuple(failed), _kept_out(failed, sum(facts.values())))


def _judge(frames: Frames) -> Iterator[tuple[Rule, pd.DataFrame]]:
    """Each rule with its unexpected rows: the key columns and a `sample`."""
    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_pandas("staged")
    for table in frames.tables:
        rules = [rule for rule in RULES if rule.table == table]
        if not rules:
            continue
        columns = [rule for rule in rules if isinstance(rule, ColumnRule)]
        wanted = dict.fromkeys((*TABLES[table].key, *(rule.column for rule in columns)))
        frame = frames.rows(f"select {', '.join(wanted)} from {table}").to_pandas()  # noqa: S608 (names are our own)
        yield from zip(columns, _column_results(source, table, columns, frame), strict=True)
        for rule in rules:
            if isinstance(rule, QueryRule):
                yield rule, _query_result(source, rule, frames.rows(rule.sql).to_pandas())


def _column_results(source: Any, table: str, rules: list[ColumnRule], frame: pd.DataFrame) -> list[pd.DataFrame]:
    """The unexpected rows of each rule, in the rules' order. Great Expectations answers in an order of its own."""
    suite = gx.ExpectationSuite(name=table, expectations=[_expectation(rule) for rule in rules])
    key = list(TABLES[table].key)
    wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": key, "include_unexpected_rows": False}
    result = _batch(source, table, frame).validate(suite, result_format=wanted)
    outcomes = {outcome.expectation_config.meta["rule"]: outcome for outcome in result.results}
    return [_unexpected(rule, outcomes[rule.name], key) for rule in rules]


def _expectation(rule: ColumnRule) -> Any:
    made = getattr(EXPECTATIONS, rule.expectation)
    return made(column=rule.column, severity=rule.severity, notes=rule.why, meta={"rule": rule.name}, **rule.arguments)


def _unexpected(rule: ColumnRule, outcome: Any, key: list[str]) -> pd.DataFrame:
    if "unexpected_count" not in outcome.result:
        raise RuntimeError(f"{rule.table}.{rule.name} could not be judged: {outcome.exception_info}")
    columns = list(dict.fromkeys((*key, rule.column)))
    rows = pd.DataFrame(outcome.result.get("unexpected_index_list") or [], columns=columns)
    return rows.assign(sample=rows[rule.column].astype(str))


def _query_result(source: Any, rule: QueryRule, unexpected: pd.DataFrame) -> pd.DataFrame:
    """Great Expectations judges that the rule's query found no row."""
    none = EXPECTATIONS.ExpectTableRowCountToEqual(value=0, severity=rule.severity, notes=rule.why)
    outcome = _batch(source, rule.name, unexpected).validate(none)
    return unexpected.iloc[0:0] if outcome.success else unexpected


def _batch(source: Any, name: str, frame: pd.DataFrame) -> Any:
    definition = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe(name)
    return definition.get_batch(batch_parameters={"dataframe": frame})


def _check(rule: Rule, unexpected: pd.DataFrame) -> Check:
    sample = tuple(unexpected["sample"].astype(str).head(SAMPLES))
    return Check(rule.table, rule.name, rule.column, rule.severity, unexpected.empty, len(unexpected), sample)


def _failed(rule: Rule, unexpected: pd.DataFrame) -> Iterator[FailedRow]:
    columns = TABLES[rule.table].key
    for row in unexpected.to_dict("records"):
        yield FailedRow(rule.table, tuple((c, row[c]) for c in columns), rule.name, str(row["sample"])[:200])


def _count(frames: Frames, table: str) -> int:
    return int(frames.rows(f"select count(*) as n from {table}")["n"][0].as_py())  # noqa: S608 (names are our own)


def _kept_out(failed: list[FailedRow], facts: int) -> str | None:
    doubled = sorted({row.table_name for row in failed if row.expectation in keys.BATCH})
    if doubled:
        return f"duplicate ids in {', '.join(doubled)}"
    refused = len({(row.table_name, row.key) for row in failed if row.table_name in FACTS})
    if facts and refused > facts * FAILED_SHARE:
        return f"{refused} of {facts} facts fail a critical check"
    return None
