"""`pressledger`: every command is registered by its name and imported when it is called, so that start-up is quick.

Exit codes: 0 done, 1 something was kept out by a batch check, 2 wrong use, 3 a fault outside; each with one plain line
on stderr.
"""

import os
import sys
import traceback
import warnings
from importlib.metadata import version

from cyclopts import App, CycloptsError

from flows.errors import WrongUse
from warehouse.errors import QueryFailed, QueryRefused

COMMANDS = {
    "run": "Ingest files, folders and globs into the lake.",
    "sql": "Query the lake (read-only).",
    "extract": "Read files without a lake: one JSON line for each article.",
    "annotate": "Dates, money, quantities, percents and organizations of text lines.",
    "validate": "Check the whole lake against every expectation.",
    "status": "What is in the lake, what ran, what failed, what is next.",
    "schedule": "Ingest what is new in a folder, every day or every few minutes.",
    "backfill": "Read kept raw files again after a change of code or lexicon.",
    "retry": "Read again what was rejected.",
    "diff": "What changed between two snapshots.",
    "correct": "Apply corrections made by people.",
    "compact": "Merge small files and expire old snapshots, in bounded steps.",
    "upgrade": "Bring an older lake to this version's layout.",
    "export": "Write the tables to a plain DuckDB file.",
    "config": "Each setting, its value and where it comes from.",
}


def application(asked: str = "") -> App:
    """Every command by its name. The one that is asked for explains itself; of the others one line is shown."""
    app = App(
        name="pressledger",
        help="What the press says that funders promised, as tables you can query.",
        help_epilogue='Start with:  pressledger run samples   then   pressledger sql "FROM grant_facts"',
        version=lambda: version("pressledger"),
        help_format="plaintext",
        print_error=False,
        exit_on_error=False,
        suppress_keyboard_interrupt=False,  # `answer` tells of it in a line
        result_action="return_value",
    )
    for order, (name, line) in enumerate(COMMANDS.items()):
        app.command(f"flows.cli.{name}:{name}", name=name, help=None if name == asked else line, sort_key=order)
    return app


def main(tokens: list[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    if not sys.warnoptions:  # a library's word to developers is none of ours to users; PYTHONWARNINGS shows it
        warnings.simplefilter("ignore")
    sys.exit(answer(tokens))


def answer(tokens: list[str] | None = None) -> int:
    """The exit code of one command line; faults are told in one line on stderr."""
    words = sys.argv[1:] if tokens is None else tokens
    try:
        return application(next(iter(words), ""))(words) or 0
    except KeyboardInterrupt:
        return _tell("stopped; what was published stays, the rest is read by the next run", 130)
    except BrokenPipeError:  # `pressledger sql ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (CycloptsError, WrongUse, QueryRefused, QueryFailed) as error:
        return _tell(_line(error), 2)
    except Exception as error:  # the last gate: one line in place of a traceback
        if os.environ.get("PRESSLEDGER_TRACEBACK"):
            traceback.print_exc()
        return _tell(_line(error), 3)


def _line(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text if text else type(error).__name__


def _tell(text: str, code: int) -> int:
    print(f"pressledger: {text}", file=sys.stderr)
    return code
