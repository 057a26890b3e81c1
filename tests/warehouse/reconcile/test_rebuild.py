"""Whatever the order and the batches in which articles come, the derived tables are those of one full rebuild."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from memory import Memory

from transforms.records import ArticleFacts
from warehouse.reconcile import everything, reconcile

from .labels import facts_of_labels


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[ArticleFacts]:
    """The articles of the smaller stories, all in one warehouse."""
    names = ("national-ai-computing-center", "nuri-2025", "us-chips-samsung", "sovereign-ai", "glocal-2025")
    listed = [
        facts_of_labels(shared / "gold" / "articles" / f"{article}.json")
        for name in names
        for article in json.loads((shared / "gold" / "stories" / f"{name}.json").read_text(encoding="utf-8"))[
            "articles"
        ]
    ]
    return sorted(listed, key=lambda one: one.article.article_id)


def whole(articles: Sequence[ArticleFacts]) -> dict[str, list[tuple[object, ...]]]:
    memory = Memory()
    memory.add(articles)
    return memory.state()


def batches(articles: Sequence[ArticleFacts], chance: random.Random) -> list[list[ArticleFacts]]:
    shuffled = chance.sample(articles, len(articles))
    cuts = sorted(chance.sample(range(1, len(shuffled)), chance.randint(1, 3)))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]


def test_any_order_and_any_batches_give_one_result(articles: list[ArticleFacts]) -> None:
    expected = whole(articles)
    for seed in range(4):
        memory = Memory()
        for batch in batches(articles, random.Random(seed)):
            memory.add(batch)
        assert memory.state() == expected, f"seed {seed}"


def test_what_is_withdrawn_leaves_no_trace(articles: list[ArticleFacts]) -> None:
    chance = random.Random(7)
    gone = chance.sample(articles, 6)
    memory = Memory()
    memory.add(articles)
    memory.withdraw([one.article.article_id for one in gone])
    assert memory.state() == whole([one for one in articles if one not in gone])


def test_a_full_rebuild_changes_nothing(articles: list[ArticleFacts]) -> None:
    memory = Memory()
    memory.add(articles[:9])
    memory.add(articles[9:])
    before = memory.state()
    reconcile(memory.connection, everything(memory.connection))
    assert memory.state() == before
