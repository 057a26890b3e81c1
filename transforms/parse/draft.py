"""What the readers of this folder make: an article's fields before it has its key."""

from dataclasses import dataclass

from transforms.parse.dates import Moment


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells a page that is no article: its type as stated, its first words, and how much of them are links."""

    kind: str = ""
    opening: str = ""
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of an article. `provenance` names the source of each; `signs` serve the verdict whether it is one."""

    title: str
    subtitle: str | None
    body: str
    byline: str | None
    published: Moment | None
    modified: Moment | None
    publisher: str | None
    url: str | None
    language: str | None
    images: tuple[str, ...]
    provenance: tuple[tuple[str, str], ...]
    signs: Signs = Signs()
