"""Which of a page's claims are taken for its date, its names, its address and its language."""

import re
from datetime import timedelta
from urllib.parse import urljoin

from transforms import limits
from transforms.lexicon.reading import Reading
from transforms.parse import claims as claimed
from transforms.parse.bylines import byline
from transforms.parse.claims import Claim
from transforms.parse.clean import letters
from transforms.parse.dates import Moment, moment

IN_ADDRESS = re.compile(r"/(20[0-4]\d)(?:/(\d{1,2})/(\d{1,2})(?=[/_-]|$)|-?([01]\d)-?([0-3]\d)(?!\d))")


def dated(claims: list[Claim], address: str | None, words: Reading) -> list[Claim]:
    """Claims of the day of publication, most trusted first: stated, seen, in the address, of creation.

    A page that states one moment for publication and change alike, or a change that is days older, has not stated its
    publication: what is seen comes first then.
    """
    dates = claimed.of(claims, "published")
    stated = [claim for claim in dates if claim.source not in ("time", "label", "line", "far line")]
    seen = [claim for claim in dates if claim.source in ("time", "label")]
    lines = [claim for claim in dates if claim.source == "line"]
    far = [claim for claim in dates if claim.source == "far line"]
    match = IN_ADDRESS.search(address or "")
    in_address = (
        [Claim("published", f"{match[1]}-{match[2] or match[4]}-{match[3] or match[5]}", "url")] if match else []
    )
    changes = [claim.value for claim in claimed.of(claims, "modified") if claim.source not in ("time", "label")]
    if stated and (stated[0].value in changes or _older(changes[:1], stated[0].value, words)):
        return [*seen, *in_address, *lines, *stated]
    return [*stated, *seen, *in_address, *lines, *claimed.of(claims, "created"), *far]


def _older(changes: list[str], published: str, words: Reading) -> bool:
    """True where the first change is over a day older than the publication."""
    change = next((found.at for text in changes if (found := moment(text, words))), None)
    then = moment(published, words)
    return bool(change and then and then.at and then.at - change > timedelta(days=1))


def moment_of(claims: list[Claim], words: Reading, order: str) -> tuple[Moment, str] | None:
    """The first claim that reads as a date, and its source."""
    for claim in claims:
        if found := moment(claim.value, words, order):
            return found, claim.source
    return None


def names(claims: list[Claim], sites: list[str], words: Reading) -> tuple[str, str] | None:
    """The names of the first claim that holds any, with what else the same source says; the site's own name comes
    last."""
    known = {letters(site) for site in sites}
    for claim in sorted(claims, key=lambda claim: letters(claim.value) in known):
        if byline(claim.value, words):
            same = [
                other
                for other in claims
                if other.source == claim.source and claim.source.startswith(("json-ld", "meta"))
            ]
            found = [name for other in same or [claim] if (name := byline(other.value, words))]
            return ", ".join(dict.fromkeys(found))[: limits.MAX_BYLINE_CHARS], claim.source
    return None


def url_of(claims: list[Claim], url: str | None) -> str | None:
    """The page's own address: the canonical link first, relative ones joined to `url`."""
    for claim in sorted(claimed.of(claims, "url"), key=lambda c: c.source != "canonical"):
        try:
            address = urljoin(url or "", claim.value)
        except ValueError:
            continue
        if address.startswith(("http://", "https://")):
            return address
    return url


def language_of(claims: list[Claim]) -> str:
    """The language that the page states, "" for none."""
    found = claimed.of(claims, "language")
    return found[0].value if found else ""
