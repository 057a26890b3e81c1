"""Judging with Great Expectations: the only place that imports it."""

from expectations.validate.batch import validate_batch
from expectations.validate.whole import validate_lake
from expectations.verdict import Check, FailedRow, Verdict

__all__ = ["Check", "FailedRow", "Verdict", "validate_batch", "validate_lake"]
