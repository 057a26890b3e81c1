"""A guard before the parser: pages whose tags stand so deep in one another that it would take quadratic time."""

import re

from transforms import limits

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# void, or closed by the next of their kind
_NEVER_DEEP = """
    area base br col embed hr img input link meta param source track wbr p li td tr th tbody thead tfoot dd dt option
    optgroup colgroup rp rt
"""
NEVER_DEEP = frozenset(_NEVER_DEEP.split())


def too_nested(html: str) -> bool:
    """True for a page that the parser would take quadratic time for: it walks all open elements at each tag."""
    if html.count("<") < limits.MANY_TAGS:
        return False
    depth = cost = 0
    for match in TAG.finditer(html):
        closing, name = match.groups()
        if name.lower() in NEVER_DEEP:
            cost += depth
        elif closing:
            depth = max(0, depth - 1)
        else:
            depth += 1
            cost += depth
        if cost > limits.MAX_NESTING_COST:
            return True
    return False
