"""Who an article is: its canonical address, its key, and a signature by which near-duplicates are found.

The signature is a one-permutation MinHash (Li, Owen and Zhang 2012, with rotation of Shrivastava and Li 2014): every
run of
GRAM letters of the text is hashed once into one of PLACES places, and each place keeps its smallest hash. The share of
equal places of two signatures estimates the share of runs that the texts have in common (Jaccard). It is a pure
value of
the text; whoever holds many finds pairs by bands of it, never by comparing all pairs.
"""

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit, urlunsplit
from zlib import crc32

from w3lib.url import canonicalize_url, url_query_cleaner

_TRACKING = """
    utm_source utm_medium utm_campaign utm_term utm_content utm_id utm_name utm_reader fbclid gclid dclid yclid
    msclkid igshid mc_cid mc_eid ref ref_src referer referrer spm cmpid cmp ocid ncid sr_share share smid smtyp
    partner feature _ga _gl outurl sns from input inflow rss amp outputtype mobile
"""
TRACKING = frozenset(_TRACKING.split())
MOBILE_HOST = re.compile(r"^(?:www|m|mobile|amp|mnews)\.(?=[^.]+\.)")
AMP_PATH = re.compile(r"(?:/amp/?$|\.amp(?=\.html?$|$)|^/amp(?=/))")
NOT_WORD = re.compile(r"[\W_]+")


def canonical(url: str) -> str | None:
    """The address without what differs between links to one page: tracking, fragment, order, "m." and "/amp"; no
    http address: None."""
    try:
        kept = url_query_cleaner(url.strip(), _tracking(url), remove=True)
        parts = urlsplit(canonicalize_url(kept))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = MOBILE_HOST.sub("", parts.hostname.lower())
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = AMP_PATH.sub("", parts.path).rstrip("/")
    return urlunsplit(("https", host + port, path, parts.query, ""))


def _tracking(url: str) -> list[str]:
    """The names in this address's query that only say how a reader came, as they are written."""
    names = [pair.partition("=")[0] for pair in urlsplit(url).query.split("&")]
    return [name for name in names if name.casefold() in TRACKING]


def article_id(url: str | None, title: str, body: str) -> str:
    """The article's key: of its canonical address, else of its title and text; 16 hex digits."""
    address = canonical(url) if url else None
    key = f"url\0{address}" if address and _names_a_page(address) else f"text\0{normalised(title)}\0{normalised(body)}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _names_a_page(address: str) -> bool:
    """False for a site's front page, which some scrapers and pages give as every article's address."""
    parts = urlsplit(address)
    return bool(parts.path.strip("/") or parts.query)


def normalised(text: str) -> str:
    """Letters and figures alone, NFKC, casefolded: equal for copies that differ in spaces, quotes or width."""
    return NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())


PLACES = 64  # values of a signature: an estimate within 0.05, four rows of sixteen bands
GRAM = 5  # letters in a run: two Korean words or one English; articles on one matter share few of them
MIN_LETTERS = 150  # a shorter text has too few runs for the estimate to mean anything
SIGNED = 3000  # letters of the beginning that are signed: what long articles share, they share from the start
MIX = 0x9E3779B97F4A7C15  # spreads crc32, whose low bits are linear in the text, over 64 bits (Fibonacci hashing)
MASK = (1 << 64) - 1
NONE = MASK + 1  # of a place that no run fell into
PLACE_SHIFT = 58  # the highest six of 64 bits are the place
VALUE = (1 << 48) - 1


def signature(body: str) -> tuple[int, ...]:
    """The MinHash of the beginning: PLACES whole numbers below 2**48, or () for a text under MIN_LETTERS letters."""
    text = normalised(body[: 2 * SIGNED])[:SIGNED]
    if len(text) < MIN_LETTERS:
        return ()
    data, step = text.encode("utf-32-le", "surrogatepass"), 4 * GRAM
    least = [NONE] * PLACES
    for start in range(0, len(data) - step + 1, 4):
        mixed = crc32(data[start : start + step]) * MIX & MASK
        place = mixed >> PLACE_SHIFT
        if mixed < least[place]:  # noqa: PLR1730 - min() would take twice as long
            least[place] = mixed
    return tuple([value >> 10 & VALUE for value in _filled(least)])


def _filled(least: list[int]) -> list[int]:
    """The values with an empty place's borrowed from the next that has one, the last from the first."""
    following = next(value for value in least if value < NONE)
    for place in reversed(range(PLACES)):
        if least[place] == NONE:
            least[place] = following
        following = least[place]
    return least
