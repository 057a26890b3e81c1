"""The grants that a table states: a row, a column of support, a figure."""

import re
from collections.abc import Iterator
from decimal import Decimal

from transforms.extract.document import Document, within
from transforms.extract.listings import Cell, Table, recipient_column, support_columns, tables_of
from transforms.extract.terms import in_grants
from transforms.lexicon.frames import LanguageFrames
from transforms.normalize.names import organization_id_of
from transforms.records import Evidence, Grant

SCALES = {"조": 10**12, "억": 10**8, "천만": 10**7, "백만": 10**6, "만": 10**4, "천": 10**3, "원": 1}
NUMBER = re.compile(r"[\d,]+(?:\.\d+)?")
GOODS = "장"


def tabled(document: Document, frames: LanguageFrames) -> Iterator[Grant]:
    """Every figure of a support column, with the row's head as its programme or recipient."""
    for table in tables_of(document):
        columns = support_columns(table, document, frames)
        about = f"{table.caption} {' '.join(c.text for c in table.header)}"
        cues = frames.grants
        told = cues["column_support"].search(about) or cues["programme_heading"].search(table.caption)
        if not columns or not told:
            continue
        for row in table.rows:
            if frames.grants["total_row"].match(row[0].text):
                continue
            for i, cell in enumerate(row[1:], 1):
                inner = i not in columns and frames.grants["column_refuse"].search(table.header[i].text) is None
                if i in columns or inner or "(" in cell.text:
                    yield from _cell(table, row, i, cell, document, frames)


def _cell(
    table: Table, row: tuple[Cell, ...], column: int, cell: Cell, document: Document, frames: LanguageFrames
) -> Iterator[Grant]:
    chosen = column in support_columns(table, document, frames)
    holder = recipient_column(table, document, frames)
    money = within(document.money.get("body", ()), cell.start, cell.end)
    unit = frames.grants["table_unit"].search(f"{table.header[column].text} {table.caption}")
    for value in money:
        yield _grant(row, holder, cell, document, frames, value.amount, value.currency, None, value.text)
    if money or not chosen or unit is None or not (number := NUMBER.match(cell.text)):
        return
    figure, word = Decimal(number.group().replace(",", "")), unit["unit"].replace(" ", "")
    if word == GOODS:
        yield _grant(row, holder, cell, document, frames, None, None, figure, number.group())
    elif scale := SCALES.get(word.removesuffix("원") or "원"):
        yield _grant(row, holder, cell, document, frames, figure * scale, "KRW", None, number.group())


def _grant(
    row: tuple[Cell, ...],
    column: int,
    cell: Cell,
    document: Document,
    frames: LanguageFrames,
    amount: Decimal | None,
    currency: str | None,
    quantity: Decimal | None,
    raw: str,
) -> Grant:
    head, body = row[0], document.article.body
    holder = row[column]
    named = within(document.names.get("body", ()), holder.start, holder.end)
    funder = document.discourse.funder
    main = document.discourse.programme
    programme = main.name if main and (named or quantity) else head.text
    return Grant(
        programme=programme,
        funder_id=organization_id_of(funder) if funder else None,
        recipient_id=organization_id_of(named[0]) if named else None,
        kind="compute" if quantity else in_grants(f"{head.text} {cell.text}", frames),
        amount=amount,
        currency=currency,
        quantity=quantity,
        quantity_max=None,
        unit="GPU" if quantity else None,
        period=None,
        status="announced",
        announced_on=document.published,
        basis=None,
        purpose=None if named else head.text,
        bound="exact",
        programme_raw=main.text if main and programme == main.name else head.text,
        funder_raw=funder.text if funder else None,
        recipient_raw=named[0].text if named else None,
        amount_raw=raw if amount is not None else None,
        quantity_raw=raw if quantity is not None else None,
        evidence=Evidence("body", head.start, cell.end, body[head.start : cell.end], "grants.table"),
    )
