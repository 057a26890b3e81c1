"""How well facts are read, and how long it takes beside trafilatura reading the same pages, in one go.

    python -m benchmarks.extract

Reads the labelled articles as raw files from ../shared/gold beside the checkout, prints the scores of its `score.py`,
then milliseconds a page (best of three rounds, one core, processor time) of trafilatura alone and of each of our steps:
on these articles, and on the real pages of ../shared/bench.
"""

import gzip
import hashlib
import io
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trafilatura

from transforms.article import facts_of, read
from transforms.extract.document import read_document
from transforms.extract.grants import grants_of
from transforms.extract.mentions import mentions_of
from transforms.extract.milestones import milestones_of
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import Article, ArticleFacts

GOLD = Path(__file__).resolve().parents[1].parent / "shared" / "gold"
PAGES = GOLD.parent / "bench" / "pages" / "dev"
PEER = "trafilatura (peer)"
ROUNDS = 3


def main() -> None:
    """Print scores, then times."""
    lexicon = load()
    files = sorted((GOLD / "raw").iterdir())
    articles = {file: article for file in files for article in articles_of(file, lexicon)}
    score({file: facts_of(article, lexicon) for file, article in articles.items()})
    compare("gold pages", [file.read_bytes() for file in files if file.suffix == ".html"], lexicon)
    real = sorted(PAGES.glob("*/*/input.html.gz"))
    if real:
        compare("real pages", [gzip.decompress(file.read_bytes()) for file in real], lexicon)


def compare(title: str, pages: list[bytes], lexicon: Lexicon) -> None:
    """Print the milliseconds that a page takes of trafilatura (given the decoded text) and of each of our steps."""
    texts = [page.decode("utf-8", errors="replace") for page in pages]
    articles = [article for page in pages for article in articles_in("page.html", page, lexicon)]
    documents = [read_document(article, lexicon) for article in articles]
    grants = [grants_of(d, lexicon) for d in documents]
    milestones = [milestones_of(d, lexicon, g) for d, g in zip(documents, grants, strict=True)]
    steps: dict[str, Callable[[], Any]] = {
        PEER: lambda: [trafilatura.extract(text) for text in texts],
        "read the page": lambda: [articles_in("page.html", page, lexicon) for page in pages],
        "names, values, clauses": lambda: [read_document(article, lexicon) for article in articles],
        "grants": lambda: [grants_of(d, lexicon) for d in documents],
        "milestones": lambda: [milestones_of(d, lexicon, g) for d, g in zip(documents, grants, strict=True)],
        "mentions": lambda: [
            mentions_of(d, g, m, lexicon) for d, g, m in zip(documents, grants, milestones, strict=True)
        ],
    }
    taken = {name: best_of(step) / len(pages) * 1000 for name, step in steps.items()}
    peer = taken.pop(PEER)
    ours = sum(taken.values())
    print(f"\n{len(pages)} {title}, ms a page: trafilatura {peer:.1f}, ours {ours:.1f}")
    for name, milliseconds in taken.items():
        print(f"  {name:24} {milliseconds:6.1f}  {milliseconds / ours:4.0%}")


def articles_of(file: Path, lexicon: Lexicon) -> list[Article]:
    """The articles of one raw file."""
    return articles_in(str(file), file.read_bytes(), lexicon)


def articles_in(uri: str, data: bytes, lexicon: Lexicon) -> list[Article]:
    """The articles of the bytes of one file."""
    found = read(uri, hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon)
    return [article for article in found if isinstance(article, Article)]


def best_of(step: Callable[[], Any]) -> float:
    """The shortest of a few rounds, in seconds of the processor."""
    times = []
    for _ in range(ROUNDS):
        started = time.process_time()
        step()
        times.append(time.process_time() - started)
    return min(times)


def score(facts: dict[Path, ArticleFacts]) -> None:
    """Hand predictions to the labels' own scorer."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        out.writelines(
            json.dumps(predicted(file, f), ensure_ascii=False, default=str) + "\n" for file, f in facts.items()
        )
        out.flush()
        subprocess.run([sys.executable, str(GOLD / "score.py"), str(GOLD / "articles"), out.name], check=True)


def predicted(file: Path, facts: ArticleFacts) -> dict[str, Any]:
    """One article's facts in the scorer's form: bodies by their names."""
    names = {o.organization_id: o.name for o in facts.organizations}
    grants = [
        {"funder": names.get(g.funder_id or ""), "recipient": names.get(g.recipient_id or "")}
        | {k: getattr(g, k) for k in ("kind", "amount", "currency", "quantity", "quantity_max", "unit", "status")}
        for g in facts.grants
    ]
    milestones = [
        {"organization": names.get(m.organization_id or "")}
        | {k: getattr(m, k) for k in ("event", "date_start", "date_end", "recurrence", "value", "unit", "status")}
        for m in facts.milestones
    ]
    organizations = [{"name": o.name, "aliases": o.aliases, "name_en": o.name_en} for o in facts.organizations]
    return {
        "source": file.name,
        "article": {"title": facts.article.title},
        "organizations": organizations,
        "grants": grants,
        "milestones": milestones,
    }


if __name__ == "__main__":
    main()
