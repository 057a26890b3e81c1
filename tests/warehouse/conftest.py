"""Lets the tests of the warehouse share the articles that are built by hand (`articles.py` beside this file)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
