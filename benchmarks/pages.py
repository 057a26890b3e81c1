"""How well and how fast pages are read: the public pages with ground truth, beside trafilatura where it is installed.

    python -m benchmarks.pages            # figures by set; needs the shared folder beside the checkout
    uv sync --group bench                 # adds the peer, which is then measured on the same pages in the same run

Pages a second are for one core and processor time, the second of two passes, so that a busy machine and a first import
do not count. Both tools get bytes and give title, date, byline and text.
"""

import gzip
import importlib.util
import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from transforms.containers.document import RawDocument
from transforms.lexicon.load import load
from transforms.parse import parse
from transforms.records import Article

PAGES = Path(__file__).resolve().parents[1].parent / "shared" / "bench" / "pages"
Reader = Callable[[bytes], dict[str, Any]]


def main() -> None:
    """Print the figures of each tool."""
    score = _scorer()
    cases = sorted((PAGES / "dev").glob("*/*/expected.json"))
    pages = [gzip.decompress((case.parent / "input.html.gz").read_bytes()) for case in cases]
    for name, reader in (("pressledger", _ours()), ("trafilatura", _peer())):
        if reader is None:
            print(f"{name}: not installed", file=sys.stderr)
            continue
        predictions = [reader(page) for page in pages]
        start = time.process_time()
        for page in pages:
            reader(page)
        speed = len(pages) / (time.process_time() - start)
        results = defaultdict(list)
        for case, prediction in zip(cases, predictions, strict=True):
            row = score.score_case(json.loads(case.read_text("utf-8")), prediction)
            results[case.parent.parent.name].append(row)
            results["all"].append(row)
        print(f"{name}: {speed:.0f} pages a second on one core")
        score.print_table({key: score.summarise(rows) for key, rows in results.items()})


def _scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", PAGES / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit("no ../shared/bench/pages beside this checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _ours() -> Reader:
    lexicon = load()

    def read(page: bytes) -> dict[str, Any]:
        found = parse(RawDocument("page", "0" * 64, "html", "html", page), lexicon)
        if not isinstance(found, Article):
            return {}
        published = found.published_at.isoformat() + (found.published_offset or "") if found.published_at else None
        return {"title": found.title, "body": found.body, "byline": found.byline, "published_at": published}

    return read


def _peer() -> Reader | None:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - a peer that need not be there
    except ImportError:
        return None

    def read(page: bytes) -> dict[str, Any]:
        found = bare_extraction(page, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        return {"title": found.title, "body": found.text, "byline": found.author, "published_at": found.date}

    return read


if __name__ == "__main__":
    main()
