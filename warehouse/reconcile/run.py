"""The whole of reconciling: names first, then the blocks that a batch touches, each worked out from its evidence."""

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
    renamed = reconcile_names(connection, touched, decided)
    for kind in (GRANT, MILESTONE):
        reconcile_facts(connection, kind, touched, renamed, decided)
