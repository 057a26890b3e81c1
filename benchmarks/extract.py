"""How well facts are read, and how long it takes beside trafilatura reading the same pages, in one go.

    python -m benchmarks.extract

Reads the labelled articles as raw files from ../shared/gold beside the checkout, prints the scores of its `score.py`,
then milliseconds a page (best of three rounds, one core) of trafilatura alone and of each of our steps.
"""

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
ROUNDS = 3


def main() -> None:
    """Print scores, then times."""
    lexicon = load()
    files = sorted((GOLD / "raw").iterdir())
    articles = {file: article for file in files for article in articles_of(file, lexicon)}
    score({file: facts_of(article, lexicon) for file, article in articles.items()})
    pages = [file.read_text("utf-8", errors="replace") for file in files if file.suffix == ".html"]
    html = [file for file in files if file.suffix == ".html"]
    documents = [read_document(articles[file], lexicon) for file in html]
    facts = [(d, grants_of(d, lexicon), milestones_of(d, lexicon)) for d in documents]
    steps: dict[str, Callable[[], Any]] = {
        "trafilatura (peer)": lambda: [trafilatura.extract(page) for page in pages],
        "read the page": lambda: [articles_of(file, lexicon) for file in html],
        "names, values, clauses": lambda: [read_document(articles[file], lexicon) for file in html],
        "grants": lambda: [grants_of(d, lexicon) for d in documents],
        "milestones": lambda: [milestones_of(d, lexicon) for d in documents],
        "mentions": lambda: [mentions_of(d, g, m, lexicon) for d, g, m in facts],
    }
    taken = {name: best_of(step) / len(html) * 1000 for name, step in steps.items()}
    peer = taken.pop("trafilatura (peer)")
    ours = sum(taken.values())
    print(f"\n{len(html)} pages, ms a page: trafilatura {peer:.1f}, ours {ours:.1f}")
    for name, milliseconds in taken.items():
        print(f"  {name:24} {milliseconds:6.1f}  {milliseconds / ours:4.0%}")


def articles_of(file: Path, lexicon: Lexicon) -> list[Article]:
    """The articles of one raw file."""
    data = file.read_bytes()
    found = read(str(file), hashlib.sha256(data).hexdigest(), io.BytesIO(data), lexicon)
    return [article for article in found if isinstance(article, Article)]


def best_of(step: Callable[[], Any]) -> float:
    """The shortest of a few rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        step()
        times.append(time.perf_counter() - started)
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
