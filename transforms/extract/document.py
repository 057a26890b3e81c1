"""An article cut into sentences, with every value and name that was read in it: what the extractors work on."""

from dataclasses import dataclass
from datetime import date

from transforms.normalize.values import DateValue, MoneyValue, NameValue, PercentValue, QuantityValue
from transforms.records import Article


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or list item of one field. `start` and `end` count code points of that field's text.

    `shape` is "prose", "item" (a list item), "heading" or "quotation" (all of it is somebody's words).
    """

    field: str
    start: int
    end: int
    text: str
    paragraph: int
    shape: str


@dataclass(frozen=True, slots=True)
class Document:
    """The article and what was read in it. Every value's `start` and `end` count code points of its own sentence's field."""

    article: Article
    published: date | None
    sentences: tuple[Sentence, ...]
    dates: dict[str, tuple[DateValue, ...]]
    money: dict[str, tuple[MoneyValue, ...]]
    quantities: dict[str, tuple[QuantityValue, ...]]
    percents: dict[str, tuple[PercentValue, ...]]
    names: dict[str, tuple[NameValue, ...]]
