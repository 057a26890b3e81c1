"""`pressledger extract`: what files state, without a lake. Imports neither Prefect, Great Expectations nor pandas."""

import sys
from collections.abc import Iterator
from typing import Annotated

from cyclopts import Parameter

from flows.discover import Found, discover
from flows.jsonlines import article_line
from flows.reading import facts_of_file, source_of
from transforms.extract.document import read_document
from transforms.extract.explain import explain as explained
from transforms.lexicon.load import load
from transforms.lexicon.model import Lexicon
from transforms.records import ArticleFacts, Rejection


def extract(
    paths: Annotated[list[str], Parameter(help="files, folders and globs", negative=())],
    /,
    *,
    explain: Annotated[bool, Parameter(help="add why each fact was read as it was", negative=())] = False,
) -> int:
    """Read files without a lake: one JSON line for each article, with its organizations, grants and milestones.

    A file that cannot be read gives a line on stderr and nothing on stdout; that is no failure.

    For example:

        pressledger extract samples/sovereign-ai-2025-08-five-teams.txt

        pressledger extract inbox --explain > facts.jsonl
    """
    lexicon = load()
    for found in discover(paths):
        for result in _results(found, lexicon):
            if isinstance(result, Rejection):
                print(f"{result.source_uri}: {result.reason}: {result.detail}", file=sys.stderr)
            else:
                why = {"explained": explained(read_document(result.article, lexicon), lexicon)} if explain else {}
                sys.stdout.buffer.write(article_line(result, **why) + b"\n")
    sys.stdout.buffer.flush()
    return 0


def _results(found: Found | Rejection, lexicon: Lexicon) -> Iterator[ArticleFacts | Rejection]:
    source = found if isinstance(found, Rejection) else source_of(found)
    if isinstance(source, Rejection):
        yield source
    else:
        yield from facts_of_file(source, lexicon)
