"""What it costs to publish 1,000 articles into a lake that holds many, against the same into an empty lake.

usage: python benchmarks/reconcile.py [ARTICLES]      (100,000 by default: some minutes, about 1 GB of disk)

The articles are made, not read: each states three grants and three milestones of one of many programmes, most of them
the figures that other articles give too. Both lakes publish the same batch through the same code; the floor is the
empty lake.
"""

import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from transforms.records import Article, ArticleFacts, Evidence, Grant, Mention, Milestone, Organization
from warehouse.encode import Stamp
from warehouse.lake import Lake, open_lake
from warehouse.publish import publish
from warehouse.runs import Run
from warehouse.stage import SourceRead, stage

AT = datetime(2027, 1, 1)
BATCH = 1000
UNIT = 10_000
SHARED = 8  # of the 64 values of a signature: what all pages of a paper have in common
BODY = "기관이 사업에 돈을 댄다. 사업은 정한 날에 문을 연다."


def articles(first: int, count: int, programmes: int) -> Iterator[ArticleFacts]:
    """Articles `first` and those after it; the same number gives the same article."""
    for number in range(first, first + count):
        chance = random.Random(number)
        yield article(number, int(programmes * chance.random() ** 2), chance)


def article(number: int, programme: int, chance: random.Random) -> ArticleFacts:
    """One article on the programme: of its sums and steps it states some, now and then a sum of its own."""
    names = (f"ministry-{programme % 50}", *(f"firm-{programme}-{n}" for n in range(4)))
    bodies = tuple(Organization(name, name, None, (), "company", None, "shape") for name in names)
    one = blank(
        Article,
        article_id=f"a{number}",
        url=f"https://paper.example/{number}",
        publisher=f"paper-{number % 30}",
        title=f"제목 {number}",
        published_at=datetime(2020, 1, 1) + timedelta(minutes=number * 30),
        language="ko",
        body=f"{BODY} {number}",
        image_urls=(),
        source_uri=f"{number}.txt",
        source_sha256=f"{number:064d}",
        source_format="text",
        encoding="utf-8",
        signature=tuple(chance.getrandbits(32) if n >= SHARED else n for n in range(64)),
    )
    shared = {
        "programme": f"사업 {programme} 지원",
        "bound": "exact",
        "evidence": Evidence("body", 0, 13, BODY[:13], "made"),
    }
    grants = tuple(
        blank(
            Grant,
            funder_id=names[0],
            recipient_id=chance.choice(names[1:]),
            kind="cash",
            amount=Decimal((programme + 10) * 10_000_000 * chance.randint(1, 3) + number * (chance.random() < 0.02)),
            currency="KRW",
            status=chance.choice(("planned", "announced", "awarded")),
            **shared,
        )
        for _ in range(3)
    )
    milestones = tuple(
        blank(
            Milestone,
            organization_id=chance.choice((None, *names[1:])),
            event=event,
            date_start=(due := date(2020, 1, 1) + timedelta(days=programme % 900 + 30 * chance.randint(0, 3))),
            date_end=due,
            date_precision="day",
            status=chance.choice(("planned", "achieved")),
            **shared,
        )
        for event in chance.sample(("call", "selection", "agreement", "launch", "completion"), 3)
    )
    mentions = tuple(Mention(name, "body", n, n + 2, name) for n, name in enumerate(names))
    return ArticleFacts(one, bodies, mentions, grants, milestones)


def blank(record: Any, **given: object) -> Any:
    """A record of which only what is given is known."""
    return record(**{**dict.fromkeys(field.name for field in fields(record)), **given})


def add(lake: Lake, first: int, count: int, programmes: int) -> float:
    """Publish the articles; processor seconds of publishing alone (a busy machine does not count)."""
    facts = list(articles(first, count, programmes))
    read = [SourceRead(one.article.source_uri, one.article.source_sha256, 1) for one in facts]
    unit = stage(facts, read, lake.staging / f"u{first}", Stamp(f"run-{first}", AT, "1", "1"))
    began = time.process_time()
    publish(lake, [unit], Run(f"run-{first}", AT, "1", "1", "done", AT))
    return time.process_time() - began


def main(held: int) -> None:
    programmes = max(10, held // 20)
    folder = Path(tempfile.mkdtemp(prefix="reconcile-"))
    try:
        empty = min(add(open_lake(folder / f"empty-{n}"), held, BATCH, programmes) for n in range(3))
        lake = open_lake(folder / "full")
        for first in range(0, held, UNIT):
            seconds = add(lake, first, min(UNIT, held - first), programmes)
            print(f"  {first + UNIT:>7} articles: {seconds:.1f} s", file=sys.stderr)
        full = min(add(lake, held + n * BATCH, BATCH, programmes) for n in range(3))
    finally:
        shutil.rmtree(folder)
    print(
        f"{BATCH} articles into an empty lake {empty:.2f} s, into one of {held} {full:.2f} s: {full / empty:.2f} times"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
