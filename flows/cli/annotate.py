"""`pressledger annotate`: the values of text lines. Imports neither Prefect, Great Expectations nor pandas."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, BinaryIO

import orjson
from cyclopts import Parameter

from flows.errors import WrongUse
from flows.jsonlines import dumps
from transforms.lexicon.load import load
from transforms.normalize.annotate import annotate as values_of
from transforms.normalize.annotate import as_json
from transforms.normalize.names import read_names


@dataclass(frozen=True, slots=True)
class _Line:
    """One text to annotate. `wrong` says why a line gives none."""

    id: object
    text: str = ""
    published: date | None = None
    lang: str | None = None
    wrong: str | None = None


def annotate(
    file: Annotated[str, Parameter(help="text or JSON lines; - is standard input", allow_leading_hyphen=True)] = "-",
    /,
) -> int:
    """Dates, money, quantities, percents and organizations of text lines, with their places and values.

    A line is a text, or {"id"?, "text", "published"?, "lang"?}; relative dates count from `published`. One JSON line
    comes out for each that goes in: {"id", "annotations": [{"kind", "start", "end", "text", "value"}]}.

    For example:

        echo '과기정통부는 4일 GPU 1만장을 지원한다고 밝혔다.' | pressledger annotate

        pressledger annotate lines.jsonl > annotations.jsonl
    """
    lexicon = load()
    with _opened(file) as source:
        for line in _lines(source):
            if line.wrong:
                print(f"line {line.id}: {line.wrong}", file=sys.stderr)
            values = values_of(line.text, line.published, lexicon, line.lang, read_names) if line.text else []
            sys.stdout.buffer.write(dumps({"id": line.id, "annotations": [as_json(value) for value in values]}) + b"\n")
    sys.stdout.buffer.flush()
    return 0


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        opened = Path(file).open("rb")  # noqa: SIM115 - only a fault of opening is wrong use
    except OSError as error:
        raise WrongUse(f"{file}: {(error.strerror or 'cannot be read').lower()}") from None
    with opened:
        yield opened


def _lines(source: BinaryIO) -> Iterator[_Line]:
    for number, raw in enumerate(source, start=1):
        text = raw.rstrip(b"\r\n").removeprefix(b"\xef\xbb\xbf")
        yield _record(number, text) if text.lstrip().startswith(b'{"') else _Line(number, text.decode(errors="replace"))


def _record(number: int, raw: bytes) -> _Line:
    try:
        record = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        return _Line(number, wrong=f"not JSON: {error}")
    name = record.get("id", number)
    text, lang = record.get("text"), record.get("lang")
    if not isinstance(text, str):
        return _Line(name, wrong='there is no "text"')
    published = record.get("published")
    try:
        day = None if published is None else date.fromisoformat(str(published)[:10])
    except ValueError:
        return _Line(name, text, None, lang, f"published {published!r} is no ISO date: relative dates stay unread")
    return _Line(name, text, day, lang if lang in ("ko", "en") else None)
