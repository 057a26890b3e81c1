"""ASCII letters in lower case, place by place: a pattern without IGNORECASE is several times as fast."""

import string

LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
