"""The bodies that a batch can join or part: those that it concerns, and all that share a name with these, however far.

Bodies are joined by the names and other forms that articles give them, and by nothing else: one that shares no form
with these, nor with what shares one, stands as it stood.
"""

from collections import defaultdict
from collections.abc import Iterable

import duckdb

from warehouse.reconcile.keys import plain
from warehouse.reconcile.touched import Touched, ids
from warehouse.reconcile.verdicts import Verdicts

# What the rows of organizations still say, before the batch, and what the articles of the batch say now.
_FORMS = """
    SELECT organization_id, list_concat([name, name_en], aliases) FROM organizations
    UNION ALL
    SELECT DISTINCT organization_id, list_concat([name, name_en], aliases) FROM organization_evidence
    WHERE organization_id IN (SELECT id FROM begun)
"""


def related(connection: duckdb.DuckDBPyConnection, touched: Touched, decided: Verdicts) -> frozenset[str]:
    """The ids, as the evidence has them, whose joins are to be worked out anew."""
    merged = dict(connection.execute("SELECT organization_id, into_id FROM organization_merges").fetchall())
    begun = _begun(connection, touched) | _decided(decided) | {one for one, into in merged.items() if into is None}
    connection.register("begun", ids(begun))
    forms: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    for organization_id, given in connection.execute(_FORMS).fetchall():
        body = merged.get(organization_id) or organization_id
        for form in {plain(form) for form in given if form} - {""}:
            forms[body].add(form)
            bodies[form].add(body)
    reached = _reached({merged.get(one) or one for one in begun}, forms, bodies)
    return reached | begun | frozenset(one for one, into in merged.items() if into in reached)


def _begun(connection: duckdb.DuckDBPyConnection, touched: Touched) -> frozenset[str]:
    """What the articles of the batch said of before, and say now."""
    connection.register("batch", ids(touched.articles))
    found = connection.execute(
        "SELECT DISTINCT organization_id FROM organization_evidence WHERE article_id IN (SELECT id FROM batch)"
    ).fetchall()
    return touched.organizations | {str(row[0]) for row in found}


def _decided(decided: Verdicts) -> frozenset[str]:
    """All that corrections speak of: a row that a person renamed does not show the name that articles give."""
    pairs = frozenset(one for pair in decided.apart for one in pair)
    into = (why.into for why in decided.joined.values())
    return pairs | frozenset((*decided.joined, *into, *decided.renamed, *decided.rejected, *decided.given))


def _reached(start: Iterable[str], forms: dict[str, set[str]], bodies: dict[str, set[str]]) -> frozenset[str]:
    """All bodies that hang together with those of `start` by a form that two of them share."""
    waiting = list(start)
    reached = set(waiting)
    while waiting:
        for form in forms[waiting.pop()]:
            more = bodies.pop(form, set()) - reached
            reached |= more
            waiting.extend(more)
    return frozenset(reached)
