"""Copies are found by their signatures: among many of one frame, in any order and any batches."""

import random
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import pyarrow as pa
import pytest
from memory import Memory

from warehouse.copies import CROWD, bands, mark_copies, note_groups

MADE = ("batch_articles", "groups_before", "asked", "copy_candidates", "compared", "alike", "recopied")
Page = tuple[str, int, Sequence[int]]  # article_id, day of publication, signature


def signature(seed: int, like: Sequence[int] = (), same: int = 0) -> list[int]:
    """64 values, the first `same` of them those of another signature."""
    dice = random.Random(seed)
    own = [dice.getrandbits(40) for _ in range(64)]
    return [*like[:same], *own[same:]]


def varied(like: Sequence[int], other: int, seed: int) -> list[int]:
    """The signature with so many values, anywhere, that are others."""
    dice = random.Random(seed)
    places = dice.sample(range(64), other)
    return [dice.getrandbits(40) if place in places else value for place, value in enumerate(like)]


class Shelf:
    """The table articles alone, filled as a run fills it."""

    def __init__(self) -> None:
        self.connection = Memory().connection

    def add(self, pages: Iterable[Page], gone: Iterable[str] = ()) -> set[str]:
        """Publish the pages and take away what is gone; the ids that mark_copies tells."""
        pages = list(pages)
        for table in MADE:
            self.connection.execute(f"DROP TABLE IF EXISTS {table}")
        concerned = [*(page[0] for page in pages), *gone]
        self.connection.register("concerned", pa.table({"article_id": pa.array(concerned, pa.string())}))
        self.connection.execute("CREATE TEMP TABLE batch_articles AS FROM concerned")
        note_groups(self.connection)
        self.connection.execute("DELETE FROM articles WHERE article_id IN (FROM batch_articles)")
        rows = [
            {
                "article_id": name,
                "published_at": datetime(2026, 1, 1) + timedelta(days=day),
                "signature": list(values),
                "bands": bands(values),
            }
            for name, day, values in pages
        ]
        numbers = pa.list_(pa.int64())
        schema = pa.schema(
            [
                ("article_id", pa.string()),
                ("published_at", pa.timestamp("us")),
                ("signature", numbers),
                ("bands", numbers),
            ]
        )
        self.connection.register("pages", pa.Table.from_pylist(rows, schema=schema))
        self.connection.execute("INSERT INTO articles BY NAME FROM pages")
        return mark_copies(self.connection)

    def copies(self) -> dict[str, str]:
        """Each copy and its original."""
        query = "SELECT article_id, duplicate_of FROM articles WHERE duplicate_of IS NOT NULL"
        return dict(self.connection.execute(query).fetchall())


TEXT = signature(0)


def test_a_band_has_the_same_key_on_any_machine() -> None:
    keys = bands(range(64))
    assert (len(keys), keys[0], keys[15]) == (16, 3553386103195070428, 5772950891111892366)
    assert bands(()) == []
    assert all(0 <= key < 2**63 for key in keys)


def test_many_with_one_signature_are_one_text() -> None:
    pages: list[Page] = [(f"a{number:03}", 900 - number, TEXT) for number in range(6 * CROWD)]
    shelf = Shelf()
    shelf.add(pages[: CROWD // 2])
    shelf.add(pages[CROWD // 2 :])
    first = pages[-1][0]
    assert shelf.copies() == {page[0]: first for page in pages[:-1]}


def test_many_near_copies_are_one_text() -> None:
    pages: list[Page] = [(f"a{n:03}", n, varied(TEXT, 6, n)) for n in range(3 * CROWD)]
    shelf = Shelf()
    shelf.add(pages)
    assert shelf.copies() == {page[0]: "a000" for page in pages[1:]}


def test_one_frame_around_many_texts_makes_no_copies_and_hides_none() -> None:
    frame: list[Page] = [(f"f{n:03}", n, signature(n, TEXT, 8)) for n in range(1, 4 * CROWD)]
    copy: Page = ("copy", 999, varied(frame[70][2], 12, 5))
    shelf = Shelf()
    shelf.add(frame)
    assert shelf.copies() == {}
    shelf.add([copy])
    assert shelf.copies() == {"copy": frame[70][0]}


def test_only_what_changes_is_told() -> None:
    shelf = Shelf()
    assert shelf.add([("b", 5, TEXT), ("c", 6, varied(TEXT, 4, 1)), ("x", 1, signature(9))]) == {"c"}
    assert shelf.add([("d", 7, TEXT)]) == {"d"}
    assert shelf.add([("a", 1, TEXT)]) == {"b", "c", "d"}, "an earlier one is the original of them all"
    assert shelf.copies() == {"b": "a", "c": "a", "d": "a"}
    assert shelf.add([], gone=["a"]) == {"b", "c", "d"}
    assert shelf.copies() == {"c": "b", "d": "b"}
    assert shelf.add([("b", 5, signature(77))]) == {"c", "d"}, "read again as another text"
    assert shelf.copies() == {"d": "c"}


def test_what_joined_two_groups_parts_them_when_it_goes() -> None:
    left = signature(1)
    right = signature(2, left, 24)
    bridge = [*left[:24], *left[24:44], *right[44:]]
    shelf = Shelf()
    shelf.add([("left", 1, left), ("right", 2, right), ("bridge", 3, bridge)])
    assert shelf.copies() == {"right": "left", "bridge": "left"}
    shelf.add([], gone=["bridge"])
    assert shelf.copies() == {}


@pytest.mark.parametrize("seed", range(5))
def test_any_order_and_any_batches_find_the_same(seed: int) -> None:
    dice = random.Random(seed)
    pages: list[Page] = [(f"t{n}", n, signature(n, TEXT, 4)) for n in range(70)]
    pages += [(f"c{n}", dice.randint(0, 99), varied(pages[n % 20][2], dice.randint(0, 20), n)) for n in range(60)]
    whole, parts = Shelf(), Shelf()
    whole.add(pages)
    shuffled = dice.sample(pages, len(pages))
    while shuffled:
        count = dice.randint(1, 50)
        parts.add(shuffled[:count])
        shuffled = shuffled[count:]
    assert len(whole.copies()) > 40
    assert parts.copies() == whole.copies()
