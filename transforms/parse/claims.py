"""What the sources of a page say of its fields. The readers make claims; `html.py` and `data.py` choose among them."""

from collections.abc import Iterable
from dataclasses import dataclass

FIELDS = (
    "title", "subtitle", "body", "byline", "published", "modified", "publisher", "url", "language", "image",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """`value` for one of FIELDS, as printed, and the source that states it ("json-ld", "og", "meta", "layout:daum"
    ...)."""

    field: str
    value: str
    source: str


def of(claims: Iterable[Claim], field: str) -> list[Claim]:
    """The claims for one field, most trusted first, as they stand."""
    return [claim for claim in claims if claim.field == field and claim.value.strip()]
