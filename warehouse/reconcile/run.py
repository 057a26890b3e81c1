"""The whole of reconciling: names first, then the blocks that a batch touches, each worked out from its evidence."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from warehouse.reconcile.blocks import GRANT, MILESTONE
from warehouse.reconcile.names import reconcile_names
from warehouse.reconcile.rows import reconcile_facts
from warehouse.reconcile.touched import Touched
from warehouse.reconcile.verdicts import verdicts


def reconcile(connection: duckdb.DuckDBPyConnection, touched: Touched) -> None:
    """Derive organizations, grants, milestones and conflicts from evidence and corrections, for what a batch touches.

    Called inside the transaction that wrote the batch, with what `touched_by` told before it. The result is that of a
    full rebuild, whatever the order in which the articles came.
    """
    decided = verdicts(connection)
    with _nothing_collected():
        renamed = reconcile_names(connection, touched, decided)
        for kind in (GRANT, MILESTONE):
            reconcile_facts(connection, kind, touched, renamed, decided)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Claims are many, small and in no cycle: looking for cycles among them takes a sixth of the time for nothing."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
