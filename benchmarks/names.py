"""How well organizations are found: the public suites, the labelled articles, and what shape rules reach alone.

    python -m benchmarks.names

"without the names" takes every body that a label of the articles names out of the lexicon, so that what is found was
found by shape and company; an organization counts as found where its name or an alias of its label is printed so.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.lexicon.organizations import assemble, forms_of
from transforms.normalize.names import normal_name, organization_id_of, read_article_names, read_names

SHARED = Path(__file__).resolve().parents[1].parent / "shared"


def main() -> None:
    """Print every figure; the shared folder of suites and labels must lie beside the checkout."""
    lexicon = load()
    articles = [json.loads(file.read_text("utf-8")) for file in sorted((SHARED / "gold" / "articles").glob("*.json"))]
    print(f"{len(lexicon.organizations.bodies)} bodies, {len(lexicon.organizations.forms)} forms")
    for title, known in (("articles", lexicon), ("articles, without the names", without(lexicon, articles))):
        print(f"{title}: {figures(*score_articles(known, articles))}")
    for suite in ("klue-ner-ko", "wikigold-en"):
        lines = (SHARED / "bench" / "values" / f"{suite}.jsonl").read_text("utf-8").splitlines()
        cases = [case for case in map(json.loads, lines) if "organization" in case["kinds"]]
        start = time.perf_counter()
        read = [read_names(case["text"], lexicon, case["lang"]) for case in cases]
        speed = len(cases) / (time.perf_counter() - start)
        counts = [score_case(case, names) for case, names in zip(cases, read, strict=True)]
        print(f"{suite}: {figures(*(sum(part) for part in zip(*counts, strict=True)))}, {speed:.0f} sentences/s")


def figures(hits: int, missed: int, extra: int) -> str:
    """Precision, recall and F1 in words."""
    precision, recall = hits / max(1, hits + extra), hits / max(1, hits + missed)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * hits / max(1, 2 * hits + missed + extra):.3f}"


def without(lexicon: Lexicon, articles: list[dict[str, Any]]) -> Lexicon:
    """The lexicon without every body that an article's label names."""
    labelled = {
        normal_name(form) for article in articles for label in article["organizations"] for form in _forms(label)
    }
    bodies = lexicon.organizations.bodies
    kept = {
        key: replace(body, succeeded_by=None)
        for key, body in bodies.items()
        if not any(normal_name(form.text) in labelled for form in forms_of(body))
    }
    return replace(lexicon, organizations=assemble(kept, lexicon.organizations.grammars))


def score_articles(lexicon: Lexicon, articles: list[dict[str, Any]]) -> tuple[int, int, int]:
    """Hits, misses (of what must be found) and extras over all articles."""
    hits = missed = extra = 0
    for article in articles:
        fields = {"title": article["title"], "body": article["body"]}
        printed: dict[str, set[str]] = {}
        for names in read_article_names(fields, lexicon, article["lang"]).values():
            for name in names:
                body = lexicon.organizations.bodies.get(name.key or "")
                forms = [name.name, name.text] + ([body.name, body.name_en or "", *body.aliases] if body else [])
                printed.setdefault(organization_id_of(name), set()).update(map(normal_name, forms))
        free = dict(printed)
        for label in sorted(article["organizations"], key=lambda label: label["need"] != "must"):
            wanted = set(map(normal_name, _forms(label)))
            key = next((key for key, forms in free.items() if forms & wanted), None)
            free.pop(key or "", None)
            hits += key is not None and label["need"] == "must"
            missed += key is None and label["need"] == "must"
        extra += len(free)
    return hits, missed, extra


def score_case(case: dict[str, Any], names: list[Any]) -> tuple[int, int, int]:
    """Hits, misses and extras of one case of a suite: overlap is enough, spans to ignore are not judged."""
    free = list(names)
    wanted = [label for label in case["expected"] if label["kind"] == "organization"]
    hits = 0
    for label in wanted:
        found = next((name for name in free if name.start < label["end"] and label["start"] < name.end), None)
        if found is not None:
            free.remove(found)
            hits += 1
    extra = [
        name for name in free if not any(name.start < end and start < name.end for start, end in case.get("ignore", []))
    ]
    return hits, len(wanted) - hits, len(extra)


def _forms(label: dict[str, Any]) -> Iterator[str]:
    yield label["name"]
    yield from label["aliases"]


if __name__ == "__main__":
    sys.exit(main())
