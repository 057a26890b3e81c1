"""Great Expectations judges the rules of one suite, slice by slice, and names every unexpected row that is kept.

The pandas engine is used: 1.24.1 has none for DuckDB, and it names every failing row where SQL engines stop at 200
(docs/decisions/0002).
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")  # read at import: nothing is sent anywhere

import great_expectations as gx
import pandas as pd

from expectations import limits
from expectations.rules import ColumnRule, ComputedRule, QueryRule, Rule
from expectations.suites import LIMITS
from expectations.verdict import Check, FailedRow
from warehouse.frames import Frames

EXPECTATIONS: Any = gx.expectations  # its classes are looked up by the names that the rules give
SAMPLES = 5  # how many unexpected values `checks` shows
SLICE = 50_000  # rows of a frame; a frame of ten text columns stays near 100 MB


@dataclass(frozen=True, slots=True)
class Judged:
    """One rule's outcome: `rows` are unexpected ones (key columns and `sample`), at most as many as were kept.

    `count` is the number of all unexpected rows, `outcome` Great Expectations' own result, for Data Docs.
    """

    rule: Rule
    rows: pd.DataFrame
    count: int
    outcome: Any


def judge(frames: Frames, rules: Sequence[Rule], keep: int | None = None) -> Iterator[Judged]:
    """Each rule whose table is there, judged. `keep` bounds the unexpected rows that are kept of each rule."""
    context: Any = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    source = context.data_sources.add_pandas("frames")
    for table in frames.tables:
        of_table = [rule for rule in rules if rule.table == table]
        if of_table:
            yield from _columns(source, frames, table, [r for r in of_table if isinstance(r, ColumnRule)], keep)
            for rule in of_table:
                if not isinstance(rule, ColumnRule):
                    yield _rows(source, frames, rule, keep)


def check_of(judged: Judged) -> Check:
    """The row of `checks` that tells an outcome."""
    rule, sample = judged.rule, tuple(judged.rows["sample"].astype(str).str.slice(0, 200).head(SAMPLES))
    return Check(rule.table, rule.name, rule.column, rule.severity, judged.count == 0, judged.count, sample)


def failed_of(judged: Judged) -> Iterator[FailedRow]:
    """The rows that the rule refuses."""
    for row in judged.rows.to_dict("records"):
        key = tuple((column, row[column]) for column in judged.rule.key)
        yield FailedRow(judged.rule.table, key, judged.rule.name, str(row["sample"])[:200])


def _columns(source: Any, frames: Frames, table: str, rules: list[ColumnRule], keep: int | None) -> Iterator[Judged]:
    if not rules:
        return
    suite = gx.ExpectationSuite(name=table, expectations=[_expectation(rule) for rule in rules])
    key = rules[0].key
    columns = tuple(dict.fromkeys((*key, *(rule.column for rule in rules))))
    batch = source.add_dataframe_asset(table).add_batch_definition_whole_dataframe(table)
    wanted = {"result_format": "COMPLETE", "unexpected_index_column_names": list(key), "include_unexpected_rows": False}
    judged: dict[str, Judged] = {}
    for slice_ in frames.slices(table, columns, SLICE):
        frame = batch.get_batch(batch_parameters={"dataframe": slice_.to_pandas()})
        outcomes = {o.expectation_config.meta["rule"]: o for o in frame.validate(suite, result_format=wanted).results}
        for rule in rules:  # Great Expectations answers in an order of its own
            judged[rule.name] = _joined(judged.get(rule.name), _judged(rule, outcomes[rule.name]), keep)
    yield from judged.values()


def _expectation(rule: ColumnRule) -> Any:
    made = getattr(EXPECTATIONS, rule.expectation)
    return made(column=rule.column, severity=rule.severity, meta=_meta(rule), **rule.arguments)


def _meta(rule: Rule) -> dict[str, str]:
    return {"rule": rule.name, "notes": rule.why}


def _judged(rule: ColumnRule, outcome: Any) -> Judged:
    if "unexpected_count" not in outcome.result:
        raise RuntimeError(f"{rule.table}.{rule.name} could not be judged: {outcome.exception_info}")
    columns = list(dict.fromkeys((*rule.key, rule.column)))
    rows = pd.DataFrame(outcome.result.pop("unexpected_index_list", None) or [], columns=columns)
    outcome.result.pop("unexpected_list", None)
    rows = rows.assign(sample=rows[rule.column].astype(str))
    return Judged(rule, rows, int(outcome.result["unexpected_count"]), outcome)


def _joined(before: Judged | None, now: Judged, keep: int | None) -> Judged:
    """Two slices of one rule as one: figures added up, rows kept up to the bound."""
    if before is None:
        return now
    if now.count == 0:
        _add(before.outcome, now.outcome)
        return before
    rows = pd.concat([before.rows, now.rows], ignore_index=True)
    _add(now.outcome, before.outcome)
    return Judged(now.rule, rows if keep is None else rows.head(keep), before.count + now.count, now.outcome)


def _add(total: Any, more: Any) -> None:
    for figure in ("element_count", "unexpected_count", "missing_count"):
        if figure in more.result:
            total.result[figure] = total.result.get(figure, 0) + more.result[figure]
    if count := total.result.get("element_count"):
        total.result["unexpected_percent"] = 100 * total.result["unexpected_count"] / count
    total.success = total.success and more.success


def _rows(source: Any, frames: Frames, rule: QueryRule | ComputedRule, keep: int | None) -> Judged:
    """Great Expectations judges that the rule's query or function found no row."""
    if isinstance(rule, QueryRule):
        found, count = frames.unexpected(rule.sql, limits.parameters(rule.sql, LIMITS), keep)
    else:
        found, count = rule.unexpected(frames, keep)
    unexpected = found.to_pandas()
    none = EXPECTATIONS.ExpectTableRowCountToEqual(
        value=0, severity=rule.severity, meta=_meta(rule), description=f"{rule.name}: {rule.why}"
    )
    batch = source.add_dataframe_asset(rule.name).add_batch_definition_whole_dataframe(rule.name)
    outcome = batch.get_batch(batch_parameters={"dataframe": unexpected}).validate(none)
    return Judged(rule, unexpected, 0 if outcome.success else count, outcome)
