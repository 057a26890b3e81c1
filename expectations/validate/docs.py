"""Data Docs: Great Expectations' own pages, made to stand alone.

Its templates fetch style sheets and scripts from elsewhere; here those are taken out and a small style sheet of ours is
put in, so that the pages work offline and load nothing. The pages are static; what they show is escaped.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from great_expectations.core.expectation_validation_result import ExpectationSuiteValidationResult
from great_expectations.render import renderer, view
from jinja2 import Environment, PackageLoader

from expectations.validate.judge import Judged, check_of

RENDERER: Any = renderer
VIEW: Any = view

ASSETS = re.compile(
    r"<link\b[^>]*>|<script\b[^>]*>.*?</script>|<img\b[^>]*>|url\(['\"]?https?:[^)]*\)|<footer\b.*?</footer>",
    re.IGNORECASE | re.DOTALL,
)
ELSEWHERE = re.compile(r"href=\"[^\"#]*/[^\"#]*\"")  # links into a site of many folders, which this one is not
ROWS, LONG = 20, 200  # failing rows of a rule that the index shows, and characters of a value
# whatever a page holds, a browser runs no script of it and fetches nothing
POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"


def write_docs(judged: Sequence[Judged], folder: Path) -> Path:
    """Write index.html and a page a table into `folder`; returns the index."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = Environment(loader=PackageLoader("expectations", "templates"), autoescape=True)
    style = pages.get_template("style.css").render()
    tables = dict.fromkeys(one.rule.table for one in judged)
    for table in tables:
        page = _page(table, [one for one in judged if one.rule.table == table])
        alone = ELSEWHERE.sub('href="index.html"', ASSETS.sub("", page)).replace(
            "</head>", f"{POLICY}<style>{style}</style></head>", 1
        )
        (folder / f"{table}.html").write_text(alone, encoding="utf-8")
    index = folder / "index.html"
    checks = [(check_of(one), one.rule.why, _failing(one)) for one in judged]
    content = pages.get_template("index.html").render(checks=checks, tables=list(tables), style=style, policy=POLICY)
    index.write_text(content, encoding="utf-8")
    return index


def _failing(judged: Judged) -> list[list[str]]:
    """Some of the rows that broke the rule: the columns that name a row and the value, after a head of their names."""
    names = [*judged.rule.key, "sample"]
    rows = [[str(value)[:LONG] for value in row] for row in judged.rows[names].head(ROWS).to_numpy().tolist()]
    return [names, *rows] if rows else []


def _page(table: str, judged: Sequence[Judged]) -> str:
    result = ExpectationSuiteValidationResult(
        success=all(one.count == 0 for one in judged),
        results=[one.outcome for one in judged],
        suite_name=table,
        statistics=_statistics(judged),
        meta={"active_batch_definition": {"data_asset_name": table}, "run_id": {"run_name": table, "run_time": ""}},
    )
    return str(VIEW.DefaultJinjaPageView().render(RENDERER.ValidationResultsPageRenderer().render(result)))


def _statistics(judged: Sequence[Judged]) -> dict[str, float]:
    good = sum(one.count == 0 for one in judged)
    return {
        "evaluated_expectations": len(judged),
        "successful_expectations": good,
        "unsuccessful_expectations": len(judged) - good,
        "success_percent": 100 * good / len(judged),
    }
