"""Bytes -> text, with the encoding and why it is that one.

The order is: byte order mark, ISO-2022 escapes, UTF-16 by its zero bytes, strict UTF-8, the declared label by the
WHATWG
table, CP949, charset-normalizer. UTF-8 with a few damaged bytes keeps its text and says so. What fits nothing is None.
"""

import codecs
import re
from dataclasses import dataclass

import webencodings  # type: ignore[import-untyped]
from charset_normalizer import from_bytes

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"))
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE)
HEAD_BYTES = 4096  # browsers look for the declaration in the first 1024; old Korean pages put it later
SAMPLE_BYTES = 65_536  # what the detector looks at: its time grows with it, its answer does not
DAMAGE = 0.005  # share of damaged characters up to which a text is still that text
LOST = 0.02  # share of letters that may be lost in undoing what was read wrongly
NOISE = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
SUSPECT = re.compile(r"[\u0080-\u00ff]{2}|[\u3400-\u9fff\uf900-\ufaff]")
LOOKED_AT = 30_000  # characters at the start and from the middle that tell whether a text was read wrongly
SAMPLE_CHARS = 4000
HANGUL = re.compile(r"[가-힣]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`encoding` is Python's name of the codec; `reason` says what decided: bom, escapes, zero bytes, utf-8,
    declared ..."""

    text: str
    encoding: str
    reason: str


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of `data`, or None where no encoding fits. `declared` is a label from outside (an HTTP or MIME
    header)."""
    found = (
        _by_mark(data)
        or _by_zero_bytes(data)
        or _strict(data, "utf-8", "utf-8")
        or _declared(data, declared)
        or _guess(data)
    )
    if found is None or _damaged(found.text):
        return None
    return _undo_mojibake(found)


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in BOMS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), name, "bom")
    for escape, name in ESCAPES:
        if escape in data[:HEAD_BYTES] and (found := _strict(data, name, "escapes")):
            return found
    return None


def _by_zero_bytes(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: markup and spaces have a zero byte at every second place."""
    sample = data[: HEAD_BYTES - HEAD_BYTES % 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 16 or min(even, odd) * 4 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    return _strict(data[: len(data) - len(data) % 2], name, "zero bytes")


def _strict(data: bytes, name: str, reason: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name, reason)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    match = DECLARED.search(data[:HEAD_BYTES])
    for label in (declared, match[1].decode("ascii", "replace") if match else None):
        name = codec_of(label)
        if name and name != "utf-8" and (found := _strict(data, name, "declared")):
            return found
    return None


def codec_of(label: str | None) -> str | None:
    """Python's codec for a label by the WHATWG table; every label of EUC-KR means CP949, as in browsers."""
    encoding = webencodings.lookup(label.strip()) if label else None
    if encoding is None:
        return None
    return "cp949" if encoding.name == "euc-kr" else encoding.codec_info.name


def _guess(data: bytes) -> Decoded | None:
    """CP949, UTF-8 with a few damaged bytes, or what charset-normalizer says of a sample."""
    if (found := _strict(data, "cp949", "detected")) and HANGUL.search(found.text):
        return found
    for name in ("utf-8", "cp949"):
        text = data.decode(name, "replace")
        if not _damaged(text) and (name == "utf-8" or HANGUL.search(text)):
            return Decoded(text, name, "damaged")
    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return _strict(data, best.encoding, "detected") if best else None


def _damaged(text: str) -> bool:
    """True where replacement or control characters make up more than a small share: binary noise, not a text."""
    bad = text.count("\ufffd") + text.count("\x00")
    if bad > 2 and bad > sum(1 for c in text if c > "\x7f") * 0.2:
        return True
    sample = text[:HEAD_BYTES]
    noise = len(NOISE.findall(sample))
    return bad > max(2, len(text) * DAMAGE) or noise > max(4, len(sample) * 0.05)


def _undo_mojibake(found: Decoded) -> Decoded:
    """UTF-8 that was once read as Latin-1, CP1252 or CP949 and saved so: taken back where that gives clean text."""
    if found.text.isascii():
        return found
    middle = len(found.text) // 2
    part = found.text[:LOOKED_AT] + found.text[middle : middle + LOOKED_AT]
    sample = "".join(_foreign_runs(part))[:SAMPLE_CHARS]
    if not SUSPECT.search(sample):
        return found
    for name in ("cp1252", "latin-1", "cp949"):
        if _undone(sample, name) is not None and (text := _undone(found.text, name)) is not None:
            return Decoded(text, found.encoding, f"utf-8 that was read as {name}")
    return found


ASCII_BLANK = bytes(32 if value < 128 else value for value in range(256))


def _foreign_runs(text: str) -> list[str]:
    """The runs of two or more characters beyond ASCII; by bytes, since a pattern takes five times as long."""
    pieces = text.encode("utf-8", "surrogatepass").translate(ASCII_BLANK).split()
    runs = [piece.decode("utf-8", "surrogatepass") for piece in pieces if len(piece) > 3]
    return [run for run in runs if len(run) > 1]


def _undone(text: str, name: str) -> str | None:
    """`text` back to bytes by `name` and read as UTF-8, or None where it was not UTF-8 read wrongly."""
    raw = bytearray()
    for piece in SUSPECT_PIECES.split(text):
        try:
            raw += piece.encode(name)
        except UnicodeEncodeError:
            try:
                raw += b"".join(_byte_of(char, name) for char in piece)
            except UnicodeEncodeError:
                return None
    result = raw.decode("utf-8", "replace")
    lost = result.count("\ufffd")
    multibyte = sum(1 for c in result if c > "\x7f") - lost
    return result if multibyte >= 2 and lost <= multibyte * LOST else None


SUSPECT_PIECES = re.compile(r"(?<=\n)")


def _byte_of(char: str, name: str) -> bytes:
    """CP1252 leaves five bytes undefined, which browsers map to the same code point."""
    if name == "cp1252" and char in "\x81\x8d\x8f\x90\x9d":
        return char.encode("latin-1")
    return char.encode(name)
