"""Text as it is stored: NFC, no invisible or control characters, one space between words, entities undone."""

import html
import re
import unicodedata

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
SPACES = re.compile(r"[^\S\n]+")
AROUND_BREAK = re.compile(r" ?\n ?")
MANY_BREAKS = re.compile(r"\n{3,}")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def clean(text: str) -> str:
    """`text` with its line breaks kept: at most one empty line in a row, no white space around a break."""
    if "&" in text and ENTITY.search(text):
        text = html.unescape(text)
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n\n")
        .replace("\x85", "\n")
    )
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return MANY_BREAKS.sub("\n\n", AROUND_BREAK.sub("\n", SPACES.sub(" ", text))).strip()


def line(text: str) -> str:
    """`text` as one line."""
    text = " ".join(text.split())
    if text.isprintable() and "&" not in text:  # nothing invisible in it: the usual case
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    return " ".join(clean(text).split())


def letters(text: str) -> str:
    """`text` without all but its letters and figures, casefolded: for comparing, never shown."""
    return "".join(NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold()).split())


NOT_WORD = re.compile(r"[\W_]+")
