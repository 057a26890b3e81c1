"""All values of one text, as `pressledger annotate` shows them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from transforms.lexicon.model import Lexicon
from transforms.normalize.dates import read_dates
from transforms.normalize.figures import read_figures
from transforms.normalize.money import sums
from transforms.normalize.percents import shares
from transforms.normalize.quantities import counts
from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue, QuantityValue, Value

NameReader = Callable[[str, Lexicon, str], list[NameValue]]


def language_of(text: str) -> str:
    """ "ko" where more than a fifth of the letters are Hangul, else "en"."""
    letters = sum(character.isalpha() for character in text)
    hangul = sum("가" <= character <= "힣" for character in text)
    return "ko" if hangul * 5 > letters else "en"


def annotate(
    text: str, published: date | None, lexicon: Lexicon, lang: str | None = None, names: NameReader | None = None
) -> list[Value]:
    """Every date, sum, count, percentage and (where a reader of names is given) organization of `text`, in order.

    `lang` is "ko" or "en", detected where it is None. A conversion in brackets is shown as a sum of its own.
    """
    lang = lang or language_of(text)
    figures = read_figures(text, lexicon, lang)
    values: list[Value] = [
        *read_dates(text, published, lexicon, lang),
        *sums(text, figures),
        *counts(text, figures),
        *shares(text, figures),
        *(names(text, lexicon, lang) if names else ()),
    ]
    return sorted(values, key=lambda value: (value.start, value.end))


def as_json(value: Value) -> dict[str, Any]:
    """One value as an annotation: kind, start, end, text, value; numbers as int where they are whole, else float."""
    kind, content = _content(value)
    return {"kind": kind, "start": value.start, "end": value.end, "text": value.text, "value": content}


def _content(value: Value) -> tuple[str, dict[str, Any]]:
    match value:
        case DateValue():
            return "date", {
                "start": value.first and value.first.isoformat(),
                "end": value.last and value.last.isoformat(),
                "precision": value.precision,
                "relation": value.relation,
                "recurrence": value.recurrence,
                "duration": value.duration,
            }
        case MoneyValue():
            return "money", _figures(value) | {"currency": value.currency, "bound": value.bound, "per": value.per}
        case QuantityValue():
            return "quantity", _figures(value) | {"unit": value.unit, "bound": value.bound, "per": value.per}
        case PercentValue():
            return "percent", _figures(value) | {"points": value.points, "bound": value.bound}
        case NameValue():
            return "organization", {"name": value.name, "key": value.key, "kind": value.kind}


def _figures(value: MoneyValue | QuantityValue | PercentValue) -> dict[str, Any]:
    return {
        name: None if number is None else int(number) if number == int(number) else float(number)
        for name, number in (("amount", value.amount), ("amount_max", value.amount_max))
    }
