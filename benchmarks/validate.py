"""What judging a staged batch adds to a run: processor seconds of `validate_batch` beside those of reading and staging.

usage: python -m benchmarks.validate [ARTICLES]        (10,000 by default)

The articles are those of samples/ under other ids, as often as needed; reading is measured on the samples themselves.
The import of Great Expectations, which a run pays once and beside its reading, is told apart.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from transforms.article import read_facts
from transforms.lexicon.load import load
from transforms.records import ArticleFacts
from warehouse.encode import Stamp
from warehouse.stage import SourceRead, stage

SAMPLES = Path(__file__).resolve().parents[1] / "samples"


def read_samples() -> list[ArticleFacts]:
    lexicon = load()
    found: list[ArticleFacts] = []
    for file in sorted(SAMPLES.iterdir()):
        with file.open("rb") as stream:
            key = sha256(file.read_bytes()).hexdigest()
            found += [x for x in read_facts(file.name, key, stream, lexicon) if isinstance(x, ArticleFacts)]
    return found


def copies(articles: list[ArticleFacts]) -> Iterator[ArticleFacts]:
    number = 0
    while True:
        for one in articles:
            number += 1
            key = f"{one.article.article_id}-{number}"
            yield replace(one, article=replace(one.article, article_id=key, source_uri=f"{number}.txt"))


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    read_samples()  # warm
    start = time.process_time()
    articles = read_samples()
    reading = (time.process_time() - start) / len(articles) * wanted

    start = time.process_time()
    from expectations.validate import validate_batch  # noqa: PLC0415 - timed

    importing = time.process_time() - start
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "unit"
        start = time.process_time()
        stamp = Stamp(run_id="benchmark", at=datetime(2027, 1, 1), code_version="-", lexicon_version="-")
        sources = [SourceRead(f"{n}.txt", "0" * 64, 1) for n in range(1, wanted + 1)]
        stage(islice(copies(articles), wanted), sources, folder, stamp)
        staging = time.process_time() - start
        start = time.process_time()
        verdict = validate_batch(folder)
        judging = time.process_time() - start
    share = judging / (reading + staging)
    print(f"{wanted} articles: reading {reading:.1f} s, staging {staging:.1f} s, judging {judging:.1f} s ({share:.0%})")
    print(f"import of Great Expectations {importing:.1f} s; rows refused {len(verdict.failed)}, {verdict.kept_out=}")


if __name__ == "__main__":
    main()
