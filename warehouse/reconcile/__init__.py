"""Derives organizations, grants, milestones and their disagreements from what the articles state."""

from warehouse.reconcile.run import reconcile
from warehouse.reconcile.touched import Touched, everything, touched_by

__all__ = ["Touched", "everything", "reconcile", "touched_by"]
