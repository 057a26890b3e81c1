"""`pressledger correct`: corrections made by people."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.cli.flags import LakeFlag
from flows.clock import now
from flows.errors import WrongUse
from flows.settings import existing_lake, load
from warehouse.corrections import BadCorrections, read_corrections
from warehouse.corrections import correct as apply_corrections
from warehouse.lake import find_lake

FORMS = {".yaml": "yaml", ".yml": "yaml", ".csv": "csv"}


def correct(
    file: Annotated[Path, Parameter(help="a YAML or CSV file of corrections")],
    /,
    *,
    lake: LakeFlag = None,
) -> int:
    """Apply corrections by people: merge, split, rename, reject, set, each with who and why. All of a file, or none.

    They survive every rebuild; a line `revoke: ID` takes one back; the table `corrections` lists them.

    For example:

        pressledger correct corrections.yaml

        printf -- '- {kind: rename, target: upstage, value: Upstage, reason: own spelling, author: kim}' > c.yaml
    """
    settings = load(lake=lake)
    form = FORMS.get(file.suffix.lower())
    if form is None:
        raise WrongUse(f"{file}: corrections are a .yaml or .csv file")
    found = find_lake(existing_lake(settings))
    try:
        changed = apply_corrections(found, read_corrections(file.read_text(encoding="utf-8-sig"), form), now())
    except BadCorrections as error:
        raise WrongUse(f"{file}: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{file}: {getattr(error, 'strerror', None) or 'not UTF-8 text'}") from None
    print(f"{changed} corrections applied")
    return 0
