"""Every date of a text, in Korean and English, resolved against the day of publication.

Lengths of time ("3년간") and recurrences ("6개월마다") are values too, without days: they have a `duration` or a
`recurrence`.
"""

from datetime import date

from transforms.lexicon.model import Lexicon
from transforms.normalize.dates_en import english_said
from transforms.normalize.dates_ko import korean_said
from transforms.normalize.dates_said import values_of
from transforms.normalize.values import DateValue


def read_dates(
    text: str, published: date | None, lexicon: Lexicon, lang: str, tense: str | None = None
) -> list[DateValue]:
    """Every date of `text`, in order, without overlap; `lang` other than "ko" is read as English.

    `tense` ("past", "future" or None) moves dates that name no year or month of their own. Where `published` is None,
    dates that hang on it have their words and precision, but no days.
    """
    said = korean_said(text, lexicon.values) if lang == "ko" else english_said(text, lexicon.values)
    return list(values_of(said, text, published, tense))
