"""Whatever the order and the batches in which articles come, the derived tables are those of one full rebuild."""

import os
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from memory import Memory

from transforms.records import ArticleFacts
from warehouse.reconcile import everything, reconcile

from .labels import facts_of_labels

# PRESSLEDGER_SHUFFLES=20 tries many more; each costs some seconds.
MOST_CUTS = 5
SHUFFLES = int(os.environ.get("PRESSLEDGER_SHUFFLES", "2"))


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[ArticleFacts]:
    """All labelled articles, those of the stories among them, for one warehouse."""
    return [facts_of_labels(file) for file in sorted((shared / "gold" / "articles").glob("*.json"))]


@pytest.fixture(scope="module")
def at_once(articles: list[ArticleFacts]) -> dict[str, list[tuple[object, ...]]]:
    """What the warehouse holds that read all of them in one batch."""
    return whole(articles)


def whole(articles: Sequence[ArticleFacts]) -> dict[str, list[tuple[object, ...]]]:
    memory = Memory()
    memory.add(articles)
    return memory.state()


def batches(articles: Sequence[ArticleFacts], chance: random.Random) -> list[list[ArticleFacts]]:
    shuffled = chance.sample(articles, len(articles))
    cuts = sorted(chance.sample(range(1, len(shuffled)), chance.randint(1, MOST_CUTS)))
    return [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]


def test_any_order_and_any_batches_give_one_result(
    articles: list[ArticleFacts], at_once: dict[str, list[tuple[object, ...]]]
) -> None:
    for seed in range(SHUFFLES):
        memory = Memory()
        for batch in batches(articles, random.Random(seed)):
            memory.add(batch)
        assert memory.state() == at_once, f"seed {seed}"
        reconcile(memory.connection, everything(memory.connection))
        assert memory.state() == at_once, f"a full rebuild of seed {seed}"


def test_what_is_withdrawn_leaves_no_trace(articles: list[ArticleFacts]) -> None:
    chance = random.Random(7)
    gone = chance.sample(articles, 6)
    memory = Memory()
    memory.add(articles)
    memory.withdraw([one.article.article_id for one in gone])
    assert memory.state() == whole([one for one in articles if one not in gone])
